#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace parvis::extract {

struct ZipLimits {
    qint64 unpackedBytes = 96 << 20; // of all that is read
    int entries = 20'000;
};

// The files in a zip that are wanted, by their names. Nothing: it is no zip, is damaged, or goes beyond a limit.
std::optional<QHash<QString, QByteArray>> zipParts(const QString &path,
                                                   const std::function<bool(const QString &name)> &isWanted,
                                                   const ZipLimits &limits = {});

} // namespace parvis::extract

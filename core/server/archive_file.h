#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>

namespace parvis::server {

// A tar file of whole files, as backups are kept. Memory does not grow with their size.
struct ArchiveFile {
    struct Files {
        QString dir;
        QStringList names; // may have folders in them: "blobs/ab/abcd"
    };
    // Packs the named files, in that order, into `file` (mode 0600): written beside, synced, renamed.
    static base::Result<void> pack(const QString &file, const QList<Files> &all);

    // Unpacks into `dir` (files 0600, folders 0700). Every entry must be a plain file that comes once, one of `names`, all of
    // which are needed and the first of which comes first, or one that `mayCome`. Error Protocol: not such a file, cut short, or with other entries; what was written stays.
    static base::Result<void> unpack(const QString &file, const QString &dir, const QStringList &names,
                                     const std::function<bool(const QString &name)> &mayCome = {});
};

} // namespace parvis::server

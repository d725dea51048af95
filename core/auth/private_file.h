#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace parvis::auth {

// A small file that only its owner may read (0600), replaced as a whole: written beside, synced, renamed, and the folder
// synced, so that a crash leaves the old content or the new. Errors Storage; Refused if others may read an existing one.
base::Result<std::optional<QByteArray>> readPrivateFile(const QString &path); // nothing: there is none
base::Result<void> writePrivateFile(const QString &path, const QByteArray &content);
base::Result<void> removePrivateFile(const QString &path);

} // namespace parvis::auth

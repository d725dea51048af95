#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

namespace parvis::server {

// A tar file of whole files, as backups are kept. Memory does not grow with their size.
struct ArchiveFile {
    // Packs the named files of `dir`, in that order, into `file` (mode 0600): written beside, synced, renamed.
    static base::Result<void> pack(const QString &file, const QString &dir, const QStringList &names);

    // Unpacks into `dir` (files 0600). Every entry must be one of `names`, a plain file, at most once, and the first name
    // must come first. Error Protocol: not such a file, cut short, or with other entries; what was written stays.
    static base::Result<void> unpack(const QString &file, const QString &dir, const QStringList &names);
};

} // namespace parvis::server

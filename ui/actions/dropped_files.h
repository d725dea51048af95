#pragma once

#include "base/result.h"

#include <QFuture>
#include <QStringList>

namespace parvis::ui {

// A file that somebody dropped, alone or in a folder.
struct DroppedFile {
    QStringList path; // folders below what was dropped, and the file's own name
    QString fileName; // on the disk
};

// Goes through dropped folders on a thread of its own. Links are not followed out of what was dropped, and hidden files that
// desktops leave about (.DS_Store, Thumbs.db, desktop.ini) stay behind. Error Usage: more than `mostDropped`, or nothing can be read.
QFuture<base::Result<QList<DroppedFile>>> droppedFiles(const QStringList &files);

inline constexpr int mostDropped = 5000;

} // namespace parvis::ui

#pragma once

#include <QString>

namespace parvis::client {

// The size of a file and when it was written or replaced: as long as it stays the same, so does what is in it. Empty: there
// is no such file. Costs one look at the folder. Not on the UI thread.
QString markOf(const QString &path);

// The last of the times in a mark, in ms since 1970.
qint64 changedMs(const QString &mark);

} // namespace parvis::client

#include "client/file_mark.h"

#include "base/thread_guard.h"

#include <QDateTime>
#include <QFileInfo>

namespace parvis::client {

// The second time is the one that no program can set: it tells a file that was put there with an old date.
QString markOf(const QString &path)
{
    base::offUiThread("files: markOf");
    const QFileInfo file(path);
    if (!file.isFile() && !file.isSymLink())
        return {};
    return QStringLiteral("%1 %2 %3")
        .arg(file.size())
        .arg(file.lastModified().toMSecsSinceEpoch())
        .arg(file.metadataChangeTime().toMSecsSinceEpoch());
}

qint64 changedMs(const QString &mark)
{
    return std::max(mark.section(QLatin1Char(' '), 1, 1).toLongLong(),
                    mark.section(QLatin1Char(' '), 2, 2).toLongLong());
}

} // namespace parvis::client

#include "ui/actions/dropped_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QPromise>
#include <QThreadPool>

namespace parvis::ui {

namespace {

bool isLeftByDesktops(const QString &name)
{
    return name == u".DS_Store" || name.compare(u"Thumbs.db", Qt::CaseInsensitive) == 0
           || name.compare(u"desktop.ini", Qt::CaseInsensitive) == 0;
}

base::Result<QList<DroppedFile>> gathered(const QStringList &files)
{
    QList<DroppedFile> found;
    for (const QString &file : files) {
        const QFileInfo info(file);
        if (!info.exists() || !info.isReadable())
            return base::fail(base::ErrorKind::Storage, QStringLiteral("file"),
                              QStringLiteral("'%1' cannot be read").arg(info.fileName()));
        if (!info.isDir()) {
            found.append({{info.fileName()}, info.absoluteFilePath()});
            continue;
        }
        const QDir folder(info.absoluteFilePath());
        QDirIterator each(folder.path(), QDir::Files | QDir::NoSymLinks | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            const QString path = each.next();
            if (isLeftByDesktops(each.fileName()))
                continue;
            found.append({QStringList{folder.dirName()} + folder.relativeFilePath(path).split(u'/'), path});
            if (found.size() > mostDropped)
                return base::fail(base::ErrorKind::Usage, QStringLiteral("too_many_files"),
                                  QStringLiteral("these are more than %1 files; add them in parts").arg(mostDropped));
        }
    }
    return found;
}

} // namespace

QFuture<base::Result<QList<DroppedFile>>> droppedFiles(const QStringList &files)
{
    auto promise = std::make_shared<QPromise<base::Result<QList<DroppedFile>>>>();
    promise->start();
    QThreadPool::globalInstance()->start([files, promise] {
        promise->addResult(gathered(files));
        promise->finish();
    });
    return promise->future();
}

} // namespace parvis::ui

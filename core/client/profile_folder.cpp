#include "client/profile_folder.h"

#include "base/thread_guard.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#if defined(Q_OS_UNIX)
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace parvis::client {

using base::ErrorKind;

namespace {

tl::unexpected<base::Error> storage(const QString &path, const QString &what)
{
    return base::fail(ErrorKind::Storage, QStringLiteral("profile"), QStringLiteral("%1: %2").arg(path, what));
}

base::Result<void> replace(const QString &path, const QByteArray &content)
{
    base::offUiThread("files: replace");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return storage(path, file.errorString());
    return {};
}

} // namespace

base::Result<ProfileFolder> ProfileFolder::open(const QString &dir)
{
    base::offUiThread("files: open");
    if (dir.isEmpty())
        return base::fail(ErrorKind::Usage, QStringLiteral("profile"), QStringLiteral("name the folder of the profile"));
    const QString path = QDir(dir).absolutePath();
#if defined(Q_OS_UNIX)
    const QByteArray name = QFile::encodeName(path);
    if (!QFileInfo::exists(path)) {
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
            return storage(path, qt_error_string());
    }
    struct stat info;
    if (::stat(name.constData(), &info) != 0 || !S_ISDIR(info.st_mode))
        return storage(path, QStringLiteral("is not a folder"));
    if (info.st_uid != ::geteuid())
        return base::fail(ErrorKind::Refused, QStringLiteral("profile"), QStringLiteral("%1 belongs to somebody else").arg(path));
    if ((info.st_mode & 0777) != 0700 && ::chmod(name.constData(), 0700) != 0)
        return storage(path, qt_error_string());
#else
    if (!QDir().mkpath(path))
        return storage(path, QStringLiteral("cannot be made"));
#endif
    const ProfileFolder folder(path);
    for (const QString &signalFile : {folder.cacheSignal(), folder.outboxSignal()}) {
        QFile file(signalFile);
        if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::Append))
            return storage(signalFile, file.errorString());
    }
    return folder;
}

QString ProfileFolder::vaultKey() const
{
    return QStringLiteral("profile:") + m_dir;
}

QString ProfileFolder::secretKind() const
{
    base::offUiThread("files: secretKind");
    QFile stored(file("secret.kind"));
    if (!stored.open(QIODevice::ReadOnly))
        return {};
    return QString::fromLatin1(stored.read(32)).trimmed();
}

base::Result<void> ProfileFolder::setSecretKind(const QString &kind)
{
    return replace(file("secret.kind"), kind.toLatin1() + '\n');
}

QString ProfileFolder::caFile() const
{
    base::offUiThread("files: caFile");
    const QString path = file("ca.pem");
    return QFileInfo::exists(path) ? path : QString();
}

base::Result<void> ProfileFolder::setCaFile(const QString &given)
{
    const QString path = file("ca.pem");
    if (given.isEmpty()) {
        QFile::remove(path);
        return {};
    }
    if (QFileInfo(given) == QFileInfo(path))
        return {};
    QFile source(given);
    if (!source.open(QIODevice::ReadOnly))
        return base::fail(ErrorKind::Usage, QStringLiteral("certificate file"),
                          QStringLiteral("cannot read %1: %2").arg(given, source.errorString()));
    return replace(path, source.readAll());
}

DiskUse ProfileFolder::diskUse() const
{
    base::offUiThread("files: diskUse");
    DiskUse use;
    use.folder = m_dir;
    const QString cacheName = QFileInfo(cache()).fileName();
    const QString outboxName = QFileInfo(outbox()).fileName();
    for (const QFileInfo &file : QDir(m_dir).entryInfoList(QDir::Files | QDir::Hidden)) {
        // A database's log stands beside it: cache.db-wal.
        qint64 &part = file.fileName().startsWith(cacheName)    ? use.cacheBytes
                       : file.fileName().startsWith(outboxName) ? use.outboxBytes
                                                                : use.otherBytes;
        part += file.size();
    }
    for (const QString &dir : {blobs(), opened(), workingCopies()}) {
        for (QDirIterator files(dir, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
            files.next();
            use.otherBytes += files.fileInfo().size();
        }
    }
    return use;
}

void ProfileFolder::touch(const QString &signalFile)
{
    base::offUiThread("files: touch");
    QFile file(signalFile);
    if (file.open(QIODevice::ReadWrite))
        file.write("x", 1);
}

} // namespace parvis::client

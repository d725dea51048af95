#include "auth/private_file.h"

#include "base/thread_guard.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#if defined(Q_OS_UNIX)
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace parvis::auth {

namespace {

constexpr qint64 maxBytes = 1024 * 1024;

tl::unexpected<base::Error> storage(const QString &path, const QString &what)
{
    return base::fail(base::ErrorKind::Storage, QStringLiteral("credentials"), QStringLiteral("%1: %2").arg(path, what));
}

void syncFolder(const QString &path)
{
#if defined(Q_OS_UNIX)
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
#else
    Q_UNUSED(path)
#endif
}

} // namespace

base::Result<std::optional<QByteArray>> readPrivateFile(const QString &path)
{
    base::offUiThread("files: readPrivateFile");
    QFile file(path);
    if (!file.exists())
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly))
        return storage(path, file.errorString());
#if defined(Q_OS_UNIX)
    struct stat info;
    if (::fstat(file.handle(), &info) == 0 && (info.st_mode & 077) != 0)
        return base::fail(base::ErrorKind::Refused, QStringLiteral("credentials"),
                          QStringLiteral("%1 can be read by others; make it yours alone (chmod 600) or sign in again").arg(path));
#endif
    return std::optional(file.read(maxBytes));
}

base::Result<void> writePrivateFile(const QString &path, const QByteArray &content)
{
    base::offUiThread("files: writePrivateFile");
#if defined(Q_OS_UNIX)
    // Made with its mode, never widened for a moment; the name carries the process, so that two never share one.
    const QByteArray target = QFile::encodeName(path);
    const QByteArray beside = target + ".new." + QByteArray::number(qint64(::getpid()));
    ::unlink(beside.constData());
    const int fd = ::open(beside.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return storage(path, qt_error_string());
    QFile file;
    file.open(fd, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle);
    const bool written = file.write(content) == content.size() && file.flush() && ::fsync(fd) == 0;
    const QString what = qt_error_string();
    file.close();
    if (!written || ::rename(beside.constData(), target.constData()) != 0) {
        const QString why = written ? qt_error_string() : what;
        ::unlink(beside.constData());
        return storage(path, why);
    }
    syncFolder(path);
#else
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return storage(path, file.errorString());
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
#endif
    return {};
}

base::Result<void> removePrivateFile(const QString &path)
{
    base::offUiThread("files: removePrivateFile");
    if (QFileInfo::exists(path) && !QFile::remove(path))
        return storage(path, QStringLiteral("cannot be removed"));
    syncFolder(path);
    return {};
}

} // namespace parvis::auth

#include "server/folder_lock.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace parvis::server {

base::Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &dir)
{
    const QString path = dir + QStringLiteral("/lock");
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return base::fail(base::ErrorKind::Storage, path,
                          QStringLiteral("The data folder cannot be opened (%1). Check that it exists and who owns it; "
                                         "'init' makes a new one.")
                              .arg(QString::fromLocal8Bit(std::strerror(errno))));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return base::fail(base::ErrorKind::Conflict, path,
                          QStringLiteral("Another server is using this data folder. Stop it first, or use another folder."));
    }
    return std::unique_ptr<FolderLock>(new FolderLock(descriptor));
}

FolderLock::~FolderLock()
{
    ::close(m_descriptor);
}

} // namespace parvis::server

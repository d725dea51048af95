#include "client/file_lock.h"

#include <QFile>

#if defined(Q_OS_UNIX)
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <io.h>
#include <windows.h>
#include <fcntl.h>
#endif

namespace parvis::client {

#if defined(Q_OS_UNIX)

bool FileLock::tryTake()
{
    if (isHeld())
        return true;
    const int fd = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return false;
    }
    m_fd = fd;
    return true;
}

void FileLock::release()
{
    if (isHeld())
        ::close(std::exchange(m_fd, -1));
}

#else

bool FileLock::tryTake()
{
    if (isHeld())
        return true;
    const HANDLE handle = ::CreateFileW(reinterpret_cast<const wchar_t *>(m_path.utf16()), GENERIC_READ | GENERIC_WRITE, 0,
                                        nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    m_fd = ::_open_osfhandle(reinterpret_cast<intptr_t>(handle), _O_RDWR);
    return isHeld();
}

void FileLock::release()
{
    if (isHeld())
        ::_close(std::exchange(m_fd, -1));
}

#endif

} // namespace parvis::client

#pragma once

#include <QString>

namespace parvis::client {

// A lock between processes that the system releases when its holder dies. Never waits.
class FileLock {
public:
    explicit FileLock(QString path) : m_path(std::move(path)) { }
    ~FileLock() { release(); }
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    bool tryTake(); // true also when held already
    void release();
    bool isHeld() const { return m_fd >= 0; }

private:
    QString m_path;
    int m_fd = -1;
};

} // namespace parvis::client

#pragma once

#include "base/result.h"

#include <memory>

namespace parvis::server {

// An exclusive hold on a folder that the system releases when the process dies, however it dies.
class FolderLock {
public:
    // Error Conflict: another process, or this one, holds the folder; Storage: the lock file cannot be made.
    static base::Result<std::unique_ptr<FolderLock>> take(const QString &dir);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) { }
    int m_descriptor;
};

} // namespace parvis::server

#pragma once

#include <sqlite3.h>

#include <cstring>

namespace parvis::store::test {

// A disk that is full after a number of writes: SQLite's own VFS, with xWrite that begins to fail. While one lives, every
// database that is opened in this process uses it. One at a time.
class FullDisk {
public:
    FullDisk()
    {
        s_real = sqlite3_vfs_find(nullptr);
        s_vfs = *s_real;
        s_vfs.zName = "full-disk";
        s_vfs.szOsFile = int(sizeof(File)) + s_real->szOsFile;
        s_vfs.xOpen = open;
        s_left = unlimited;
        sqlite3_vfs_register(&s_vfs, 1);
    }
    ~FullDisk()
    {
        sqlite3_vfs_unregister(&s_vfs);
        sqlite3_vfs_register(s_real, 1);
    }
    FullDisk(const FullDisk &) = delete;

    void failAfter(long writes) { s_left = writes; }
    void makeRoom() { s_left = unlimited; }
    bool hasFailed() const { return s_left < 0; }

private:
    static constexpr long unlimited = 1'000'000'000;

    struct File {
        sqlite3_file base;
        sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    };
    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real(); }

    static int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *out)
    {
        std::memset(static_cast<void *>(file), 0, size_t(s_vfs.szOsFile));
        const int code = s_real->xOpen(s_real, name, real(file), flags, out);
        if (code != SQLITE_OK)
            return code;
        static const sqlite3_io_methods methods = make();
        file->pMethods = &methods;
        return SQLITE_OK;
    }

    static int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
    {
        if (s_left <= 0) {
            s_left = -1;
            return SQLITE_FULL;
        }
        --s_left;
        return real(file)->pMethods->xWrite(real(file), data, size, at);
    }

    static sqlite3_io_methods make()
    {
        sqlite3_io_methods m{};
        m.iVersion = 2;
        m.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
        m.xRead = [](sqlite3_file *f, void *to, int n, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, n, at);
        };
        m.xWrite = write;
        m.xTruncate = [](sqlite3_file *f, sqlite3_int64 n) { return real(f)->pMethods->xTruncate(real(f), n); };
        m.xSync = [](sqlite3_file *f, int flags) { return real(f)->pMethods->xSync(real(f), flags); };
        m.xFileSize = [](sqlite3_file *f, sqlite3_int64 *n) { return real(f)->pMethods->xFileSize(real(f), n); };
        m.xLock = [](sqlite3_file *f, int l) { return real(f)->pMethods->xLock(real(f), l); };
        m.xUnlock = [](sqlite3_file *f, int l) { return real(f)->pMethods->xUnlock(real(f), l); };
        m.xCheckReservedLock = [](sqlite3_file *f, int *r) { return real(f)->pMethods->xCheckReservedLock(real(f), r); };
        m.xFileControl = [](sqlite3_file *f, int op, void *arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); };
        m.xSectorSize = [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); };
        m.xDeviceCharacteristics = [](sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
        m.xShmMap = [](sqlite3_file *f, int page, int size, int extend, void volatile **out) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
        };
        m.xShmLock = [](sqlite3_file *f, int offset, int n, int flags) {
            return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
        };
        m.xShmBarrier = [](sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); };
        m.xShmUnmap = [](sqlite3_file *f, int erase) { return real(f)->pMethods->xShmUnmap(real(f), erase); };
        return m;
    }

    static inline sqlite3_vfs s_vfs{};
    static inline sqlite3_vfs *s_real = nullptr;
    static inline long s_left = unlimited;
};

} // namespace parvis::store::test

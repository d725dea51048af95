#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "blobs/hash.h"

#include <functional>
#include <memory>

namespace parvis::server {

using blobs::Hash;

// Where the bytes are: chunks named by their hash. A folder here, a bucket behind the same calls elsewhere. Any thread.
class ChunkStore {
public:
    virtual ~ChunkStore() = default;
    // Whole and durable when it returns, or not there at all. `bytes` must be what `hash` names. Error Storage.
    virtual base::Result<void> put(const Hash &hash, QByteArrayView bytes) = 0;
    virtual base::Result<QByteArray> read(const Hash &hash, qint64 offset,
                                          qint64 size) = 0; // Storage: missing or short
    virtual qint64 sizeOf(const Hash &hash) = 0;            // -1: not there
    virtual void remove(const Hash &hash) = 0;
    // Everything that is there, with the time when it came. Names that are no hashes are left alone.
    virtual void each(const std::function<void(const Hash &hash, base::Time since)> &visit) = 0;
};

// DIR/ab/abcd…, made if absent; folders 0700, files 0600. What a crash left half written is removed. Error Storage.
base::Result<std::unique_ptr<ChunkStore>> openFolderChunkStore(const QString &dir);

// Where a crash may happen: called at each step of a put with its name, by tests that then kill the process.
inline std::function<void(const char *step)> chunkStoreStep;

} // namespace parvis::server

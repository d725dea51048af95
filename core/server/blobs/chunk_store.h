#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "blobs/hash.h"

#include <QList>

#include <functional>
#include <memory>

namespace parvis::server {

using blobs::Hash;

// Where the bytes are: chunks named by their hash. A folder here, a bucket behind the same calls elsewhere. Any thread.
class ChunkStore {
public:
    virtual ~ChunkStore() = default;
    // Whole when it returns, or not there at all; after a power cut it may be gone or damaged until sync() has returned. `bytes` must be
    // what `hash` names. Error Storage.
    virtual base::Result<void> put(const Hash &hash, QByteArrayView bytes) = 0;
    // Durable when it returns: once for all chunks of a content, since waiting for the disk at each would take most of the time. Error
    // Storage: one of them is missing, or the disk failed.
    virtual base::Result<void> sync(const QList<Hash> &chunks) = 0;
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

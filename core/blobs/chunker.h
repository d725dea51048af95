#pragma once

#include "base/result.h"
#include "blobs/hash.h"

#include <QList>

#include <functional>

class QIODevice;

namespace parvis::blobs {

// Content-defined chunks: a cut depends on the bytes just before it alone, so that what is inserted or removed moves the
// cuts near it and no others, and a new version of a file shares most chunks with the one before.
//
// FastCDC (Xia et al., USENIX ATC 2016) with a gear hash and normalised chunking of level 2. The gear table and the masks
// are part of the protocol: other numbers cut elsewhere, and nothing that is held would be found again.
inline constexpr qsizetype minChunkBytes = 256 * 1024;
inline constexpr qsizetype averageChunkBytes = 1024 * 1024;
inline constexpr qsizetype maxChunkBytes = 2 * 1024 * 1024;

struct Chunk {
    qint64 offset = 0;
    qint64 size = 0;
    Hash hash;

    bool operator==(const Chunk &) const = default;
};

// What a content is made of. An empty content has no chunks and the hash of nothing.
struct Manifest {
    qint64 size = 0;
    Hash hash;
    QList<Chunk> chunks; // in order, without gaps

    bool operator==(const Manifest &) const = default;
};

// Length of the first chunk of `bytes`, which must hold maxChunkBytes or all that is left.
qsizetype firstCut(QByteArrayView bytes);

// Reads the device to its end and hands over each chunk with its bytes, which stay valid during the call; returning false
// ends with Cancelled. Memory: two chunks. Error Storage: the device cannot be read.
using TakeChunk = std::function<bool(const Chunk &chunk, QByteArrayView bytes)>;
base::Result<Manifest> readChunks(QIODevice &device, const TakeChunk &take = {});

} // namespace parvis::blobs

#pragma once

#include "base/clock.h"
#include "blobs/chunker.h"
#include "model/scope.h"
#include "server/blobs/chunk_store.h"

#include <QMap>
#include <QSet>

namespace parvis::server {

using blobs::Hash;
using blobs::Manifest;
using model::PersonId;
using model::ScopeId;
using model::Uuid;

struct BlobLimits {
    qint64 largestBytes = qint64(4) << 30;  // of one content
    qint64 groupBytes = qint64(200) << 30;  // all that was uploaded for one place
    qint64 personBytes = qint64(100) << 30; // all that one person has uploaded
    qint64 keepUnreferencedUs = qint64(30) * 24 * 3600 * 1'000'000;
};

struct UploadWish {
    Uuid id; // made by the client, so that asking again is harmless
    PersonId person;
    ScopeId scope;
    qint64 size = 0;
    Hash hash;

    bool operator==(const UploadWish &) const = default;
};

struct UploadStatus {
    bool complete = false;
    qint64 declared = 0; // chunks that were named so far, from the first
    qint64 declaredBytes = 0;
    QList<qint64> missing; // of those, in ascending order, at most maxMissing
    static constexpr int maxMissing = 1000;
};

struct ChunkName {
    Hash hash;
    qint64 size = 0;
};

// Contents, each named by its SHA-256 and kept as chunks, with the uploads under way: DIR/blobs.db and, in DIR/blobs, the
// chunks. Knows nothing of rows: who may read or name a content is decided by its callers. Memory does not grow with
// the size of a content. Any thread.
//
// Errors: Storage; Refused with a word in `where`: too_large, group_full, person_full, no_upload, bad_chunk (not the bytes
// that were named), not_declared, bad_content (the whole is not what was promised: begin anew); Conflict: incomplete.
class BlobStore {
public:
    static base::Result<std::unique_ptr<BlobStore>> open(const QString &dir, const base::Clock &clock,
                                                         const BlobLimits &limits = {});
    ~BlobStore();

    base::Result<UploadStatus> create(const UploadWish &wish);
    // Names the chunks from number `first` on; those named before must be the same. What a version in `related`, contents
    // of the same document, has is not asked for again; whatever else may be here by its hash is.
    base::Result<UploadStatus> declare(const Uuid &upload, PersonId person, qint64 first,
                                       const QList<ChunkName> &chunks, const QList<Hash> &related);
    base::Result<void> putChunk(const Uuid &upload, PersonId person, qint64 number, QByteArrayView bytes);
    base::Result<UploadStatus> status(const Uuid &upload, PersonId person);
    // Reads all of it, compares, and makes the content. Again: the same answer.
    base::Result<UploadWish> complete(const Uuid &upload, PersonId person);

    base::Result<std::optional<qint64>> sizeOf(const Hash &content); // nothing: not here
    // At most `most` bytes from `offset` on, fewer at the end of a chunk.
    base::Result<QByteArray> read(const Hash &content, qint64 offset, qint64 most);

    // Daily: drops uploads and contents that nobody has used for BlobLimits::keepUnreferencedUs and that are not `live`.
    base::Result<qint64> sweep(const QSet<Hash> &live);

    struct Problem {
        QString where;
        QString detail;
    };
    // Reads everything and compares it with its hashes. `contents`: how many there are.
    base::Result<QList<Problem>> check(qint64 *contents);

private:
    struct Private;
    explicit BlobStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace parvis::server

#include "server/blobs/blob_store.h"

#include "server/blobs_sql.h"
#include "store/database.h"

#include <mutex>

namespace parvis::server {

namespace sql = contents::sql;
using base::ErrorKind;
using parvis::blobs::Hasher;
using store::Database;
using store::Failure;
using store::Statement;

namespace {

[[noreturn]] void refuse(const char *word, const QString &detail, ErrorKind kind = ErrorKind::Refused)
{
    throw Failure{{kind, QString::fromLatin1(word), detail}};
}

template<class T>
T valueOf(base::Result<T> result)
{
    if (!result)
        throw Failure{result.error()};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

QString inGiB(qint64 bytes)
{
    return QString::number(double(bytes) / double(qint64(1) << 30), 'f', 1) + QStringLiteral(" GiB");
}

struct Upload {
    UploadWish wish;
    bool complete = false;
};

} // namespace

struct BlobStore::Private {
    std::unique_ptr<Database> db;
    std::unique_ptr<ChunkStore> chunks;
    const base::Clock &clock;
    BlobLimits limits;
    std::mutex mutex;

    // Under the lock, in a transaction.
    template<class F>
    auto locked(F &&body)
    {
        const std::lock_guard lock(mutex);
        return inTransaction(std::forward<F>(body));
    }
    // The same, without waiting for the disk.
    template<class F>
    auto lockedLightly(F &&body)
    {
        const std::lock_guard lock(mutex);
        const auto wait = [this](const char *how) { return store::guarded([&] { db->exec(how); }); };
        if (auto light = wait("PRAGMA synchronous = NORMAL"); !light)
            return light;
        auto done = inTransaction(std::forward<F>(body));
        if (auto full = wait("PRAGMA synchronous = FULL"); !full)
            return full;
        return done;
    }
    template<class F>
    auto inTransaction(F &&body)
    {
        return store::guarded([&] {
            store::Transaction transaction(*db);
            if constexpr (std::is_void_v<decltype(body())>) {
                body();
                transaction.commit();
            } else {
                auto value = body();
                transaction.commit();
                return value;
            }
        });
    }

    Statement with(const char *text, QByteArrayView first)
    {
        Statement statement = db->prepare(text);
        statement.bindBlob(1, first);
        return statement;
    }

    Upload upload(const Uuid &id, PersonId person);
    UploadStatus status(const Uuid &id, bool complete);
    void requireRoom(const UploadWish &wish);
    bool isHeld(const ChunkName &chunk, const QList<Hash> &related);
    std::optional<QList<qint64>> damagedChunks(const UploadWish &wish, const QList<parvis::blobs::Chunk> &all);
    void dropUpload(const Uuid &id);
    qint64 dropContent(const Hash &content);
    void dropUnused(const QList<Hash> &candidates);
    QList<Hash> chunksOf(const char *text, QByteArrayView key, int column);
};

BlobStore::BlobStore(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
BlobStore::~BlobStore() = default;

base::Result<std::unique_ptr<BlobStore>> BlobStore::open(const QString &dir, const base::Clock &clock,
                                                         const BlobLimits &limits)
{
    return store::guarded([&] {
        auto db = valueOf(Database::open(dir + QStringLiteral("/blobs.db"), {.durability = store::Durability::Full}));
        valueOf(store::migrate(*db, sql::migrations));
        auto chunks = valueOf(openFolderChunkStore(dir + QStringLiteral("/blobs")));
        return std::unique_ptr<BlobStore>(
            new BlobStore(std::unique_ptr<Private>(new Private{std::move(db), std::move(chunks), clock, limits, {}})));
    });
}

// Another person's upload is answered like one that does not exist.
Upload BlobStore::Private::upload(const Uuid &id, PersonId person)
{
    Statement read = db->prepare(sql::uploadGet);
    if (!read.with(id).step() || read.id<PersonId>(0) != person)
        refuse("no_upload", QStringLiteral("There is no such upload. Begin it again."));
    const auto scope = ScopeId::fromString(read.text(1));
    if (!scope)
        throw Failure{{ErrorKind::Storage, QStringLiteral("blobs.db"), QStringLiteral("An upload has no place.")}};
    return {{id, person, *scope, read.integer(3), Hash::fromBytes(read.view(2))}, read.boolean(4)};
}

UploadStatus BlobStore::Private::status(const Uuid &id, bool complete)
{
    UploadStatus status;
    status.complete = complete;
    Statement sum = db->prepare(sql::uploadChunksSum);
    if (sum.with(id).step()) {
        status.declared = sum.integer(0);
        status.declaredBytes = sum.integer(1);
    }
    Statement missing = db->prepare(sql::uploadChunksMissing);
    missing.with(id, qint64(UploadStatus::maxMissing));
    while (missing.step())
        status.missing.append(missing.integer(0));
    return status;
}

void BlobStore::Private::requireRoom(const UploadWish &wish)
{
    const auto sum = [&](const char *text, const auto &key) {
        Statement read = db->prepare(text);
        return read.with(key).step() ? read.integer(0) : 0;
    };
    if (sum(sql::scopeBytes, wish.scope.toString()) + wish.size > limits.groupBytes)
        refuse("group_full",
               QStringLiteral("The documents of this group take up %1 already, which is all that they may. "
                              "Ask an administrator for more.")
                   .arg(inGiB(limits.groupBytes)));
    if (sum(sql::personBytes, wish.person) + wish.size > limits.personBytes)
        refuse("person_full", QStringLiteral("You have uploaded %1 already, which is all that you may. Ask an "
                                             "administrator for more.")
                                  .arg(inGiB(limits.personBytes)));
}

base::Result<UploadStatus> BlobStore::create(const UploadWish &wish)
{
    if (wish.id.isNull() || wish.hash.isNull() || wish.size < 0)
        return base::fail(ErrorKind::Usage, QStringLiteral("upload"), QStringLiteral("Give id, size and hash."));
    if (wish.size > d->limits.largestBytes)
        return base::fail(ErrorKind::Refused, QStringLiteral("too_large"),
                          QStringLiteral("A file may have %1 at most.").arg(inGiB(d->limits.largestBytes)));
    return d->locked([&] {
        Statement read = d->db->prepare(sql::uploadGet);
        const bool known = read.with(wish.id).step();
        read.reset();
        if (known) {
            const Upload held = d->upload(wish.id, wish.person);
            if (held.wish != wish)
                refuse("no_upload", QStringLiteral("This upload is of something else. Begin it again."));
            d->db->prepare(sql::uploadTouch).with(wish.id, d->clock.now()).run();
            return d->status(wish.id, held.complete);
        }
        d->requireRoom(wish);
        Statement add = d->db->prepare(sql::uploadAdd);
        add.bind(1, wish.id).bind(2, wish.person).bind(3, wish.scope.toString()).bindBlob(4, wish.hash.view());
        add.bind(5, wish.size).bind(6, d->clock.now());
        add.run();
        return UploadStatus();
    });
}

// Only what the same document has already: a hash that somebody has heard of must not show whether it is here.
bool BlobStore::Private::isHeld(const ChunkName &chunk, const QList<Hash> &related)
{
    for (const Hash &content : related) {
        Statement read = with(sql::contentHasChunk, chunk.hash.view());
        read.bindBlob(2, content.view());
        if (read.step() && read.integer(0) == chunk.size)
            return chunks->sizeOf(chunk.hash) == chunk.size;
    }
    return false;
}

base::Result<UploadStatus> BlobStore::declare(const Uuid &id, PersonId person, qint64 first,
                                              const QList<ChunkName> &named, const QList<Hash> &related)
{
    return d->locked([&] {
        const Upload held = d->upload(id, person);
        UploadStatus before = d->status(id, held.complete);
        if (held.complete)
            return before;
        if (first < 0 || first > before.declared)
            refuse("not_declared", QStringLiteral("Name the chunks in order."), ErrorKind::Usage);
        qint64 begins = before.declaredBytes;
        for (qsizetype at = 0; at < named.size(); ++at) {
            const ChunkName &chunk = named[at];
            const qint64 number = first + at;
            if (chunk.size <= 0 || chunk.size > parvis::blobs::maxChunkBytes || chunk.hash.isNull())
                refuse("bad_chunk", QStringLiteral("A chunk has at most 2 MiB, and a hash."), ErrorKind::Usage);
            if (number < before.declared) {
                Statement read = d->db->prepare(sql::uploadChunkGet);
                const bool same =
                    read.with(id, number).step() && read.view(0) == chunk.hash.view() && read.integer(1) == chunk.size;
                if (!same)
                    refuse("bad_content",
                           QStringLiteral("The file has changed while it was being sent. Begin it again."));
                continue;
            }
            if (begins + chunk.size > held.wish.size)
                refuse("bad_content", QStringLiteral("The chunks are more than the whole. Begin it again."));
            Statement add = d->db->prepare(sql::uploadChunkAdd);
            add.bind(1, id).bind(2, number).bind(3, begins).bindBlob(4, chunk.hash.view());
            add.bind(5, chunk.size).bind(6, d->isHeld(chunk, related));
            add.run();
            begins += chunk.size;
        }
        d->db->prepare(sql::uploadTouch).with(id, d->clock.now()).run();
        return d->status(id, false);
    });
}

base::Result<void> BlobStore::putChunk(const Uuid &id, PersonId person, qint64 number, QByteArrayView bytes)
{
    Hash wanted;
    const auto known = d->locked([&] {
        const Upload held = d->upload(id, person);
        if (held.complete)
            return false;
        Statement read = d->db->prepare(sql::uploadChunkGet);
        if (!read.with(id, number).step())
            refuse("not_declared", QStringLiteral("This chunk was not named."), ErrorKind::Usage);
        wanted = Hash::fromBytes(read.view(0));
        return !read.boolean(2);
    });
    if (!known)
        return base::fail(known.error());
    if (!*known)
        return {};
    if (Hash::of(bytes) != wanted)
        return base::fail(ErrorKind::Refused, QStringLiteral("bad_chunk"),
                          QStringLiteral("The bytes are not those that were named. Send the chunk again."));
    if (auto put = d->chunks->put(wanted, bytes); !put)
        return put;
    // A power cut may take this note back, as it may the chunk: then it is sent again.
    return d->lockedLightly([&] {
        d->db->prepare(sql::uploadChunkHeld).with(id, number, true).run();
        d->db->prepare(sql::uploadTouch).with(id, d->clock.now()).run();
    });
}

base::Result<UploadStatus> BlobStore::status(const Uuid &id, PersonId person)
{
    return d->locked([&] { return d->status(id, d->upload(id, person).complete); });
}

// Numbers of the chunks that are not what they should be; nothing: the whole is not what was promised. Reads everything,
// and so without the lock: chunks of an upload go with it alone.
std::optional<QList<qint64>> BlobStore::Private::damagedChunks(const UploadWish &wish,
                                                               const QList<parvis::blobs::Chunk> &all)
{
    Hasher whole;
    QList<qint64> damaged;
    for (qsizetype at = 0; at < all.size(); ++at) {
        const auto bytes = chunks->read(all[at].hash, 0, all[at].size);
        if (!bytes || Hash::of(*bytes) != all[at].hash) {
            chunks->remove(all[at].hash);
            damaged.append(at);
            continue;
        }
        if (damaged.isEmpty())
            whole.add(*bytes);
    }
    if (damaged.isEmpty() && whole.result() != wish.hash)
        return std::nullopt;
    return damaged;
}

base::Result<UploadWish> BlobStore::complete(const Uuid &id, PersonId person)
{
    QList<parvis::blobs::Chunk> all;
    const auto begun = d->locked([&] {
        Upload held = d->upload(id, person);
        if (held.complete)
            return held;
        const UploadStatus status = d->status(id, false);
        if (!status.missing.isEmpty() || status.declaredBytes != held.wish.size)
            refuse("incomplete", QStringLiteral("Parts of the file are still missing."), ErrorKind::Conflict);
        Statement read = d->db->prepare(sql::uploadChunksOf);
        read.with(id);
        while (read.step())
            all.append({read.integer(1), read.integer(3), Hash::fromBytes(read.view(2))});
        return held;
    });
    if (!begun)
        return base::fail(begun.error());
    if (begun->complete)
        return begun->wish;
    const auto damaged = d->damagedChunks(begun->wish, all);
    const UploadWish wish = begun->wish;
    if (damaged && damaged->isEmpty()) {
        QList<Hash> chunks;
        for (const auto &chunk : std::as_const(all))
            chunks.append(chunk.hash);
        if (auto durable = d->chunks->sync(chunks); !durable)
            return base::fail(durable.error());
    }
    const auto kept = d->locked([&] {
        if (!damaged) {
            d->dropUpload(id);
            return;
        }
        for (const qint64 number : *damaged)
            d->db->prepare(sql::uploadChunkHeld).with(id, number, false).run();
        if (!damaged->isEmpty())
            return;
        const base::Time now = d->clock.now();
        Statement add = d->with(sql::contentAdd, wish.hash.view());
        add.bind(2, wish.size).bind(3, now).run();
        // Cut in another way by another client, the content has its chunks already.
        if (d->chunksOf(sql::contentChunksOf, wish.hash.view(), 1).isEmpty()) {
            for (const auto &chunk : std::as_const(all)) {
                Statement part = d->with(sql::contentChunkAdd, wish.hash.view());
                part.bind(2, chunk.offset).bindBlob(3, chunk.hash.view()).bind(4, chunk.size).run();
            }
        }
        d->db->prepare(sql::uploadComplete).with(id, now).run();
        d->db->prepare(sql::uploadChunksDrop).with(id).run();
    });
    if (!kept)
        return base::fail(kept.error());
    if (!damaged)
        return base::fail(ErrorKind::Refused, QStringLiteral("bad_content"),
                          QStringLiteral("The file has changed while it was being sent. Begin it again."));
    if (!damaged->isEmpty())
        return base::fail(ErrorKind::Conflict, QStringLiteral("incomplete"),
                          QStringLiteral("Parts of the file were damaged and have to be sent again."));
    return wish;
}

base::Result<std::optional<qint64>> BlobStore::sizeOf(const Hash &content)
{
    return d->locked([&]() -> std::optional<qint64> {
        Statement read = d->with(sql::contentSize, content.view());
        return read.step() ? std::optional(read.integer(0)) : std::nullopt;
    });
}

base::Result<QByteArray> BlobStore::read(const Hash &content, qint64 offset, qint64 most)
{
    parvis::blobs::Chunk chunk;
    const auto found = d->locked([&] {
        Statement read = d->with(sql::contentChunkAt, content.view());
        if (!read.bind(2, offset).step())
            return false;
        chunk = {read.integer(0), read.integer(2), Hash::fromBytes(read.view(1))};
        return offset < chunk.offset + chunk.size;
    });
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(ErrorKind::Storage, content.toHex(), QStringLiteral("A part of this content is missing."));
    const qint64 inside = offset - chunk.offset;
    return d->chunks->read(chunk.hash, inside, std::min(most, chunk.size - inside));
}

QList<Hash> BlobStore::Private::chunksOf(const char *text, QByteArrayView key, int column)
{
    QList<Hash> list;
    Statement read = with(text, key);
    while (read.step())
        list.append(Hash::fromBytes(read.view(column)));
    return list;
}

void BlobStore::Private::dropUnused(const QList<Hash> &candidates)
{
    for (const Hash &chunk : candidates) {
        Statement used = with(sql::chunkUsed, chunk.view());
        if (used.step() && !used.boolean(0))
            chunks->remove(chunk);
    }
}

void BlobStore::Private::dropUpload(const Uuid &id)
{
    const QList<Hash> candidates = chunksOf(sql::uploadChunksOf, id.view(), 2);
    db->prepare(sql::uploadChunksDrop).with(id).run();
    db->prepare(sql::uploadDrop).with(id).run();
    dropUnused(candidates);
}

qint64 BlobStore::Private::dropContent(const Hash &content)
{
    const QList<Hash> candidates = chunksOf(sql::contentChunksOf, content.view(), 1);
    with(sql::contentDrop, content.view()).run();
    with(sql::contentChunksDrop, content.view()).run();
    dropUnused(candidates);
    return 1;
}

base::Result<qint64> BlobStore::sweep(const QSet<Hash> &live)
{
    const qint64 olderThan = d->clock.now().us - d->limits.keepUnreferencedUs;
    return d->locked([&] {
        QList<Uuid> uploads;
        Statement old = d->db->prepare(sql::uploadsOlder);
        old.with(olderThan);
        while (old.step()) {
            // A complete one counts against the quotas for as long as something names its content.
            if (!old.boolean(2) || !live.contains(Hash::fromBytes(old.view(1))))
                uploads.append(old.uuid(0));
        }
        for (const Uuid &id : uploads)
            d->dropUpload(id);
        qint64 dropped = 0;
        Hash after;
        for (bool more = true; more;) {
            QList<Hash> gone;
            Statement page = d->with(sql::contentsAfter, after.view());
            more = false;
            while (page.step()) {
                more = true;
                after = Hash::fromBytes(page.view(0));
                if (page.integer(2) < olderThan && !live.contains(after))
                    gone.append(after);
            }
            for (const Hash &content : gone)
                dropped += d->dropContent(content);
        }
        // What a crash left between the disk and the database.
        QList<Hash> strays;
        d->chunks->each([&](const Hash &chunk, base::Time since) {
            if (since.us < olderThan)
                strays.append(chunk);
        });
        d->dropUnused(strays);
        return dropped;
    });
}

base::Result<QList<BlobStore::Problem>> BlobStore::check(qint64 *contents)
{
    QList<Problem> problems;
    Hash after;
    *contents = 0;
    for (;;) {
        QList<std::pair<Hash, qint64>> page;
        const auto listed = d->locked([&] {
            Statement read = d->with(sql::contentsAfter, after.view());
            while (read.step())
                page.append({Hash::fromBytes(read.view(0)), read.integer(1)});
        });
        if (!listed)
            return base::fail(listed.error());
        if (page.isEmpty())
            return problems;
        for (const auto &[content, size] : std::as_const(page)) {
            after = content;
            ++*contents;
            Hasher whole;
            qint64 at = 0;
            QString wrong;
            while (at < size && wrong.isEmpty()) {
                const auto bytes = read(content, at, parvis::blobs::maxChunkBytes);
                if (!bytes || bytes->isEmpty()) {
                    wrong = bytes ? QStringLiteral("it is shorter than it should be") : bytes.error().detail;
                    break;
                }
                whole.add(*bytes);
                at += bytes->size();
            }
            if (wrong.isEmpty() && whole.result() != content)
                wrong = QStringLiteral("its bytes are not those of its hash");
            if (!wrong.isEmpty())
                problems.append({content.toHex(), wrong});
        }
    }
}

} // namespace parvis::server

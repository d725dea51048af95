// Contents on the server's disk: uploads that go on after anything, and what can be trusted of what is there.
#include "base/random.h"
#include "server/blobs/blob_store.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace parvis;
using namespace parvis::server;
using base::ErrorKind;

namespace {

constexpr qsizetype mebibyte = 1024 * 1024;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

Uuid idOf(int n)
{
    return Uuid::fromBytes(QByteArray(15, char(7)) + char(n));
}

const PersonId anna(idOf(1));
const PersonId bert(idOf(2));
const ScopeId group = ScopeId::group(model::GroupId(idOf(3)));
const ScopeId otherGroup = ScopeId::group(model::GroupId(idOf(4)));

QByteArray bytesOf(quint64 seed, qsizetype count)
{
    base::SeededRandom random(seed);
    return random.bytes(int(count));
}

struct Content {
    explicit Content(QByteArray given) : bytes(std::move(given))
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        manifest = blobs::readChunks(buffer).value();
    }
    QList<ChunkName> names() const
    {
        QList<ChunkName> list;
        for (const auto &chunk : manifest.chunks)
            list.append({chunk.hash, chunk.size});
        return list;
    }
    QByteArrayView chunk(qint64 number) const
    {
        return QByteArrayView(bytes).sliced(manifest.chunks[number].offset, manifest.chunks[number].size);
    }
    QByteArray bytes;
    Manifest manifest;
};

class World {
public:
    World() { reopen(); }
    void reopen(const BlobLimits &limits = {})
    {
        store.reset();
        store = std::move(*BlobStore::open(dir.path(), clock, limits));
    }
    UploadWish wish(int id, const Content &content, PersonId person = anna, const ScopeId &scope = group) const
    {
        return {idOf(id), person, scope, content.manifest.size, content.manifest.hash};
    }
    // Everything that is missing, then the end.
    base::Result<UploadWish> upload(int id, const Content &content, const QList<Hash> &related = {})
    {
        auto status = store->create(wish(id, content));
        if (status && !status->complete && !content.manifest.chunks.isEmpty())
            status = store->declare(idOf(id), anna, status->declared, content.names().mid(status->declared), related);
        if (!status)
            return base::fail(status.error());
        for (const qint64 number : std::as_const(status->missing)) {
            sent += content.manifest.chunks[number].size;
            if (auto put = store->putChunk(idOf(id), anna, number, content.chunk(number)); !put)
                return base::fail(put.error());
        }
        return store->complete(idOf(id), anna);
    }
    QByteArray all(const Content &content)
    {
        QByteArray read;
        while (read.size() < content.manifest.size) {
            const auto piece = store->read(content.manifest.hash, read.size(), 300'000);
            if (!piece || piece->isEmpty())
                return {};
            read += *piece;
        }
        return read;
    }
    QStringList files() const
    {
        QStringList names;
        QDirIterator each(dir.filePath("blobs"), QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            names << each.next();
        return names;
    }
    int problems()
    {
        qint64 contents = 0;
        return int(store->check(&contents)->size());
    }

    QTemporaryDir dir;
    base::ManualClock clock;
    std::unique_ptr<BlobStore> store;
    qint64 sent = 0;
};

} // namespace

class BlobStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasUploadedIsRead()
    {
        World world;
        for (const qsizetype size : {qsizetype(0), qsizetype(1), qsizetype(300'000), 5 * mebibyte}) {
            const Content content(bytesOf(quint64(size) + 1, size));
            const auto done = world.upload(int(10 + size % 97), content);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            QCOMPARE(world.all(content), content.bytes);
            QCOMPARE(world.store->sizeOf(content.manifest.hash).value(), qint64(size));
        }
        QVERIFY(!world.store->sizeOf(Hash::of("other")).value());
        QCOMPARE(world.problems(), 0);
    }

    void anUploadGoesOnAfterTheProcessWasReplaced()
    {
        World world;
        const Content content(bytesOf(2, 6 * mebibyte));
        QVERIFY(world.store->create(world.wish(1, content)));
        QVERIFY(world.store->declare(idOf(1), anna, 0, content.names(), {}));
        QVERIFY(world.store->putChunk(idOf(1), anna, 1, content.chunk(1)));
        world.reopen();
        const auto status = world.store->create(world.wish(1, content));
        QCOMPARE(status->declared, content.manifest.chunks.size());
        QVERIFY(!status->missing.contains(1));
        QCOMPARE(status->missing.size(), content.manifest.chunks.size() - 1);
        QCOMPARE(world.store->complete(idOf(1), anna).error().where, "incomplete");
        QVERIFY(world.upload(1, content));
        QCOMPARE(world.all(content), content.bytes);
        // Said again, the same.
        QVERIFY(world.store->complete(idOf(1), anna));
        QVERIFY(world.store->create(world.wish(1, content))->complete);
    }

    void onlyVersionsOfTheSameDocumentSpareTheSending()
    {
        World world;
        const Content first(bytesOf(3, 8 * mebibyte));
        QVERIFY(world.upload(1, first));
        const Content second(QByteArray(first.bytes).replace(4 * mebibyte, 1024, bytesOf(4, 1024)));
        world.sent = 0;
        QVERIFY(world.upload(2, second, {first.manifest.hash}));
        QVERIFY2(world.sent > 0 && world.sent <= 4 * mebibyte, qPrintable(QString::number(world.sent)));
        QCOMPARE(world.all(second), second.bytes);
        // Somebody who knows the hashes, and nothing more, has to send every byte.
        QVERIFY(world.store->create(world.wish(3, first, bert)));
        const auto asked = world.store->declare(idOf(3), bert, 0, first.names(), {});
        QCOMPARE(asked->missing.size(), first.manifest.chunks.size());
    }

    void bytesThatWereNotPromisedAreRefused()
    {
        World world;
        const Content content(bytesOf(5, 3 * mebibyte));
        QVERIFY(world.store->create(world.wish(1, content)));
        QVERIFY(world.store->declare(idOf(1), anna, 0, content.names(), {}));
        QCOMPARE(world.store->putChunk(idOf(1), anna, 0, bytesOf(6, 400'000)).error().where, "bad_chunk");
        QCOMPARE(world.store->putChunk(idOf(1), anna, 99, content.chunk(0)).error().where, "not_declared");
        // Chunks that are what they say, of a whole that is not.
        UploadWish wrong = world.wish(2, content);
        wrong.hash = Hash::of("something else");
        QVERIFY(world.store->create(wrong));
        QVERIFY(world.store->declare(idOf(2), anna, 0, content.names(), {}));
        for (qint64 n = 0; n < content.manifest.chunks.size(); ++n)
            QVERIFY(world.store->putChunk(idOf(2), anna, n, content.chunk(n)));
        QCOMPARE(world.store->complete(idOf(2), anna).error().where, "bad_content");
        QCOMPARE(world.store->status(idOf(2), anna).error().where, "no_upload");
        QVERIFY(!world.store->sizeOf(wrong.hash).value());
    }

    void namesOfChunksThatMakeNoSenseAreRefused()
    {
        World world;
        const Content content(bytesOf(7, mebibyte));
        QVERIFY(world.store->create(world.wish(1, content)));
        const Hash hash = Hash::of("x");
        const auto where = [&](qint64 first, const QList<ChunkName> &names) {
            const auto answer = world.store->declare(idOf(1), anna, first, names, {});
            return answer ? QString() : answer.error().where;
        };
        QCOMPARE(where(1, {{hash, 10}}), "not_declared");
        QCOMPARE(where(-1, {{hash, 10}}), "not_declared");
        QCOMPARE(where(0, {{hash, 0}}), "bad_chunk");
        QCOMPARE(where(0, {{hash, -5}}), "bad_chunk");
        QCOMPARE(where(0, {{hash, blobs::maxChunkBytes + 1}}), "bad_chunk");
        QCOMPARE(where(0, {{Hash(), 10}}), "bad_chunk");
        QCOMPARE(where(0, {{hash, mebibyte / 2}, {hash, mebibyte / 2}, {hash, 1}}), "bad_content");
        // Nothing of a refused request stays.
        QCOMPARE(world.store->status(idOf(1), anna)->declared, 0);
        QCOMPARE(where(0, {{hash, 10}}), QString());
        QCOMPARE(where(0, {{hash, 11}}), "bad_content");
    }

    void uploadsOfOthersDoNotExist()
    {
        World world;
        const Content content(bytesOf(8, mebibyte));
        QVERIFY(world.store->create(world.wish(1, content)));
        QCOMPARE(world.store->status(idOf(1), bert).error().where, "no_upload");
        QCOMPARE(world.store->declare(idOf(1), bert, 0, content.names(), {}).error().where, "no_upload");
        QCOMPARE(world.store->putChunk(idOf(1), bert, 0, content.chunk(0)).error().where, "no_upload");
        QCOMPARE(world.store->complete(idOf(1), bert).error().where, "no_upload");
        QCOMPARE(world.store->create(world.wish(1, content, bert)).error().where, "no_upload");
        QCOMPARE(world.store->create(world.wish(1, content, anna, otherGroup)).error().where, "no_upload");
    }

    void sizesAndQuotasAreSaidBeforeAByteIsSent()
    {
        World world;
        world.reopen({.largestBytes = 2 * mebibyte, .groupBytes = 3 * mebibyte, .personBytes = 4 * mebibyte});
        const auto where = [&](int id, qint64 size, PersonId person, const ScopeId &scope) {
            const auto made = world.store->create({idOf(id), person, scope, size, Hash::of(QByteArray::number(id))});
            return made ? QString() : made.error().where;
        };
        QCOMPARE(where(1, 2 * mebibyte + 1, anna, group), "too_large");
        QCOMPARE(where(2, 2 * mebibyte, anna, group), QString());
        QCOMPARE(where(3, 2 * mebibyte, bert, group), "group_full");
        QCOMPARE(where(4, mebibyte, bert, group), QString());
        QCOMPARE(where(5, 2 * mebibyte, anna, otherGroup), QString());
        QCOMPARE(where(6, 1, anna, ScopeId::directory()), "person_full");
        QCOMPARE(where(2, 2 * mebibyte, anna, group), QString()); // asked again
    }

    void whatNothingNamesGoesAfterAMonthAndNothingElse()
    {
        World world;
        const Content kept(bytesOf(9, 4 * mebibyte));
        const Content gone(QByteArray(kept.bytes).append(bytesOf(10, mebibyte)));
        QVERIFY(world.upload(1, kept));
        QVERIFY(world.upload(2, gone, {kept.manifest.hash}));
        const qsizetype before = world.files().size();
        world.clock.advanceMs(29 * dayMs);
        QCOMPARE(world.store->sweep({kept.manifest.hash}).value(), 0);
        QCOMPARE(world.files().size(), before);
        world.clock.advanceMs(2 * dayMs);
        QCOMPARE(world.store->sweep({kept.manifest.hash}).value(), 1);
        QVERIFY(world.files().size() < before);
        QVERIFY(!world.store->sizeOf(gone.manifest.hash).value());
        QCOMPARE(world.all(kept), kept.bytes);
        QCOMPARE(world.problems(), 0);
    }

    void anUploadThatStoppedGoesAfterAMonth()
    {
        World world;
        const Content content(bytesOf(11, 3 * mebibyte));
        QVERIFY(world.store->create(world.wish(1, content)));
        QVERIFY(world.store->declare(idOf(1), anna, 0, content.names(), {}));
        QVERIFY(world.store->putChunk(idOf(1), anna, 0, content.chunk(0)));
        world.clock.advanceMs(31 * dayMs);
        QVERIFY(world.store->sweep({}));
        QCOMPARE(world.store->status(idOf(1), anna).error().where, "no_upload");
        QCOMPARE(world.files(), QStringList());
    }

    void damageIsFoundAndMendedByTheNextUpload()
    {
        World world;
        const Content content(bytesOf(12, 3 * mebibyte));
        QVERIFY(world.upload(1, content));
        QFile file(world.files().first());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(1000);
        file.write("damage");
        file.close();
        QCOMPARE(world.problems(), 1);
        QVERIFY(QFile::remove(world.files().last()));
        QCOMPARE(world.problems(), 1);
        // Both the damaged chunk and the lost one are asked for, or found out, and come again.
        auto done = world.upload(2, content);
        if (!done && done.error().where == u"incomplete")
            done = world.upload(2, content);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(world.problems(), 0);
    }

    // Killed at every step of every put: nothing half written is ever taken for whole, and the upload ends all the same.
    void aKillAtAnyStepLeavesAnUploadThatGoesOn()
    {
        const Content content(bytesOf(13, 3 * mebibyte));
        for (int kill = 1; kill < 40; ++kill) {
            World world;
            world.store.reset(); // the child opens it by itself
            const pid_t child = fork();
            if (child == 0) {
                int left = kill;
                chunkStoreStep = [&left](const char *) {
                    if (--left == 0)
                        _exit(9);
                };
                world.reopen();
                _exit(world.upload(1, content) ? 0 : 1);
            }
            int status = 0;
            QVERIFY(waitpid(child, &status, 0) == child);
            QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) != 1);
            world.reopen();
            for (const QString &file : world.files())
                QVERIFY2(!file.endsWith(".part"), qPrintable(file));
            const auto done = world.upload(1, content);
            QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
            QCOMPARE(world.all(content), content.bytes);
            QCOMPARE(world.problems(), 0);
            if (WEXITSTATUS(status) == 0) {
                QVERIFY(kill > int(content.manifest.chunks.size()) * 3 + 2);
                return;
            }
        }
        QFAIL("the upload never came to its end");
    }
};

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "blob_store_test.moc"

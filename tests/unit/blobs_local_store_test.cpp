// The profile's folder of files: whole or not there, and never emptied of what is still needed.
#include "base/random.h"
#include "blobs/local_store.h"

#include <QBuffer>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using namespace parvis::blobs;

namespace {

struct World {
    QTemporaryDir dir;
    LocalStore store = *LocalStore::open(dir.filePath("blobs"));

    QString fileOf(const QByteArray &bytes, const char *name = "given")
    {
        QFile file(dir.filePath(QLatin1String(name)));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return file.fileName();
    }
    Hash add(const QByteArray &bytes, bool settled = true)
    {
        const Hash hash = store.add(fileOf(bytes)).value().hash;
        if (settled)
            store.settle(hash);
        return hash;
    }
    void age(const Hash &hash, int hours)
    {
        for (const QString &end : {QString(), QStringLiteral(".new")}) {
            QFile file(store.pathOf(hash) + end);
            if (file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
                file.setFileTime(file.fileTime(QFileDevice::FileModificationTime).addSecs(-3600 * hours),
                                 QFileDevice::FileModificationTime);
        }
    }
    QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(nothing)");
    }
    int files()
    {
        int count = 0;
        for (QDirIterator each(dir.filePath("blobs"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             each.hasNext(); ++count)
            each.next();
        return count;
    }
};

} // namespace

class BlobsLocalStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsCopiedInAndOut()
    {
        World world;
        const QByteArray bytes = base::SeededRandom(1).bytes(700'000);
        const auto manifest = world.store.add(world.fileOf(bytes));
        QCOMPARE(manifest->hash, Hash::of(bytes));
        QCOMPARE(manifest->size, bytes.size());
        QVERIFY(world.store.has(manifest->hash));
        QCOMPARE(world.store.manifestOf(manifest->hash, bytes.size()), *manifest);
        QVERIFY(!world.store.manifestOf(manifest->hash, bytes.size() - 1));
        QVERIFY(!world.store.manifestOf(Hash::of("other"), 5));
        QVERIFY(world.store.copyTo(manifest->hash, world.dir.filePath("out")));
        QCOMPARE(world.content(world.dir.filePath("out")), bytes);
        QCOMPARE(world.content(world.dir.filePath("given")), bytes);
        QCOMPARE(QFile::permissions(world.store.pathOf(manifest->hash)) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(world.store.add(world.dir.filePath("nowhere")).error().kind == base::ErrorKind::Usage);
    }

    void damageIsFoundBeforeAnythingIsReplaced()
    {
        World world;
        const Hash hash = world.add("precious");
        QFile file(world.store.pathOf(hash));
        file.open(QIODevice::ReadWrite);
        file.write("X");
        file.close();
        const QString out = world.fileOf("what was there", "out");
        QVERIFY(world.store.copyTo(hash, out).error().kind == base::ErrorKind::Storage);
        QCOMPARE(world.content(out), QByteArray("what was there"));
        QVERIFY(!world.store.has(hash)); // it can be fetched again
    }

    void whatArrivesIsTakenWhenItIsWholeAndRight()
    {
        World world;
        const Hash hash = Hash::of("in two parts");
        QVERIFY(world.store.append(hash, "in two "));
        QCOMPARE(world.store.arrived(hash), 7);
        QVERIFY(!world.store.has(hash));
        QVERIFY(world.store.append(hash, "parts"));
        QVERIFY(world.store.finish(hash));
        QCOMPARE(world.content(world.store.pathOf(hash)), QByteArray("in two parts"));
        const Hash other = Hash::of("other");
        QVERIFY(world.store.append(other, "0ther"));
        QVERIFY(world.store.finish(other).error().kind == base::ErrorKind::Protocol);
        QVERIFY(!world.store.has(other));
        QCOMPARE(world.store.arrived(other), 0);
        QVERIFY(world.store.finish(Hash::of({}))); // nothing is a content too
    }

    void theLeastRecentlyUsedGoFirstAndWhatIsKeptNever()
    {
        World world;
        const Hash oldest = world.add(QByteArray(1000, 'a'));
        const Hash kept = world.add(QByteArray(1000, 'b'));
        const Hash used = world.add(QByteArray(1000, 'c'));
        const Hash latest = world.add(QByteArray(1000, 'd'));
        world.age(oldest, 5);
        world.age(kept, 9);
        world.age(used, 7);
        world.store.touch(used);
        QCOMPARE(world.store.evict(4000, {kept}), 0);
        QCOMPARE(world.store.evict(3000, {kept}), 1000);
        QVERIFY(!world.store.has(oldest) && world.store.has(kept) && world.store.has(used) && world.store.has(latest));
        QCOMPARE(world.store.evict(0, {kept}), 2000);
        QVERIFY(world.store.has(kept));
    }

    void whatWasJustAddedIsSafeUntilSomethingNamesIt()
    {
        World world;
        const Hash fresh = world.add("just added", false);
        world.store.removeAllBut({});
        QCOMPARE(world.store.evict(0, {}), 0);
        QVERIFY(world.store.has(fresh));
        world.store.settle(fresh);
        world.store.removeAllBut({});
        QVERIFY(!world.store.has(fresh));
        // Left by a crash, it is not kept for ever.
        const Hash left = world.add("left behind", false);
        world.age(left, 2);
        world.store.removeAllBut({});
        QCOMPARE(world.files(), 0);
    }

    void removingTakesThePartsToo()
    {
        World world;
        const Hash kept = world.add("kept");
        QVERIFY(world.store.append(Hash::of("x"), "part of a secret"));
        QVERIFY(world.store.append(kept, "?"));
        world.store.removeAllBut({kept});
        QCOMPARE(world.store.arrived(Hash::of("x")), 0);
        QVERIFY(world.store.has(kept));
        QCOMPARE(world.files(), 3); // it, what it is made of, and its part
    }
};

QTEST_GUILESS_MAIN(BlobsLocalStoreTest)
#include "blobs_local_store_test.moc"

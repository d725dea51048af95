#include "base/deliver.h"
#include "base/thread_guard.h"
#include "client/client.h"
#include "client/file_lock.h"
#include "client/profile_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using client::DiskUse;

// What a profile takes of the disk.
class DiskUseTest : public QObject {
    Q_OBJECT

    static void write(const QString &path, int bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(bytes, 'x')), bytes);
    }

    template<class T>
    static base::Result<T> answered(const QFuture<base::Result<T>> &future)
    {
        base::Result<T> result = base::fail(base::ErrorKind::Cancelled, "test", "no answer");
        QObject receiver;
        bool came = false;
        base::deliver(future, &receiver, [&](const base::Result<T> &answer) {
            result = answer;
            came = true;
        });
        (void)QTest::qWaitFor([&] { return came; }, 10'000);
        return result;
    }

private Q_SLOTS:
    void eachPartIsCountedAndOtherProfilesAreNot()
    {
        QTemporaryDir dir;
        const auto folder = client::ProfileFolder::open(dir.path());
        QVERIFY(folder);
        write(dir.filePath("cache.db"), 1000);
        write(dir.filePath("cache.db-wal"), 200);
        write(dir.filePath("outbox.db"), 30);
        write(dir.filePath("outbox.db-wal"), 4);
        write(dir.filePath("words.txt"), 5);
        QVERIFY(QDir(dir.path()).mkpath("companies/2"));
        write(dir.filePath("companies/2/cache.db"), 7777);
        QVERIFY(QDir(dir.path()).mkpath("blobs/ab"));
        write(dir.filePath("blobs/ab/chunk"), 600);
        const DiskUse use = folder->diskUse();
        QCOMPARE(use.folder, QDir(dir.path()).absolutePath());
        QCOMPARE(use.cacheBytes, 1200);
        QCOMPARE(use.outboxBytes, 34);
        QCOMPARE(use.otherBytes, 605); // the signal files are empty
        QCOMPARE(use.total(), 1839);
    }

    void freeingSpaceLeavesWhatWaitsToBeSent()
    {
        QTemporaryDir dir;
        client::Options options;
        options.profileDir = dir.path();
        options.offline = true;
        auto opened = client::Client::open(options);
        QVERIFY(opened);
        const base::UiThreadMark mark([](const char *place) { QFAIL(place); });
        const auto before = answered((*opened)->diskUse());
        QVERIFY(before);
        QVERIFY(before->cacheBytes > 0 && before->outboxBytes > 0);
        const auto freed = answered((*opened)->freeSpace());
        QVERIFY2(freed, freed ? "" : qPrintable(freed.error().detail));
        const auto after = answered((*opened)->diskUse());
        QVERIFY(after);
        QVERIFY(after->cacheBytes <= before->cacheBytes);
        QCOMPARE(after->outboxBytes, before->outboxBytes);
    }

    void anotherProcessThatWritesTheCacheIsNotDisturbed()
    {
        QTemporaryDir dir;
        client::Options options;
        options.profileDir = dir.path();
        options.offline = true;
        auto opened = client::Client::open(options);
        QVERIFY(opened);
        const auto folder = client::ProfileFolder::open(dir.path());
        client::FileLock other(folder->connectionLock());
        QVERIFY(other.tryTake());
        const auto refused = answered((*opened)->freeSpace());
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == base::ErrorKind::Conflict);
        other.release();
        QVERIFY(answered((*opened)->freeSpace()));
    }
};

QTEST_GUILESS_MAIN(DiskUseTest)
#include "disk_use_test.moc"

#include "store/full_disk.h"
#include "store/world.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class StoreFaultsTest : public QObject {
    Q_OBJECT

private:
    static std::vector<WireRow> someRows(World &world, int count)
    {
        std::vector<WireRow> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back(world.row(world.place(), World::post(QString("texte %1").arg(i).repeated(20), world.other),
                                     world.newId()));
        return rows;
    }

    static void copyFiles(const World &from, const QString &to)
    {
        for (const char *name : {"cache.db", "cache.db-wal", "outbox.db", "outbox.db-wal"}) {
            QFile::remove(to + '/' + name);
            QFile::copy(from.folder.filePath(name), to + '/' + name);
        }
    }

private Q_SLOTS:
    void aFullDiskLosesNothingWhicheverWriteFails()
    {
        FullDisk disk;
        World world;
        world.signIn();
        world.holdPost("avant");
        bool everFailed = false;
        for (long writes = 0; writes < 200; writes += 7) {
            const QByteArray before = value(world.reader->dump(std::nullopt));
            const auto states = value(world.cache->scopes());
            const auto rows = someRows(world, 40);
            disk.failAfter(writes);
            const auto applied = world.cache->apply(world.covered(world.place()), rows);
            disk.makeRoom();
            if (applied)
                break;
            everFailed = true;
            QVERIFY(applied.error().kind == base::ErrorKind::Storage);
            QVERIFY2(applied.error().detail.contains("full"), qPrintable(applied.error().detail));
            QCOMPARE(value(world.reader->dump(std::nullopt)), before);
            QCOMPARE(value(world.cache->scopes()), states);
        }
        QVERIFY(everFailed);
        world.reopen();
        const qsizetype found = world.search("texte ").size();
        world.apply(world.place(), someRows(world, 40));
        QCOMPARE(world.search("texte ").size(), found + 40);
    }

    void anAppendOnAFullDiskSaysSoAndLaterWorks()
    {
        FullDisk disk;
        World world;
        const Operation op = world.newPost(QString("long texte ").repeated(2000));
        disk.failAfter(2);
        const auto failed = world.outbox->append({op});
        disk.makeRoom();
        QVERIFY(!failed);
        QVERIFY(failed.error().detail.contains("full"));
        QVERIFY(value(world.outbox->entries()).isEmpty());
        value(world.outbox->append({op}));
        world.reopen();
        QVERIFY(value(world.outbox->entries())[0].op == op);
    }

    void copyingTheFilesAtAnyMomentGivesRowsWithTheirCoverage()
    {
        World world;
        world.signIn();
        QTemporaryDir copy;
        for (int turn = 0; turn < 6; ++turn) {
            world.apply(world.place(), someRows(world, 30));
            copyFiles(world, copy.path());
            auto cache = value(Cache::open(copy.filePath("cache.db")));
            value(Outbox::open(copy.filePath("outbox.db"), world.random));
            auto reader = value(Reader::open(copy.filePath("cache.db"), copy.filePath("outbox.db")));
            ScopeState state;
            for (const ScopeState &each : value(cache->scopes())) {
                if (each.scope == world.place())
                    state = each;
            }
            QCOMPARE(state.cursor(), world.heads[world.place()]);
            QCOMPARE(value(reader->dump(world.place())), value(world.reader->dump(world.place())));
        }
    }

    void anAppendThatReturnedIsInACopyOfTheFiles()
    {
        World world;
        const OpId id = world.write(world.newPost("promis"));
        QTemporaryDir copy;
        copyFiles(world, copy.path());
        auto outbox = value(Outbox::open(copy.filePath("outbox.db"), world.random));
        QVERIFY(value(outbox->entry(id)));
    }

    void aDamagedFileIsNamedAsSuchAndLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath("cache.db");
        const QByteArray garbage(8192, 'x');
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(garbage);
        }
        const auto opened = Cache::open(path);
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == base::ErrorKind::Storage);
        QVERIFY2(opened.error().detail.contains("damaged"), qPrintable(opened.error().detail));
        base::SeededRandom random(3);
        QVERIFY(!Outbox::open(path, random));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
    }

    void aFolderThatIsMissingIsAnErrorThatSaysWhatToDo()
    {
        QTemporaryDir folder;
        const auto opened = Cache::open(folder.filePath("nowhere/cache.db"));
        QVERIFY(!opened);
        QVERIFY2(opened.error().detail.contains("folder"), qPrintable(opened.error().detail));
    }

    void aReadOnlyFileIsAnErrorThatSaysWhatToDo()
    {
        World world;
        world.close();
        QFile::setPermissions(world.outboxPath(), QFileDevice::ReadOwner);
        const auto opened = Outbox::open(world.outboxPath(), world.random);
        if (opened) {
            const auto written = (*opened)->append({world.newPost("x")});
            if (written)
                QSKIP("this user may write what nobody may write");
            QVERIFY(written.error().detail.contains("folder"));
        } else {
            QVERIFY2(opened.error().detail.contains("folder"), qPrintable(opened.error().detail));
        }
        QFile::setPermissions(world.outboxPath(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        world.reopen();
    }
};

QTEST_GUILESS_MAIN(StoreFaultsTest)
#include "store_faults_test.moc"

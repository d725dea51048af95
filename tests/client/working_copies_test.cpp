// Documents that other programs have open: the file is changed as editors change files, the version is looked for in the
// outbox. What the server makes of it is told by tests/e2e.
#include "client/file_mark.h"
#include "client/working_copies.h"
#include "client/write_worker.h"
#include "store/full_disk.h"
#include "store/world.h"

#include <QDir>
#include <QFile>
#include <QThread>

using namespace parvis;
using namespace parvis::store::test;
using client::CopyState;
using client::WorkingCopies;
using client::WorkingCopy;
using client::WriteWorker;
using store::OutboxEntry;

namespace {

struct ShiftedClock : base::SystemClock {
    base::Time now() const override { return base::SystemClock::now().plusMs(ahead); }
    qint64 ahead = 0;
};

// A profile with one document in it, whose content is here, and the two workers on one thread.
class Desk {
public:
    Desk()
        : folder(value(client::ProfileFolder::open(world.folder.path()))),
          files(value(blobs::LocalStore::open(folder.blobs())))
    {
        world.signIn();
        document = held(QStringLiteral("Plan.txt"), "first\n");
        start();
    }

    Uuid held(const QString &name, const QByteArray &bytes)
    {
        const Uuid id = world.newId();
        model::Document row{.name = name, .author = world.other};
        row.versions = 1;
        versionOf(id, row, bytes);
        return id;
    }

    // Somebody else has written this; it is here.
    void otherVersion(const QByteArray &bytes)
    {
        model::Document row{.name = QStringLiteral("Plan.txt"), .author = world.other};
        row.versions = 2;
        versionOf(document, row, bytes);
    }

    // What a crash leaves: nothing is told, nothing finished.
    void crash()
    {
        copies.reset();
        writer.reset();
    }

    void startWeeksLater()
    {
        clock.ahead = 30LL * 24 * 3600 * 1000;
        start();
    }

    void start()
    {
        writer = std::make_unique<WriteWorker>(folder, clock, world.random, connected);
        WorkingCopies::Pace pace;
        pace.quiet = 60;
        pace.firstRetry = 50;
        pace.unwatched = 200;
        copies = std::make_unique<WorkingCopies>(
            folder, clock, world.random, connected,
            [this](PersonId me, const store::Copy &from, const store::Copy &to, qint64 size,
                   const WorkingCopies::Saved &saved) {
                ++asked;
                if (!writerIsDead)
                    saved(writer->saveCopy(me, from, to, size));
            },
            pace);
        copies->setPerson(world.me);
        copies->begin();
    }

    WorkingCopy open() { return value(copies->open(document)); }
    WorkingCopy copy()
    {
        const auto list = value(copies->list());
        return list.isEmpty() ? WorkingCopy{} : list.first();
    }

    // As most editors of text do.
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
    }
    // As office programs do: beside it, then under its name.
    static void replace(const QString &path, const QByteArray &bytes)
    {
        const QString beside = QFileInfo(path).path() + "/lu12x.tmp";
        write(beside, bytes);
        QFile::remove(path);
        if (!QFile::rename(beside, path))
            qFatal("cannot rename");
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(nothing)");
    }

    QList<Operation> versions()
    {
        QList<Operation> ops;
        for (const OutboxEntry &entry : value(world.outbox->entries())) {
            if (entry.op.kind == Kind::Version)
                ops.append(entry.op);
        }
        return ops;
    }
    QByteArray contentOf(const Operation &op)
    {
        const auto version =
            std::get<model::DocumentVersion>(value(model::merged(std::nullopt, op, world.me, world.clock.now())));
        return read(files.pathOf(*blobs::Hash::fromHex(version.blob)));
    }
    // Long enough that a save would have been taken.
    void wait()
    {
        int turns = 0;
        QTRY_VERIFY_WITH_TIMEOUT(++turns > 8, 5'000);
    }

    World world;
    ShiftedClock clock;
    std::atomic<bool> connected{true};
    client::ProfileFolder folder;
    blobs::LocalStore files;
    Uuid document;
    OpId head;
    int asked = 0;
    bool writerIsDead = false;
    std::unique_ptr<WriteWorker> writer;
    std::unique_ptr<WorkingCopies> copies;

private:
    void versionOf(const Uuid &id, model::Document &row, const QByteArray &bytes)
    {
        const QString beside = world.folder.filePath("given");
        write(beside, bytes);
        const auto file = value(files.add(beside));
        files.settle(file.hash);
        QFile::remove(beside);
        const Uuid version = world.newId();
        head = world.newId<OpId>();
        world.hold(ScopeId::group(world.group),
                   model::DocumentVersion{.document = model::DocumentId(id),
                                          .number = row.versions,
                                          .author = world.other,
                                          .size = file.size,
                                          .blob = file.hash.toHex(),
                                          .contentOp = head.uuid()},
                   version);
        row.head = version;
        row.headOp = head.uuid();
        row.size = file.size;
        row.editor = world.other;
        world.hold(ScopeId::group(world.group), row, id);
    }
};

} // namespace

class WorkingCopiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentIsPutWhereOnlyItsPersonReadsIt()
    {
        Desk desk;
        const WorkingCopy copy = desk.open();
        QCOMPARE(copy.name, "Plan.txt");
        QVERIFY(copy.state == CopyState::Open && !copy.readOnly);
        QCOMPARE(Desk::read(copy.path), QByteArray("first\n"));
        QCOMPARE(copy.path, desk.folder.workingCopies() + "/" + desk.document.toString() + "/Plan.txt");
        const auto everybodyElse = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString &path : {copy.path, QFileInfo(copy.path).path(), desk.folder.workingCopies()})
            QVERIFY(!(QFile::permissions(path) & everybodyElse));
        QVERIFY(!(QFile::permissions(copy.path) & QFile::ExeOwner));
        QCOMPARE(value(desk.copies->list()).size(), 1);
        desk.wait();
        QVERIFY(desk.versions().isEmpty());
    }

    void whatIsNoDocumentToOpenIsRefused()
    {
        Desk desk;
        const auto errorOf = [&](const Uuid &id) { return desk.copies->open(id).error(); };
        QCOMPARE(errorOf(desk.held("Setup.EXE", "MZ")).where, "executable");
        QCOMPARE(errorOf(desk.held("x.exe. ", "MZ")).where, "executable");
        QVERIFY(errorOf(desk.world.newId()).kind == base::ErrorKind::Refused);
        const Uuid folder = desk.world.newId();
        desk.world.hold(ScopeId::group(desk.world.group), model::Folder{.name = "Folder"}, folder);
        QVERIFY(errorOf(folder).kind == base::ErrorKind::Usage);
        const Uuid empty = desk.world.newId();
        desk.world.hold(ScopeId::group(desk.world.group), model::Document{.name = "empty.txt"}, empty);
        QCOMPARE(errorOf(empty).where, "no_content");
        const Uuid away = desk.held("away.txt", "not on this disk");
        desk.files.removeAllBut({});
        QVERIFY(errorOf(away).kind == base::ErrorKind::Offline);
        QVERIFY(!QFileInfo::exists(desk.folder.workingCopies() + "/" + away.toString()));
    }

    void aNameFromElsewhereCannotLeaveItsFolder()
    {
        Desk desk;
        const WorkingCopy copy = value(desk.copies->open(desk.held("..\\..\\CON:x\u202Etxt.odt", "x")));
        QCOMPARE(QFileInfo(copy.path).path(), desk.folder.workingCopies() + "/" + copy.document.toString());
        QCOMPARE(copy.name, ".._.._CON_xtxt.odt");
    }

    void eachWayOfSavingMakesAVersion_data()
    {
        QTest::addColumn<bool>("byRename");
        QTest::newRow("in place") << false;
        QTest::newRow("beside, then renamed") << true;
    }

    void eachWayOfSavingMakesAVersion()
    {
        QFETCH(bool, byRename);
        Desk desk;
        const QString path = desk.open().path;
        const auto save = byRename ? &Desk::replace : &Desk::write;
        save(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        const Operation second = desk.versions().first();
        QCOMPARE(second.baseOp, desk.head);
        QCOMPARE(desk.contentOf(second), QByteArray("second\n"));
        QVERIFY(desk.copy().state == CopyState::Waiting);
        save(path, "third\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 2, 10'000);
        const Operation third = desk.versions().last();
        QCOMPARE(third.baseOp, second.id); // on what was saved here before
        QVERIFY(third.dependsOn.contains(second.id));
        QCOMPARE(desk.contentOf(third), QByteArray("third\n"));
    }

    void twoQuickSavesAreOneVersion()
    {
        Desk desk;
        const QString path = desk.open().path;
        Desk::write(path, "a\n");
        Desk::replace(path, "b\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        desk.wait();
        QCOMPARE(desk.versions().size(), 1);
        QCOMPARE(desk.contentOf(desk.versions().first()), QByteArray("b\n"));
    }

    void savingTheSameOrOnlyTouchingIsNoVersion()
    {
        Desk desk;
        const QString path = desk.open().path;
        Desk::replace(path, "first\n");
        desk.wait();
        Desk::write(QFileInfo(path).path() + "/.~lock.Plan.txt#", "somebody");
        Desk::write(QFileInfo(path).path() + "/4913", "");
        QTRY_VERIFY_WITH_TIMEOUT(desk.copy().state == CopyState::Open, 5'000);
        desk.wait();
        QVERIFY(desk.versions().isEmpty());
    }

    void aSaveThatTakesLongIsTakenWhenItIsWhole()
    {
        Desk desk;
        const QString path = desk.open().path;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QByteArray whole;
        for (int part = 0; part < 12; ++part) {
            const QByteArray bytes(10'000, char('a' + part));
            whole += bytes;
            file.write(bytes);
            file.flush();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            QVERIFY(desk.versions().isEmpty());
        }
        file.close();
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(desk.contentOf(desk.versions().first()), whole);
    }

    void aSaveBeforeACrashIsFoundAndTakenOnce()
    {
        Desk desk;
        const QString path = desk.open().path;
        desk.crash();
        Desk::replace(path, "saved while nothing ran\n");
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(desk.versions().first().baseOp, desk.head);
        desk.crash();
        desk.start();
        desk.wait();
        QCOMPARE(desk.versions().size(), 1);
        QVERIFY(desk.copy().state == CopyState::Waiting);
    }

    void aCrashBetweenTakingAndQueueingLosesNothing()
    {
        Desk desk;
        const QString path = desk.open().path;
        desk.writerIsDead = true;
        Desk::write(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.asked, 1, 10'000);
        desk.crash();
        QVERIFY(desk.versions().isEmpty());
        desk.writerIsDead = false;
        desk.start();
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(desk.contentOf(desk.versions().first()), QByteArray("second\n"));
    }

    void twoProcessesTakeOneSaveOnce()
    {
        Desk desk;
        const QString path = desk.open().path;
        const auto row = value(desk.world.outbox->copies()).first();
        Desk::write(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        auto to = value(desk.world.outbox->copies()).first();
        to.base = {};
        const auto again = desk.writer->saveCopy(
            desk.world.me, row, {row.document, row.scope, row.name, {}, QString(64, 'c'), "1 2 3", {}}, 7);
        QVERIFY(again && !*again);
        QCOMPARE(desk.versions().size(), 1);
    }

    void anUnchangedCopyIsReplacedByWhatIsNewer()
    {
        Desk desk;
        const QString path = desk.open().path;
        desk.otherVersion("of Jean\n");
        const OpId newer = desk.head;
        QCOMPARE(Desk::read(path), QByteArray("first\n")); // not under the hands of whoever reads it
        QCOMPARE(desk.open().path, path);
        QCOMPARE(Desk::read(path), QByteArray("of Jean\n"));
        Desk::write(path, "on that of Jean\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(desk.versions().first().baseOp, newer);
    }

    void aChangedCopyKeepsItsBaseWhateverComes()
    {
        Desk desk;
        const QString path = desk.open().path;
        const OpId base = desk.head;
        desk.crash(); // nothing takes it meanwhile
        Desk::write(path, "of Marie\n");
        desk.otherVersion("of Jean\n");
        desk.start();
        QVERIFY(desk.open().path == path);
        QCOMPARE(Desk::read(path), QByteArray("of Marie\n"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(desk.versions().first().baseOp, base); // the server makes a branch of it
        QCOMPARE(desk.contentOf(desk.versions().first()), QByteArray("of Marie\n"));
    }

    void aCopyThatAnEditorShowsIsNotReplaced()
    {
        Desk desk;
        const QString path = desk.open().path;
        const OpId base = desk.head;
        desk.otherVersion("of Jean\n");
        Desk::write(QFileInfo(path).path() + "/.~lock.Plan.txt#", "marie");
        desk.open();
        QCOMPARE(Desk::read(path), QByteArray("first\n"));
        Desk::write(path, "of Marie\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(desk.versions().first().baseOp, base);
    }

    void whatSomebodyHasLockedWaitsInItsFile()
    {
        Desk desk;
        const QString path = desk.open().path;
        model::Lock lock;
        lock.document = model::DocumentId(desk.document);
        lock.person = desk.world.other;
        lock.until = desk.clock.now().plusMs(3'600'000);
        const ScopeId place = ScopeId::group(desk.world.group);
        const Uuid id = model::lockId(lock.document);
        desk.world.hold(place, lock, id);
        QVERIFY(desk.open().readOnly);
        QVERIFY(!(QFile::permissions(path) & QFile::WriteOwner));
        Desk::replace(path, "second\n");
        QTRY_VERIFY_WITH_TIMEOUT(desk.copy().state == CopyState::Failed, 10'000);
        QCOMPARE(desk.copy().why, "locked");
        QVERIFY(desk.versions().isEmpty());
        desk.world.apply(place, {desk.world.tombstone(place, Kind::Lock, id)});
        store::ChangeSet changes;
        changes.add({Kind::Lock, id, place, {}, true});
        desk.copies->changed(changes);
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QCOMPARE(Desk::read(path), QByteArray("second\n"));
        QVERIFY(!desk.open().readOnly);
        QVERIFY(QFile::permissions(path) & QFile::WriteOwner);
    }

    void afterARefusedVersionTheNextStandsOnWhatTheServerHas()
    {
        Desk desk;
        const QString path = desk.open().path;
        Desk::write(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        const OpId refused = desk.versions().first().id;
        value(desk.world.outbox->markRejected(refused, "group_full"));
        QVERIFY(desk.copy().state == CopyState::Failed);
        QCOMPARE(desk.copy().why, "group_full");
        Desk::write(path, "third\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 2, 10'000);
        QCOMPARE(desk.versions().last().baseOp, desk.head);
        QVERIFY(!desk.versions().last().dependsOn.contains(refused));
    }

    void aRefusedVersionThatIsSentAgainStaysTheBase()
    {
        Desk desk;
        const QString path = desk.open().path;
        Desk::write(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        const OpId refused = desk.versions().first().id;
        value(desk.world.outbox->markRejected(refused, "group_full"));
        const OpId again = value(desk.world.outbox->retry(refused, desk.world.newId<OpId>()));
        QCOMPARE(value(desk.world.outbox->copies()).first().base, again);
        value(desk.world.outbox->discard(again));
        QCOMPARE(value(desk.world.outbox->copies()).first().base, desk.head);
    }

    void aFileThatVanishesIsSaidSoAndMadeAgain()
    {
        Desk desk;
        const QString path = desk.open().path;
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE_WITH_TIMEOUT(desk.copy().why, "vanished", 10'000);
        desk.wait();
        QVERIFY(desk.versions().isEmpty());
        QVERIFY(desk.open().state == CopyState::Open);
        QCOMPARE(Desk::read(path), QByteArray("first\n"));
        QVERIFY(desk.copy().why.isEmpty());
    }

    void aFileThatCannotBeReadIsTakenWhenItCan()
    {
        Desk desk;
        const QString path = desk.open().path;
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::link(desk.world.folder.filePath("nowhere"), path));
        QTRY_COMPARE_WITH_TIMEOUT(desk.copy().why, "unreadable", 10'000);
        QVERIFY(QFile::remove(path));
        Desk::write(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
    }

    void aFullDiskKeepsTheSaveInItsFile()
    {
        store::test::FullDisk disk;
        Desk desk;
        const QString path = desk.open().path;
        disk.failAfter(0);
        Desk::write(path, "second\n");
        QTRY_COMPARE_WITH_TIMEOUT(desk.copy().why, "disk", 10'000);
        QVERIFY(disk.hasFailed());
        QCOMPARE(Desk::read(path), QByteArray("second\n"));
        disk.makeRoom();
        QTRY_COMPARE_WITH_TIMEOUT(desk.versions().size(), 1, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.copy().why.isEmpty(), 10'000);
    }

    void copiesOfALostGroupGoWithTheirNames()
    {
        Desk desk;
        const Uuid other = desk.held("canary-4711.txt", "canary of content");
        const QString path = value(desk.copies->open(other)).path;
        Desk::write(path, "canary that was changed");
        const ScopeId place = ScopeId::group(desk.world.group);
        // Membership is gone; the cache has purged the scope.
        const ScopeId mine = ScopeId::person(desk.world.me);
        desk.world.apply(mine,
                         {desk.world.tombstone(mine, Kind::Membership, model::membershipId(place, desk.world.me))});
        desk.copies->changed(value(desk.world.cache->purge(place)));
        QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(path), 10'000);
        QVERIFY(value(desk.copies->list()).isEmpty());
        desk.crash();
        for (const QString &name : {desk.folder.outbox(), desk.folder.outbox() + "-wal"})
            QVERIFY2(!Desk::read(name).contains("canary"), qPrintable(name));
        QVERIFY(!QFileInfo::exists(QFileInfo(path).path()));
    }

    void anEmptyCacheIsNoLossOfAccess()
    {
        Desk desk;
        const QString path = desk.open().path;
        desk.crash();
        Desk::write(path, "not sent yet\n");
        value(desk.world.cache->wipe());
        desk.start();
        store::ChangeSet changes;
        changes.wide = true;
        desk.copies->changed(changes);
        desk.wait();
        QCOMPARE(Desk::read(path), QByteArray("not sent yet\n"));
    }

    void whoSignsOutLeavesNothing()
    {
        Desk desk;
        const QString path = desk.open().path;
        desk.copies->setPerson(std::nullopt);
        QVERIFY(!QFileInfo::exists(desk.folder.workingCopies()));
        QVERIFY(value(desk.world.outbox->copies()).isEmpty());
        QVERIFY(!desk.copies->open(desk.document));
    }

    void whatIsNotUsedGoesAndWhatWasChangedStays()
    {
        Desk desk;
        const QString path = desk.open().path;
        const Uuid other = desk.held("changed.txt", "x");
        const QString changed = value(desk.copies->open(other)).path;
        desk.crash();
        Desk::write(changed, "changed, and then for weeks nothing\n");
        const auto old = [](const QString &of) {
            QFile file(of);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::fromMSecsSinceEpoch(1'000'000'000'000), QFile::FileModificationTime));
        };
        old(path);
        old(changed);
        for (store::Copy copy : value(desk.world.outbox->copies())) {
            copy.usedAt = base::Time::fromMs(1'000'000'000'000);
            if (copy.document == desk.document)
                copy.mark = client::markOf(path);
            value(desk.world.outbox->keepCopy(copy));
        }
        desk.writerIsDead = true;
        desk.startWeeksLater();
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(QFileInfo::exists(changed));
    }

    void allThatIsSavedIsTakenBeforeTheAnswer()
    {
        Desk desk;
        const QString path = desk.open().path;
        Desk::write(path, "second\n");
        int left = -1;
        qsizetype found = -1;
        desk.copies->takeAll([&](int still) {
            left = still;
            found = desk.versions().size();
        });
        QTRY_COMPARE_WITH_TIMEOUT(left, 0, 10'000);
        QCOMPARE(found, 1);
    }
};

QTEST_GUILESS_MAIN(WorkingCopiesTest)
#include "working_copies_test.moc"

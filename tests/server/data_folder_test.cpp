#include "server/backup.h"
#include "server/data_folder.h"
#include "server/lineage.h"
#include "store/database.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

using namespace parvis;
using namespace parvis::server;

namespace {

constexpr HashCost cheap{1, 8192};
const DataFolder::Founding founding{"Cie", "root", "Root Admin", "secret"};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void replace(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(path));
}

} // namespace

class DataFolderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_tmp;
    base::ManualClock m_clock;
    base::SeededRandom m_random{1};
    Env m_env{m_clock, m_random};

    QString dir() const { return m_tmp->filePath("data"); }
    auto found(const DataFolder::Founding &how = founding) { return DataFolder::init(dir(), how, m_env, cheap); }
    auto open() { return DataFolder::open(dir(), m_env, cheap); }
    static EpochId epochOf(DataFolder &folder) { return folder.rows().read()->scope(ScopeId::company())->epoch; }

private Q_SLOTS:
    void init() { m_tmp = std::make_unique<QTemporaryDir>(); }

    void newFolderHoldsACompanyAndItsAdministrator()
    {
        const auto folder = found();
        QVERIFY(folder);
        auto view = (*folder)->rows().read();
        QCOMPARE(entityOf<model::Company>(*view, ScopeId::company(), (*folder)->company().uuid())->name, "Cie");
        const PersonId admin = *personByHandle(*view, "root");
        QVERIFY(person(*view, admin)->role == model::CompanyRole::Administrator);
        QCOMPARE(person(*view, admin)->fullName, "Root Admin");
        QVERIFY(seat(*view, admin, ScopeId::company()));
        QVERIFY(seat(*view, admin, ScopeId::directory()));
        QCOMPARE((*folder)->auth().login("root", "secret", "d", "a")->person, admin);
        QVERIFY((*folder)->rows().check().problems.isEmpty());
    }

    void filesAreForTheirOwnerOnly()
    {
        const auto folder = found();
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
                            | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(dir()) & others));
        const auto files = QDir(dir()).entryList(QDir::Files);
        QVERIFY(files.contains("server.db") && files.contains("auth.db") && files.contains("lineage"));
        for (const QString &file : files)
            QVERIFY2(!(QFile::permissions(dir() + '/' + file) & others), qPrintable(file));
    }

    void folderInUseIsRefused()
    {
        auto folder = found();
        QVERIFY(open().error().kind == base::ErrorKind::Conflict);
        QVERIFY(found().error().kind == base::ErrorKind::Conflict);
        folder->reset();
        QVERIFY(open());
    }

    void holdDiesWithItsProcess()
    {
        QVERIFY(found());
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto held = FolderLock::take(dir());
            const char answer = held ? 'y' : 'n';
            _exit(write(ready[1], &answer, 1) == 1 ? pause() : 1);
        }
        char answer = 0;
        QCOMPARE(read(ready[0], &answer, 1), ssize_t(1));
        QCOMPARE(answer, 'y');
        QVERIFY(open().error().kind == base::ErrorKind::Conflict);
        QCOMPARE(kill(child, SIGKILL), 0);
        QCOMPARE(waitpid(child, nullptr, 0), child);
        QVERIFY(open());
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void secondInitIsRefusedAndChangesNothing()
    {
        const EpochId before = epochOf(**found());
        QVERIFY(found({"Other", "x", "X", "y"}).error().kind == base::ErrorKind::Conflict);
        QCOMPARE(epochOf(**open()), before);
    }

    void folderWithForeignFilesIsRefused()
    {
        QVERIFY(QDir().mkpath(dir()));
        replace(dir() + "/thesis.txt", "years of work");
        QVERIFY(found().error().kind == base::ErrorKind::Conflict);
        QCOMPARE(contents(dir() + "/thesis.txt"), "years of work");
        QVERIFY(open().error().kind == base::ErrorKind::Storage);
    }

    void refusedInitLeavesNothing()
    {
        QCOMPARE(found({"Cie", "Bad Handle", "X", "secret"}).error().where, "bad_handle");
        QVERIFY(!QDir(dir()).exists());
        QVERIFY(found({"Cie", "root", "X", ""}).error().kind == base::ErrorKind::Usage);
        QVERIFY(!QDir(dir()).exists());
    }

    void initCutShortIsStartedAnew()
    {
        QVERIFY(QDir().mkpath(dir()));
        QVERIFY(openSqliteRowStore(dir() + "/server.db"));
        auto auth = AuthStore::open(dir() + "/auth.db", m_clock, m_random, cheap);
        QVERIFY((*auth)->putAccount({PersonId(base::newUuid(m_clock, m_random)), "root", {}, false, false}));
        auth->reset();
        QVERIFY(open().error().kind == base::ErrorKind::Storage);
        QVERIFY(found());
        QVERIFY((*open())->auth().login("root", "secret", "d", "a"));
    }

    void newPersonCanSignInAndADisabledOneCannot()
    {
        auto folder = std::move(*found());
        model::Person anna;
        anna.handle = "anna";
        const auto id = folder->addPerson(anna, "pw", m_env);
        QVERIFY(id);
        QCOMPARE(folder->auth().login("anna", "pw", "d", "a")->person, *id);
        QCOMPARE(folder->addPerson(anna, "pw", m_env).error().where, "handle_taken");
        QVERIFY(folder->disablePerson(*id, m_env));
        QCOMPARE(folder->auth().login("anna", "pw", "d", "a").error().where, "disabled");
        QVERIFY(person(*folder->rows().read(), *id)->disabled);
        QVERIFY(folder->rows().check().problems.isEmpty());
    }

    void accountLeftByACrashIsTakenOver()
    {
        auto folder = std::move(*found());
        QVERIFY(folder->auth().putAccount({PersonId(base::newUuid(m_clock, m_random)), "anna", {}, false, false}));
        model::Person anna;
        anna.handle = "anna";
        const auto id = folder->addPerson(anna, "pw", m_env);
        QVERIFY(id);
        QCOMPARE(folder->auth().login("anna", "pw", "d", "a")->person, *id);
    }

    void epochsStayWhenTheDatabaseGoesOn()
    {
        const EpochId before = epochOf(**found());
        for (int i = 0; i < 3; ++i) {
            const auto folder = open();
            QVERIFY(!(*folder)->epochsRenewed());
            QCOMPARE(epochOf(**folder), before);
        }
    }

    void crashBetweenTheTwoMarksIsNoRestore()
    {
        const EpochId before = epochOf(**found());
        const QByteArray mark = contents(dir() + "/lineage");
        QVERIFY(open());
        replace(dir() + "/lineage", mark);
        QCOMPARE(epochOf(**open()), before);
    }

    // Sync rule 14.
    void databasePutBackTakesNewEpochs()
    {
        const EpochId before = epochOf(**found());
        const QByteArray old = contents(dir() + "/server.db");
        QVERIFY(open());
        replace(dir() + "/server.db", old);
        const auto folder = open();
        QVERIFY((*folder)->epochsRenewed());
        QVERIFY(epochOf(**folder) != before);
    }

    void missingMarkTakesNewEpochs()
    {
        const EpochId before = epochOf(**found());
        QVERIFY(QFile::remove(dir() + "/lineage"));
        const EpochId after = epochOf(**open());
        QVERIFY(after != before);
        QCOMPARE(epochOf(**open()), after);
    }

    void copyMadeBeforeTheMarksAdvancedIsKnown()
    {
        auto folder = std::move(*found());
        const EpochId before = epochOf(*folder);
        const QString copy = m_tmp->filePath("copy.tar");
        QVERIFY(backup(dir(), copy));
        QVERIFY(advanceLineage(dir(), folder->rows()));
        const QByteArray mark = contents(dir() + "/lineage");
        folder.reset();
        QVERIFY(QDir(dir()).removeRecursively());
        QVERIFY(restore(copy, dir()));
        replace(dir() + "/lineage", mark);
        QVERIFY(epochOf(**open()) != before);
    }

    void backupWhileServingIsWholeAndRestoresUnderNewEpochs()
    {
        auto folder = std::move(*found());
        const EpochId before = epochOf(*folder);
        auto writing = folder->rows().write();
        const Env env = m_env;
        QVERIFY(createGroup(*writing, {"draft", "Draft", {}, {}, {}, false, {}, {}}, env));
        const QString copy = m_tmp->filePath("copy.tar");
        const auto done = backup(dir(), copy);
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        writing->commit();
        QVERIFY(backup(dir(), copy).error().kind == base::ErrorKind::Conflict);
        QCOMPARE(QDir(m_tmp->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{"copy.tar", "data"}));

        const QString other = m_tmp->filePath("other");
        QVERIFY(restore(copy, other));
        QVERIFY(!QFile::exists(other + "/parvis-backup"));
        const auto back = DataFolder::open(other, m_env, cheap);
        QVERIFY((*back)->epochsRenewed());
        QVERIFY(epochOf(**back) != before);
        QVERIFY(personByHandle(*(*back)->rows().read(), "root"));
        QVERIFY(!groupByHandle(*(*back)->rows().read(), "draft")); // was not committed at that instant
        QVERIFY((*back)->auth().login("root", "secret", "d", "a"));
        QVERIFY((*back)->rows().check().problems.isEmpty());
    }

    void restoreNeverTouchesAFolderInUse()
    {
        auto folder = std::move(*found());
        const QString copy = m_tmp->filePath("copy.tar");
        QVERIFY(backup(dir(), copy));
        QVERIFY(restore(copy, dir()).error().kind == base::ErrorKind::Conflict);
        const EpochId before = epochOf(*folder);
        folder.reset();
        QVERIFY(restore(copy, dir()).error().kind == base::ErrorKind::Conflict);
        QCOMPARE(epochOf(**open()), before);
    }

    void damagedBackupIsRefusedAndLeavesNothing_data()
    {
        QTest::addColumn<int>("damage");
        QTest::newRow("empty") << 0;
        QTest::newRow("cut") << 1;
        QTest::newRow("text") << 2;
        QTest::newRow("database damaged") << 3;
        QTest::newRow("last entry missing") << 4;
    }
    void damagedBackupIsRefusedAndLeavesNothing()
    {
        QFETCH(int, damage);
        QVERIFY(found());
        const QString copy = m_tmp->filePath("copy.tar");
        QVERIFY(backup(dir(), copy));
        QByteArray bytes = contents(copy);
        const auto at = bytes.indexOf("SQLite format 3");
        switch (damage) {
        case 0: bytes.clear(); break;
        case 1: bytes.truncate(bytes.lastIndexOf("SQLite format 3") + 10'000); break;
        case 2: bytes = QByteArray(100'000, 'x'); break;
        case 3: bytes.replace(at + 4096, 4096, QByteArray(4096, 'x')); break;
        default: bytes.truncate(bytes.indexOf("server.db") & ~511); break;
        }
        replace(copy, bytes);
        const QString other = m_tmp->filePath("other");
        const auto done = restore(copy, other);
        QVERIFY(!done);
        QVERIFY(!done.error().detail.isEmpty());
        QVERIFY(!QDir(other).exists());
    }
};

QTEST_GUILESS_MAIN(DataFolderTest)
#include "data_folder_test.moc"

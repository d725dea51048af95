// Documents through the real programs: offline, in conflict, cut, killed, and taken away.
#include "e2e/processes.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace parvis::e2e;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

// SplitMix64: the same bytes from the same seed.
QByteArray bytesOf(quint64 seed, qint64 count)
{
    QByteArray bytes;
    bytes.reserve(count + 8);
    while (bytes.size() < count) {
        quint64 z = seed += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        z ^= z >> 31;
        bytes.append(reinterpret_cast<const char *>(&z), 8);
    }
    bytes.truncate(count);
    return bytes;
}

// Between a client and the server: counts what goes up, and cuts a line after so many bytes.
class Cutter : public QTcpServer {
public:
    Cutter(quint16 to, QList<qint64> cuts) : m_to(to), m_cuts(std::move(cuts))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *near = nextPendingConnection())
                relay(near);
        });
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }
    qint64 up = 0;
    int cutsDone = 0;

private:
    void relay(QTcpSocket *near)
    {
        auto *far = new QTcpSocket(near);
        far->connectToHost(QHostAddress(QHostAddress::LocalHost), m_to);
        const auto forward = [this, near, far] {
            if (far->state() != QAbstractSocket::ConnectedState)
                return;
            const QByteArray bytes = near->readAll();
            up += bytes.size();
            far->write(bytes);
            if (cutsDone < m_cuts.size() && up >= m_cuts[cutsDone]) {
                ++cutsDone;
                near->abort();
                far->abort();
            }
        };
        connect(far, &QTcpSocket::connected, near, forward);
        connect(near, &QTcpSocket::readyRead, far, forward);
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
    }
    quint16 m_to;
    QList<qint64> m_cuts;
};

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

class DocumentsE2eTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<Person> m_ann, m_bob;

    QString fileOf(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    // As office programs save: beside it, then under its name.
    static void replace(const QString &path, const QByteArray &bytes)
    {
        QFile beside(QFileInfo(path).path() + "/lu7x.tmp");
        if (!beside.open(QIODevice::WriteOnly) || beside.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(beside.fileName()));
        beside.close();
        QFile::remove(path);
        if (!beside.rename(path))
            qFatal("cannot rename to %s", qPrintable(path));
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(nothing)");
    }
    QString out(const char *name) const { return m_dir->filePath(QLatin1String(name)); }
    static QJsonObject at(const Answer &list, const QString &path)
    {
        for (const QJsonObject &line : list.lines()) {
            if (line.value("path").toString() == path)
                return line;
        }
        return {};
    }
    static QStringList paths(const Answer &list)
    {
        QStringList all;
        for (const QJsonObject &line : list.lines())
            all << line.value("path").toString();
        return all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<Company>(m_dir->path());
        m_ann = std::make_unique<Person>(m_dir->path(), "ann");
        m_bob = std::make_unique<Person>(m_dir->path(), "bob");
        const QByteArray wrong = foundWithTwo(*m_company, *m_ann, *m_bob);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        QCOMPARE((*m_ann)({"group", "create", "plans"}).state(), "acked");
        QCOMPARE((*m_ann)({"group", "member", "plans", "bob"}).state(), "acked");
    }
    void cleanupTestCase()
    {
        const Answer check = m_company->admin({"check"});
        QVERIFY2(check.code == 0 && check.line().value("ok").toBool(), check.all().constData());
        QVERIFY(check.line().value("checked").toObject().value("contents").toInt() > 0);
        QVERIFY(m_company->stop());
    }

    void aFileIsPutListedAndGot()
    {
        QCOMPARE((*m_ann)({"doc", "mkdir", "plans/Trips/2026"}).state(), "acked");
        const QByteArray bytes = bytesOf(1, 3 * mebibyte + 17);
        const Answer put =
            (*m_ann)({"doc", "put", "plans/Trips/2026/tour.bin", fileOf("tour.bin", bytes), "--comment", "first"});
        QVERIFY2(put.code == 0, put.all().constData());
        QCOMPARE(put.line().value("version").toInt(), 1);
        QCOMPARE(put.line().value("bytes_total").toInteger(), bytes.size());
        QCOMPARE(put.line().value("bytes_sent").toInteger(), bytes.size());
        QCOMPARE(put.state(), "here");
        const QJsonObject folder = at((*m_bob)({"doc", "ls", "plans"}), "Trips");
        QCOMPARE(folder.value("kind").toString(), "folder");
        const QJsonObject seen = at((*m_bob)({"doc", "ls", "plans", "Trips/2026"}), "Trips/2026/tour.bin");
        QCOMPARE(seen.value("state").toString(), "server");
        QCOMPARE(seen.value("author").toString(), "ann");
        QCOMPARE(seen.value("size").toInteger(), bytes.size());
        QCOMPARE(seen.value("local").toBool(), false);
        QCOMPARE((*m_bob)({"--offline", "doc", "get", put.id(), "--to", out("got.bin")}).error(), "Offline");
        const Answer got = (*m_bob)({"doc", "get", put.id(), "--to", out("got.bin")});
        QVERIFY2(got.code == 0, got.all().constData());
        QCOMPARE(got.line().value("sha256").toString(), sha256(bytes));
        QCOMPARE(contentOf(out("got.bin")), bytes);
        // Now it is here, without a line too.
        QCOMPARE((*m_bob)({"--offline", "doc", "get", put.id(), "--to", out("again.bin")}).code, 0);
        QCOMPARE(at((*m_bob)({"--offline", "doc", "ls", "plans", "Trips/2026"}), "Trips/2026/tour.bin")
                     .value("state")
                     .toString(),
                 "here");
    }

    void aSmallChangeSendsLittle()
    {
        const QByteArray first = bytesOf(2, 12 * mebibyte);
        const Answer put = (*m_ann)({"doc", "put", "plans/big.bin", fileOf("big.bin", first)});
        QCOMPARE(put.line().value("bytes_sent").toInteger(), first.size());
        const QByteArray second = QByteArray(first).insert(0, bytesOf(3, 1024));
        const Answer again = (*m_ann)({"doc", "put", "plans/big.bin", fileOf("big.bin", second)});
        QVERIFY2(again.code == 0, again.all().constData());
        QCOMPARE(again.id(), put.id());
        QCOMPARE(again.line().value("version").toInt(), 2);
        QVERIFY(again.line().value("bytes_sent").toInteger() <= 4 * mebibyte);
        QCOMPARE((*m_bob)({"doc", "get", put.id(), "--to", out("b2")}).line().value("sha256").toString(),
                 sha256(second));
        QCOMPARE(
            (*m_bob)({"doc", "get", put.id(), "--version", "1", "--to", out("b1")}).line().value("sha256").toString(),
            sha256(first));
        // The same bytes are no new version.
        const Answer same = (*m_ann)({"doc", "put", "plans/big.bin", fileOf("big.bin", second)});
        QCOMPARE(same.line().value("version").toInt(), 2);
        QCOMPARE(same.line().value("bytes_sent").toInteger(), 0);
        QCOMPARE((*m_ann)({"doc", "restore", put.id(), "1"}).state(), "acked");
        const Answer versions = (*m_ann)({"doc", "versions", put.id()});
        QCOMPARE(versions.lines().size(), 3);
        QCOMPARE(versions.line().value("version").toInt(), 3);
        QCOMPARE(versions.line().value("sha256").toString(), sha256(first));
    }

    void twoPeopleWriteOfflineAndBothVersionsStay()
    {
        const Answer put = (*m_ann)({"doc", "put", "plans/shared.txt", fileOf("s", "base\n")});
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        const Answer mine = (*m_ann)({"--offline", "doc", "put", "plans/shared.txt", fileOf("s", "of ann\n")});
        QVERIFY2(mine.code == 0, mine.all().constData());
        QCOMPARE(mine.state(), "changed");
        QCOMPARE((*m_bob)({"--offline", "doc", "put", "plans/shared.txt", fileOf("s2", "of bob\n")}).state(),
                 "changed");
        // One's own is what one opens, without a line.
        QCOMPARE((*m_ann)({"--offline", "doc", "get", put.id(), "--to", out("s3")}).code, 0);
        QCOMPARE(contentOf(out("s3")), QByteArray("of ann\n"));
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        for (const Person *person : {m_ann.get(), m_bob.get()}) {
            QCOMPARE(at((*person)({"doc", "ls", "plans"}), "shared.txt").value("state").toString(), "conflict");
            int latest = 0;
            for (const QJsonObject &version : (*person)({"doc", "versions", put.id()}).lines())
                latest += version.value("latest").toBool();
            QCOMPARE(latest, 2);
        }
        QCOMPARE((*m_bob)({"doc", "resolve", put.id(), "--keep", "mine"}).state(), "acked");
        QCOMPARE((*m_ann)({"doc", "get", put.id(), "--to", out("s4")}).code, 0);
        QCOMPARE(contentOf(out("s4")), QByteArray("of bob\n"));
        QCOMPARE(at((*m_ann)({"doc", "ls", "plans"}), "shared.txt").value("state").toString(), "here");
        QCOMPARE((*m_ann)({"doc", "resolve", put.id(), "--keep", "mine"}).error(), "Refused");
    }

    void keepingBothMakesASecondDocument()
    {
        const Answer put = (*m_ann)({"doc", "put", "plans/both.txt", fileOf("k", "base\n")});
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        QCOMPARE((*m_ann)({"--offline", "doc", "put", "plans/both.txt", fileOf("k", "of ann\n")}).code, 0);
        QCOMPARE((*m_bob)({"--offline", "doc", "put", "plans/both.txt", fileOf("k", "of bob\n")}).code, 0);
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        QCOMPARE((*m_ann)({"doc", "resolve", put.id(), "--keep", "both"}).state(), "acked");
        const Answer list = (*m_bob)({"doc", "ls", "plans"});
        const QStringList named = paths(list).filter("both");
        QCOMPARE(named.size(), 2);
        QVERIFY(named.contains("both.txt"));
        const QString second = named[0] == "both.txt" ? named[1] : named[0];
        QVERIFY2(second.startsWith("both (Bob Example, "), qPrintable(second));
        QCOMPARE((*m_bob)({"doc", "get", at(list, second).value("id").toString(), "--to", out("k2")}).code, 0);
        QCOMPARE(contentOf(out("k2")), QByteArray("of bob\n"));
    }

    void equalNamesMadeOfflineAreBothKept()
    {
        QCOMPARE((*m_ann)({"--offline", "doc", "put", "plans/Notes.md", fileOf("n1", "ann")}).code, 0);
        QCOMPARE((*m_bob)({"--offline", "doc", "put", "plans/notes.MD", fileOf("n2", "bob")}).code, 0);
        QCOMPARE((*m_ann)({"sync"}).code, 0);
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        const QStringList named = paths((*m_ann)({"doc", "ls", "plans"})).filter("otes");
        QCOMPARE(named.size(), 2);
        QVERIFY2(named.filter("notes (Bob Example, ").size() == 1, qPrintable(named.join(", ")));
        QCOMPARE(named, paths((*m_bob)({"doc", "ls", "plans"})).filter("otes"));
    }

    void moveTrashAndLockWorkAndSaySo()
    {
        const Answer put = (*m_ann)({"doc", "put", "plans/draft.txt", fileOf("d", "draft")});
        QCOMPARE((*m_ann)({"doc", "mkdir", "plans/Archive"}).state(), "acked");
        QCOMPARE((*m_ann)({"--offline", "doc", "mv", put.id(), "plans/Archive"}).state(), "pending");
        QCOMPARE(paths((*m_ann)({"--offline", "doc", "ls", "plans", "Archive"})), QStringList{"Archive/draft.txt"});
        QCOMPARE((*m_ann)({"doc", "mv", put.id(), "plans/Archive/final.txt"}).state(), "acked");
        QCOMPARE(paths((*m_bob)({"doc", "ls", "plans", "archive"})), QStringList{"archive/final.txt"});
        QCOMPARE((*m_ann)({"doc", "lock", put.id()}).state(), "acked");
        QCOMPARE((*m_bob)({"doc", "put", "plans/Archive/final.txt", fileOf("d", "bob's")}).error(), "Conflict");
        QCOMPARE((*m_bob)({"doc", "unlock", put.id()}).state(), "rejected");
        QCOMPARE((*m_ann)({"doc", "unlock", put.id()}).state(), "acked");
        QCOMPARE((*m_bob)({"doc", "put", "plans/Archive/final.txt", fileOf("d", "bob's")}).state(), "here");
        QCOMPARE((*m_bob)({"doc", "rm", put.id()}).state(), "acked");
        QVERIFY(paths((*m_ann)({"doc", "ls", "plans", "Archive"})).isEmpty());
        QCOMPARE((*m_ann)({"doc", "trash", "plans"}).line().value("id").toString(), put.id());
        QCOMPARE((*m_ann)({"doc", "undelete", put.id()}).state(), "acked");
        QCOMPARE(paths((*m_bob)({"doc", "ls", "plans", "Archive"})), QStringList{"Archive/final.txt"});
        QCOMPARE((*m_ann)({"doc", "ls", "plans", "nowhere"}).error(), "Refused");
        QCOMPARE((*m_ann)({"doc", "put", "plans/..", fileOf("d", "x")}).error(), "Usage");
    }

    void aPostCarriesFiles()
    {
        const Answer post = (*m_ann)(
            {"post", "--group", "plans", "--attach", fileOf("one.txt", "1"), "--attach", fileOf("two.txt", "22")},
            "look");
        QVERIFY2(post.state() == "acked", post.all().constData());
        const QJsonArray files = (*m_bob)({"thread", post.id()}).line().value("attachments").toArray();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[1].toObject().value("name").toString(), "two.txt");
        QCOMPARE(files[1].toObject().value("size").toInt(), 2);
        QCOMPARE((*m_bob)({"doc", "get", files[1].toObject().value("id").toString(), "--to", out("two")}).code, 0);
        QCOMPARE(contentOf(out("two")), QByteArray("22"));
        QCOMPARE((*m_ann)({"post", "--group", "plans", "--attach", out("missing")}, "look").code, 2);
        // With a file, a comment needs no words.
        const Answer comment = (*m_bob)({"comment", post.id(), "--attach", fileOf("three.txt", "333")}, "");
        QVERIFY2(comment.state() == "acked", comment.all().constData());
        const QList<QJsonObject> lines = (*m_ann)({"thread", post.id()}).lines();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].value("body").toString(), "");
        QCOMPARE(lines[1].value("attachments").toArray().size(), 1);
        QVERIFY((*m_bob)({"comment", post.id()}, "").code != 0);
    }

    void whatIsSavedInAnotherProgramBecomesAVersion()
    {
        const Answer put = (*m_ann)({"doc", "put", "plans/report.txt", fileOf("r", "of ann\n")});
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        QCOMPARE((*m_bob)({"--offline", "doc", "open", put.id()}).error(), "Offline");
        const Answer opened = (*m_bob)({"doc", "open", put.id()});
        QVERIFY2(opened.code == 0, opened.all().constData());
        QCOMPARE(opened.state(), "open");
        const QString path = opened.line().value("path").toString();
        QCOMPARE(contentOf(path), QByteArray("of ann\n"));
        // Without a line: saved, told, and on its way with the next sync.
        replace(path, "of bob\n");
        QCOMPARE(at((*m_bob)({"--offline", "doc", "ls", "plans"}), "report.txt").value("state").toString(), "changed");
        QCOMPARE((*m_bob)({"--offline", "doc", "copies"}).state(), "changed");
        QCOMPARE((*m_bob)({"sync"}).line().value("pending").toInt(), 0);
        QCOMPARE((*m_bob)({"doc", "copies"}).state(), "open");
        const Answer versions = (*m_ann)({"doc", "versions", put.id()});
        QCOMPARE(versions.lines().size(), 2);
        QCOMPARE(versions.line().value("author").toString(), "bob");
        QCOMPARE(versions.line().value("sha256").toString(), sha256("of bob\n"));
        // The same copy again, and what came meanwhile is in it.
        QCOMPARE((*m_ann)({"doc", "put", "plans/report.txt", fileOf("r", "of ann again\n")}).state(), "here");
        QCOMPARE((*m_bob)({"doc", "open", put.id()}).line().value("path").toString(), path);
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        QCOMPARE((*m_bob)({"doc", "get", put.id(), "--to", out("r2")}).code, 0);
        QCOMPARE((*m_bob)({"doc", "open", put.id()}).state(), "open");
        QCOMPARE(contentOf(path), QByteArray("of ann again\n"));
        const QString program = (*m_ann)({"doc", "put", "plans/run.sh", fileOf("run", "#!/bin/sh\n")}).id();
        QCOMPARE((*m_bob)({"sync"}).code, 0);
        QCOMPARE((*m_bob)({"doc", "open", program}).error(), "Refused");
    }

    void aSaveIsTakenWhileAClientRunsAndOnAnOldVersionItIsABranch()
    {
        const Answer put = (*m_ann)({"doc", "put", "plans/minutes.txt", fileOf("m", "base\n")});
        const QString path = (*m_bob)({"doc", "open", put.id()}).line().value("path").toString();
        QCOMPARE(contentOf(path), QByteArray("base\n"));
        QCOMPARE((*m_ann)({"doc", "put", "plans/minutes.txt", fileOf("m", "of ann\n")}).state(), "here");
        const auto watch = m_bob->start({"watch"});
        const auto ended = qScopeGuard([&] {
            watch->kill();
            watch->waitForFinished();
        });
        // Bob's client knows that there is a newer one; what is open stays what he has seen.
        QTRY_VERIFY_WITH_TIMEOUT(
            at((*m_bob)({"--offline", "doc", "ls", "plans"}), "minutes.txt").value("version").toInt() == 2, 30'000);
        replace(path, "of bob\n");
        QTRY_COMPARE_WITH_TIMEOUT((*m_ann)({"doc", "versions", put.id()}).lines().size(), 3, 30'000);
        QCOMPARE(at((*m_ann)({"doc", "ls", "plans"}), "minutes.txt").value("state").toString(), "conflict");
        // The next save goes on with the branch.
        replace(path, "of bob, more\n");
        QTRY_COMPARE_WITH_TIMEOUT((*m_ann)({"doc", "versions", put.id()}).lines().size(), 4, 30'000);
        QStringList latest;
        for (const QJsonObject &version : (*m_ann)({"doc", "versions", put.id()}).lines()) {
            if (version.value("latest").toBool())
                latest << version.value("sha256").toString();
        }
        latest.sort();
        QStringList expected{sha256("of ann\n"), sha256("of bob, more\n")};
        expected.sort();
        QCOMPARE(latest, expected);
    }

    void savesOutliveKillsAndAreTakenOnce()
    {
        const Answer put = (*m_ann)({"doc", "put", "plans/diary.txt", fileOf("y", "0\n")});
        const QString path = (*m_bob)({"doc", "open", put.id()}).line().value("path").toString();
        constexpr int rounds = 8;
        for (int round = 1; round <= rounds; ++round) {
            // Killed at another moment of the second in which the save becomes quiet, is copied and is queued.
            const auto client = m_bob->start(round % 2 ? QStringList{"watch"} : QStringList{"sync"});
            if (round % 2)
                client->waitForReadyRead(300);
            replace(path, QByteArray::number(round) + "\n");
            client->waitForFinished(150 + round * 190);
            client->kill();
            client->waitForFinished();
            const Answer sync = (*m_bob)({"--wait", "30", "sync"});
            QVERIFY2(sync.code == 0, sync.all().constData());
            const Answer versions = (*m_ann)({"doc", "versions", put.id()});
            QVERIFY2(versions.lines().size() == round + 1, versions.all().constData());
            QCOMPARE(versions.line().value("sha256").toString(), sha256(QByteArray::number(round) + "\n"));
            QCOMPARE(at((*m_ann)({"doc", "ls", "plans"}), "diary.txt").value("state").toString() == "conflict", false);
        }
    }

    void whatIsPinnedIsHereWithoutAsking()
    {
        const QByteArray bytes = bytesOf(5, 2 * mebibyte);
        const Answer put = (*m_ann)({"doc", "put", "plans/Trips/map.bin", fileOf("map", bytes)});
        QCOMPARE((*m_bob)({"doc", "pin", at((*m_bob)({"doc", "ls", "plans"}), "Trips").value("id").toString()}).state(),
                 "acked");
        QTRY_VERIFY_WITH_TIMEOUT(at((*m_bob)({"doc", "ls", "plans", "Trips"}), "Trips/map.bin").value("local").toBool(),
                                 20'000);
        QCOMPARE((*m_bob)({"--offline", "doc", "get", put.id(), "--to", out("map2")}).line().value("sha256").toString(),
                 sha256(bytes));
        QCOMPARE(at((*m_bob)({"doc", "ls", "plans"}), "Trips").value("pinned").toBool(), true);
    }

    void whoIsNotInTheGroupGetsNothing()
    {
        QVERIFY(m_company->addPerson("eve", "Eve Example"));
        const Person eve(m_dir->path(), "eve");
        QCOMPARE(eve.login(*m_company).code, 0);
        const QString id = at((*m_ann)({"doc", "ls", "plans"}), "big.bin").value("id").toString();
        QCOMPARE(eve({"doc", "ls", "plans"}).error(), "Refused");
        QCOMPARE(eve({"doc", "get", id, "--to", out("stolen")}).error(), "Refused");
        QVERIFY(!QFile::exists(out("stolen")));
    }

    void accessTakenAwayLeavesNothingOnTheDisk()
    {
        QVERIFY(m_company->addPerson("joe", "Joe Example"));
        const Person joe(m_dir->path(), "joe");
        QCOMPARE(joe.login(*m_company).code, 0);
        QCOMPARE((*m_ann)({"group", "member", "plans", "joe"}).state(), "acked");
        const QByteArray canary = "canary-" + bytesOf(9, 8).toHex();
        const Answer put = (*m_ann)({"doc", "put", "plans/" + canary + ".txt", fileOf("canary", canary)});
        QCOMPARE(joe({"doc", "get", put.id(), "--to", out("canary2")}).code, 0);
        const QString copy = joe({"doc", "open", put.id()}).line().value("path").toString();
        QCOMPARE(contentOf(copy), canary);
        QVERIFY(holds(joe.profile(), canary));
        QCOMPARE((*m_ann)({"group", "member", "plans", "joe", "--remove"}).state(), "acked");
        QCOMPARE(joe({"sync"}).code, 0);
        QVERIFY(!holds(joe.profile(), canary));
        QVERIFY(!QFileInfo::exists(QFileInfo(copy).path()));
        QCOMPARE(joe({"doc", "copies"}).out, QByteArray());
        QCOMPARE(joe({"--offline", "doc", "open", put.id()}).error(), "Refused");
        QCOMPARE(joe({"--offline", "doc", "get", put.id(), "--to", out("canary3")}).error(), "Refused");
    }

    void eachCutLosesAtMostOneChunk()
    {
        const bool nightly = qEnvironmentVariableIsSet("PARVIS_NIGHTLY");
        const qint64 size = nightly ? 1024 * mebibyte : 24 * mebibyte;
        const int count = nightly ? 500 : 10;
        // Below every one of them something is still to be sent.
        QList<qint64> cuts;
        const QByteArray dice = bytesOf(21, 8 * count);
        for (int n = 0; n < count; ++n)
            cuts << size / 20 + qint64(n) * (size * 9 / 10 / count) + quint8(dice[8 * n]) * 256;
        Cutter cutter(quint16(m_company->url().section(':', -1).toUInt()), cuts);
        QVERIFY(m_company->addPerson("cut", "Cut Example"));
        const Person cut(m_dir->path(), "cut");
        const auto waited = [&](const QStringList &command, const QByteArray &input = {}) {
            const auto process = cut.start(command);
            process->write(input);
            process->closeWriteChannel();
            const bool ended = QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; },
                                               nightly ? 3'600'000 : 120'000);
            return ended ? answerOf(*process) : Answer{};
        };
        QCOMPARE(waited({"login", "--server", cutter.url(), "--user", "cut"}, Company::passwordOf("cut") + '\n').code,
                 0);
        QCOMPARE((*m_ann)({"group", "member", "plans", "cut"}).state(), "acked");
        QCOMPARE(waited({"sync"}).code, 0);
        const QByteArray bytes = bytesOf(22, size);
        const QString file = fileOf("cut.bin", bytes);
        const qint64 before = cutter.up;
        const Answer put = waited({"--wait", nightly ? "3000" : "60", "doc", "put", "plans/cut.bin", file});
        QVERIFY2(put.state() == "here", put.all().constData());
        QCOMPARE(cutter.cutsDone, count);
        const qint64 sent = cutter.up - before;
        QVERIFY2(sent <= size + count * 2 * mebibyte + size / 50, qPrintable(QString::number(sent)));
        QCOMPARE(
            (*m_bob)({"--wait", "60", "doc", "get", put.id(), "--to", out("cut2")}).line().value("sha256").toString(),
            sha256(bytes));
    }

    void aBigFileArrivesThroughCutsAndKills()
    {
        const bool nightly = qEnvironmentVariableIsSet("PARVIS_NIGHTLY");
        const qint64 size = nightly ? 1024 * mebibyte : 24 * mebibyte;
        const int cuts = nightly ? 500 : 8;
        const QByteArray bytes = bytesOf(11, size);
        const QString file = fileOf("huge.bin", bytes);
        const Answer put = (*m_ann)({"--offline", "doc", "put", "plans/huge.bin", file});
        QCOMPARE(put.state(), "changed");
        // Each round ends in a kill of one side or the other, at another moment.
        for (int round = 0; round < cuts; ++round) {
            const auto process = m_ann->start({"--wait", "60", "sync"});
            process->waitForFinished(40 + (round * 37) % 260);
            if (round % 3 == 2) {
                m_company->kill();
                QVERIFY2(m_company->serve(), m_company->log().constData());
            }
            process->kill();
            process->waitForFinished();
        }
        Answer last;
        for (int attempt = 0;
             attempt < 30
             && at((*m_ann)({"--offline", "doc", "ls", "plans"}), "huge.bin").value("state").toString() != "here";
             ++attempt)
            last = (*m_ann)({"--wait", "60", "sync"});
        QVERIFY2(at((*m_ann)({"doc", "ls", "plans"}), "huge.bin").value("state").toString() == "here",
                 last.all().constData());
        // The way down, with the same kills.
        for (int round = 0; round < cuts; ++round) {
            const auto process = m_bob->start({"doc", "get", put.id(), "--to", out("huge2")});
            process->waitForFinished(60 + (round * 41) % 200);
            process->kill();
            process->waitForFinished();
        }
        const Answer got = (*m_bob)({"--wait", "60", "doc", "get", put.id(), "--to", out("huge2")});
        QVERIFY2(got.code == 0, got.all().constData());
        QCOMPARE(got.line().value("sha256").toString(), sha256(bytes));
    }

    void aBackupHoldsTheFiles()
    {
        const Answer made = m_company->admin({"backup", m_dir->filePath("backup.tar")});
        QVERIFY2(made.code == 0, made.all().constData());
        const QString other = m_dir->filePath("restored");
        const Answer restored =
            run(m_dir->path(), "parvisd", {"--data", other, "restore", m_dir->filePath("backup.tar")});
        QVERIFY2(restored.code == 0, restored.all().constData());
        const Answer check = run(m_dir->path(), "parvisd", {"--data", other, "check"});
        QVERIFY2(check.code == 0 && check.line().value("checked").toObject().value("contents").toInt() > 3,
                 check.all().constData());
        // Damage is found and named.
        QDirIterator files(other + "/blobs", QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        QFile chunk(files.next());
        QVERIFY(chunk.open(QIODevice::ReadWrite));
        chunk.write("x");
        chunk.close();
        const Answer damaged = run(m_dir->path(), "parvisd", {"--data", other, "check"});
        QCOMPARE(damaged.code, 1);
        QCOMPARE(damaged.line().value("problems").toArray().at(0).toObject().value("kind").toString(), "blob");
    }
};

QTEST_GUILESS_MAIN(DocumentsE2eTest)
#include "documents_e2e_test.moc"

#include "protocol/codec.h"
#include "protocol/limits.h"
#include "server/raw_client.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace parvis;
using testing::RawClient;

namespace {

constexpr int patienceMs = 20'000;

struct Outcome {
    int code = -1;
    QList<QJsonObject> lines;
    QByteArray output;

    QJsonObject first() const { return lines.value(0); }
    QString errorKind() const { return first()["error"].toObject()["kind"].toString(); }
};

Outcome parvisd(const QString &dir, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(PARVIS_BIN_DIR "/parvisd", QStringList{"--data", dir} + arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (!process.waitForFinished(patienceMs * 3) || process.exitStatus() != QProcess::NormalExit)
        return outcome;
    outcome.code = process.exitCode();
    outcome.output = process.readAllStandardOutput();
    for (const auto &line : outcome.output.split('\n')) {
        if (!line.isEmpty())
            outcome.lines << QJsonDocument::fromJson(line).object();
    }
    return outcome;
}

class Serving {
public:
    explicit Serving(const QString &dir, const QString &listen = "127.0.0.1:0", const QStringList &more = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(PARVIS_BIN_DIR "/parvisd", QStringList{"--data", dir, "serve", "--listen", listen} + more);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patienceMs)) {
        }
        firstLine = m_process.readLine();
        const QString address = QJsonDocument::fromJson(firstLine).object()["listening"].toString();
        port = address.section(':', -1).toUShort();
    }
    ~Serving()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    void killHard()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    bool endBySignal(int signal)
    {
        ::kill(pid_t(m_process.processId()), signal);
        return m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit
               && m_process.exitCode() == 0;
    }

    QByteArray firstLine;
    quint16 port = 0;

private:
    QProcess m_process;
};

struct Folder {
    QTemporaryDir temporary;
    QString dir = temporary.filePath("company");
    Outcome made = parvisd(dir, {"init", "--company", "Acme", "--admin", "ada"}, "open sesame\n");
};

QString login(quint16 port, const QString &user, const QString &password)
{
    RawClient client(port);
    const auto answer =
        client.ask("POST", "/auth/login", QJsonObject{{"user", user}, {"password", password}, {"device", "test"}});
    return answer.json["access"].toString();
}

// What the server says until it has said something of type T; nothing if the line ends first.
template<class T>
std::optional<T> hear(RawClient &client)
{
    while (const auto frame = client.frame(patienceMs)) {
        if (frame->opcode != 2)
            return std::nullopt;
        const auto records = protocol::decode(frame->payload);
        if (!records)
            return std::nullopt;
        for (const auto &record : *records) {
            if (const auto *found = std::get_if<T>(&record))
                return *found;
        }
    }
    return std::nullopt;
}

// Signed in over the WebSocket.
bool converse(RawClient &client, const QString &token)
{
    if (client.upgrade().status != 101)
        return false;
    client.sendBinary(protocol::encode(protocol::Hello{protocol::version, "test"}));
    client.sendBinary(protocol::encode(protocol::Auth{token, {}}));
    return hear<protocol::AuthOk>(client).has_value();
}

QFile::Permissions ownerOnly(bool folder)
{
    const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    return folder ? mode | QFile::ExeOwner | QFile::ExeUser : mode;
}

} // namespace

class ParvisdTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initMakesAFolderForItsOwnerAlone()
    {
        Folder folder;
        QCOMPARE(folder.made.code, 0);
        QVERIFY(!folder.made.output.contains("sesame"));
        QCOMPARE(QFileInfo(folder.dir).permissions(), ownerOnly(true));
        Serving server(folder.dir);
        QVERIFY(server.port != 0);
        for (const auto &entry : QDir(folder.dir).entryInfoList(QDir::Files | QDir::System | QDir::Hidden))
            QVERIFY2(entry.permissions() == ownerOnly(false), qPrintable(entry.fileName()));
        QVERIFY(QFileInfo::exists(folder.dir + "/admin.sock"));
        const auto again = parvisd(folder.dir, {"init", "--company", "Other", "--admin", "eve"}, "x\n");
        QCOMPARE(again.code, 1);
        QCOMPARE(again.errorKind(), "Conflict");
    }

    void wrongUsageIsOneLineAndTwo()
    {
        QTemporaryDir dir;
        for (const QStringList &arguments :
             {QStringList{"dance"}, QStringList{"user", "add"}, QStringList{},
              QStringList{"serve", "--listen", "nowhere"}, QStringList{"group", "add", "--kind"}}) {
            const auto outcome = parvisd(dir.path(), arguments, "secret\n");
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.lines.size(), 1);
            QCOMPARE(outcome.errorKind(), "Usage");
        }
    }

    void folderWithoutCompanyIsAFailure()
    {
        QTemporaryDir dir;
        const auto outcome = parvisd(dir.path(), {"check"});
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.lines.size(), 1);
        QVERIFY(!outcome.first()["error"].toObject()["detail"].toString().isEmpty());
    }

    void commandsWorkWithAndWithoutAServer_data()
    {
        QTest::addColumn<bool>("serving");
        QTest::newRow("alone") << false;
        QTest::newRow("through the server") << true;
    }
    void commandsWorkWithAndWithoutAServer()
    {
        QFETCH(bool, serving);
        Folder folder;
        std::unique_ptr<Serving> server = serving ? std::make_unique<Serving>(folder.dir) : nullptr;
        const auto run = [&](const QStringList &arguments, const QByteArray &input = {}) {
            return parvisd(folder.dir, arguments, input);
        };

        const auto bob = run({"user", "add", "bob", "--name", "Bob Böhm"}, "bob's password\n");
        QCOMPARE(bob.code, 0);
        QCOMPARE(bob.first()["name"].toString(), "bob");
        const auto twice = run({"user", "add", "bob", "--name", "Another"}, "x y z\n");
        QCOMPARE(twice.code, 1);
        QCOMPARE(twice.lines.size(), 1);
        QCOMPARE(run({"user", "add", "gil", "--name", "Gil", "--guest"}, "gil's password\n").code, 0);
        const auto people = run({"user", "list"});
        QCOMPARE(people.lines.size(), 3);
        bool found = false;
        for (const auto &person : people.lines) {
            if (person["name"] == "bob") {
                found = true;
                QCOMPARE(person["id"], bob.first()["id"]);
                QCOMPARE(person["full_name"].toString(), "Bob Böhm");
                QCOMPARE(person["guest"].toBool(), false);
            }
        }
        QVERIFY(found);

        const auto group =
            run({"group", "add", "lyon", "--title", "Site de Lyon", "--kind", "site", "--visibility", "public"});
        QCOMPARE(group.code, 0);
        QCOMPARE(run({"group", "add", "x", "--kind", "club"}).code, 2);
        QCOMPARE(run({"group", "member", "lyon", "bob", "--role", "owner"}).first()["role"].toString(), "owner");
        QCOMPARE(run({"group", "member", group.first()["id"].toString(), "gil"}).code, 0);
        QCOMPARE(run({"group", "member", "lyon", "nobody"}).code, 1);
        const auto groups = run({"group", "list"});
        QCOMPARE(groups.lines.size(), 1);
        QCOMPARE(groups.first()["name"].toString(), "lyon");
        QCOMPARE(groups.first()["title"].toString(), "Site de Lyon");
        QCOMPARE(groups.first()["members"].toInt(), 2);
        QCOMPARE(run({"group", "member", "lyon", "gil", "--remove"}).code, 0);
        QCOMPARE(run({"group", "list"}).first()["members"].toInt(), 1);

        QCOMPARE(run({"user", "disable", "gil"}).code, 0);
        QCOMPARE(run({"user", "passwd", "bob"}, "new password\n").code, 0);
        const auto check = run({"check"});
        QCOMPARE(check.code, 0);
        QCOMPARE(check.first()["ok"].toBool(), true);
        QCOMPARE(check.first()["checked"].toObject()["person"].toInt(), 3);

        if (!server)
            server = std::make_unique<Serving>(folder.dir);
        QVERIFY(!login(server->port, "bob", "new password").isEmpty());
        QVERIFY(login(server->port, "bob", "bob's password").isEmpty());
        QVERIFY(login(server->port, "gil", "gil's password").isEmpty());
    }

    void serveSaysWhereOnItsFirstLine()
    {
        Folder folder;
        Serving server(folder.dir);
        QCOMPARE(server.firstLine, QString("{\"listening\":\"127.0.0.1:%1\"}\n").arg(server.port).toUtf8());
        RawClient client(server.port);
        QCOMPARE(client.ask("GET", "/.well-known/parvis").json["company"].toString(), "Acme");
    }

    void folderIsServedOnceAtATime()
    {
        Folder folder;
        Serving server(folder.dir);
        QVERIFY(server.port != 0);
        const auto second = parvisd(folder.dir, {"serve", "--listen", "127.0.0.1:0"});
        QCOMPARE(second.code, 1);
        QCOMPARE(second.errorKind(), "Conflict");
        QCOMPARE(parvisd(folder.dir, {"demo"}).code, 1);
    }

    void portAndFolderAreFreeAtOnceAfterAKill()
    {
        Folder folder;
        quint16 port = 0;
        for (int round = 0; round < 3; ++round) {
            Serving server(folder.dir, QString("127.0.0.1:%1").arg(port));
            QVERIFY(server.port != 0);
            QVERIFY(port == 0 || server.port == port);
            port = server.port;
            RawClient client(port);
            QVERIFY(converse(client, login(port, "ada", "open sesame")));
            server.killHard();
        }
        QCOMPARE(parvisd(folder.dir, {"check"}).code, 0); // also past the socket that the dead one left
    }

    void signalEndsItWithAWordToTheClients_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void signalEndsItWithAWordToTheClients()
    {
        QFETCH(int, signal);
        Folder folder;
        Serving server(folder.dir);
        RawClient client(server.port);
        QVERIFY(converse(client, login(server.port, "ada", "open sesame")));
        QVERIFY(server.endBySignal(signal)); // within 10 s, though this client does not close its end
        const auto goaway = hear<protocol::Goaway>(client);
        QVERIFY(goaway);
        QVERIFY(goaway->windowMs > 0);
        QVERIFY(!QFileInfo::exists(folder.dir + "/admin.sock"));
    }

    void disabledPersonIsDisconnectedWithinTwoSeconds()
    {
        Folder folder;
        Serving server(folder.dir);
        QCOMPARE(parvisd(folder.dir, {"user", "add", "bob", "--name", "Bob"}, "bob's password\n").code, 0);
        RawClient bob(server.port), ada(server.port);
        QVERIFY(converse(bob, login(server.port, "bob", "bob's password")));
        QVERIFY(converse(ada, login(server.port, "ada", "open sesame")));
        QCOMPARE(parvisd(folder.dir, {"user", "disable", "bob"}).code, 0);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(bob.isClosed(2000));
        QVERIFY(timer.elapsed() < 2000);
        ada.sendBinary(protocol::encode(protocol::Ping{}));
        QVERIFY(hear<protocol::Pong>(ada));
    }

    void addressBeyondLoopbackNeedsACertificate()
    {
        Folder folder;
        const auto outcome = parvisd(folder.dir, {"serve", "--listen", "0.0.0.0:0"});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.errorKind(), "Usage");
    }

    void configurationIsReadAndTheCommandLineWins()
    {
        Folder folder;
        const QString config = folder.temporary.filePath("parvisd.toml");
        const auto write = [&](const QByteArray &text) {
            QFile file(config);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("listen = \"0.0.0.0:0\"\n[limits]\nper_loopback = 1\n");
        QCOMPARE(parvisd(folder.dir, {"--config", config, "serve"}).code, 2); // that address needs a certificate
        {
            Serving server(folder.dir, "127.0.0.1:0", {"--config", config});
            QVERIFY(server.port != 0);
            RawClient first(server.port);
            QCOMPARE(first.ask("GET", "/healthz").status, 200);
            RawClient second(server.port);
            QVERIFY(second.isClosed());
        }
        for (const char *wrong :
             {"listn = \"x\"", "listen = 5", "[limits]\nper_address = -1", "[limits]\nspeed = 1", "listen = \"cut"}) {
            write(wrong);
            const auto outcome = parvisd(folder.dir, {"--config", config, "serve"});
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.errorKind(), "Usage");
        }
    }

    void longPathsOfFoldersWork()
    {
        QTemporaryDir temporary;
        const QString dir = temporary.filePath(QString(80, 'a') + '/' + QString(80, 'b'));
        QCOMPARE(parvisd(dir, {"init", "--company", "Acme", "--admin", "ada"}, "open sesame\n").code, 0);
        Serving server(dir);
        QVERIFY(server.port != 0);
        QCOMPARE(parvisd(dir, {"user", "list"}).lines.size(), 1);
    }

    void backupOfARunningServerIsRestoredElsewhere()
    {
        Folder folder;
        const QString file = folder.temporary.filePath("acme.backup"), other = folder.temporary.filePath("other");
        {
            Serving server(folder.dir);
            QCOMPARE(parvisd(folder.dir, {"group", "add", "lyon"}).code, 0);
            QCOMPARE(parvisd(folder.dir, {"backup", file}).code, 0);
        }
        QCOMPARE(QFileInfo(file).permissions(), ownerOnly(false));
        QCOMPARE(parvisd(other, {"restore", file}).code, 0);
        QCOMPARE(parvisd(other, {"group", "list"}).first()["name"].toString(), "lyon");
        QCOMPARE(parvisd(other, {"check"}).code, 0);
        QCOMPARE(parvisd(other, {"restore", file}).code, 1);
    }
};

QTEST_GUILESS_MAIN(ParvisdTest)
#include "parvisd_test.moc"

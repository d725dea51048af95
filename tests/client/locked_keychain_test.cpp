// Signing in where a keychain is there and nobody unlocks it: with a real gnome-keyring and a real server. The test starts itself
// again inside dbus-run-session.
#include "base/deliver.h"
#include "client/client.h"
#include "server/admin/folder_commands.h"
#include "server/server.h"

#include <QBuffer>
#include <QDBusConnection>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using client::SyncState;

class LockedKeychainTest : public QObject {
    Q_OBJECT

    static constexpr int patienceMs = 20'000;
    static bool isInside() { return qEnvironmentVariableIsSet("PARVIS_LOCKED_KEYCHAIN_TEST"); }

    static void lock()
    {
        QProcess send;
        send.start("dbus-send",
                   {"--session", "--print-reply", "--dest=org.freedesktop.secrets", "/org/freedesktop/secrets",
                    "org.freedesktop.Secret.Service.Lock", "array:objpath:/org/freedesktop/secrets/collection/login"});
        QVERIFY(send.waitForFinished(patienceMs));
        QVERIFY2(send.exitCode() == 0, send.readAllStandardError().constData());
    }

    std::unique_ptr<client::Client> open() const
    {
        client::Options options;
        options.profileDir = m_folder.filePath("profile");
        options.keychainWaitMs = 1'500;
        auto client = client::Client::open(options);
        return client ? std::move(*client) : nullptr;
    }

    // The error, or nothing.
    std::optional<base::Error> signIn(client::Client &client)
    {
        std::optional<base::Result<store::Identity>> answer;
        base::deliver(client.signIn(m_address, "ada", "a long password", "test"), this,
                      [&](const base::Result<store::Identity> &result) { answer = result; });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs);
        if (!answer)
            return base::Error{base::ErrorKind::Cancelled, "test", "no answer"};
        return *answer ? std::nullopt : std::optional(answer->error());
    }

    QTemporaryDir m_folder;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    server::Env m_env{m_clock, m_random};
    std::unique_ptr<server::Server> m_server;
    QString m_address;

private Q_SLOTS:
    void initTestCase()
    {
        if (!isInside())
            return;
        // Whoever wants to ask somebody for the keyring's password finds nobody to do it.
        QVERIFY(QDBusConnection::sessionBus().registerService("org.gnome.keyring.SystemPrompter"));
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        const QString data = m_folder.filePath("server");
        server::CommandRequest request;
        request.args = {{"company", "Ardelune"}, {"admin", "ada"}};
        request.secret = "a long password";
        const auto made = server::initFolder(data, request, m_env, out);
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        server::ServerOptions options;
        options.dataDir = data;
        options.listen.threads = 1;
        options.adminSocket = false;
        m_server = std::make_unique<server::Server>(options, m_env);
        const auto listening = m_server->start();
        QVERIFY(listening);
        m_address = "http://" + *listening;
    }

    void everythingHoldsWithARealKeyring()
    {
        if (isInside())
            return;
        for (const char *program : {"dbus-run-session", "gnome-keyring-daemon", "dbus-send"}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP("dbus-run-session, gnome-keyring-daemon or dbus-send is not installed");
        }
        QTemporaryDir home;
        const auto privately = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", home.path());
        for (const char *name : {"XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            const QString folder = home.filePath(QString(name).toLower());
            QVERIFY(QDir().mkpath(folder) && QFile::setPermissions(folder, privately));
            environment.insert(name, folder);
        }
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        environment.remove("DISPLAY"); // nobody is asked for the keyring's password
        environment.insert("PARVIS_LOCKED_KEYCHAIN_TEST", QCoreApplication::applicationFilePath());
        QProcess inside;
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start("dbus-run-session",
                     {"--", "sh", "-c",
                      "printf 'x\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null;"
                      " exec \"$PARVIS_LOCKED_KEYCHAIN_TEST\""});
        QVERIFY(inside.waitForFinished(120'000));
        const QByteArray said = inside.readAll();
        QVERIFY2(inside.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("PASS   : LockedKeychainTest::oneSignsInAllTheSameForThisRunOnly()"), said.constData());
    }

    void aSessionInAnOpenKeychainLastsOverAStart()
    {
        if (!isInside())
            QSKIP("runs inside dbus-run-session, started by the first test");
        {
            const auto client = open();
            QVERIFY(client);
            const auto error = signIn(*client);
            QVERIFY2(!error, error ? qPrintable(error->detail) : "");
            QCOMPARE(client->secretKind(), "keychain");
        }
        const auto client = open();
        QVERIFY(client);
        client->start();
        QTRY_COMPARE_WITH_TIMEOUT(client->state().phase, SyncState::UpToDate, patienceMs);
    }

    void aStartThatFindsItLockedAsksToSignInAndKeepsEverything()
    {
        if (!isInside())
            QSKIP("runs inside dbus-run-session, started by the first test");
        lock();
        const auto client = open();
        QVERIFY(client);
        QVERIFY(client->identity()); // what is here can be read, and written to
        client->start();
        QTRY_COMPARE_WITH_TIMEOUT(client->state().problem, SyncState::Unauthorized, patienceMs);
        QVERIFY(client->identity());
    }

    void oneSignsInAllTheSameForThisRunOnly()
    {
        if (!isInside())
            QSKIP("runs inside dbus-run-session, started by the first test");
        lock();
        {
            const auto client = open();
            QVERIFY(client);
            const auto error = signIn(*client);
            QVERIFY2(!error, error ? qPrintable(error->detail) : "");
            QCOMPARE(client->secretKind(), "none"); // and the window says so
            client->start();
            QTRY_COMPARE_WITH_TIMEOUT(client->state().phase, SyncState::UpToDate, patienceMs);
        }
        const auto next = open();
        QVERIFY(next);
        QVERIFY(next->identity());
        next->start();
        QTRY_COMPARE_WITH_TIMEOUT(next->state().problem, SyncState::Unauthorized, patienceMs);
    }

    void cleanupTestCase() { m_server.reset(); }
};

QTEST_GUILESS_MAIN(LockedKeychainTest)
#include "locked_keychain_test.moc"

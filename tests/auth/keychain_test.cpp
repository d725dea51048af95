#include "auth/keychain_vault.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace parvis;
using auth::KeychainVault;

// With a real gnome-keyring in a bus and a home of its own: the test starts itself again inside dbus-run-session.
class KeychainTest : public QObject {
    Q_OBJECT

private:
    static bool isInside() { return qEnvironmentVariableIsSet("PARVIS_KEYCHAIN_TEST"); }

private Q_SLOTS:
    void everythingHoldsWithARealKeyring()
    {
        if (isInside())
            return;
        const QString bus = QStandardPaths::findExecutable("dbus-run-session");
        if (bus.isEmpty() || QStandardPaths::findExecutable("gnome-keyring-daemon").isEmpty())
            QSKIP("dbus-run-session or gnome-keyring-daemon is not installed");
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
        environment.insert("PARVIS_KEYCHAIN_TEST", QCoreApplication::applicationFilePath());
        QProcess inside;
        inside.setProcessEnvironment(environment);
        inside.setProcessChannelMode(QProcess::MergedChannels);
        inside.start(bus, {"--", "sh", "-c",
                           // The daemon ends with the bus that it was started on.
                           "printf 'x\\n' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null;"
                           " exec \"$PARVIS_KEYCHAIN_TEST\""});
        QVERIFY(inside.waitForFinished(120'000));
        const QByteArray said = inside.readAll();
        QVERIFY2(inside.exitCode() == 0, said.constData());
        QVERIFY2(said.contains("PASS   : KeychainTest::secretIsKeptReplacedAndRemoved()"), said.constData());
    }

    void probeSaysThatItIsThere()
    {
        if (!isInside())
            QSKIP("runs inside dbus-run-session, started by the first test");
        std::optional<bool> available;
        KeychainVault::probe(this, [&](bool yes) { available = yes; });
        QTRY_VERIFY_WITH_TIMEOUT(available.has_value(), 30'000);
        QVERIFY(*available);
    }

    void secretIsKeptReplacedAndRemoved()
    {
        if (!isInside())
            QSKIP("runs inside dbus-run-session, started by the first test");
        const QString key = QStringLiteral("profile:/some/where");
        KeychainVault vault;
        const auto read = [&] {
            std::optional<base::Result<std::optional<QByteArray>>> result;
            vault.read(key, [&](auto answer) { result = std::move(answer); });
            [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000); }();
            return result && *result ? **result : std::optional<QByteArray>("no answer");
        };
        const auto done = [&](auto &&call) {
            std::optional<base::Result<void>> result;
            call([&](auto answer) { result = answer; });
            [&] { QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), 30'000); }();
            return result && result->has_value();
        };
        QCOMPARE(read(), std::nullopt);
        QVERIFY(done([&](auto answer) { vault.write(key, "first", answer); }));
        QCOMPARE(read(), std::optional<QByteArray>("first"));
        QVERIFY(done([&](auto answer) { vault.write(key, "second", answer); }));
        QCOMPARE(read(), std::optional<QByteArray>("second"));
        QVERIFY(done([&](auto answer) { vault.remove(key, answer); }));
        QVERIFY(done([&](auto answer) { vault.remove(key, answer); }));
        QCOMPARE(read(), std::nullopt);
    }

    void withoutABusThereIsNone()
    {
        if (isInside())
            return;
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
        std::optional<bool> available;
        KeychainVault::probe(this, [&](bool yes) { available = yes; });
        QTRY_VERIFY_WITH_TIMEOUT(available.has_value(), 30'000);
        QVERIFY(!*available);
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "keychain_test.moc"

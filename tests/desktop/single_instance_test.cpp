#include "app/desktop/desktop_entry.h"
#include "app/desktop/single_instance.h"

#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace parvis;
using app::DesktopEntry;
using app::SingleInstance;

class SingleInstanceTest : public QObject {
    Q_OBJECT

    // The second start waits for its answer, so it stands on a thread of its own.
    static bool handedOver(const QString &folder, const QString &link)
    {
        bool answered = false;
        std::unique_ptr<QThread> second(QThread::create([&] {
            SingleInstance other(folder);
            answered = !other.take() && other.handOver(link);
        }));
        second->start();
        return QTest::qWaitFor([&] { return second->isFinished(); }, 20'000) && answered;
    }

private Q_SLOTS:
    void aSecondStartHandsOverItsLinkAndComesToTheFirst()
    {
        QTemporaryDir home;
        SingleInstance first(home.path());
        QVERIFY(first.take());
        first.listen();
        QSignalSpy asked(&first, &SingleInstance::asked);
        QVERIFY(handedOver(home.path(), "parvis://a.example/post/01900000-0000-7000-8000-000000000001"));
        QCOMPARE(asked.takeFirst().first().toString(), "parvis://a.example/post/01900000-0000-7000-8000-000000000001");
        QVERIFY(handedOver(home.path(), {}));
        QCOMPARE(asked.takeFirst().first().toString(), QString());
    }

    void eachFolderHasItsOwn()
    {
        QTemporaryDir one, two;
        SingleInstance first(one.path()), other(two.path());
        QVERIFY(first.take());
        first.listen();
        QVERIFY(other.take());
        other.listen();
    }

    void whatACrashLeftIsNoObstacle()
    {
        QTemporaryDir home;
        {
            SingleInstance crashed(home.path());
            QVERIFY(crashed.take());
            crashed.listen();
        }
        SingleInstance next(home.path());
        QVERIFY(next.take());
        next.listen();
        QVERIFY(handedOver(home.path(), {}));
    }

    void withoutAnAnswerTheSecondStartSaysSo()
    {
        QTemporaryDir home;
        client::FileLock lock(home.path() + "/program.lock"); // a program that hangs
        QVERIFY(lock.tryTake());
        SingleInstance second(home.path());
        QVERIFY(!second.take());
        QVERIFY(!second.handOver({}));
    }

    void entriesSayHowTheProgramStarts()
    {
        QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
        qputenv("XDG_DATA_HOME", home.filePath("data").toUtf8());
        const DesktopEntry entry("/opt/my \"apps\"/parvis", "/data/50% of $me");
        QVERIFY(!DesktopEntry::isAutostart());
        QVERIFY(entry.setAutostart(true));
        QVERIFY(DesktopEntry::isAutostart());
        QFile file(home.filePath("config/autostart/parvis.desktop"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(
            text.contains("Exec=\"/opt/my \\\\\"apps\\\\\"/parvis\" --profile \"/data/50%% of \\\\$me\" --hidden\n"),
            qPrintable(text));
        QVERIFY(text.startsWith("[Desktop Entry]\nType=Application\n"));
        QVERIFY(!text.contains("MimeType"));
        QVERIFY(entry.setAutostart(false));
        QVERIFY(!DesktopEntry::isAutostart());
        QVERIFY(entry.setAutostart(false)); // it is gone already
        QVERIFY(entry.text(" %u", true).contains("MimeType=x-scheme-handler/parvis;\n"));
    }

    void linksAreRegisteredForThisPersonOnly()
    {
        QTemporaryDir home;
        qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
        qputenv("XDG_DATA_HOME", home.filePath("data").toUtf8());
        QVERIFY(DesktopEntry("/usr/bin/parvis", {}).registerLinks());
        QFile file(home.filePath("data/applications/parvis-links.desktop"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Exec=\"/usr/bin/parvis\" %u\n"));
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "single_instance_test.moc"

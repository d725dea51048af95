#include "support/private_bus.h"
#include "ui/desktop/bus_messages.h"

#include <QDBusInterface>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::PrivateBus;
using ui::BusMessages;
using ui::Message;

// The service of a desktop, as far as the specification goes; it only remembers what it was asked.
class FakeService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint id = 0;
        uint replaces = 0;
        QString title, body;
        QStringList actions;
        QVariantMap hints;
    };
    QStringList capabilities{"body", "body-markup", "actions"};
    QList<Shown> shown;
    QList<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces != 0 ? replaces : ++m_last;
        shown.append({id, replaces, title, body, actions, hints});
        return id;
    }
    void CloseNotification(uint id)
    {
        closed.append(id);
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 40;
};

// Where no desktop service answers.
class OtherMessages : public ui::Messages {
    Q_OBJECT

public:
    void show(const Message &message) override { shown.append(message); }
    void withdraw(const QString &key) override { withdrawn.append(key); }
    QList<Message> shown;
    QStringList withdrawn;
};

class BusMessagesTest : public QObject {
    Q_OBJECT

    struct Desktop {
        Desktop(PrivateBus &bus, bool withService = true)
            : bus(bus), messages([&bus] { return bus.connection("window"); }, &other)
        {
            if (withService)
                begin();
        }
        ~Desktop()
        {
            bus.drop("service");
            bus.drop("window");
        }
        void begin()
        {
            QDBusConnection connection = bus.connection("service");
            connection.registerObject("/org/freedesktop/Notifications", &service,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
            QVERIFY(connection.registerService("org.freedesktop.Notifications"));
        }
        PrivateBus &bus;
        FakeService service;
        OtherMessages other;
        BusMessages messages;
    };

    static Message message(const QString &key, const QString &title = "Jean mentions you",
                           const QString &body = "Bonjour")
    {
        return {key, title, body, "Open"};
    }

    std::unique_ptr<PrivateBus> m_bus;

private Q_SLOTS:
    void initTestCase()
    {
        m_bus = std::make_unique<PrivateBus>();
        if (!m_bus->isThere())
            QSKIP("dbus-daemon is not installed");
    }

    void aMessageIsShownWithItsActionAndOpensWhenChosen()
    {
        Desktop desktop(*m_bus);
        QSignalSpy opened(&desktop.messages, &ui::Messages::opened);
        desktop.messages.show(message("a"));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        const auto shown = desktop.service.shown.first();
        QCOMPARE(shown.title, "Jean mentions you");
        QCOMPARE(shown.actions, (QStringList{"default", "Open"}));
        QCOMPARE(shown.hints.value("desktop-entry").toString(), "parvis");
        QCOMPARE(shown.replaces, 0u);
        // Its number may still be on its way back.
        QTRY_VERIFY((Q_EMIT desktop.service.ActionInvoked(shown.id, "default"),
                     QTest::qWaitFor([&] { return opened.size() > 0; }, 100)));
        QCOMPARE(opened.first().first().toString(), "a");
        QTRY_COMPARE(desktop.service.closed, QList<uint>{shown.id});
    }

    void markupOfOthersIsEscapedOnlyWhereTheDesktopReadsMarkup()
    {
        Desktop desktop(*m_bus);
        const QString body = "<b>fat</b> <img src=\"file:///etc/passwd\"/> & <a href='x'>y</a>";
        desktop.messages.show(message("a", "Line one\nline <b>two</b>", body));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        QCOMPARE(desktop.service.shown.first().body, body.toHtmlEscaped());
        QVERIFY(!desktop.service.shown.first().body.contains('<'));
        QCOMPARE(desktop.service.shown.first().title, "Line one line <b>two</b>");
    }

    void capabilitiesAreRespected()
    {
        Desktop desktop(*m_bus);
        desktop.service.capabilities = {"body"};
        desktop.messages.show(message("a", "t", "1 < 2"));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        QCOMPARE(desktop.service.shown.first().body, "1 < 2");
        QVERIFY(desktop.service.shown.first().actions.isEmpty());
        // A server may read markup without saying so.
        desktop.messages.show(message("b", "t", "<b>fat</b> and <img/>"));
        QTRY_COMPARE(desktop.service.shown.size(), 2);
        QCOMPARE(desktop.service.shown.last().body, QString::fromUtf8("<\u2060b>fat<\u2060/b> and <\u2060img/>"));
    }

    void theSameKeyReplacesAndWithdrawingCloses()
    {
        Desktop desktop(*m_bus);
        desktop.messages.show(message("a", "first"));
        desktop.messages.show(message("a", "second")); // before the service has answered
        desktop.messages.show(message("b", "other"));
        QTRY_COMPARE(desktop.service.shown.size(), 2);
        desktop.messages.show(message("a", "third"));
        desktop.messages.show(message("a", "fourth"));
        QTRY_COMPARE(desktop.service.shown.size(), 4);
        const uint a = desktop.service.shown.at(0).id;
        QCOMPARE(desktop.service.shown.at(0).title, "second");
        QCOMPARE(desktop.service.shown.last().title, "fourth");
        QCOMPARE(desktop.service.shown.last().replaces, a);
        desktop.messages.withdraw("a");
        QTRY_COMPARE(desktop.service.closed, QList<uint>{a});
        QCOMPARE(desktop.other.shown.size(), 0);
    }

    void whatIsWithdrawnBeforeItHangsIsTakenDownAtOnce()
    {
        Desktop desktop(*m_bus);
        desktop.messages.show(message("warm"));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        desktop.messages.show(message("a"));
        desktop.messages.withdraw("a");
        QTRY_COMPARE(desktop.service.shown.size(), 2);
        QTRY_COMPARE(desktop.service.closed, QList<uint>{desktop.service.shown.last().id});
    }

    void whatThePersonTakesDownIsToldAndTheNextOneIsNew()
    {
        Desktop desktop(*m_bus);
        QSignalSpy gone(&desktop.messages, &ui::Messages::gone);
        desktop.messages.show(message("a"));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        const uint id = desktop.service.shown.first().id;
        QTRY_VERIFY(
            (Q_EMIT desktop.service.NotificationClosed(id, 2), QTest::qWaitFor([&] { return gone.size() > 0; }, 100)));
        desktop.messages.show(message("a"));
        QTRY_COMPARE(desktop.service.shown.size(), 2);
        QCOMPARE(desktop.service.shown.last().replaces, 0u);
        Q_EMIT desktop.service.ActionInvoked(9999, "default"); // somebody else's
        desktop.messages.show(message("b"));
        QTRY_COMPARE(desktop.service.shown.size(), 3);
        QCOMPARE(gone.size(), 1);
    }

    void withoutAServiceTheOtherWayIsTakenUntilOneIsThere()
    {
        Desktop desktop(*m_bus, false);
        desktop.messages.show(message("a"));
        QTRY_COMPARE(desktop.other.shown.size(), 1);
        QSignalSpy opened(&desktop.messages, &ui::Messages::opened);
        Q_EMIT desktop.other.opened("a");
        QCOMPARE(opened.size(), 1);
        desktop.begin();
        desktop.messages.show(message("b"));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        QCOMPARE(desktop.other.shown.size(), 1);
    }

    void aServiceThatEndsIsAskedAgain()
    {
        Desktop desktop(*m_bus);
        desktop.messages.show(message("a"));
        QTRY_COMPARE(desktop.service.shown.size(), 1);
        QSignalSpy gone(&desktop.messages, &ui::Messages::gone);
        QDBusConnection("service").unregisterService("org.freedesktop.Notifications");
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(QDBusConnection("service").registerService("org.freedesktop.Notifications"));
        desktop.messages.show(message("a"));
        QTRY_COMPARE(desktop.service.shown.size(), 2);
        QCOMPARE(desktop.service.shown.last().replaces, 0u);
    }

    // One that people really run, on a screen of its own.
    void dunstShowsReplacesOpensAndClosesThem()
    {
        const QString dunst = QStandardPaths::findExecutable("dunst");
        const QString control = QStandardPaths::findExecutable("dunstctl");
        const QString screen = QStandardPaths::findExecutable("Xvfb");
        if (dunst.isEmpty() || control.isEmpty() || screen.isEmpty())
            QSKIP("dunst or Xvfb is not installed");
        PrivateBus bus;
        QProcess xvfb;
        xvfb.start(screen, {"-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"});
        QVERIFY(xvfb.waitForReadyRead(20'000));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("DISPLAY", ':' + QString::fromUtf8(xvfb.readLine()).trimmed());
        environment.insert("DBUS_SESSION_BUS_ADDRESS", bus.address());
        environment.remove("WAYLAND_DISPLAY");
        QProcess daemon;
        daemon.setProcessEnvironment(environment);
        daemon.start(dunst, {"-config", "/dev/null"});
        QVERIFY(daemon.waitForStarted(10'000));
        auto ask = [&](const QStringList &arguments) {
            QProcess process;
            process.setProcessEnvironment(environment);
            process.start(control, arguments);
            process.waitForFinished(10'000);
            return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
        };
        QTRY_COMPARE_WITH_TIMEOUT(ask({"count", "displayed"}), "0", 20'000);
        {
            BusMessages messages([&bus] { return bus.connection("real"); }, nullptr);
            QSignalSpy opened(&messages, &ui::Messages::opened);
            messages.show(message("a", "Jean mentions you", "<b>no markup</b>"));
            QTRY_COMPARE(ask({"count", "displayed"}), "1");
            messages.show(message("a", "Jean mentions you again"));
            messages.show(message("b"));
            QTRY_COMPARE(ask({"count", "displayed"}), "2");
            messages.withdraw("b");
            QTRY_COMPARE(ask({"count", "displayed"}), "1");
            ask({"action", "0"});
            QTRY_COMPARE(opened.size(), 1);
            QCOMPARE(opened.first().first().toString(), "a");
            QTRY_COMPARE(ask({"count", "displayed"}), "0");
        }
        bus.drop("real");
        daemon.kill();
        daemon.waitForFinished(10'000);
        xvfb.kill();
        xvfb.waitForFinished(10'000);
    }
};

QTEST_GUILESS_MAIN(BusMessagesTest)
#include "bus_messages_test.moc"

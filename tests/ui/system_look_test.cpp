// What the desktop asks for, over a bus of the test's own with a settings portal that it can turn.
#include "ui/theme/system_look.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

using parvis::ui::SystemLook;

// org.freedesktop.portal.Settings, as far as it is asked.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<QString, uint> settings;

    void change(const QString &key, uint value)
    {
        settings[key] = value;
        Q_EMIT SettingChanged("org.freedesktop.appearance", key, QDBusVariant(value));
    }

public Q_SLOTS:
    // Wrapped twice, as the real ones do.
    QDBusVariant Read(const QString &, const QString &key)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(settings.value(key))));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

class SystemLookTest : public QObject {
    Q_OBJECT

    QProcess m_bus;
    Portal m_portal;

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
        if (!m_bus.waitForStarted())
            QSKIP("dbus-daemon is not on this machine");
        QVERIFY(m_bus.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
        auto bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject("/org/freedesktop/portal/desktop", &m_portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService("org.freedesktop.portal.Desktop"));
    }

    void theDesktopsLookIsAskedFor()
    {
        m_portal.settings = {{"color-scheme", 1}, {"contrast", 1}};
        SystemLook look;
        look.start();
        QTRY_VERIFY(look.isDark() && look.isHighContrast());
    }

    void aChangeIsFollowedAtOnce()
    {
        m_portal.settings = {{"color-scheme", 1}, {"contrast", 0}};
        SystemLook look;
        int changes = 0;
        connect(&look, &SystemLook::changed, this, [&changes] { ++changes; });
        look.start();
        QTRY_VERIFY(look.isDark()); // the first answer is here, so the bus knows that we listen
        QVERIFY(!look.isHighContrast());
        m_portal.change("contrast", 1);
        QTRY_VERIFY(look.isHighContrast());
        m_portal.change("color-scheme", 0); // none preferred
        QTRY_VERIFY(!look.isDark());
        QCOMPARE(changes, 3);
        m_portal.change("color-scheme", 2);
        m_portal.change("contrast", 0);
        QTRY_VERIFY(!look.isHighContrast());
        QCOMPARE(changes, 4); // light stays light
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus("qt_default_session_bus");
        m_bus.terminate();
        m_bus.waitForFinished();
    }
};

QTEST_MAIN(SystemLookTest)
#include "system_look_test.moc"

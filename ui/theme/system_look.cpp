#include "ui/theme/system_look.h"

#include <QGuiApplication>
#include <QPalette>

#if defined(PARVIS_HAS_DBUS)
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace parvis::ui {

namespace {

constexpr auto colorScheme = "color-scheme"; // 0 none, 1 dark, 2 light
constexpr auto contrastKey = "contrast";     // 0 none, 1 higher

#if defined(PARVIS_HAS_DBUS)
constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto interface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";

// Without an address Qt would look for a bus by starting programs.
bool hasBus()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
}
#endif

} // namespace

SystemLook::SystemLook(QObject *parent)
    : QObject(parent), m_dark(QGuiApplication::palette().color(QPalette::Window).lightness() < 110)
{ }

void SystemLook::set(bool dark, bool highContrast)
{
    if (m_dark == dark && m_highContrast == highContrast)
        return;
    m_dark = dark;
    m_highContrast = highContrast;
    Q_EMIT changed();
}

void SystemLook::take(const QString &key, const QVariant &value)
{
    bool known = false;
    const uint number = value.toUInt(&known);
    if (!known)
        return;
    if (key == QLatin1String(colorScheme) && number != 0)
        set(number == 1, m_highContrast);
    else if (key == QLatin1String(colorScheme))
        set(false, m_highContrast);
    else if (key == QLatin1String(contrastKey))
        set(m_dark, number == 1);
}

#if defined(PARVIS_HAS_DBUS)

void SystemLook::start()
{
    if (m_started || !hasBus())
        return;
    m_started = true;
    QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                                          SLOT(onSetting(QString, QString, QDBusVariant)));
    ask(QLatin1String(colorScheme));
    ask(QLatin1String(contrastKey));
}

void SystemLook::ask(const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    call << QString::fromLatin1(appearance) << key;
    call.setAutoStartService(true);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError())
            return; // no portal, or one that does not know the key
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) // Read() wraps twice
            value = value.value<QDBusVariant>().variant();
        take(key, value);
    });
}

void SystemLook::onSetting(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == QLatin1String(appearance))
        take(key, value.variant());
}

#else

void SystemLook::start() { }
void SystemLook::ask(const QString &) { }
void SystemLook::onSetting(const QString &, const QString &, const QDBusVariant &) { }

#endif

} // namespace parvis::ui

#include "app/desktop/presence.h"

namespace parvis::app {

namespace {

const QString trayKey = QStringLiteral("tray");

} // namespace

Presence::Presence() : m_messages([] { return QDBusConnection::sessionBus(); }, &m_tray)
{
    connect(&m_tray, &ui::Tray::openWanted, this, &Presence::openWanted);
    connect(&m_tray, &ui::Tray::noticesWanted, this, &Presence::noticesWanted);
    connect(&m_tray, &ui::Tray::quitWanted, this, &Presence::quitWanted);
    connect(&m_messages, &ui::Messages::opened, this, [this](const QString &key) {
        if (key == trayKey)
            Q_EMIT openWanted();
    });
}

void Presence::tellStaysInTray()
{
    m_messages.show({trayKey, tr("Parvis keeps running"),
                     tr("You are still told what concerns you. Its sign in the tray opens the window, or quits."),
                     tr("Open")});
}

} // namespace parvis::app

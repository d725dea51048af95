#pragma once

#include "ui/desktop/bus_messages.h"
#include "ui/desktop/tray.h"

namespace parvis::app {

// The program's place on the desktop beside its window: its sign in the tray, and its messages.
class Presence : public QObject {
    Q_OBJECT

public:
    Presence();

    void appear() { m_tray.appear(); }
    bool isInTray() const { return m_tray.isThere(); }
    void setUnread(int count) { m_tray.setUnread(count); }
    ui::Messages &messages() { return m_messages; }
    void tellStaysInTray(); // the window was closed, the program runs on

Q_SIGNALS:
    void openWanted();
    void noticesWanted();
    void quitWanted();

private:
    ui::Tray m_tray;
    ui::BusMessages m_messages;
};

} // namespace parvis::app

#pragma once

#include "ui/desktop/messages.h"
#include "ui/theme/theme.h"

#include <QSystemTrayIcon>

class QMenu;

namespace parvis::ui {

// The sign of the running program in the desktop's tray, with how many notices are unread; shows messages where the
// desktop has no service for them. Does nothing where there is no tray.
class Tray final : public Messages {
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    static bool isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }
    void appear();
    bool isThere() const { return m_icon.isVisible(); }
    void setUnread(int count);
    QString toolTip() const { return m_icon.toolTip(); }
    QMenu *menu() const { return m_menu.get(); }

    void show(const Message &message) override;
    void withdraw(const QString &key) override;

Q_SIGNALS:
    void openWanted();
    void noticesWanted();
    void quitWanted();

private:
    void tell(); // what is unread, in words
    void draw(); // and as a picture, which a start has no time for
    void fillMenu(); // in the language of the moment

    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    int m_unread = 0;
    QString m_shown; // key of the message that a click on it would mean
};

// The program's sign with a count in its corner; 0: without.
QPixmap countedIcon(int size, int count);

} // namespace parvis::ui

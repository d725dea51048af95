#include "app/desktop/desk.h"
#include "app/desktop/desktop_entry.h"
#include "ui/shell/place_link.h"
#include "ui/text/words.h"

#include <QApplication>
#include <QWindow>

// The desk beside its window: tray, messages, links, closing and starting.
namespace parvis::app {

void Desk::liveOnTheDesktop()
{
    m_window.setHidesOnClose([this] { return m_preferences.closeToTray && !m_quitting && m_presence.isInTray(); });
    connect(&m_window, &ui::Window::hidden, this, [this] {
        QApplication::setQuitOnLastWindowClosed(false);
        if (std::exchange(m_preferences.trayTold, true))
            return;
        keepPreferences();
        m_presence.tellStaysInTray();
    });
    connect(&m_presence, &Presence::openWanted, this, qOverload<>(&Desk::open));
    connect(&m_presence, &Presence::noticesWanted, this, [this] { openAt(m_current, {.kind = ui::Place::Notices}); });
    connect(&m_presence, &Presence::quitWanted, this, &Desk::quit);
    // What is looked at changes with the window in front.
    connect(qApp, &QGuiApplication::focusWindowChanged, this, [this] {
        for (const Page &page : m_pages)
            page.session->look();
    });
}

void Desk::tellFrom(Session *session, const QString &key)
{
    connect(session, &Session::habitsChanged, this, &Desk::keepHabits);
    connect(session, &Session::noticesChanged, this, &Desk::countNotices);
    connect(session, &Session::openWanted, this, [this, key](const ui::Place &place) { openAt(key, place); });
    session->tellBy(m_presence.messages(), [this, key] { return m_current == key && m_window.isActiveWindow(); });
}

void Desk::open()
{
    QApplication::setQuitOnLastWindowClosed(true);
    m_window.comeToFront();
}

void Desk::openAt(const QString &key, const ui::Place &place)
{
    Session *session = find(key);
    if (!session)
        return;
    if (key != m_current)
        show(key);
    open();
    session->go(place);
}

void Desk::openLink(const QString &link)
{
    open();
    if (link.isEmpty())
        return;
    const auto target = ui::readPlaceLink(link);
    for (const Page &page : m_pages) {
        if (!target || !page.session->isOf(target->server))
            continue;
        if (page.key != m_current)
            show(page.key);
        break;
    }
    find(m_current)->follow(link); // says so if it is none of ours
}

void Desk::countNotices()
{
    int unread = 0;
    for (const Page &page : m_pages)
        unread += page.session->unreadNotices();
    m_presence.setUnread(unread);
}

void Desk::keepHabits()
{
    keepPreferences();
    for (const Page &page : m_pages)
        page.session->look();
    if (m_options.demo || m_options.program.isEmpty() || m_preferences.autostart == DesktopEntry::isAutostart())
        return;
    const DesktopEntry entry(m_options.program, m_options.usualHome ? QString() : m_options.home);
    if (const auto set = entry.setAutostart(m_preferences.autostart); !set)
        find(m_current)->say(ui::words::error(set.error()));
}

void Desk::quit()
{
    m_quitting = true;
    m_window.close(); // keeps drafts and the window's shape
    QApplication::quit();
}

} // namespace parvis::app

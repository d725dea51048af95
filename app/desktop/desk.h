#pragma once

#include "app/desktop/fonts_ahead.h"
#include "app/desktop/presence.h"
#include "app/desktop/session.h"
#include "app/desktop/settings_keeper.h"
#include "ui/shell/companies.h"
#include "ui/shell/window.h"
#include "ui/theme/system_look.h"

namespace parvis::app {

struct DeskOptions {
    QString home;          // everything is kept in here; itself the profile of the first company
    bool demo = false;     // only the demo company
    QString handle;        // whom to be in the demo, or to offer at sign-in
    QString server;        // to offer at sign-in
    QString language;      // of this run; empty: what the person chose
    QString program;       // its path, for 'start with the computer'
    bool usualHome = true; // `home` need not be named then
    bool hidden = false;   // begin in the tray, where there is one

    QString folder() const; // what only one running program may hold
};

// The program on the desktop: one window, and a session for each company that this person is in. The list of them is in
// HOME/companies.ini; their folders are HOME itself, HOME/companies/N, and HOME/try/people/HANDLE for a demo.
class Desk : public QObject {
    Q_OBJECT

public:
    explicit Desk(const DeskOptions &options, FontsAhead *fonts = nullptr); // waited for before there is text
    ~Desk() override;

    // Opens the company that was shown last, and the others after the first paint. Error Storage.
    base::Result<void> begin();
    ui::Window &window() { return m_window; }
    Presence &presence() { return m_presence; }
    void open();                        // shows the window, in front
    void openLink(const QString &link); // parvis://…, from another start; empty: only the window
    ui::Companies &companies() { return m_companies; }
    const ui::Companies &companies() const { return m_companies; }

Q_SIGNALS:
    void painted(); // once: what is shown first is on the screen

private:
    struct Page {
        QString key; // the folder, relative to HOME; "." is HOME
        std::unique_ptr<Session> session;
    };

    base::Result<Session *> open(const QString &key);
    SessionOptions optionsFor(const QString &key) const;
    QString demoKey() const;
    Session *find(const QString &key) const;
    void openOthers();
    void show(const QString &key);
    void showOrTell(const QString &key);
    void join();
    void giveUp();
    void close(const QString &key);
    void tell(); // the list for the rail
    void wear(const ui::Companies::Entry &company);
    void keep(); // the list for the next start
    void tellFrom(Session *session, const QString &key);
    void openAt(const QString &key, const ui::Place &place);
    void liveOnTheDesktop();
    void countNotices();
    void keepHabits();
    void quit();
    void keepPreferences();
    void applyPreferences();
    void followSystem();
    QString file(const char *name) const { return m_options.home + QLatin1Char('/') + QLatin1String(name); }

    DeskOptions m_options;
    FontsAhead *m_fonts;
    base::SystemClock m_clock;
    transport::TimerScheduler m_scheduler;
    ui::Languages m_languages;
    QString m_language; // that the pages were made in
    SettingsKeeper m_keeper;
    QVariantMap m_settings; // all of window.ini
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::SystemLook m_systemLook;
    ui::Companies m_companies;
    ui::Window m_window;
    Presence m_presence;
    bool m_quitting = false;
    QString m_current;
    QStringList m_listed;      // keys of companies.ini
    QVariantMap m_keptList;    // what that file says
    std::vector<Page> m_pages; // end before the window
};

} // namespace parvis::app

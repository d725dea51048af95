#pragma once

#include "app/desktop/demo_server.h"
#include "base/clock.h"
#include "spelling/speller.h"
#include "transport/timer_scheduler.h"
#include "ui/context.h"
#include "ui/desktop/teller.h"
#include "ui/models/client_backend.h"
#include "ui/pictures/picture_room.h"
#include "ui/shell/companies.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"

#include <memory>

namespace parvis::app {

class KeptPlace;
class SettingsKeeper;

struct SessionOptions {
    QString profileDir;
    QString tryDir; // not empty: on the demo company, whose server is started there
    QString handle; // whom to be in the demo, or to offer at sign-in
    QString server; // to offer at sign-in
};

// What all sessions of the program share.
struct Shared {
    const base::Clock &clock;
    base::Scheduler &scheduler;
    SettingsKeeper &keeper;
    ui::Preferences &preferences;
    ui::Theme &theme;
    ui::Companies &companies;
};

// One company: its profile, its client and its page of the window.
class Session : public QObject {
    Q_OBJECT

public:
    static base::Result<std::unique_ptr<Session>> open(const Shared &shared, const SessionOptions &options);
    ~Session() override;

    void begin(); // connects, and starts the demo's server
    ui::MainWindow &page() { return *m_page; }
    bool isJoined() const { return m_backend.identity().has_value(); }
    bool isToJoin() const { return m_options.tryDir.isEmpty(); } // not the demo
    ui::Companies::Entry entry() const { return m_entry; }       // without its key
    void stayOffline(bool offline) { m_backend.setStayOffline(offline); }
    void say(const QString &plainText);
    // Tells the desktop what concerns the person; `isInView`: whether this page is what they look at.
    void tellBy(ui::Messages &messages, std::function<bool()> isInView);
    void look(); // what is in view, or wished for, has changed
    int unreadNotices() const { return m_teller ? m_teller->unread() : 0; }
    void go(const ui::Place &place);
    bool isOf(const QString &server) const; // of a link
    void follow(const QString &link);

Q_SIGNALS:
    void painted(); // once: what is shown first is on the screen
    void changed(); // entry() or isJoined()
    void left();    // signed out
    void tryWanted();
    void preferencesChanged();
    void stayOfflineChanged();
    void habitsChanged();
    void noticesChanged();
    void openWanted(const parvis::ui::Place &place); // by a message of the desktop

private:
    Session(const Shared &shared, const SessionOptions &options, std::unique_ptr<client::Client> client);
    void beginDemo();
    void signInToDemo(const DemoServer::Ready &demo);
    void traceFirstPaint();
    void readEntry();
    void readEntrySoon();

    SessionOptions m_options;
    base::Scheduler &m_scheduler;
    base::Scheduler::Handle m_entryTimer = 0;
    ui::Navigator m_navigator;
    std::unique_ptr<DemoServer> m_demo; // outlives the client, so that it ends without waiting for it
    ui::ClientBackend m_backend;
    ui::Companies::Entry m_entry;
    spelling::Speller m_speller;
    ui::PictureRoom m_pictures;
    ui::Context m_context;
    std::unique_ptr<KeptPlace> m_kept;
    std::unique_ptr<ui::MainWindow> m_page;
    std::unique_ptr<ui::Teller> m_teller;
};

} // namespace parvis::app

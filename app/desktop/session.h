#pragma once

#include "base/clock.h"
#include "transport/timer_scheduler.h"
#include "ui/context.h"
#include "ui/models/client_backend.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/navigator.h"
#include "ui/theme/theme.h"

#include <memory>

namespace parvis::app {

class DemoServer;

struct SessionOptions {
    QString profileDir;
    QString tryDir;   // not empty: on the demo company, whose server is started there
    QString handle;   // whom to be in the demo, or to offer at sign-in
    QString server;   // to offer at sign-in
    QString language; // of this run; empty: what the person chose
};

// One profile with its window: everything is made here and handed on by reference.
class Session : public QObject {
    Q_OBJECT

public:
    static base::Result<std::unique_ptr<Session>> open(const SessionOptions &options);
    ~Session() override;

    ui::MainWindow &window() { return *m_window; }

Q_SIGNALS:
    void tryWanted();

private:
    Session(const SessionOptions &options, std::unique_ptr<client::Client> client);
    void begin();
    void beginDemo();
    void signInToDemo(const QString &address);
    void applyPreferences();
    void traceFirstPaint();
    QString preferencesFile() const { return m_options.profileDir + QStringLiteral("/window.ini"); }

    SessionOptions m_options;
    base::SystemClock m_clock;
    transport::TimerScheduler m_scheduler;
    ui::Languages m_languages;
    ui::Preferences m_preferences;
    ui::Theme m_theme;
    ui::Navigator m_navigator;
    std::unique_ptr<DemoServer> m_demo; // outlives the client, so that it ends without waiting for it
    ui::ClientBackend m_backend;
    ui::Context m_context;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace parvis::app

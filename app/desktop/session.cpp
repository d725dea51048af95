#include "app/desktop/session.h"

#include "app/desktop/demo_server.h"
#include "app/desktop/start_trace.h"
#include "base/deliver.h"
#include "server/demo/demo.h"
#include "ui/shell/shell.h"
#include "ui/text/words.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/signin/sign_in_page.h"

#include <QSysInfo>

namespace parvis::app {

base::Result<std::unique_ptr<Session>> Session::open(const SessionOptions &options)
{
    client::Options open;
    open.profileDir = options.profileDir;
    auto client = client::Client::open(open);
    if (!client)
        return base::fail(client.error());
    return std::unique_ptr<Session>(new Session(options, std::move(*client)));
}

Session::Session(const SessionOptions &options, std::unique_ptr<client::Client> client)
    : m_options(options),
      m_preferences(ui::Preferences::load(preferencesFile())),
      m_backend(std::move(client), QSysInfo::machineHostName()),
      m_context{m_backend, m_theme, m_navigator, m_clock, m_scheduler, m_preferences}
{
    m_languages.apply(options.language.isEmpty() ? m_preferences.language : options.language);
    m_theme.apply(m_preferences);
    connect(&m_navigator, &ui::Navigator::preferencesChanged, this, &Session::applyPreferences);
    connect(&m_navigator, &ui::Navigator::stayOfflineChanged, this, [this] { m_preferences.save(preferencesFile()); });
    connect(&m_navigator, &ui::Navigator::tryWanted, this, &Session::tryWanted);
    m_window = std::make_unique<ui::MainWindow>(m_context);
    begin();
}

Session::~Session() = default;

void Session::begin()
{
    m_backend.setStayOffline(m_preferences.stayOffline);
    if (m_backend.identity()) {
        m_window->showShell();
        traceFirstPaint();
    } else {
        m_window->showSignIn();
        m_window->signIn()->setAddress(m_options.server, m_options.handle);
    }
    if (!m_options.tryDir.isEmpty())
        beginDemo();
    else if (m_backend.identity())
        m_scheduler.after(0, [this] { m_backend.start(); }); // after the first paint has been asked for
}

void Session::traceFirstPaint()
{
    if (StartTrace::wanted())
        connect(m_window->shell()->feedPage()->view(), &ui::FeedView::firstPainted, this,
                [] { StartTrace::firstPost(); });
}

void Session::beginDemo()
{
    m_demo = std::make_unique<DemoServer>(m_options.tryDir);
    if (m_window->signIn())
        m_window->signIn()->setBusy(tr("Preparing the demo company…"));
    base::deliver(m_demo->start(), this, [this](const base::Result<QString> &address) {
        if (!address) {
            if (m_window->signIn()) {
                m_window->signIn()->setBusy({});
                m_window->signIn()->setError(ui::words::error(address.error()));
            }
            return;
        }
        const auto identity = m_backend.identity();
        if (identity && identity->server == *address)
            m_backend.start();
        else
            signInToDemo(*address);
    });
}

void Session::signInToDemo(const QString &address)
{
    base::deliver(m_backend.signIn(address, m_options.handle, QString::fromLatin1(server::demoPassword)), this,
                  [this](const base::Result<store::Identity> &identity) {
                      if (identity) {
                          m_window->showShell();
                          traceFirstPaint();
                      } else if (m_window->signIn()) {
                          m_window->signIn()->setBusy({});
                          m_window->signIn()->setError(
                              ui::words::signInError(identity.error(), m_backend.state().problem));
                      }
                  });
}

void Session::applyPreferences()
{
    m_preferences.save(preferencesFile());
    m_languages.apply(m_preferences.language);
    m_theme.apply(m_preferences);
    m_window->rebuild();
}

} // namespace parvis::app

#include "app/desktop/session.h"

#include "app/desktop/kept_place.h"
#include "app/desktop/start_trace.h"
#include "base/deliver.h"
#include "spelling/dictionary.h"
#include "ui/models/feed_model.h"
#include "ui/shell/place_link.h"
#include "ui/shell/shell.h"
#include "ui/text/words.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/signin/sign_in_page.h"

#include <QSysInfo>

#include <utility>

namespace parvis::app {

namespace {

constexpr qint64 entryPauseMs = 1000; // between two counts of what is unread, for the rail

} // namespace

base::Result<std::unique_ptr<Session>> Session::open(const Shared &shared, const SessionOptions &options)
{
    client::Options open;
    open.profileDir = options.profileDir;
    auto client = client::Client::open(open);
    if (!client)
        return base::fail(client.error());
    return std::unique_ptr<Session>(new Session(shared, options, std::move(*client)));
}

Session::Session(const Shared &shared, const SessionOptions &options, std::unique_ptr<client::Client> client)
    : m_options(options),
      m_scheduler(shared.scheduler),
      m_backend(std::move(client), QSysInfo::machineHostName()),
      m_speller({.folders = spelling::systemFolders(), .ownWords = options.profileDir + QStringLiteral("/words.txt")}),
      m_pictures(m_backend),
      m_context{m_backend,   shared.theme,       m_navigator,      shared.clock,
                m_scheduler, shared.preferences, shared.companies, &m_speller, &m_pictures}
{
    connect(&m_navigator, &ui::Navigator::preferencesChanged, this, &Session::preferencesChanged);
    connect(&m_navigator, &ui::Navigator::stayOfflineChanged, this, &Session::stayOfflineChanged);
    connect(&m_navigator, &ui::Navigator::tryWanted, this, &Session::tryWanted);
    connect(&m_navigator, &ui::Navigator::habitsChanged, this, &Session::habitsChanged);
    m_kept = std::make_unique<KeptPlace>(m_navigator, m_scheduler, shared.keeper, options.profileDir);
    if (isJoined()) {
        m_kept->restore();
        // The reader answers while fonts are loaded and widgets made.
        if (m_navigator.place().kind == ui::Place::Feed)
            m_backend.readAhead({.limit = ui::FeedModel::firstPage});
    }
    connect(&m_backend, &ui::Backend::changed, this, &Session::readEntrySoon);
    connect(&m_backend, &ui::Backend::stateChanged, this, [this, joined = isJoined()]() mutable {
        const bool trouble = m_backend.state().problem == client::SyncState::Unauthorized
                             || m_backend.state().problem == client::SyncState::Disabled;
        if (trouble != m_entry.trouble) {
            m_entry.trouble = trouble;
            Q_EMIT changed();
        }
        if (joined == isJoined())
            return;
        joined = isJoined();
        Q_EMIT changed();
        if (joined) {
            readEntry();
            if (m_backend.secretKind() == QLatin1String("none"))
                QMetaObject::invokeMethod( // the page is there then
                    this, [this] { say(ui::words::secret(m_backend.secretKind())); }, Qt::QueuedConnection);
        }
        if (!joined) {
            m_kept->forget();
            Q_EMIT left();
        }
    });
    m_page = std::make_unique<ui::MainWindow>(m_context);
}

Session::~Session()
{
    m_scheduler.cancel(m_entryTimer);
}

void Session::say(const QString &plainText)
{
    Q_EMIT m_navigator.said(plainText);
}

void Session::tellBy(ui::Messages &messages, std::function<bool()> isInView)
{
    m_teller = std::make_unique<ui::Teller>(m_context, messages, std::move(isInView));
    connect(m_teller.get(), &ui::Teller::unreadChanged, this, &Session::noticesChanged);
    connect(m_teller.get(), &ui::Teller::openWanted, this, &Session::openWanted);
}

void Session::look()
{
    if (m_teller)
        m_teller->look();
}

void Session::go(const ui::Place &place)
{
    if (isJoined())
        m_navigator.go(place);
}

bool Session::isOf(const QString &server) const
{
    return isJoined() && ui::linkServer(m_backend.identity()->server) == server;
}

void Session::follow(const QString &link)
{
    m_navigator.follow(link, isJoined() ? m_backend.identity()->server : QString());
}

void Session::readEntrySoon()
{
    if (m_entryTimer == 0)
        m_entryTimer = m_scheduler.after(entryPauseMs, [this] {
            m_entryTimer = 0;
            readEntry();
        });
}

// The company's name and colour, and what is unread in all its groups.
void Session::readEntry()
{
    if (!isJoined())
        return;
    m_entry.id = m_backend.identity()->company;
    base::deliver(m_backend.company(), this, [this](const base::Result<std::optional<model::Company>> &company) {
        if (!company || !*company || ((*company)->name == m_entry.name && (*company)->color == m_entry.color))
            return;
        m_entry.name = (*company)->name;
        m_entry.color = (*company)->color;
        Q_EMIT changed();
    });
    base::deliver(m_backend.groups(), this, [this](const base::Result<QList<store::GroupItem>> &groups) {
        if (!groups)
            return;
        int unread = 0;
        for (const store::GroupItem &group : *groups)
            unread += group.role ? group.unread : 0;
        if (unread == m_entry.unread)
            return;
        m_entry.unread = unread;
        Q_EMIT changed();
    });
}

void Session::begin()
{
    m_backend.setStayOffline(m_context.preferences.stayOffline);
    if (isJoined()) {
        if (!m_context.preferences.stayOffline)
            m_backend.expectStart();
        m_page->showShell();
        traceFirstPaint();
        connect(this, &Session::painted, this, &Session::readEntry);
        connect(m_page->shell(), &ui::Shell::painted, this, &Session::painted);
    } else {
        m_page->showSignIn();
        m_page->signIn()->setAddress(m_options.server, m_options.handle);
        QMetaObject::invokeMethod(this, &Session::painted, Qt::QueuedConnection);
    }
    if (!m_options.tryDir.isEmpty())
        beginDemo();
    else if (isJoined())
        connect(this, &Session::painted, this, [this] { m_backend.start(); });
}

void Session::traceFirstPaint()
{
    if (StartTrace::wanted() && m_page->shell()->feedPage())
        connect(m_page->shell()->feedPage()->view(), &ui::FeedView::firstPainted, this,
                [] { StartTrace::firstPost(); });
}

void Session::beginDemo()
{
    m_demo = std::make_unique<DemoServer>(m_options.tryDir);
    if (m_page->signIn())
        m_page->signIn()->setBusy(tr("Preparing the demo company…"));
    base::deliver(m_demo->start(), this, [this](const base::Result<DemoServer::Ready> &ready) {
        if (!ready) {
            if (m_page->signIn()) {
                m_page->signIn()->setBusy({});
                m_page->signIn()->setError(ui::words::error(ready.error()));
            }
            return;
        }
        const auto identity = m_backend.identity();
        if (identity && identity->server == ready->address)
            m_backend.start();
        else
            signInToDemo(*ready);
    });
}

void Session::signInToDemo(const DemoServer::Ready &demo)
{
    base::deliver(m_backend.signIn(demo.address, m_options.handle, demo.password), this,
                  [this](const base::Result<store::Identity> &identity) {
                      if (identity) {
                          m_page->showShell();
                          traceFirstPaint();
                      } else if (m_page->signIn()) {
                          m_page->signIn()->setBusy({});
                          m_page->signIn()->setError(
                              ui::words::signInError(identity.error(), m_backend.state().problem));
                      }
                  });
}

} // namespace parvis::app

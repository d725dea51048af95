#include "app/desktop/desk.h"

#include "ui/text/words.h"
#include "ui/theme/icons.h"

#include <QDir>
#include <QIcon>
#include <QUrl>

namespace parvis::app {

namespace {

constexpr char demoHandle[] = "camille.morel";
const QString homeKey = QStringLiteral(".");
const QString demoFolder = QStringLiteral("try");

} // namespace

Desk::Desk(const DeskOptions &options, FontsAhead *fonts)
    : m_options(options),
      m_fonts(fonts),
      m_settings(m_keeper.read(file("window.ini"))),
      m_preferences(ui::Preferences::of(m_settings)),
      m_window(m_settings.value("geometry").toByteArray())
{
    m_language = m_languages.apply(options.language.isEmpty() ? m_preferences.language : options.language);
    followSystem();
    m_theme.setCompanyColor(QColor(m_preferences.companyColor));
    m_theme.apply(m_preferences);
    m_window.setWindowIcon(ui::programIcon());
    connect(&m_companies, &ui::Companies::showWanted, this, &Desk::showOrTell, Qt::QueuedConnection);
    connect(&m_companies, &ui::Companies::addWanted, this, &Desk::join, Qt::QueuedConnection);
    connect(&m_companies, &ui::Companies::giveUpWanted, this, &Desk::giveUp, Qt::QueuedConnection);
    connect(&m_window, &ui::Window::closed, this, [this] {
        m_settings.insert("geometry", m_window.geometryToKeep());
        keepPreferences();
    });
    liveOnTheDesktop();
}

Desk::~Desk()
{
    m_pages.clear(); // each notes where one was reading
    keepPreferences();
}

QString DeskOptions::folder() const
{
    if (!demo)
        return home;
    const QString person = handle.isEmpty() ? QString::fromLatin1(demoHandle) : handle;
    return home + u'/' + demoFolder + QStringLiteral("/people/") + QString::fromLatin1(QUrl::toPercentEncoding(person));
}

base::Result<void> Desk::begin()
{
    if (m_options.hidden)
        m_presence.appear();
    QString first = demoKey();
    if (!m_options.demo) {
        const QVariantMap list = m_keeper.read(file("companies.ini"));
        m_listed = list.value("companies").toStringList();
        first = list.value("current").toString();
        m_keptList = {{"companies", m_listed}, {"current", first}};
        if (m_listed.isEmpty() || !m_listed.contains(first))
            first = m_listed.value(0, homeKey);
    }
    const auto opened = open(first);
    if (!opened)
        return base::fail(opened.error());
    show(first);
    connect(*opened, &Session::painted, this, [this] {
        m_presence.appear();
        if (!m_options.demo && m_listed.size() > 1)
            openOthers();
        Q_EMIT painted();
    });
    return {};
}

// One that cannot be opened stays in the list for the next start.
void Desk::openOthers()
{
    for (const QString &key : std::as_const(m_listed)) {
        if (!find(key))
            (void)open(key);
    }
    tell();
}

QString Desk::demoKey() const
{
    const QString handle = m_options.handle.isEmpty() ? QString::fromLatin1(demoHandle) : m_options.handle;
    return demoFolder + QStringLiteral("/people/") + QString::fromLatin1(QUrl::toPercentEncoding(handle));
}

SessionOptions Desk::optionsFor(const QString &key) const
{
    SessionOptions options;
    options.profileDir = key == homeKey ? m_options.home : file("") + key;
    options.server = m_options.server;
    options.handle = m_options.handle;
    if (key.startsWith(demoFolder + QLatin1Char('/'))) {
        options.tryDir = file("try");
        options.handle = QUrl::fromPercentEncoding(key.section(QLatin1Char('/'), -1).toLatin1());
    }
    return options;
}

Session *Desk::find(const QString &key) const
{
    for (const Page &page : m_pages) {
        if (page.key == key)
            return page.session.get();
    }
    return nullptr;
}

base::Result<Session *> Desk::open(const QString &key)
{
    auto opened = Session::open({m_clock, m_scheduler, m_keeper, m_preferences, m_theme, m_companies}, optionsFor(key));
    if (!opened)
        return base::fail(opened.error());
    Session *session = opened->get();
    m_window.add(&session->page());
    m_pages.push_back({key, std::move(*opened)});
    connect(session, &Session::changed, this, [this] {
        keep();
        tell();
    });
    connect(
        session, &Session::left, this, [this, key] { close(key); }, Qt::QueuedConnection);
    connect(
        session, &Session::tryWanted, this, [this] { showOrTell(demoKey()); }, Qt::QueuedConnection);
    connect(session, &Session::preferencesChanged, this, &Desk::applyPreferences);
    connect(session, &Session::stayOfflineChanged, this, [this] {
        for (const Page &page : m_pages)
            page.session->stayOffline(m_preferences.stayOffline);
        keepPreferences();
    });
    if (m_fonts)
        m_fonts->wait();
    session->begin();
    tellFrom(session, key); // after the feed has been asked for
    return session;
}

void Desk::show(const QString &key)
{
    Session *session = find(key);
    const QString before = m_current;
    m_current = key;
    m_window.show(&session->page());
    keep();
    tell();
    // A page to join that was left by the demo, or for another company, is of no use any more.
    if (Session *left = find(before); left && left != session && !left->isJoined() && m_pages.size() > 1)
        QMetaObject::invokeMethod(
            this, [this, before] { close(before); }, Qt::QueuedConnection);
}

void Desk::showOrTell(const QString &key)
{
    if (!find(key)) {
        if (const auto opened = open(key); !opened) {
            find(m_current)->say(ui::words::error(opened.error()));
            return;
        }
    }
    show(key);
}

// The first free folder. A page to join that is open already is shown instead of a second one.
void Desk::join()
{
    for (const Page &page : m_pages) {
        if (!page.session->isJoined() && page.session->isToJoin())
            return show(page.key);
    }
    QString key = homeKey;
    for (int n = 2; find(key) || m_listed.contains(key) || (key != homeKey && QDir(file("") + key).exists()); ++n)
        key = QStringLiteral("companies/%1").arg(n);
    showOrTell(key);
}

void Desk::giveUp()
{
    for (const Page &page : m_pages) {
        if (page.session->isJoined()) {
            show(page.key);
            return;
        }
    }
}

void Desk::close(const QString &key)
{
    const auto page = std::find_if(m_pages.begin(), m_pages.end(), [&](const Page &each) { return each.key == key; });
    if (page == m_pages.end() || m_pages.size() == 1 || page->session->isJoined())
        return;
    m_listed.removeAll(key);
    const std::unique_ptr<Session> ended = std::move(page->session);
    m_pages.erase(page);
    if (m_current == key)
        show(m_pages.front().key);
    keep();
    tell();
}

void Desk::tell()
{
    QList<ui::Companies::Entry> entries;
    for (const Page &page : m_pages) {
        entries.append(page.session->entry());
        entries.last().key = page.key;
        if (page.key == m_current)
            wear(entries.last());
    }
    m_companies.set(entries, m_current);
}

// The window shows the company's name and colour once they are known.
void Desk::wear(const ui::Companies::Entry &company)
{
    m_window.setCompany(company.name);
    if (company.name.isEmpty() || company.color == m_preferences.companyColor)
        return;
    m_preferences.companyColor = company.color;
    keepPreferences();
    m_theme.setCompanyColor(QColor(company.color));
}

void Desk::keep()
{
    if (m_options.demo)
        return;
    QStringList keys = m_listed;
    for (const Page &page : m_pages) {
        if (page.session->isJoined() && !keys.contains(page.key))
            keys << page.key;
    }
    m_listed = keys;
    const QString current = keys.contains(m_current) ? m_current : keys.value(0);
    const QVariantMap list{{"companies", keys}, {"current", current}};
    if (std::exchange(m_keptList, list) != list)
        m_keeper.keep(file("companies.ini"), list);
}

void Desk::keepPreferences()
{
    m_settings.insert(m_preferences.values()); // what a newer build has put there stays
    m_keeper.keep(file("window.ini"), m_settings);
}

void Desk::applyPreferences()
{
    keepPreferences();
    m_theme.apply(m_preferences);
    const QString language = m_languages.apply(m_preferences.language);
    // Colours and sizes are followed; words are put in when a view is made.
    if (std::exchange(m_language, language) == language)
        return;
    for (const Page &page : m_pages)
        page.session->page().rebuild();
}

void Desk::followSystem()
{
    // What it was last time, until the desktop has answered.
    if (m_preferences.systemDark || m_preferences.systemContrast)
        m_systemLook.set(m_preferences.systemDark, m_preferences.systemContrast);
    m_theme.setSystem(m_systemLook.isDark(), m_systemLook.isHighContrast());
    connect(&m_systemLook, &ui::SystemLook::changed, this, [this] {
        m_preferences.systemDark = m_systemLook.isDark();
        m_preferences.systemContrast = m_systemLook.isHighContrast();
        keepPreferences();
        m_theme.setSystem(m_systemLook.isDark(), m_systemLook.isHighContrast());
    });
    m_systemLook.start();
}

} // namespace parvis::app

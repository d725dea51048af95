#include "app/desktop/kept_place.h"

#include "app/desktop/settings_keeper.h"

namespace parvis::app {

namespace {

// Names, not numbers: these files outlive a build.
struct Name {
    ui::Place::Kind kind;
    const char *name;
    bool hasId;
};
constexpr Name names[] = {{ui::Place::Feed, "feed", false},
                          {ui::Place::Group, "group", true},
                          {ui::Place::CompanyWall, "company_wall", false},
                          {ui::Place::PersonWall, "person", true},
                          {ui::Place::Thread, "thread", true},
                          {ui::Place::Groups, "groups", false},
                          {ui::Place::Notices, "notices", false},
                          {ui::Place::Outbox, "outbox", false}};

} // namespace

KeptPlace::KeptPlace(ui::Navigator &navigator, base::Scheduler &scheduler, SettingsKeeper &keeper,
                     const QString &profileDir)
    : m_navigator(navigator),
      m_scheduler(scheduler),
      m_keeper(keeper),
      m_file(profileDir + QStringLiteral("/place.ini"))
{
    connect(&navigator, &ui::Navigator::moved, this, [this] {
        m_scheduler.cancel(m_timer);
        m_timer = m_scheduler.after(pauseMs, [this] {
            m_timer = 0;
            write();
        });
    });
}

KeptPlace::~KeptPlace()
{
    if (m_timer != 0)
        write();
    m_scheduler.cancel(m_timer);
}

void KeptPlace::write()
{
    const ui::Place &place = m_navigator.place();
    for (const Name &each : names) {
        if (each.kind != place.kind)
            continue;
        m_keeper.keep(
            m_file, {{"place", QString::fromLatin1(each.name)}, {"id", each.hasId ? place.id.toString() : QString()}});
    }
}

void KeptPlace::restore()
{
    const QVariantMap settings = m_keeper.read(m_file);
    const QString name = settings.value("place").toString();
    const auto id = base::Uuid::fromString(settings.value("id").toString());
    for (const Name &each : names) {
        if (name == QLatin1String(each.name) && each.kind != ui::Place::Feed && (!each.hasId || id))
            m_navigator.go({.kind = each.kind, .id = each.hasId ? *id : base::Uuid()});
    }
}

void KeptPlace::forget()
{
    m_scheduler.cancel(std::exchange(m_timer, 0));
    m_keeper.forget(m_file);
}

} // namespace parvis::app

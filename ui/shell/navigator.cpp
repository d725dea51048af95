#include "ui/shell/navigator.h"

#include "ui/shell/place_link.h"

namespace parvis::ui {

namespace {

constexpr int maxPast = 50;
constexpr int maxRecent = 8;

} // namespace

void Navigator::go(const Place &place)
{
    if (!(m_place == place)) {
        m_past.append(m_place);
        if (m_past.size() > maxPast)
            m_past.removeFirst();
    }
    m_place = place;
    remember(place);
    Q_EMIT moved(m_place);
}

void Navigator::remember(const Place &place)
{
    if (place.kind != Place::Group && place.kind != Place::PersonWall && place.kind != Place::Thread)
        return;
    m_recent.removeIf([&](const Place &held) { return held.kind == place.kind && held.id == place.id; });
    m_recent.prepend({.kind = place.kind, .id = place.id});
    if (m_recent.size() > maxRecent)
        m_recent.removeLast();
}

void Navigator::openDocument(GroupId group, const Uuid &documentOrFolder)
{
    go({.kind = Place::Documents, .id = group.uuid(), .highlight = documentOrFolder});
}

void Navigator::search(const QString &text)
{
    go({.kind = Place::Search});
    Q_EMIT searchWanted(text);
}

bool Navigator::follow(const QString &link, const QString &server)
{
    const auto target = readPlaceLink(link);
    if (!target) {
        Q_EMIT said(tr("This link leads to no place of Parvis."));
        return false;
    }
    if (target->server != linkServer(server)) {
        Q_EMIT said(tr("This link belongs to another company: %1").arg(target->server));
        return false;
    }
    if (target->hasPlace)
        go(target->place);
    return true;
}

void Navigator::back()
{
    if (m_past.isEmpty())
        return;
    m_place = m_past.takeLast();
    m_place.reply = false;
    m_place.quote.clear();
    Q_EMIT moved(m_place);
}

} // namespace parvis::ui

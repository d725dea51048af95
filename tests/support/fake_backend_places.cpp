// Groups, settings of places, requests to be added to groups, scheduled posts: what ui::Backend asks of the company in memory.
#include "client/place_operations.h"
#include "support/fake_backend.h"
#include "support/ready_answer.h"

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;

store::GroupItem *FakeBackend::group(model::GroupId id)
{
    for (auto &held : groupList) {
        if (held.id == id)
            return &held;
    }
    return nullptr;
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::createGroup(const NewGroup &group)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const auto id = addGroup(group.handle, group.title, group.kind, true);
    groupList.last().role = model::Role::Owner;
    groupList.last().description = group.description;
    return written(id.uuid(), Kind::Group, ScopeId::group(id));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::joinGroup(model::GroupId group)
{
    for (auto &held : groupList) {
        if (held.id == group)
            held.role = model::Role::Member;
    }
    return written(group.uuid(), Kind::Membership, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::leaveGroup(model::GroupId group)
{
    for (auto &held : groupList) {
        if (held.id == group)
            held.role.reset();
    }
    return written(group.uuid(), Kind::Membership, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::archiveGroup(model::GroupId group, bool archived)
{
    for (auto &held : groupList) {
        if (held.id == group)
            held.archived = archived;
    }
    return written(group.uuid(), Kind::Group, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::setMember(model::GroupId group, model::PersonId person,
                                                                 model::Role role)
{
    memberLists[group].removeIf([&](const auto &member) { return member.person.id == person; });
    for (const Person &known : people_) {
        if (known.card.id == person)
            memberLists[group].append({known.card, role});
    }
    requestLists[group].removeIf([&](const auto &request) { return request.person.id == person; });
    if (store::GroupItem *held = this->group(group))
        held->requests = int(requestLists[group].size());
    return written(person.uuid(), Kind::Member, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::removeMember(model::GroupId group, model::PersonId person)
{
    memberLists[group].removeIf([&](const auto &member) { return member.person.id == person; });
    return written(person.uuid(), Kind::Member, ScopeId::group(group));
}

ui::Backend::Answer<QList<store::FeedItem>> FakeBackend::pinned(const ScopeId &place, int limit)
{
    QList<store::FeedItem> found;
    for (const auto &item : items) {
        if (item.pinned && item.place.scope == place && found.size() < limit)
            found.append(item);
    }
    return ready<QList<store::FeedItem>>(found);
}

ui::Backend::Answer<QHash<ScopeId, model::PlaceSetting>> FakeBackend::placeSettings()
{
    QHash<ScopeId, model::PlaceSetting> settings;
    for (const auto &group : groupList) {
        const ScopeId scope = ScopeId::group(group.id);
        settings.insert(scope, {scope.toString(), group.followed, group.muted, group.pinned, group.position});
    }
    return ready<QHash<ScopeId, model::PlaceSetting>>(settings);
}

ui::Backend::Answer<QList<store::JoinRequestItem>> FakeBackend::joinRequests(model::GroupId group)
{
    return ready<QList<store::JoinRequestItem>>(requestLists.value(group));
}

ui::Backend::Answer<QList<store::ScheduledItem>> FakeBackend::scheduled()
{
    QList<store::ScheduledItem> sorted = scheduledList;
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return ready<QList<store::ScheduledItem>>(sorted);
}

ui::Backend::Answer<QList<store::PlaceCard>> FakeBackend::groupsInCommon(model::PersonId person)
{
    QList<store::PlaceCard> places;
    for (const auto &each : groupList) {
        const auto members = memberLists.value(each.id);
        const bool there = std::any_of(members.begin(), members.end(),
                                       [&](const store::MemberItem &member) { return member.person.id == person; });
        if (each.role && there)
            places.append(placeOf(ScopeId::group(each.id)));
    }
    return ready<QList<store::PlaceCard>>(places);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::changeGroup(model::GroupId id, const GroupChange &change)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    store::GroupItem *held = group(id);
    held->title = change.title.value_or(held->title);
    held->description = change.description.value_or(held->description);
    held->rules = change.rules.value_or(held->rules);
    held->kind = change.kind.value_or(held->kind);
    held->visibility = change.visibility.value_or(held->visibility);
    return written(id.uuid(), Kind::Group, ScopeId::group(id));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::setPlace(const ScopeId &place, const PlaceChange &change)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    if (store::GroupItem *held = group(place.groupId())) {
        held->followed = change.followed.value_or(held->followed);
        held->muted = change.muted.value_or(held->muted);
        held->pinned = change.pinned.value_or(held->pinned);
        if (change.pinned.value_or(false)) {
            held->position = 0;
            for (const auto &other : groupList)
                held->position = std::max(held->position, other.position + client::pinStep);
        }
    }
    return written(newId(), Kind::PlaceSetting, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::movePinned(const ScopeId &place,
                                                                  const std::optional<ScopeId> &below)
{
    QList<client::Pinned> pinned;
    for (const auto &each : groupList) {
        if (each.pinned)
            pinned.append({ScopeId::group(each.id), each.position});
    }
    std::sort(pinned.begin(), pinned.end(), [](const auto &a, const auto &b) { return a.position < b.position; });
    for (const client::Pinned &each : client::positionsAfterMove(pinned, place, below))
        group(each.place.groupId())->position = each.position;
    return written(newId(), Kind::PlaceSetting, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::askToJoin(model::GroupId id, const QString &)
{
    group(id)->request = model::RequestState::Waiting;
    return written(id.uuid(), Kind::JoinRequest, ScopeId::person(m_identity->person));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::withdrawRequest(model::GroupId id)
{
    group(id)->request.reset();
    return written(id.uuid(), Kind::JoinRequest, ScopeId::person(m_identity->person));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::refuseRequest(model::GroupId id, model::PersonId person)
{
    requestLists[id].removeIf([&](const auto &request) { return request.person.id == person; });
    group(id)->requests = int(requestLists[id].size());
    return written(id.uuid(), Kind::JoinRequest, ScopeId::group(id));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::schedule(const ScopeId &place, model::PersonId wall,
                                                                const QString &body, base::Time at, const Draft &draft)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    endDraft(draft);
    store::ScheduledItem item;
    item.id = newId();
    item.place = placeOf(place);
    item.place.wall = wall;
    item.body = body;
    item.at = at;
    scheduledList.append(item);
    return written(item.id, Kind::ScheduledPost, ScopeId::person(m_identity->person));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::changeScheduled(const Uuid &id, const ScheduleChange &change)
{
    for (auto &item : scheduledList) {
        if (item.id != id)
            continue;
        item.body = change.body.value_or(item.body);
        item.at = change.at.value_or(item.at);
        item.refused.clear();
    }
    return written(id, Kind::ScheduledPost, ScopeId::person(m_identity->person));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::cancelScheduled(const Uuid &id)
{
    scheduledList.removeIf([&](const auto &item) { return item.id == id; });
    return written(id, Kind::ScheduledPost, ScopeId::person(m_identity->person));
}

} // namespace parvis::tests

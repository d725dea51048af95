#include "client/write_worker.h"

#include "model/derived_ids.h"

namespace parvis::client {

using base::ErrorKind;

namespace {

tl::unexpected<base::Error> refused(const char *where, const QString &detail)
{
    return base::fail(ErrorKind::Refused, QString::fromLatin1(where), detail);
}

} // namespace

base::Result<Written> WriteWorker::changeGroup(PersonId me, GroupId id, const GroupChange &change)
{
    auto group = groupToChange("group", id);
    if (!group)
        return base::fail(group.error());
    if (group->role != model::Role::Owner)
        return refused("group", QStringLiteral("not_owner: only an owner may do this"));
    const auto held = m_reader->find(id.uuid());
    auto op = makeGroupChange({me, m_clock, m_random}, id, held && *held ? (*held)->rev : 0, change);
    if (!op)
        return base::fail(op.error());
    return append(me, *op, {});
}

base::Result<QList<Pinned>> WriteWorker::pinnedPlaces()
{
    auto settings = m_reader->placeSettings();
    if (!settings)
        return base::fail(settings.error());
    QList<Pinned> pinned;
    for (auto each = settings->cbegin(); each != settings->cend(); ++each) {
        if (each->pinned)
            pinned.append({each.key(), each->position});
    }
    std::sort(pinned.begin(), pinned.end(), [](const Pinned &a, const Pinned &b) {
        return std::pair(a.position, a.place) < std::pair(b.position, b.place);
    });
    return pinned;
}

base::Result<Written> WriteWorker::setPlace(PersonId me, const ScopeId &place, const PlaceChange &change)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    std::optional<qint64> position;
    if (change.pinned.value_or(false)) {
        auto pinned = pinnedPlaces();
        if (!pinned)
            return base::fail(pinned.error());
        pinned->removeIf([&](const Pinned &each) { return each.place == place; });
        position = pinned->isEmpty() ? pinStep : pinned->last().position + pinStep;
    }
    return append(me, makePlaceSetting({me, m_clock, m_random}, place, change, position), {});
}

base::Result<Written> WriteWorker::movePinned(PersonId me, const ScopeId &place, const std::optional<ScopeId> &below)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto pinned = pinnedPlaces();
    if (!pinned)
        return base::fail(pinned.error());
    base::Result<Written> written;
    for (const Pinned &each : positionsAfterMove(*pinned, place, below)) {
        auto one =
            append(me, makePlaceSetting({me, m_clock, m_random}, each.place, {.pinned = true}, each.position), {});
        if (!one || each.place == place)
            written = one;
        if (!one)
            break;
    }
    return written;
}

base::Result<Written> WriteWorker::askToJoin(PersonId me, GroupId id, const QString &note)
{
    auto group = groupToChange("ask", id);
    if (!group)
        return base::fail(group.error());
    if (group->role)
        return refused("ask", QStringLiteral("member: you are in this group already"));
    if (group->archived)
        return refused("ask", QStringLiteral("archived: this group takes no more members"));
    auto op = makeJoinRequest({me, m_clock, m_random}, id, note);
    if (!op)
        return base::fail(op.error());
    return append(me, *op, {});
}

base::Result<Written> WriteWorker::withdrawRequest(PersonId me, GroupId id)
{
    auto group = groupToChange("ask", id);
    if (!group)
        return base::fail(group.error());
    if (!group->request)
        return refused("ask", QStringLiteral("gone: you have not asked to be added to this group"));
    return append(me, makeWithdrawal({me, m_clock, m_random}, id), {});
}

base::Result<Written> WriteWorker::refuseRequest(PersonId me, GroupId id, PersonId person)
{
    auto group = groupToChange("request", id);
    if (!group)
        return base::fail(group.error());
    if (group->role != model::Role::Owner && group->role != model::Role::Moderator)
        return refused("request", QStringLiteral("not_owner: only the group's owners and moderators answer requests"));
    return append(me, makeRefusal({me, m_clock, m_random}, id, person), {});
}

base::Result<Written> WriteWorker::schedule(PersonId me, const ScopeId &place, PersonId wall, const QString &body,
                                            base::Time at, const Draft &draft)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    if (auto ok = checkBody(body); !ok)
        return base::fail(ok.error());
    if (auto ok = mayWriteTo(me, "post", place); !ok)
        return base::fail(ok.error());
    auto op = makeScheduled({me, m_clock, m_random}, place, wall, body, referencesOf(body), at);
    if (!op)
        return base::fail(op.error());
    // A group that was just made here has to be there when the time comes.
    QList<Uuid> after;
    if (place.type == model::ScopeType::Group)
        after = {place.id, model::memberId(place.groupId(), me)};
    return append(me, *op, after, {.draft = draft});
}

base::Result<Written> WriteWorker::changeScheduled(PersonId me, const Uuid &id, const ScheduleChange &change)
{
    auto target = find("scheduled", id);
    if (!target)
        return base::fail(target.error());
    auto op = makeScheduledChange({me, m_clock, m_random}, *target, change,
                                  change.body ? referencesOf(*change.body) : References());
    if (!op)
        return base::fail(op.error());
    return append(me, *op, {id});
}

base::Result<Written> WriteWorker::cancelScheduled(PersonId me, const Uuid &id)
{
    auto target = find("scheduled", id);
    if (!target)
        return base::fail(target.error());
    auto op = makeScheduledRemoval({me, m_clock, m_random}, *target);
    if (!op)
        return base::fail(op.error());
    return append(me, *op, {id});
}

} // namespace parvis::client

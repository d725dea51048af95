#include "client/client_private.h"

namespace parvis::client {

using store::Reader;

Client::Answer<QList<store::FeedItem>> Client::pinned(const ScopeId &place, int limit)
{
    return d->read<QList<store::FeedItem>>([=](Reader &reader) { return reader.pinned(place, limit); });
}

Client::Answer<QHash<ScopeId, model::PlaceSetting>> Client::placeSettings()
{
    return d->read<QHash<ScopeId, model::PlaceSetting>>([](Reader &reader) { return reader.placeSettings(); });
}

Client::Answer<QList<store::JoinRequestItem>> Client::joinRequests(GroupId group)
{
    return d->read<QList<store::JoinRequestItem>>([group](Reader &reader) { return reader.joinRequests(group); });
}

Client::Answer<QList<store::ScheduledItem>> Client::scheduled()
{
    return d->read<QList<store::ScheduledItem>>([](Reader &reader) { return reader.scheduled(); });
}

Client::Answer<QList<store::PlaceCard>> Client::groupsInCommon(PersonId person)
{
    return d->read<QList<store::PlaceCard>>([person](Reader &reader) { return reader.groupsInCommon(person); });
}

Client::Answer<Written> Client::changeGroup(GroupId group, const GroupChange &change)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.changeGroup(me, group, change); });
}

Client::Answer<Written> Client::setPlace(const ScopeId &place, const PlaceChange &change)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.setPlace(me, place, change); });
}

Client::Answer<Written> Client::movePinned(const ScopeId &place, const std::optional<ScopeId> &below)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.movePinned(me, place, below); });
}

Client::Answer<Written> Client::askToJoin(GroupId group, const QString &note)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.askToJoin(me, group, note); });
}

Client::Answer<Written> Client::withdrawRequest(GroupId group)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.withdrawRequest(me, group); });
}

Client::Answer<Written> Client::refuseRequest(GroupId group, PersonId person)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.refuseRequest(me, group, person); });
}

Client::Answer<Written> Client::schedule(const ScopeId &place, PersonId wall, const QString &body, base::Time at,
                                         const std::optional<Written> &draft)
{
    return d->write(
        [=](WriteWorker &worker, PersonId me) { return worker.schedule(me, place, wall, body, at, draft); });
}

Client::Answer<Written> Client::changeScheduled(const Uuid &scheduled, const ScheduleChange &change)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.changeScheduled(me, scheduled, change); });
}

Client::Answer<Written> Client::cancelScheduled(const Uuid &scheduled)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.cancelScheduled(me, scheduled); });
}

} // namespace parvis::client

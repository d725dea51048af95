#include "client/client_private.h"

namespace parvis::client {

Client::Answer<Written> Client::edit(const Uuid &postOrComment, const QString &body,
                                     const std::optional<Written> &draft)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.edit(me, postOrComment, body, draft); });
}

Client::Answer<Written> Client::remove(const Uuid &postOrComment, qint64 holdMs)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.remove(me, postOrComment, holdMs); });
}

Client::Answer<Written> Client::pin(PostId post, bool pinned)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.pin(me, post, pinned); });
}

Client::Answer<Written> Client::react(const Uuid &postOrComment, const QString &emoji)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.react(me, postOrComment, emoji, true); });
}

Client::Answer<Written> Client::unreact(const Uuid &postOrComment, const QString &emoji)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.react(me, postOrComment, emoji, false); });
}

Client::Answer<Written> Client::markRead(const ScopeId &place, qint64 upTo)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.markRead(me, place, upTo); });
}

Client::Answer<Written> Client::markThreadRead(PostId post, qint64 upTo)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.markThreadRead(me, post, upTo); });
}

Client::Answer<Written> Client::markNoticesRead()
{
    return d->write([](WriteWorker &worker, PersonId me) { return worker.markNoticesRead(me); });
}

Client::Answer<Written> Client::createGroup(const NewGroup &group)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.createGroup(me, group); });
}

Client::Answer<Written> Client::joinGroup(GroupId group)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.join(me, group); });
}

Client::Answer<Written> Client::leaveGroup(GroupId group)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.leave(me, group); });
}

Client::Answer<Written> Client::archiveGroup(GroupId group, bool archived)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.archive(me, group, archived); });
}

Client::Answer<Written> Client::setMember(GroupId group, PersonId person, model::Role role)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.setMember(me, group, person, role); });
}

Client::Answer<Written> Client::removeMember(GroupId group, PersonId person)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.removeMember(me, group, person); });
}

Client::Answer<Written> Client::saveDraft(const QString &place, const QString &body, const std::optional<Written> &seen)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.saveDraft(me, place, body, seen); });
}

Client::Answer<Written> Client::bookmark(const Uuid &target, const ScopeId &place, bool on)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.bookmark(me, target, place, on); });
}

Client::Answer<Written> Client::retry(OpId op, const std::optional<QString> &body)
{
    return d->write([=](WriteWorker &worker, PersonId) { return worker.retry(op, body); });
}

Client::Answer<void> Client::discard(OpId op)
{
    return ask<void>(d->writer, [op](WriteWorker &worker) { return worker.discard(op); });
}

} // namespace parvis::client

#include "client/write_worker.h"

#include "model/derived_ids.h"

namespace parvis::client {

using base::ErrorKind;

namespace {

tl::unexpected<base::Error> refused(const QString &detail)
{
    return base::fail(ErrorKind::Refused, QStringLiteral("group"), detail);
}

} // namespace

base::Result<Written> WriteWorker::createGroup(PersonId me, const Client::NewGroup &group)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    auto op = makeGroup({me, m_clock, m_random}, group);
    if (!op)
        return base::fail(op.error());
    const auto sameGroup = m_reader->group(group.handle);
    const auto samePerson = m_reader->person(group.handle);
    if ((sameGroup && *sameGroup) || (samePerson && *samePerson))
        return refused(QStringLiteral("handle_taken: '%1' is in use; choose another").arg(group.handle));
    return append(me, *op, {});
}

base::Result<Written> WriteWorker::join(PersonId me, GroupId id)
{
    auto group = groupToChange("join", id);
    if (!group)
        return base::fail(group.error());
    if (group->archived)
        return refused(QStringLiteral("archived: this group takes no more members"));
    if (!group->role && group->visibility != model::Visibility::Public)
        return refused(QStringLiteral("not_member: only public groups can be joined; ask an owner to add you"));
    return append(me, makeJoin({me, m_clock, m_random}, id), {});
}

base::Result<Written> WriteWorker::leave(PersonId me, GroupId id)
{
    auto group = groupToChange("leave", id);
    if (!group)
        return base::fail(group.error());
    return removeMember(me, id, me);
}

base::Result<Written> WriteWorker::archive(PersonId me, GroupId id, bool archived)
{
    auto group = groupToChange("archive", id);
    if (!group)
        return base::fail(group.error());
    if (group->role != model::Role::Owner)
        return refused(QStringLiteral("not_owner: only an owner may do this"));
    const auto held = m_reader->find(id.uuid());
    const qint64 rev = held && *held ? (*held)->rev : 0;
    return append(me, makeArchive({me, m_clock, m_random}, id, rev, archived), {});
}

base::Result<Written> WriteWorker::setMember(PersonId me, GroupId id, PersonId person, model::Role role)
{
    auto group = groupToChange("member", id);
    if (!group)
        return base::fail(group.error());
    if (!group->role)
        return refused(QStringLiteral("not_member: only the group's owners and moderators add people"));
    const model::Uuid member = model::memberId(id, person);
    auto found = m_reader->find(member);
    if (!found)
        return base::fail(found.error());
    const auto held = *found ? std::optional(Target{member, **found}) : std::nullopt;
    return append(me, makeRole({me, m_clock, m_random}, id, person, role, held), {});
}

base::Result<Written> WriteWorker::removeMember(PersonId me, GroupId id, PersonId person)
{
    auto group = groupToChange("member", id);
    if (!group)
        return base::fail(group.error());
    const model::Uuid member = model::memberId(id, person);
    auto found = m_reader->find(member);
    if (!found)
        return base::fail(found.error());
    // One's own membership may be known before the rows of the group are here.
    if (!*found && !(person == me && group->role))
        return refused(QStringLiteral("not_member: this person is not in the group"));
    return append(me, makeMemberRemoval({me, m_clock, m_random}, id, person, *found ? (*found)->rev : 0), {});
}

} // namespace parvis::client

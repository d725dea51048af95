#include "server/people.h"

#include "model/derived_ids.h"
#include "server/join_requests.h"
#include "store/database.h"
#include "text/handle.h"

namespace parvis::server {

using base::ErrorKind;
using model::Entity;

namespace {

constexpr int page = 1000;

base::Result<void> claim(WriteView &view, const QString &handle, const Uuid &owner)
{
    if (!text::isHandle(handle))
        return base::fail(ErrorKind::Usage, QStringLiteral("bad_handle"),
                          QStringLiteral("\"%1\" cannot be a handle. Use lower-case letters, digits, '-', '_' and '.', "
                                         "at most %2 of them, not beginning with '-'.")
                              .arg(handle)
                              .arg(text::maxHandleLength));
    if (!view.claimHandle(handle, owner))
        return base::fail(ErrorKind::Conflict, QStringLiteral("handle_taken"),
                          QStringLiteral("\"%1\" is taken by another person or group. Choose another handle.").arg(handle));
    return {};
}

tl::unexpected<base::Error> missing(const char *word, const char *detail)
{
    return base::fail(ErrorKind::Refused, QString::fromLatin1(word), QString::fromLatin1(detail));
}

tl::unexpected<base::Error> noSuchPerson()
{
    return missing("no_such_person", "There is no such person. Look at the list of people.");
}

tl::unexpected<base::Error> noSuchGroup()
{
    return missing("no_such_group", "There is no such group. Look at the list of groups.");
}

// The kinds written here never carry a parent or a rootRev but for the membership of a from-join group.
StoredRow putWithRoot(WriteView &view, const ScopeId &scope, const Uuid &id, const Entity &entity, qint64 nowUs,
                      std::optional<qint64> rootRev)
{
    StoredRow row;
    QByteArray unknown;
    if (const auto held = view.row(scope, id)) {
        row = *held;
        if (!held->deleted && held->kind == qint64(kindOf(entity))) {
            if (auto decoded = protocol::decodeEntity(kindOf(entity), held->payload))
                unknown = decoded->unknown;
        }
    } else {
        row.id = id;
        row.order = view.nextOrder(nowUs);
    }
    if (rootRev)
        row.rootRev = *rootRev;
    row.kind = qint64(kindOf(entity));
    row.deleted = false;
    row.payload = protocol::encodeEntity(entity, unknown);
    view.put(scope, row, nowUs);
    return row;
}

void putMembership(WriteView &view, const ScopeId &place, PersonId person, model::Role role, qint64 rootRev,
                   model::Time since, const Env &env)
{
    const model::Membership membership{place.toString(), role, base::randomUuid(env.random), since};
    putWithRoot(view, ScopeId::person(person), membershipId(place, person), membership, env.clock.now().us, rootRev);
}

model::GroupCard cardOf(const model::Group &group)
{
    return {group.handle, group.title, group.groupKind, group.visibility, group.description, group.archived};
}

model::Member cardOf(const model::Person &person, PersonId id, model::Role role, model::Time joinedAt)
{
    return {id, role, person.handle, person.fullName, person.role == model::CompanyRole::Guest, joinedAt};
}

template<class S>
QList<S> all(ReadView &view, const ScopeId &scope)
{
    QList<S> found;
    Uuid after;
    for (;;) {
        const auto rows = view.ofKind(scope, S::kind, after, page);
        for (const StoredRow &row : rows) {
            if (auto decoded = protocol::decodeEntity(S::kind, row.payload))
                found.append(std::get<S>(decoded->entity));
        }
        if (int(rows.size()) < page)
            return found;
        after = rows.back().id;
    }
}

} // namespace

std::optional<Entity> detail::liveEntity(ReadView &view, const ScopeId &scope, const Uuid &id, Kind kind)
{
    const auto row = view.row(scope, id);
    if (!row || row->deleted || row->kind != qint64(kind))
        return std::nullopt;
    auto decoded = protocol::decodeEntity(kind, row->payload);
    if (!decoded)
        throw store::Failure{{ErrorKind::Storage, scope.toString() + QLatin1Char('/') + id.toString(),
                              QStringLiteral("A stored row cannot be read. Run 'check', then restore a backup.")}};
    return std::move(decoded->entity);
}

StoredRow putEntity(WriteView &view, const ScopeId &scope, const Uuid &id, const Entity &entity, qint64 nowUs)
{
    return putWithRoot(view, scope, id, entity, nowUs, std::nullopt);
}

bool putTombstone(WriteView &view, const ScopeId &scope, const Uuid &id, qint64 nowUs)
{
    auto row = view.row(scope, id);
    if (!row || row->deleted)
        return false;
    row->deleted = true;
    row->payload.clear();
    view.put(scope, *row, nowUs);
    return true;
}

base::Result<model::CompanyId> createCompany(WriteView &view, const model::Company &company, const Env &env)
{
    if (view.scope(ScopeId::company()))
        return base::fail(ErrorKind::Conflict, QStringLiteral("already_exists"),
                          QStringLiteral("This data folder holds a company already. Use another folder."));
    const model::CompanyId id(base::newUuid(env.clock, env.random));
    view.createScope(ScopeId::company(), EpochId(base::randomUuid(env.random)));
    view.createScope(ScopeId::directory(), EpochId(base::randomUuid(env.random)));
    putEntity(view, ScopeId::company(), id.uuid(), company, env.clock.now().us);
    return id;
}

std::optional<model::CompanyId> companyId(ReadView &view)
{
    const auto rows = view.ofKind(ScopeId::company(), Kind::Company, {}, 1);
    return rows.empty() ? std::nullopt : std::optional(model::CompanyId(rows.front().id));
}

base::Result<PersonId> createPerson(WriteView &view, const model::Person &person, const Env &env, PersonId id)
{
    if (id.isNull())
        id = PersonId(base::newUuid(env.clock, env.random));
    const ScopeId own = ScopeId::person(id);
    if (view.everUsed(id.uuid()) || view.scope(own))
        return base::fail(ErrorKind::Conflict, QStringLiteral("already_exists"),
                          QStringLiteral("A person with the id %1 exists already.").arg(id.toString()));
    if (auto claimed = claim(view, person.handle, id.uuid()); !claimed)
        return base::fail(claimed.error());
    const model::Time now = env.clock.now();
    view.createScope(own, EpochId(base::randomUuid(env.random)));
    putEntity(view, ScopeId::directory(), id.uuid(), person, now.us);
    const bool guest = person.role == model::CompanyRole::Guest;
    const model::Role role = guest ? model::Role::Guest : model::Role::Member;
    putMembership(view, ScopeId::company(), id, role, 0, now, env);
    if (!guest)
        putMembership(view, ScopeId::directory(), id, role, 0, now, env);
    return id;
}

base::Result<void> updatePerson(WriteView &view, PersonId id, const model::Person &changed, const Env &env)
{
    const auto before = person(view, id);
    if (!before)
        return noSuchPerson();
    if (changed.handle != before->handle) {
        view.releaseHandles(id.uuid());
        if (auto claimed = claim(view, changed.handle, id.uuid()); !claimed)
            return claimed;
    }
    const model::Time now = env.clock.now();
    putEntity(view, ScopeId::directory(), id.uuid(), changed, now.us);

    const bool guest = changed.role == model::CompanyRole::Guest;
    const bool wasGuest = before->role == model::CompanyRole::Guest;
    if (guest && !wasGuest)
        putTombstone(view, ScopeId::person(id), membershipId(ScopeId::directory(), id), now.us);
    if (!guest && wasGuest)
        putMembership(view, ScopeId::directory(), id, model::Role::Member, 0, now, env);

    if (changed.handle == before->handle && changed.fullName == before->fullName && guest == wasGuest)
        return {};
    renameJoinRequests(view, id, changed, now.us);
    for (const model::Membership &membership : memberships(view, id)) {
        const auto place = ScopeId::fromString(membership.place);
        if (!place || place->type != model::ScopeType::Group)
            continue;
        const Uuid row = memberId(place->groupId(), id);
        if (const auto held = entityOf<model::Member>(view, *place, row))
            putEntity(view, *place, row, cardOf(changed, id, held->role, held->joinedAt), now.us);
    }
    return {};
}

std::optional<model::Person> person(ReadView &view, PersonId id)
{
    return entityOf<model::Person>(view, ScopeId::directory(), id.uuid());
}

std::optional<PersonId> personByHandle(ReadView &view, const QString &handle)
{
    const auto owner = view.handleOwner(handle);
    if (!owner || !person(view, PersonId(*owner)))
        return std::nullopt;
    return PersonId(*owner);
}

base::Result<GroupId> createGroup(WriteView &view, const model::Group &group, const Env &env, GroupId id)
{
    if (id.isNull())
        id = GroupId(base::newUuid(env.clock, env.random));
    const ScopeId scope = ScopeId::group(id);
    if (view.everUsed(id.uuid()) || view.scope(scope))
        return base::fail(ErrorKind::Conflict, QStringLiteral("already_exists"),
                          QStringLiteral("A group with the id %1 exists already.").arg(id.toString()));
    if (auto claimed = claim(view, group.handle, id.uuid()); !claimed)
        return base::fail(claimed.error());
    const model::Time now = env.clock.now();
    model::Group stamped = group;
    if (stamped.createdAt.isNull())
        stamped.createdAt = now;
    view.createScope(scope, EpochId(base::randomUuid(env.random)));
    putEntity(view, scope, id.uuid(), stamped, now.us);
    if (group.visibility != model::Visibility::Secret)
        putEntity(view, ScopeId::directory(), id.uuid(), cardOf(group), now.us);
    return id;
}

base::Result<void> updateGroup(WriteView &view, GroupId id, const model::Group &changed, const Env &env)
{
    const auto before = group(view, id);
    if (!before)
        return noSuchGroup();
    if (changed.handle != before->handle) {
        view.releaseHandles(id.uuid());
        if (auto claimed = claim(view, changed.handle, id.uuid()); !claimed)
            return claimed;
    }
    const qint64 now = env.clock.now().us;
    putEntity(view, ScopeId::group(id), id.uuid(), changed, now);
    const auto card = entityOf<model::GroupCard>(view, ScopeId::directory(), id.uuid());
    if (changed.visibility == model::Visibility::Secret)
        putTombstone(view, ScopeId::directory(), id.uuid(), now);
    else if (card != cardOf(changed))
        putEntity(view, ScopeId::directory(), id.uuid(), cardOf(changed), now);
    return {};
}

std::optional<model::Group> group(ReadView &view, GroupId id)
{
    return entityOf<model::Group>(view, ScopeId::group(id), id.uuid());
}

std::optional<GroupId> groupByHandle(ReadView &view, const QString &handle)
{
    const auto owner = view.handleOwner(handle);
    if (!owner || !group(view, GroupId(*owner)))
        return std::nullopt;
    return GroupId(*owner);
}

base::Result<void> addMember(WriteView &view, GroupId groupId, PersonId personId, model::Role role, const Env &env,
                             model::Time since)
{
    const ScopeId scope = ScopeId::group(groupId);
    const auto info = view.scope(scope);
    const auto joined = group(view, groupId);
    if (!info || info->dead || !joined)
        return noSuchGroup();
    const auto who = person(view, personId);
    if (!who)
        return noSuchPerson();
    if (entityOf<model::Member>(view, scope, memberId(groupId, personId)))
        return changeRole(view, groupId, personId, role, env);
    const model::Time now = env.clock.now();
    if (since.isNull())
        since = now;
    putEntity(view, scope, memberId(groupId, personId), cardOf(*who, personId, role, since), now.us);
    const qint64 rootRev = joined->history == model::History::FromJoin ? info->head + 1 : 0;
    putMembership(view, scope, personId, role, rootRev, since, env);
    acceptJoinRequest(view, groupId, personId, now.us);
    return {};
}

base::Result<void> changeRole(WriteView &view, GroupId groupId, PersonId personId, model::Role role, const Env &env)
{
    const ScopeId scope = ScopeId::group(groupId);
    const ScopeId own = ScopeId::person(personId);
    auto member = entityOf<model::Member>(view, scope, memberId(groupId, personId));
    auto membership = entityOf<model::Membership>(view, own, membershipId(scope, personId));
    if (!member || !membership)
        return missing("not_member", "This person is not a member of the group. Add them first.");
    if (member->role == role && membership->role == role)
        return {};
    const qint64 now = env.clock.now().us;
    member->role = role;
    membership->role = role;
    putEntity(view, scope, memberId(groupId, personId), *member, now);
    putEntity(view, own, membershipId(scope, personId), *membership, now);
    return {};
}

base::Result<void> removeMember(WriteView &view, GroupId groupId, PersonId personId, const Env &env)
{
    const ScopeId scope = ScopeId::group(groupId);
    const qint64 now = env.clock.now().us;
    if (!putTombstone(view, scope, memberId(groupId, personId), now))
        return missing("not_member", "This person is not a member of the group.");
    putTombstone(view, ScopeId::person(personId), membershipId(scope, personId), now);
    return {};
}

std::optional<Seat> seat(ReadView &view, PersonId person, const ScopeId &scope)
{
    const ScopeId own = ScopeId::person(person);
    if (scope == own)
        return Seat{{own.toString(), model::Role::Owner, model::ownView(person).uuid(), {}}, 0};
    const auto row = view.row(own, membershipId(scope.ruling(), person));
    if (!row || row->deleted || row->kind != qint64(Kind::Membership))
        return std::nullopt;
    auto decoded = protocol::decodeEntity(Kind::Membership, row->payload);
    if (!decoded)
        return std::nullopt;
    return Seat{std::get<model::Membership>(std::move(decoded->entity)), row->rootRev};
}

QList<model::Membership> memberships(ReadView &view, PersonId person)
{
    return all<model::Membership>(view, ScopeId::person(person));
}

QList<model::Member> members(ReadView &view, GroupId group)
{
    return all<model::Member>(view, ScopeId::group(group));
}

} // namespace parvis::server

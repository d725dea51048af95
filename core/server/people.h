#pragma once

#include "base/clock.h"
#include "model/entities.h"
#include "server/row_store.h"

// Everything that changes several rows together for one idea: a person, a group, a membership. Used by the applier of
// operations, the administrator's commands, the import and the demo, so that the rows always fit each other.
//
// All take the open transaction and throw store::Failure as it does. A refusal is an Error whose `where` is the word for
// op_no: bad_handle, handle_taken, no_such_person, no_such_group, not_member, already_exists. Rows may have been written
// before a refusal: undo them with refuseOperation() or by not committing. No access rules here: model::judge is asked before.
namespace parvis::server {

using model::GroupId;

// What the functions below need of the world.
struct Env {
    base::Clock &clock;
    base::Random &random;
};

// ---- rows -----------------------------------------------------------------------------------------------------------

// The live entity of that type, nothing if there is none.
template<class S>
std::optional<S> entityOf(ReadView &view, const ScopeId &scope, const Uuid &id);

// Writes the entity under the scope's next rev. A row that exists (tombstones too) keeps its order, parent, rootRev and
// the fields that this build does not know; a new one takes nextOrder. For kinds that everybody in the scope sees.
StoredRow putEntity(WriteView &view, const ScopeId &scope, const Uuid &id, const model::Entity &entity, qint64 nowUs);
// Makes the row a tombstone; false if there is no live row.
bool putTombstone(WriteView &view, const ScopeId &scope, const Uuid &id, qint64 nowUs);

// ---- company and people ---------------------------------------------------------------------------------------------

// The scopes company and directory and the company's row. Once in the life of a data folder.
base::Result<model::CompanyId> createCompany(WriteView &view, const model::Company &company, const Env &env);
std::optional<model::CompanyId> companyId(ReadView &view);

// Person row in the directory, handle claimed, scope person:<id> with the memberships of company and (unless guest)
// directory. A null `id` is made here.
base::Result<PersonId> createPerson(WriteView &view, const model::Person &person, const Env &env, PersonId id = {});
// Replaces the person's row; keeps handle claims, the directory membership and the cards in groups in step.
base::Result<void> updatePerson(WriteView &view, PersonId id, const model::Person &person, const Env &env);
std::optional<model::Person> person(ReadView &view, PersonId id);
std::optional<PersonId> personByHandle(ReadView &view, const QString &handle);

// ---- groups ---------------------------------------------------------------------------------------------------------

// Scope group:<id>, the group's row, its card in the directory unless it is secret, handle claimed. No members yet.
// A null `createdAt` becomes now; a null `id` is made here.
base::Result<GroupId> createGroup(WriteView &view, const model::Group &group, const Env &env, GroupId id = {});
// Replaces the group's row and keeps its handle and card in step.
base::Result<void> updateGroup(WriteView &view, GroupId id, const model::Group &group, const Env &env);
std::optional<model::Group> group(ReadView &view, GroupId id);
std::optional<GroupId> groupByHandle(ReadView &view, const QString &handle);

// ---- members --------------------------------------------------------------------------------------------------------

// Member row in the group's scope and membership row in the person's, with a fresh view, in that order. Of a group whose
// history starts at the join, the membership's StoredRow::rootRev is the lowest rootRev that this member may read.
// A null `since` is now. A member already: the role is changed, the view stays.
base::Result<void> addMember(WriteView &view, GroupId group, PersonId person, model::Role role, const Env &env,
                             model::Time since = {});
base::Result<void> changeRole(WriteView &view, GroupId group, PersonId person, model::Role role, const Env &env);
// Tombstones of both rows. Removes the last owner too.
base::Result<void> removeMember(WriteView &view, GroupId group, PersonId person, const Env &env);

// What a person may read of a scope at this instant; nothing: not in it.
struct Seat {
    model::Membership membership;
    qint64 minRootRev = 0; // for RowFilter (rule 33)
};
// For person:<self> this is made up: it has no row. For a group's texts it is that of the group.
std::optional<Seat> seat(ReadView &view, PersonId person, const ScopeId &scope);
QList<model::Membership> memberships(ReadView &view, PersonId person);
QList<model::Member> members(ReadView &view, GroupId group);

// -----------------------------------------------------------------------------------------------------------------------

namespace detail {
std::optional<model::Entity> liveEntity(ReadView &view, const ScopeId &scope, const Uuid &id, Kind kind);
}

template<class S>
std::optional<S> entityOf(ReadView &view, const ScopeId &scope, const Uuid &id)
{
    auto entity = detail::liveEntity(view, scope, id, S::kind);
    if (!entity)
        return std::nullopt;
    return std::get<S>(std::move(*entity));
}

} // namespace parvis::server

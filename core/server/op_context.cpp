#include "server/op_context.h"

#include "model/derived_ids.h"
#include "store/database.h"

namespace parvis::server {

using namespace model;

namespace {

// The field of a creation that names what the new entity hangs on.
Uuid parentIn(const Operation &op, const std::optional<Entity> &current)
{
    constexpr Kind hanging[] = {Kind::Comment, Kind::Reaction, Kind::Version, Kind::Lock, Kind::Attachment};
    if (std::find(std::begin(hanging), std::end(hanging), op.kind) == std::end(hanging))
        return {};
    if (current)
        return std::get<Uuid>(*fieldValue(*current, 1));
    for (const FieldChange &change : op.changes) {
        if (change.number == 1 && std::holds_alternative<Uuid>(change.value))
            return std::get<Uuid>(change.value);
    }
    return {};
}

int countOwners(ReadView &view, const ScopeId &scope)
{
    int owners = 0;
    Uuid after;
    for (;;) {
        const auto rows = view.ofKind(scope, Kind::Member, after, 1000);
        for (const StoredRow &row : rows)
            owners += entityAs<Member>(row).role == Role::Owner ? 1 : 0;
        if (rows.size() < 1000 || owners > 1)
            return owners;
        after = rows.back().id;
    }
}

} // namespace

Entity entityOf(const StoredRow &row, QByteArray *unknown)
{
    const auto kind = kindFromNumber(row.kind);
    auto decoded = kind ? protocol::decodeEntity(*kind, row.payload)
                        : base::Result<protocol::DecodedEntity>(base::fail(
                              base::ErrorKind::Storage, QStringLiteral("row"), QStringLiteral("unknown kind")));
    if (!decoded)
        throw store::Failure{{base::ErrorKind::Storage, QStringLiteral("row"),
                              QStringLiteral("Row %1 is damaged: run the check command.").arg(row.id.toString())}};
    if (unknown)
        *unknown = decoded->unknown;
    return decoded->entity;
}

std::optional<Actor> readActor(ReadView &view, PersonId person)
{
    const auto row = view.row(ScopeId::directory(), person.uuid());
    if (!row || row->deleted)
        return std::nullopt;
    const auto card = entityAs<Person>(*row);
    return Actor{person, card.role, card.disabled};
}

Place readPlace(ReadView &view, const ScopeId &scope, PersonId actor)
{
    Place place;
    place.scope = scope;
    const auto info = view.scope(scope);
    place.exists = info && !info->dead;
    if (!place.exists || scope.type != ScopeType::Group)
        return place;
    if (const auto row = view.row(scope, scope.id); row && !row->deleted) {
        const auto group = entityAs<Group>(*row);
        place.visibility = group.visibility;
        place.archived = group.archived;
    }
    if (const auto row = view.row(scope, memberId(scope.groupId(), actor)); row && !row->deleted)
        place.role = entityAs<Member>(*row).role;
    return place;
}

OpContext readContext(ReadView &view, const Operation &op, PersonId actor)
{
    OpContext context;
    context.actor = readActor(view, actor).value_or(Actor{actor, CompanyRole::Guest, true});
    context.place = readPlace(view, op.scope, actor);
    if (auto row = view.row(op.scope, op.entity); row && row->kind == qint64(op.kind)) {
        if (row->deleted) {
            context.tombstone = std::move(row);
        } else {
            context.current = entityOf(*row, &context.unknown);
            context.row = std::move(row);
        }
    }
    const Uuid parent = parentIn(op, context.current);
    if (!parent.isNull()) {
        if (auto row = view.row(op.scope, parent); row && !row->deleted) {
            context.parent = entityOf(*row);
            context.parentRow = std::move(row);
        }
    }
    const bool memberLeaves = op.kind == Kind::Member && context.current;
    if (memberLeaves && std::get<Member>(*context.current).role == Role::Owner)
        context.place.owners = countOwners(view, op.scope);
    return context;
}

} // namespace parvis::server

#include "server/join_requests.h"

#include "model/derived_ids.h"
#include "model/merge.h"
#include "server/op_effects.h"

namespace parvis::server {

using namespace model;

namespace {

constexpr qsizetype maxNoteLength = 1000;
constexpr int page = 1000;

Effect refused(const QString &why)
{
    return {why, {}};
}

// Ends the request in the asker's scope.
void answer(WriteView &view, const Uuid &id, PersonId asker, RequestState state, qint64 nowUs)
{
    const ScopeId own = ScopeId::person(asker);
    auto request = entityOf<JoinRequest>(view, own, id);
    if (!request || request->state == state)
        return;
    request->state = state;
    request->answeredAt = {nowUs};
    putEntity(view, own, id, *request, nowUs);
}

template<class F>
void forEachRequest(WriteView &view, const ScopeId &scope, F &&visit)
{
    Uuid after;
    for (;;) {
        const auto rows = view.ofKind(scope, Kind::JoinRequest, after, page);
        for (const StoredRow &row : rows)
            visit(row.id, entityAs<JoinRequest>(row));
        if (int(rows.size()) < page)
            return;
        after = rows.back().id;
    }
}

Effect ask(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    auto merged_ = merged(context.current, op, context.actor.id, env.clock.now());
    if (!merged_)
        return refused(merged_.error().detail);
    auto request = std::get<JoinRequest>(*merged_);
    const auto place = ScopeId::fromString(request.place);
    if (!place || op.entity != joinRequestId(request.place, context.actor.id) || request.note.size() > maxNoteLength)
        return refused(QStringLiteral("bad_field"));
    const Place group = readPlace(view, *place, context.actor.id);
    if (const QString why = mayAsk(context.actor, group); !why.isEmpty())
        return refused(why);
    const qint64 now = env.clock.now().us;
    if (const auto card = person(view, context.actor.id)) {
        request.handle = card->handle;
        request.fullName = card->fullName;
    }
    if (group.role && request.state == RequestState::Waiting) {
        request.state = RequestState::Accepted;
        request.answeredAt = {now};
    }
    if (context.current != Entity(request))
        putEntity(view, op.scope, op.entity, request, now);
    if (request.state == RequestState::Waiting
        && entityOf<JoinRequest>(view, *place, op.entity) != std::optional(request))
        putEntity(view, *place, op.entity, request, now);
    return {{}, {{op.scope, op.entity}}};
}

} // namespace

Effect joinRequestEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    if (op.action == Action::Create || op.action == Action::Change)
        return ask(view, op, context, env);
    if (!context.row)
        return context.tombstone ? Effect{{}, {{op.scope, op.entity}}} : Effect{};
    const auto &request = std::get<JoinRequest>(*context.current);
    const qint64 now = env.clock.now().us;
    putTombstone(view, op.scope, op.entity, now);
    if (op.scope.type == ScopeType::Group) {
        answer(view, op.entity, request.person, RequestState::Refused, now);
    } else if (const auto place = ScopeId::fromString(request.place); place && view.scope(*place)) {
        putTombstone(view, *place, op.entity, now);
    }
    // The other's scope is not the actor's to see.
    return {{}, {{op.scope, op.entity}}};
}

void acceptJoinRequest(WriteView &view, GroupId group, PersonId person, qint64 nowUs)
{
    const ScopeId scope = ScopeId::group(group);
    const Uuid id = joinRequestId(scope.toString(), person);
    if (putTombstone(view, scope, id, nowUs))
        answer(view, id, person, RequestState::Accepted, nowUs);
}

void renameJoinRequests(WriteView &view, PersonId id, const Person &person, qint64 nowUs)
{
    forEachRequest(view, ScopeId::person(id), [&](const Uuid &row, JoinRequest request) {
        request.handle = person.handle;
        request.fullName = person.fullName;
        putEntity(view, ScopeId::person(id), row, request, nowUs);
        const auto place = ScopeId::fromString(request.place);
        if (place && entityOf<JoinRequest>(view, *place, row))
            putEntity(view, *place, row, request, nowUs);
    });
}

void dropJoinRequests(WriteView &view, GroupId group, qint64 nowUs)
{
    const ScopeId scope = ScopeId::group(group);
    forEachRequest(view, scope, [&](const Uuid &row, const JoinRequest &request) {
        putTombstone(view, scope, row, nowUs);
        putTombstone(view, ScopeId::person(request.person), row, nowUs);
    });
}

} // namespace parvis::server

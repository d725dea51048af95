#include "server/scheduled_posts.h"

#include "base/log.h"
#include "model/derived_ids.h"
#include "model/merge.h"
#include "protocol/limits.h"
#include "server/op_effects.h"

namespace parvis::server {

using namespace model;

namespace {

Effect refused(const QString &why)
{
    return {why, {}};
}

StoredRow putScheduled(WriteView &view, const ScopeId &own, const Uuid &id, const ScheduledPost &scheduled,
                       const QByteArray &unknown, qint64 nowUs)
{
    StoredRow row = view.row(own, id).value_or(StoredRow());
    row.kind = qint64(Kind::ScheduledPost);
    row.id = id;
    row.deleted = false;
    row.payload = protocol::encodeEntity(scheduled, unknown);
    row.due = scheduled.state == ScheduleState::Waiting ? std::max<qint64>(scheduled.at.us, 1) : 0;
    if (row.order == 0)
        row.order = view.nextOrder(nowUs);
    view.put(own, row, nowUs);
    return row;
}

// The word why it may not be posted, or nothing: then it is.
QString post(WriteView &view, PersonId author, const ScopeId &place, const Uuid &id, const ScheduledPost &scheduled,
             const Env &env)
{
    Operation op;
    op.id = OpId(id);
    op.action = Action::Create;
    op.kind = Kind::Post;
    op.scope = place;
    op.entity = id;
    op.at = env.clock.now();
    Post post;
    post.wall = scheduled.wall;
    post.body = scheduled.body;
    post.mentions = scheduled.mentions;
    post.tags = scheduled.tags;
    op.changes = creationChanges(post);
    const OpContext context = readContext(view, op, author);
    const QString why = judge(context.actor, context.place, op, context.current, context.parent);
    return why.isEmpty() ? carryOut(view, op, context, env.clock, env.random).refused : why;
}

// What came of it: the rows that its author may see.
QList<QPair<ScopeId, Uuid>> publish(WriteView &view, const ScopeId &own, const Uuid &id, const Env &env)
{
    QList<QPair<ScopeId, Uuid>> touched{{own, id}};
    auto row = view.row(own, id);
    if (!row || row->deleted)
        return touched;
    const qint64 now = env.clock.now().us;
    const auto decoded = protocol::decodeEntity(Kind::ScheduledPost, row->payload);
    if (!decoded) {
        // `check` tells of it; it must not be in the way of all others for ever.
        qCCritical(base::logServer) << "a scheduled post cannot be read:" << id.toString();
        row->due = 0;
        view.put(own, *row, now);
        return touched;
    }
    auto scheduled = std::get<ScheduledPost>(decoded->entity);
    const auto place = ScopeId::fromString(scheduled.place);
    const Uuid published = publishedId(id);
    const QString why =
        place ? post(view, PersonId(own.id), *place, published, scheduled, env) : QStringLiteral("no_such_place");
    if (why.isEmpty()) {
        putTombstone(view, own, id, now);
        touched.append({*place, published});
        return touched;
    }
    scheduled.state = ScheduleState::Refused;
    scheduled.why = why;
    putScheduled(view, own, id, scheduled, decoded->unknown, now);
    return touched;
}

} // namespace

Effect scheduledPostEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    if (op.action == Action::Delete || op.action == Action::DeleteThread) {
        if (!context.row)
            return context.tombstone ? Effect{{}, {{op.scope, op.entity}}} : Effect{};
        putTombstone(view, op.scope, op.entity, env.clock.now().us);
        return {{}, {{op.scope, op.entity}}};
    }
    if (op.action == Action::Create && !context.current && view.everUsed(op.entity))
        return refused(QStringLiteral("exists"));
    const auto entity = merged(context.current, op, context.actor.id, env.clock.now());
    if (!entity)
        return refused(entity.error().detail);
    const auto &scheduled = std::get<ScheduledPost>(*entity);
    const auto place = ScopeId::fromString(scheduled.place);
    const bool inGroup = place && place->type == ScopeType::Group;
    if (!place || (!inGroup && place->type != ScopeType::Directory) || (inGroup && !scheduled.wall.isNull()))
        return refused(QStringLiteral("bad_field"));
    putScheduled(view, op.scope, op.entity, scheduled, context.unknown, env.clock.now().us);
    if (scheduled.at <= env.clock.now())
        return {{}, publish(view, op.scope, op.entity, env)};
    return {{}, {{op.scope, op.entity}}};
}

void publishDue(WriteView &view, const Env &env, int atMost)
{
    for (const DueRow &due : view.due(env.clock.now().us, atMost))
        publish(view, due.scope, due.id, env);
}

} // namespace parvis::server

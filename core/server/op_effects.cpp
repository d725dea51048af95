#include "server/op_effects.h"

#include "model/derived_ids.h"
#include "model/document_names.h"
#include "model/merge.h"
#include "server/documents.h"
#include "server/join_requests.h"
#include "server/people.h"
#include "server/scheduled_posts.h"

namespace parvis::server {

using namespace model;

namespace {

Effect refused(const QString &why)
{
    return {why, {}};
}

Effect refused(const char *why)
{
    return refused(QString::fromLatin1(why));
}

class Writer {
public:
    Writer(WriteView &view, const Operation &op, const OpContext &context, base::Clock &clock)
        : m_view(view), m_op(op), m_context(context), m_now(clock.now())
    {
    }

    // Writes the entity unless it is what is there already, and names it.
    Effect put(const Uuid &id, const Entity &entity, const Uuid &parent = {}, qint64 rootRev = 0)
    {
        const auto held = m_view.row(m_op.scope, id);
        const QByteArray payload = protocol::encodeEntity(entity, m_context.unknown);
        if (held && !held->deleted && held->payload == payload)
            return {{}, {{m_op.scope, id}}};
        StoredRow row = held.value_or(StoredRow());
        row.kind = qint64(kindOf(entity));
        row.id = id;
        row.deleted = false;
        row.payload = payload;
        if (!held) {
            row.parent = parent;
            row.rootRev = rootRev;
        }
        if (row.order == 0)
            row.order = m_view.nextOrder(m_now.us);
        m_view.put(m_op.scope, row, m_now.us);
        return {{}, {{m_op.scope, id}}};
    }

    void bury(StoredRow row)
    {
        row.deleted = true;
        row.payload.clear();
        m_view.put(m_op.scope, row, m_now.us);
    }

    // The row and all that hangs on it, the row first.
    void buryTree(const StoredRow &row)
    {
        bury(row);
        for (const StoredRow &child : m_view.children(m_op.scope, row.id))
            buryTree(child);
    }

    void buryOrnaments(const Uuid &target)
    {
        for (const StoredRow &child : m_view.children(m_op.scope, target)) {
            if (child.kind == qint64(Kind::Reaction) || child.kind == qint64(Kind::Attachment))
                bury(child);
        }
    }

    // Nothing to delete: the answer names the tombstone if there is one.
    Effect alreadyGone() const
    {
        if (m_context.tombstone)
            return {{}, {{m_op.scope, m_op.entity}}};
        return {};
    }

    Time now() const { return m_now; }

private:
    WriteView &m_view;
    const Operation &m_op;
    const OpContext &m_context;
    Time m_now;
};

// An id of which there can be one only must be the one made from its parts.
bool idFits(const Operation &op, const Entity &entity, PersonId actor)
{
    if (const auto *reaction = std::get_if<Reaction>(&entity))
        return op.entity == reactionId(reaction->target, actor, reaction->emoji);
    if (const auto *mark = std::get_if<ReadMark>(&entity))
        return op.entity == readMarkId(mark->place, actor);
    if (const auto *bookmark = std::get_if<Bookmark>(&entity))
        return op.entity == bookmarkId(bookmark->target, actor);
    if (const auto *pin = std::get_if<Pin>(&entity))
        return op.entity == pinId(pin->target, actor) && ScopeId::fromString(pin->place);
    if (const auto *setting = std::get_if<PlaceSetting>(&entity))
        return op.entity == placeSettingId(setting->place, actor) && ScopeId::fromString(setting->place);
    return true;
}

Effect createOrChange(WriteView &view, const Operation &op, const OpContext &context, Writer &writer)
{
    if (op.action == Action::Create && !context.current && !hasDerivedId(op.kind) && view.everUsed(op.entity))
        return refused("exists");
    const auto entity = merged(context.current, op, context.actor.id, writer.now());
    if (!entity)
        return refused(entity.error().detail);
    if (!idFits(op, *entity, context.actor.id))
        return refused("bad_field");

    if (const auto *post = std::get_if<Post>(&*entity)) {
        const bool inGroup = op.scope.type == ScopeType::Group;
        if (inGroup != post->wall.isNull() && inGroup)
            return refused("bad_field");
        return writer.put(op.entity, *entity, {}, inGroup ? view.scope(op.scope)->head + 1 : 0);
    }
    if (const auto *comment = std::get_if<Comment>(&*entity)) {
        if (!context.parentRow)
            return refused("gone");
        if (!context.current && !comment->parent.isNull()) {
            const auto answered = view.row(op.scope, comment->parent.uuid());
            if (!answered || answered->deleted || answered->parent != comment->post.uuid())
                return refused("gone");
        }
        return writer.put(op.entity, *entity, comment->post.uuid(), context.parentRow->rootRev);
    }
    if (const auto *reaction = std::get_if<Reaction>(&*entity)) {
        const bool onPost = context.parentRow && context.parentRow->kind == qint64(Kind::Post);
        const bool onComment = context.parentRow && context.parentRow->kind == qint64(Kind::Comment);
        const Uuid root = onPost ? reaction->target : onComment ? context.parentRow->parent : Uuid();
        if (root.isNull() || root != reaction->post.uuid() || reaction->emoji.isEmpty() || reaction->emoji.size() > 32)
            return refused("bad_field");
        return writer.put(op.entity, *entity, reaction->target, context.parentRow->rootRev);
    }
    if (const auto *attachment = std::get_if<Attachment>(&*entity)) {
        if (!context.parentRow)
            return refused("gone");
        if (!isGoodName(attachment->name))
            return refused("bad_name");
        if (!mayUseBlob(view, op.scope, context.actor.id, attachment->source, attachment->blob, attachment->size))
            return refused("no_blob");
        return writer.put(op.entity, *entity, attachment->target, context.parentRow->rootRev);
    }
    return writer.put(op.entity, *entity);
}

bool hasReplies(WriteView &view, const Operation &op, const StoredRow &row)
{
    const bool isPost = row.kind == qint64(Kind::Post);
    for (const StoredRow &child : view.children(op.scope, isPost ? row.id : row.parent)) {
        if (child.kind != qint64(Kind::Comment) || child.id == row.id)
            continue;
        if (isPost || entityAs<Comment>(child).parent.uuid() == row.id)
            return true;
    }
    return false;
}

Effect remove(WriteView &view, const Operation &op, const OpContext &context, Writer &writer)
{
    if (!context.row)
        return writer.alreadyGone();
    const bool talk = op.kind == Kind::Post || op.kind == Kind::Comment;
    if (op.action == Action::DeleteThread || !talk || !hasReplies(view, op, *context.row)) {
        writer.buryTree(*context.row);
        return {{}, {{op.scope, op.entity}}};
    }
    const Effect effect = writer.put(op.entity, blanked(*context.current));
    writer.buryOrnaments(op.entity);
    return effect;
}

// Two devices' drafts of one place are both kept: a stale base makes a second draft (rule 29).
Effect draftEffect(WriteView &view, const Operation &op, const OpContext &context, Writer &writer)
{
    const bool stale = context.current && std::get<Draft>(*context.current).contentOp != op.baseOp.uuid();
    if (op.action == Action::Delete) {
        if (stale)
            return {{}, {{op.scope, op.entity}}};
        return remove(view, op, context, writer);
    }
    if (!stale)
        return createOrChange(view, op, context, writer);
    Operation branch = op;
    branch.action = Action::Create;
    branch.entity = branchId(op.id);
    addChange(branch, &Draft::place, std::get<Draft>(*context.current).place);
    const auto draft = merged(std::nullopt, branch, context.actor.id, writer.now());
    if (!draft)
        return refused(draft.error().detail);
    return writer.put(branch.entity, *draft);
}

// Members first, so that each loses the membership; the scope stays as a dead one, to be refused and purged (rule 36).
void deleteGroup(WriteView &view, GroupId id, const Env &env)
{
    dropJoinRequests(view, id, env.clock.now().us);
    for (const Member &member : members(view, id))
        removeMember(view, id, member.person, env);
    const ScopeId scope = ScopeId::group(id);
    putTombstone(view, ScopeId::directory(), id.uuid(), env.clock.now().us);
    putTombstone(view, scope, id.uuid(), env.clock.now().us);
    view.releaseHandles(id.uuid());
    view.killScope(scope);
    if (view.scope(ScopeId::texts(id)))
        view.killScope(ScopeId::texts(id));
}

Effect groupEffect(WriteView &view, const Operation &op, const OpContext &context, Writer &writer, const Env &env)
{
    if (op.action == Action::Create) {
        if (op.scope != ScopeId::group(GroupId(op.entity)) || view.scope(op.scope))
            return refused("exists");
        const auto made = merged(std::nullopt, op, context.actor.id, writer.now());
        if (!made)
            return refused(made.error().detail);
        const auto created = createGroup(view, std::get<Group>(*made), env, GroupId(op.entity));
        if (!created)
            return refused(created.error().where);
        const auto joined = addMember(view, GroupId(op.entity), context.actor.id, Role::Owner, env);
        if (!joined)
            return refused(joined.error().where);
        return {{},
                {{op.scope, op.entity},
                 {op.scope, memberId(GroupId(op.entity), context.actor.id)},
                 {ScopeId::person(context.actor.id), membershipId(op.scope, context.actor.id)}}};
    }
    if (op.action != Action::Change) {
        deleteGroup(view, GroupId(op.entity), env);
        return {{}, {{op.scope, op.entity}}};
    }
    const auto entity = merged(context.current, op, context.actor.id, writer.now());
    if (!entity)
        return refused(entity.error().detail);
    const auto changed = updateGroup(view, GroupId(op.entity), std::get<Group>(*entity), env);
    if (!changed)
        return refused(changed.error().where);
    return {{}, {{op.scope, op.entity}}};
}

// The name stands on cards in groups too, which have to follow.
Effect personEffect(WriteView &view, const Operation &op, const OpContext &context, Writer &writer, const Env &env)
{
    const auto entity = merged(context.current, op, context.actor.id, writer.now());
    if (!entity)
        return refused(entity.error().detail);
    const auto updated = updatePerson(view, PersonId(op.entity), std::get<Person>(*entity), env);
    if (!updated)
        return refused(updated.error().where);
    return {{}, {{op.scope, op.entity}}};
}

Effect memberEffect(WriteView &view, const Operation &op, const OpContext &context, const Env &env)
{
    Member wanted = context.current ? std::get<Member>(*context.current) : Member();
    for (const FieldChange &change : op.changes) {
        if (change.number == 1 && !context.current)
            fromValue(change.value, wanted.person);
        if (change.number == 2)
            fromValue(change.value, wanted.role);
    }
    const GroupId group = op.scope.groupId();
    if (op.entity != memberId(group, wanted.person) && op.action == Action::Create)
        return refused("bad_field");
    const QList<QPair<ScopeId, Uuid>> touched = {
        {op.scope, op.entity}, {ScopeId::person(wanted.person), membershipId(op.scope, wanted.person)}};
    base::Result<void> done;
    if (op.action == Action::Create && !context.current)
        done = addMember(view, group, wanted.person, wanted.role, env);
    else if (op.action == Action::Change && wanted.role != std::get<Member>(*context.current).role)
        done = changeRole(view, group, wanted.person, wanted.role, env);
    else if (op.action == Action::Delete && context.current)
        done = removeMember(view, group, wanted.person, env);
    else if (op.action == Action::Delete)
        return context.tombstone ? Effect{{}, {{op.scope, op.entity}}} : Effect{};
    if (!done)
        return refused(done.error().where);
    // Another person's own scope is theirs to see: the answer names it only to its owner.
    return {{}, wanted.person == context.actor.id ? touched : touched.first(1)};
}

} // namespace

Effect carryOut(WriteView &view, const Operation &op, const OpContext &context, base::Clock &clock,
                base::Random &random)
{
    Writer writer(view, op, context, clock);
    const Env env{clock, random};
    switch (op.kind) {
    case Kind::Group: return groupEffect(view, op, context, writer, env);
    case Kind::Member: return memberEffect(view, op, context, env);
    case Kind::Draft: return draftEffect(view, op, context, writer);
    case Kind::Person: return personEffect(view, op, context, writer, env);
    case Kind::JoinRequest: return joinRequestEffect(view, op, context, env);
    case Kind::ScheduledPost: return scheduledPostEffect(view, op, context, env);
    case Kind::Folder: return folderEffect(view, op, context, env);
    case Kind::Document: return documentEffect(view, op, context, env);
    case Kind::Version: return versionEffect(view, op, context, env);
    case Kind::Lock: return lockEffect(view, op, context, env);
    case Kind::Company:
    case Kind::Post:
    case Kind::Comment:
    case Kind::Reaction:
    case Kind::ReadMark:
    case Kind::Bookmark:
    case Kind::PlaceSetting:
    case Kind::Pin:
    case Kind::Attachment:
    case Kind::DocumentText: break;
    case Kind::Membership:
    case Kind::Device:
    case Kind::GroupCard:
        return refused("server_only");
    }
    if (op.action == Action::Delete || op.action == Action::DeleteThread)
        return remove(view, op, context, writer);
    return createOrChange(view, op, context, writer);
}

} // namespace parvis::server

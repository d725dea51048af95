#include "model/merge.h"

namespace parvis::model {

using base::ErrorKind;
using base::fail;

namespace {

qint64 bytesOf(const QList<Version> &versions)
{
    qint64 sum = 0;
    for (const Version &version : versions)
        sum += version.body.size() * 2;
    return sum;
}

template<class S>
void rememberEdit(S &after, const S &before, Time at)
{
    if (after.body == before.body)
        return;
    after.versions.append({before.body, at});
    while (after.versions.size() > 1 && bytesOf(after.versions) > maxVersionsBytes)
        after.versions.removeFirst();
    after.editedAt = at;
}

// Authorship comes from the session, never from the operation.
void signAs(Entity &entity, PersonId actor, const Operation &op, Time now)
{
    const Time at = std::min(op.at, now);
    if (auto *post = std::get_if<Post>(&entity)) {
        post->author = actor;
        post->createdAt = at;
    } else if (auto *comment = std::get_if<Comment>(&entity)) {
        comment->author = actor;
        comment->createdAt = at;
    } else if (auto *reaction = std::get_if<Reaction>(&entity)) {
        reaction->person = actor;
        reaction->createdAt = at;
    } else if (auto *group = std::get_if<Group>(&entity)) {
        group->createdAt = at;
    } else if (auto *member = std::get_if<Member>(&entity)) {
        member->joinedAt = at;
    } else if (auto *bookmark = std::get_if<Bookmark>(&entity)) {
        bookmark->createdAt = at;
    } else if (auto *scheduled = std::get_if<ScheduledPost>(&entity)) {
        scheduled->createdAt = at;
    } else if (auto *folder = std::get_if<Folder>(&entity)) {
        folder->author = actor;
        folder->createdAt = at;
    } else if (auto *document = std::get_if<Document>(&entity)) {
        document->author = actor;
        document->createdAt = at;
    } else if (auto *version = std::get_if<DocumentVersion>(&entity)) {
        version->author = actor;
        version->createdAt = at;
        version->contentOp = op.id.uuid();
    } else if (auto *pin = std::get_if<Pin>(&entity)) {
        pin->createdAt = at;
    } else if (auto *attachment = std::get_if<Attachment>(&entity)) {
        attachment->author = actor;
        attachment->createdAt = at;
    }
}

// Who has put it into the trash, and when.
template<class S>
void signTrash(S &after, const Entity *before, PersonId actor, Time at)
{
    const bool was = before && std::get<S>(*before).trashed;
    if (after.trashed == was)
        return;
    after.trashedAt = after.trashed ? at : Time();
    after.trashedBy = after.trashed ? actor : PersonId();
}

// Asking again, or changing a post that could not be published, begins anew whatever came of it before.
void beginAnew(Entity &entity, PersonId actor, const Operation &op, Time now)
{
    if (auto *request = std::get_if<JoinRequest>(&entity); request && op.action == Action::Create) {
        if (!request->askedAt.isNull() && request->state == RequestState::Waiting)
            return;
        request->person = actor;
        request->state = RequestState::Waiting;
        request->askedAt = std::min(op.at, now);
        request->answeredAt = {};
    } else if (auto *lock = std::get_if<Lock>(&entity); lock && op.action == Action::Create) {
        if (lock->person != actor)
            lock->since = std::min(op.at, now);
        lock->person = actor;
    } else if (auto *scheduled = std::get_if<ScheduledPost>(&entity)) {
        scheduled->state = ScheduleState::Waiting;
        scheduled->why.clear();
    }
}

bool applyChanges(Entity &entity, const Operation &op, bool creating)
{
    for (const FieldChange &change : op.changes) {
        const auto rule = fieldRule(op.kind, change.number);
        if (!rule || *rule == Rule::Server || (*rule == Rule::Fixed && !creating))
            continue;
        FieldValue value = change.value;
        if (*rule == Rule::Maximum && !creating) {
            const auto held = fieldValue(entity, change.number);
            const auto *old = std::get_if<qint64>(&*held);
            const auto *offered = std::get_if<qint64>(&value);
            if (!old || !offered)
                return false;
            value = std::max(*old, *offered);
        }
        if (!setField(entity, change.number, value))
            return false;
    }
    return true;
}

} // namespace

bool hasDerivedId(Kind kind)
{
    switch (kind) {
    case Kind::Member:
    case Kind::Membership:
    case Kind::Reaction:
    case Kind::ReadMark:
    case Kind::Bookmark:
    case Kind::PlaceSetting:
    case Kind::JoinRequest:
    case Kind::Lock:
    case Kind::Pin: return true;
    case Kind::Company:
    case Kind::Person:
    case Kind::Group:
    case Kind::Post:
    case Kind::Comment:
    case Kind::Draft:
    case Kind::Device:
    case Kind::GroupCard:
    case Kind::ScheduledPost:
    case Kind::Folder:
    case Kind::Document:
    case Kind::Version:
    case Kind::Attachment:
    case Kind::DocumentText: return false;
    }
    return false;
}

base::Result<Entity> merged(const std::optional<Entity> &current, const Operation &op, PersonId actor, Time now)
{
    Q_ASSERT(op.action == Action::Create || op.action == Action::Change);
    const bool creating = op.action == Action::Create && !current;
    if (op.action == Action::Create && current && !hasDerivedId(op.kind))
        return fail(ErrorKind::Refused, QStringLiteral("merge"), QStringLiteral("exists"));
    if (op.action == Action::Change && !current)
        return fail(ErrorKind::Refused, QStringLiteral("merge"), QStringLiteral("gone"));

    Entity entity = current ? *current : emptyEntity(op.kind);
    if (!applyChanges(entity, op, creating))
        return fail(ErrorKind::Refused, QStringLiteral("merge"), QStringLiteral("bad_field"));

    if (creating) {
        signAs(entity, actor, op, now);
    } else if (auto *post = std::get_if<Post>(&entity)) {
        rememberEdit(*post, std::get<Post>(*current), std::min(op.at, now));
    } else if (auto *comment = std::get_if<Comment>(&entity)) {
        rememberEdit(*comment, std::get<Comment>(*current), std::min(op.at, now));
    }
    beginAnew(entity, actor, op, now);
    if (auto *folder = std::get_if<Folder>(&entity))
        signTrash(*folder, current ? &*current : nullptr, actor, std::min(op.at, now));
    if (auto *document = std::get_if<Document>(&entity))
        signTrash(*document, current ? &*current : nullptr, actor, std::min(op.at, now));
    if (auto *draft = std::get_if<Draft>(&entity))
        draft->contentOp = op.id.uuid();
    return entity;
}

Entity blanked(const Entity &entity)
{
    Entity rest = entity;
    if (auto *post = std::get_if<Post>(&rest)) {
        post->body.clear();
        post->mentions.clear();
        post->tags.clear();
        post->versions.clear();
        post->pinned = false;
        post->editedAt = {};
        post->blank = true;
    } else if (auto *comment = std::get_if<Comment>(&rest)) {
        comment->body.clear();
        comment->mentions.clear();
        comment->versions.clear();
        comment->editedAt = {};
        comment->blank = true;
    }
    return rest;
}

} // namespace parvis::model

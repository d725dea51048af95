#include "store/cache_sql.h"
#include "store/reader_private.h"

namespace parvis::store {

using namespace cache;
using model::Entity;
using model::Kind;
using model::ScopeId;
using model::Uuid;

qint64 Reader::Private::keyOf(const ScopeId &scope) const
{
    const auto at = scopes.constFind(scope);
    return at == scopes.constEnd() ? 0 : at->key.key;
}

bool Reader::Private::isHeld(Kind kind, const ScopeId &scope, const Uuid &id)
{
    Statement &held = of(kind).held.with(keyOf(scope), id);
    const bool found = held.step();
    held.reset();
    return found;
}

std::optional<HeldRow> Reader::Private::heldRow(Kind kind, const ScopeId &scope, const Uuid &id)
{
    const qint64 key = keyOf(scope);
    if (key == 0)
        return std::nullopt;
    Statement &row = of(kind).row.with(key, id);
    const auto found = row.step() ? std::optional(readHeldRow(row, kind)) : std::nullopt;
    row.reset();
    return found;
}

std::optional<HeldRow> Reader::Private::heldRow(Kind kind, qint64 key)
{
    Statement &row = of(kind).rowOfKey.with(key);
    const auto found = row.step() ? std::optional(readHeldRow(row, kind)) : std::nullopt;
    row.reset();
    return found;
}

QList<Uuid> Reader::Private::heldIds(Kind kind, const ScopeId &scope)
{
    QList<Uuid> ids;
    const qint64 key = keyOf(scope);
    if (key == 0)
        return ids;
    Statement &read = of(kind).idsOfScope.with(key);
    while (read.step())
        ids.append(read.uuid(0));
    return ids;
}

// Whether others hang on it, so that its deletion leaves an empty one.
bool Reader::Private::isAnswered(Kind kind, const Uuid &id, const Entity &entity)
{
    if (kind == Kind::Post) {
        const auto waiting = overlay.commentsOf(id);
        return number(sql::commentCount, id) > commentsGone(id)
               || std::any_of(waiting.begin(), waiting.end(), [&](const auto &each) {
                      return overlay.lay(Kind::Comment, each.scope, each.id, {}).state != ItemState::Rejected;
                  });
    }
    const auto *comment = std::get_if<model::Comment>(&entity);
    if (!comment)
        return false;
    if (number(sql::commentHasReplies, comment->post, id) != 0)
        return true;
    for (const Overlay::Target &each : overlay.commentsOf(comment->post.uuid())) {
        const Laid reply = overlay.lay(Kind::Comment, each.scope, each.id, {});
        if (reply.entity && reply.state != ItemState::Rejected
            && std::get<model::Comment>(*reply.entity).parent.uuid() == id)
            return true;
    }
    return false;
}

std::optional<SeenRow> Reader::Private::laidOver(Kind kind, const ScopeId &scope, const Uuid &id,
                                                 const std::optional<HeldRow> &held)
{
    SeenRow row;
    row.kind = kind;
    row.scope = scope;
    row.id = id;
    std::optional<Entity> base;
    if (held) {
        row.rev = held->rev;
        row.order = held->order;
        base = held->entity;
    }
    if (!overlay.touches(id)) {
        row.entity = base;
        return base ? std::optional(row) : std::nullopt;
    }
    const Laid laid = overlay.lay(kind, scope, id, base);
    if (!laid.entity)
        return std::nullopt;
    if (laid.deleted) {
        if (laid.wholeThread || !isAnswered(kind, id, *laid.entity))
            return std::nullopt;
        row.entity = model::blanked(*laid.entity);
    } else {
        row.entity = laid.entity;
    }
    if (laid.created)
        row.order = laid.order;
    row.state = laid.state;
    row.op = laid.op;
    row.why = laid.why;
    return row;
}

namespace {

// What goes when its thread is deleted as a whole, or when the thing that it hangs on goes.
Uuid threadOf(const Entity &entity)
{
    if (const auto *comment = std::get_if<model::Comment>(&entity))
        return comment->post.uuid();
    if (const auto *reaction = std::get_if<model::Reaction>(&entity))
        return reaction->post.uuid();
    return {};
}

bool isBlank(const Entity &entity)
{
    const auto *post = std::get_if<model::Post>(&entity);
    const auto *comment = std::get_if<model::Comment>(&entity);
    return (post && post->blank) || (comment && comment->blank);
}

} // namespace

bool Reader::Private::goesWithAnother(const SeenRow &row)
{
    if (overlay.deletesThread(threadOf(*row.entity)))
        return true;
    const auto *reaction = std::get_if<model::Reaction>(&*row.entity);
    const auto *attachment = std::get_if<model::Attachment>(&*row.entity);
    if (!reaction && !attachment)
        return false;
    const Uuid id = reaction ? reaction->target : attachment->target;
    const bool onPost = reaction ? id == reaction->post.uuid() : isHeld(Kind::Post, row.scope, id);
    // An attachment does not name its thread: that of a comment is found through the comment.
    if (!overlay.touches(id) && (reaction || onPost))
        return attachment && overlay.deletesThread(id);
    const Kind target = onPost ? Kind::Post : Kind::Comment;
    if (!isHeld(target, row.scope, id))
        return false;
    const auto shown = seen(target, row.scope, id);
    return !shown || isBlank(*shown->entity); // what is deleted but answered keeps its place, nothing more
}

std::optional<SeenRow> Reader::Private::seen(Kind kind, const ScopeId &scope, const Uuid &id)
{
    auto row = laidOver(kind, scope, id, heldRow(kind, scope, id));
    return row && !goesWithAnother(*row) ? row : std::nullopt;
}

std::optional<SeenRow> Reader::Private::seen(Kind kind, const HeldRow &held)
{
    auto row = laidOver(kind, scopeOfKey.value(held.scopeKey), held.id, held);
    return row && !goesWithAnother(*row) ? row : std::nullopt;
}

std::optional<SeenRow> Reader::Private::seen(Kind kind, const Uuid &id)
{
    for (auto scope = scopes.cbegin(); scope != scopes.cend(); ++scope) {
        if (isHeld(kind, scope.key(), id))
            return seen(kind, scope.key(), id);
    }
    for (const Overlay::Target &target : overlay.created(kind)) {
        if (target.id == id)
            return seen(kind, target.scope, id);
    }
    return std::nullopt;
}

QList<SeenRow> Reader::Private::seenAll(Kind kind, const ScopeId &scope)
{
    QList<Uuid> ids = heldIds(kind, scope);
    const QSet<Uuid> held(ids.begin(), ids.end());
    for (const Overlay::Target &target : overlay.created(kind)) {
        if (target.scope == scope && !held.contains(target.id) && !ids.contains(target.id))
            ids.append(target.id);
    }
    std::sort(ids.begin(), ids.end());
    QList<SeenRow> rows;
    for (const Uuid &id : ids) {
        if (auto row = seen(kind, scope, id))
            rows.append(*row);
    }
    return rows;
}

} // namespace parvis::store

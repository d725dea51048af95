#include "client/operations.h"

#include "model/derived_ids.h"
#include "model/merge.h"
#include "protocol/limits.h"
#include "text/emoji.h"

namespace parvis::client {

using base::ErrorKind;
using model::Action;
using model::Comment;
using model::Entity;
using model::Kind;
using model::Operation;
using model::Post;

namespace {

tl::unexpected<base::Error> usage(const char *where, const QString &detail)
{
    return base::fail(ErrorKind::Usage, QString::fromLatin1(where), detail);
}

tl::unexpected<base::Error> refused(const char *where, const QString &detail)
{
    return base::fail(ErrorKind::Refused, QString::fromLatin1(where), detail);
}

Operation begin(const Maker &maker, Action action, Kind kind, const ScopeId &scope, const Uuid &entity, qint64 baseRev = 0)
{
    Operation op;
    op.id = OpId(base::newUuid(maker.clock, maker.random));
    op.action = action;
    op.kind = kind;
    op.scope = scope;
    op.entity = entity;
    op.baseRev = baseRev;
    op.at = maker.clock.now();
    return op;
}

Operation create(const Maker &maker, const Entity &entity, const ScopeId &scope, const Uuid &id)
{
    Operation op = begin(maker, Action::Create, model::kindOf(entity), scope, id);
    op.changes = model::creationChanges(entity);
    return op;
}

Uuid freshId(const Maker &maker)
{
    return base::newUuid(maker.clock, maker.random);
}

struct TextPart {
    PersonId author;
    bool blank = false;
};

base::Result<TextPart> textOf(const char *where, const Target &target)
{
    if (const auto *post = std::get_if<Post>(&target.found.entity))
        return TextPart{post->author, post->blank};
    if (const auto *comment = std::get_if<Comment>(&target.found.entity))
        return TextPart{comment->author, comment->blank};
    return usage(where, QStringLiteral("this id names a %1; name a post or a comment")
                            .arg(model::toString(model::kindOf(target.found.entity))));
}

base::Result<TextPart> standingText(const char *where, const Target &target)
{
    auto text = textOf(where, target);
    if (text && text->blank)
        return refused(where, QStringLiteral("gone: it has been deleted"));
    return text;
}

} // namespace

base::Result<void> checkBody(const QString &body, bool withFiles)
{
    if (body.trimmed().isEmpty() && !withFiles)
        return usage("text", QStringLiteral("the text is empty"));
    const qsizetype size = body.toUtf8().size();
    if (size > protocol::maxBodyBytes)
        return usage("text", QStringLiteral("the text has %1 bytes; at most %2 are taken").arg(size).arg(protocol::maxBodyBytes));
    return {};
}

base::Result<Operation> makePost(const Maker &maker, const ScopeId &place, PersonId wall, const QString &body,
                                 const References &references, bool withFiles)
{
    if (auto ok = checkBody(body, withFiles); !ok)
        return base::fail(ok.error());
    if (place.type != model::ScopeType::Group && place.type != model::ScopeType::Directory)
        return usage("post", QStringLiteral("a post goes to a group or to a wall"));
    Post post;
    post.author = maker.me;
    post.wall = place.type == model::ScopeType::Directory ? wall : PersonId();
    post.body = body;
    post.mentions = references.mentions;
    post.tags = references.tags;
    post.createdAt = maker.clock.now();
    return create(maker, post, place, freshId(maker));
}

base::Result<Operation> makeComment(const Maker &maker, const Target &parent, const QString &body,
                                    const References &references, bool withFiles)
{
    if (auto ok = checkBody(body, withFiles); !ok)
        return base::fail(ok.error());
    // What has been deleted may be answered all the same: its thread stands.
    if (auto text = textOf("comment", parent); !text)
        return base::fail(text.error());
    const auto *answered = std::get_if<Comment>(&parent.found.entity);
    Comment comment;
    comment.post = answered ? answered->post : PostId(parent.id);
    comment.parent = answered ? model::CommentId(parent.id) : model::CommentId();
    comment.author = maker.me;
    comment.body = body;
    comment.mentions = references.mentions;
    comment.createdAt = maker.clock.now();
    return create(maker, comment, parent.found.scope, freshId(maker));
}

base::Result<Operation> makeEdit(const Maker &maker, const Target &target, const QString &body, const References &references)
{
    if (auto ok = checkBody(body); !ok)
        return base::fail(ok.error());
    const auto text = standingText("edit", target);
    if (!text)
        return base::fail(text.error());
    if (text->author != maker.me)
        return refused("edit", QStringLiteral("not_author: only the author edits a text"));
    const Kind kind = model::kindOf(target.found.entity);
    Operation op = begin(maker, Action::Change, kind, target.found.scope, target.id, target.found.rev);
    if (kind == Kind::Post) {
        model::addChange(op, &Post::body, body);
        model::addChange(op, &Post::mentions, references.mentions);
        model::addChange(op, &Post::tags, references.tags);
    } else {
        model::addChange(op, &Comment::body, body);
        model::addChange(op, &Comment::mentions, references.mentions);
    }
    return op;
}

base::Result<Operation> makeRemove(const Maker &maker, const Target &target)
{
    if (const auto text = standingText("delete", target); !text)
        return base::fail(text.error());
    return begin(maker, Action::Delete, model::kindOf(target.found.entity), target.found.scope, target.id, target.found.rev);
}

base::Result<Operation> makePin(const Maker &maker, const Target &post, bool pinned)
{
    if (!std::holds_alternative<Post>(post.found.entity))
        return usage("pin", QStringLiteral("only a post can be pinned"));
    if (const auto text = standingText("pin", post); !text)
        return base::fail(text.error());
    Operation op = begin(maker, Action::Change, Kind::Post, post.found.scope, post.id, post.found.rev);
    model::addChange(op, &Post::pinned, pinned);
    return op;
}

base::Result<Operation> makeReaction(const Maker &maker, const Target &target, const QString &emoji, bool on)
{
    if (!text::isEmoji(emoji))
        return usage("reaction", QStringLiteral("'%1' is not an emoji").arg(emoji.left(32)));
    if (const auto text = textOf("reaction", target); !text)
        return base::fail(text.error());
    const QString whole = text::fullyQualified(emoji);
    const Uuid id = model::reactionId(target.id, maker.me, whole);
    if (!on)
        return begin(maker, Action::Delete, Kind::Reaction, target.found.scope, id);
    if (const auto text = standingText("reaction", target); !text)
        return base::fail(text.error());
    const auto *comment = std::get_if<Comment>(&target.found.entity);
    model::Reaction reaction;
    reaction.target = target.id;
    reaction.post = comment ? comment->post : PostId(target.id);
    reaction.person = maker.me;
    reaction.emoji = whole;
    reaction.createdAt = maker.clock.now();
    return create(maker, reaction, target.found.scope, id);
}

Operation makeReadMark(const Maker &maker, const QString &place, qint64 upTo)
{
    model::ReadMark mark;
    mark.place = place;
    mark.upTo = upTo;
    return create(maker, mark, ScopeId::person(maker.me), model::readMarkId(mark.place, maker.me));
}

std::optional<Operation> makeDraft(const Maker &maker, const QString &place, const QString &body,
                                   const std::optional<Target> &held, OpId seen)
{
    const ScopeId own = ScopeId::person(maker.me);
    if (!held) {
        if (body.isEmpty())
            return std::nullopt;
        model::Draft draft;
        draft.place = place;
        draft.body = body;
        draft.changedAt = maker.clock.now();
        return create(maker, draft, own, freshId(maker));
    }
    const auto *draft = std::get_if<model::Draft>(&held->found.entity);
    const OpId base = seen.isNull() && draft ? OpId(draft->contentOp) : seen;
    if (!draft || (draft->body == body && base == OpId(draft->contentOp)))
        return std::nullopt;
    Operation op =
        begin(maker, body.isEmpty() ? Action::Delete : Action::Change, Kind::Draft, own, held->id, held->found.rev);
    op.baseOp = base;
    if (!body.isEmpty()) {
        model::addChange(op, &model::Draft::body, body);
        model::addChange(op, &model::Draft::changedAt, maker.clock.now());
    }
    return op;
}

Operation makeBookmark(const Maker &maker, const Uuid &target, const ScopeId &place, bool on)
{
    const ScopeId own = ScopeId::person(maker.me);
    const Uuid id = model::bookmarkId(target, maker.me);
    if (!on)
        return begin(maker, Action::Delete, Kind::Bookmark, own, id);
    model::Bookmark bookmark;
    bookmark.target = target;
    bookmark.place = place.toString();
    bookmark.createdAt = maker.clock.now();
    return create(maker, bookmark, own, id);
}

base::Result<QList<OpId>> prerequisites(const QList<store::OutboxEntry> &waiting, PersonId me, const ScopeId &scope,
                                        const QList<Uuid> &entities)
{
    const Uuid ownMember = scope.type == model::ScopeType::Group ? model::memberId(scope.groupId(), me) : Uuid();
    QList<OpId> ops;
    for (const store::OutboxEntry &entry : waiting) {
        const Operation &op = entry.op;
        if (entry.state == store::OutboxState::Answered || entry.isVoid || op.action != Action::Create)
            continue;
        const bool makesPlace = op.scope == scope && (op.entity == ownMember || op.entity == scope.id);
        if (!makesPlace && !entities.contains(op.entity))
            continue;
        if (entry.state == store::OutboxState::Pending)
            ops.append(op.id);
        else if (!model::hasDerivedId(op.kind))
            return refused("outbox", QStringLiteral("the server refused the %1 that this hangs on (%2): retry or discard that first")
                                         .arg(model::toString(op.kind), entry.why));
    }
    return ops;
}

QList<Uuid> chainOf(const Target &target)
{
    QList<Uuid> chain{target.id};
    if (const auto *comment = std::get_if<Comment>(&target.found.entity)) {
        chain.append(comment->post.uuid());
        if (!comment->parent.isNull())
            chain.append(comment->parent.uuid());
    }
    return chain;
}

} // namespace parvis::client

#include "store/reader_private.h"

namespace parvis::store {

using base::Result;
using model::Kind;
using model::PersonId;
using model::ScopeId;
using model::ScopeType;
using model::Uuid;

// Where a draft leads, as far as that is held here.
void Reader::Private::locate(DraftItem &draft)
{
    if (const auto scope = ScopeId::fromString(draft.place)) {
        draft.purpose = DraftItem::NewPost;
        draft.target = scope->type == ScopeType::Group ? scope->id : Uuid();
        draft.title = place(*scope, {}).title;
        return;
    }
    const bool edit = draft.place.startsWith(QLatin1String("edit:"));
    const auto id = Uuid::fromString(edit ? draft.place.mid(5) : draft.place);
    if (!id)
        return;
    draft.target = *id;
    if (const auto post = seen(Kind::Post, *id)) {
        draft.purpose = edit ? DraftItem::Edit : DraftItem::Comment;
        draft.post = *id;
        draft.title = card(post->as<model::Post>().author).fullName;
    } else if (const auto comment = seen(Kind::Comment, *id)) {
        draft.purpose = edit ? DraftItem::Edit : DraftItem::Answer;
        draft.post = comment->as<model::Comment>().post.uuid();
        draft.title = card(comment->as<model::Comment>().author).fullName;
    } else if (const PersonCard person = card(PersonId(*id)); !person.handle.isEmpty()) {
        draft.purpose = DraftItem::WallPost;
        draft.title = person.fullName;
    }
}

QList<DraftItem> Reader::Private::drafts(const std::optional<QString> &place)
{
    QList<DraftItem> drafts;
    for (const SeenRow &row : seenAll(Kind::Draft, ScopeId::person(me))) {
        const auto &held = row.as<model::Draft>();
        if (held.body.isEmpty() || (place && held.place != *place))
            continue;
        DraftItem draft;
        draft.id = row.id;
        draft.base = model::OpId(held.contentOp);
        draft.place = held.place;
        draft.body = held.body;
        draft.changedAt = held.changedAt;
        locate(draft);
        drafts.append(draft);
    }
    std::sort(drafts.begin(), drafts.end(), [](const DraftItem &a, const DraftItem &b) {
        return a.changedAt == b.changedAt ? b.id < a.id : b.changedAt < a.changedAt;
    });
    return drafts;
}

Result<QList<DraftItem>> Reader::drafts(const std::optional<QString> &place)
{
    return d->read([&] { return d->drafts(place); });
}

} // namespace parvis::store

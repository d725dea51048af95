#include "model/derived_ids.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::PersonId;
using model::ScopeId;
using model::ScopeType;
using model::Uuid;

namespace {

constexpr int maxNames = 12;
constexpr int maxVoices = 3;
constexpr int maxPreviews = 2;

PersonCard cardOf(PersonId id, const model::Person &person)
{
    return {id,
            person.handle,
            person.fullName,
            person.title,
            person.role == model::CompanyRole::Guest,
            person.disabled,
            person.bot,
            person.role};
}

} // namespace

PersonCard Reader::Private::card(PersonId person)
{
    const auto known = cards.constFind(person);
    if (known != cards.constEnd())
        return *known;
    PersonCard card;
    card.id = person;
    if (const auto row = seen(Kind::Person, ScopeId::directory(), person.uuid())) {
        card = cardOf(person, row->as<model::Person>());
    } else {
        Statement &member = of(sql::memberCard).with(person);
        if (member.step()) {
            card.handle = member.text(0);
            card.fullName = member.text(1);
            card.guest = member.boolean(2);
        }
        member.reset();
    }
    return *cards.insert(person, card);
}

PlaceCard Reader::Private::place(const ScopeId &scope, PersonId wall)
{
    const QString key = scope.toString() + wall.toString();
    const auto known = places.constFind(key);
    if (known != places.constEnd())
        return *known;
    PlaceCard place;
    place.scope = scope;
    place.wall = wall;
    if (scope.type == ScopeType::Group) {
        if (const auto group = seen(Kind::Group, scope, scope.id)) {
            place.handle = group->as<model::Group>().handle;
            place.title = group->as<model::Group>().title;
        } else if (const auto card = seen(Kind::GroupCard, ScopeId::directory(), scope.id)) {
            place.handle = card->as<model::GroupCard>().handle;
            place.title = card->as<model::GroupCard>().title;
        }
        if (place.title.isEmpty())
            place.title = place.handle;
    } else if (!wall.isNull()) {
        place.handle = card(wall).handle;
        place.title = card(wall).fullName;
    }
    return *places.insert(key, place);
}

qint64 Reader::Private::readMark(const QString &place)
{
    const auto known = marks.constFind(place);
    if (known != marks.constEnd())
        return *known;
    const auto mark = seen(Kind::ReadMark, ScopeId::person(me), model::readMarkId(place, me));
    return *marks.insert(place, mark ? mark->as<model::ReadMark>().upTo : 0);
}

// How many of a post's held comments a waiting deletion will take away.
int Reader::Private::commentsGone(const Uuid &post)
{
    if (!deletedComments) {
        deletedComments.emplace();
        for (const Overlay::Target &target : overlay.deleted(Kind::Comment)) {
            const auto held = heldRow(Kind::Comment, target.scope, target.id);
            if (held && !laidOver(Kind::Comment, target.scope, target.id, held))
                ++(*deletedComments)[std::get<model::Comment>(held->entity).post.uuid()];
        }
    }
    return deletedComments->value(post);
}

int Reader::Private::commentCount(const ScopeId &scope, const Uuid &post)
{
    int count = int(number(sql::commentCount, post)) - commentsGone(post);
    for (const Overlay::Target &target : overlay.commentsOf(post)) {
        if (target.scope != scope || isHeld(Kind::Comment, scope, target.id))
            continue;
        const auto row = seen(Kind::Comment, scope, target.id);
        count += row && row->state != ItemState::Rejected;
    }
    return count;
}

QStringList Reader::Private::commenters(const Uuid &post)
{
    QList<PersonId> voices;
    const auto waiting = overlay.commentsOf(post);
    if (!waiting.isEmpty())
        voices.append(me);
    Statement &authors = of(sql::commentAuthors).with(post);
    while (authors.step() && voices.size() < maxVoices) {
        const auto author = authors.id<PersonId>(0);
        if (!author.isNull() && !voices.contains(author))
            voices.append(author);
    }
    authors.reset();
    QStringList names;
    for (const PersonId &voice : voices)
        names.append(card(voice).fullName);
    return names;
}

// The last comments that say something, what waits after what is held.
QList<CommentPreview> Reader::Private::latestComments(const Uuid &post)
{
    QList<CommentPreview> latest; // newest first
    const auto add = [&](const std::optional<SeenRow> &row) {
        if (!row || row->as<model::Comment>().blank)
            return;
        const auto &comment = row->as<model::Comment>();
        latest.append({row->id, card(comment.author), comment.body, comment.createdAt, row->state});
    };
    const auto waiting = overlay.commentsOf(post);
    for (auto target = waiting.crbegin(); target != waiting.crend() && latest.size() < maxPreviews; ++target) {
        if (!isHeld(Kind::Comment, target->scope, target->id))
            add(seen(Kind::Comment, target->scope, target->id));
    }
    QList<qint64> orders;
    Statement &read = of(sql::latestComments).with(post);
    while (read.step())
        orders.append(read.integer(0));
    for (const qint64 order : orders) {
        if (latest.size() >= maxPreviews)
            break;
        const auto held = heldRow(Kind::Comment, order);
        add(held ? seen(Kind::Comment, *held) : std::nullopt);
    }
    std::reverse(latest.begin(), latest.end());
    return latest;
}

void Reader::Private::eachReaction(const ScopeId &scope, const Uuid &target,
                                   const std::function<void(PersonId, const QString &)> &add)
{
    struct Row {
        Uuid id;
        PersonId person;
        QString emoji;
    };
    QList<Row> held;
    Statement &read = of(sql::reactionsOfTarget).with(target);
    while (read.step())
        held.append({read.uuid(0), read.id<PersonId>(1), read.text(2)});
    for (const Row &row : held) {
        if (!overlay.touches(row.id) || seen(Kind::Reaction, scope, row.id))
            add(row.person, row.emoji);
    }
    for (const Overlay::Target &each : overlay.reactionsOn(target)) {
        if (isHeld(Kind::Reaction, each.scope, each.id))
            continue;
        const auto row = seen(Kind::Reaction, each.scope, each.id);
        if (row && row->state != ItemState::Rejected)
            add(row->as<model::Reaction>().person, row->as<model::Reaction>().emoji);
    }
}

QList<ReactionCount> Reader::Private::reactions(const ScopeId &scope, const Uuid &target)
{
    QList<ReactionCount> counts;
    eachReaction(scope, target, [&](PersonId person, const QString &emoji) {
        auto at = std::find_if(counts.begin(), counts.end(), [&](const auto &each) { return each.emoji == emoji; });
        if (at == counts.end()) {
            at = counts.insert(counts.end(), ReactionCount());
            at->emoji = emoji;
        }
        ++at->count;
        at->mine = at->mine || person == me;
        if (at->names.size() < maxNames)
            at->names.append(card(person).fullName);
    });
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
        return a.count != b.count ? a.count > b.count : a.emoji < b.emoji;
    });
    return counts;
}

FeedItem Reader::Private::itemOf(const SeenRow &row)
{
    FeedItem item;
    item.kind = row.kind;
    item.id = row.id;
    item.order = row.order;
    item.state = row.state;
    item.op = row.op;
    item.why = row.why;
    const auto fill = [&](const auto &entity) {
        item.author = card(entity.author);
        item.body = entity.body;
        item.versions = entity.versions;
        item.blank = entity.blank;
        item.createdAt = entity.createdAt;
        item.editedAt = entity.editedAt;
        item.unread = entity.author != me && row.state == ItemState::Acked && row.order > readMark(row.scope);
    };
    if (row.kind == Kind::Post) {
        const auto &post = row.as<model::Post>();
        fill(post);
        item.post = row.id;
        item.place = place(row.scope, post.wall);
        item.tags = post.tags;
        item.pinned = post.pinned;
        item.comments = commentCount(row.scope, row.id);
        if (item.comments > 0) {
            item.commenters = commenters(row.id);
            item.latest = latestComments(row.id);
        }
    } else {
        const auto &comment = row.as<model::Comment>();
        fill(comment);
        item.post = comment.post.uuid();
        item.parent = comment.parent.isNull() ? comment.post.uuid() : comment.parent.uuid();
        const auto post = heldRow(Kind::Post, row.scope, item.post);
        item.place = place(row.scope, post ? std::get<model::Post>(post->entity).wall : PersonId());
    }
    item.reactions = reactions(row.scope, row.id);
    item.bookmarked = isBookmarked(row.id);
    return item;
}

} // namespace parvis::store

#include "model/derived_ids.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"
#include "store/text_index.h"
#include "text/fold.h"

namespace parvis::store {

using namespace cache;
using base::Result;
using model::GroupId;
using model::Kind;
using model::PersonId;
using model::ScopeId;
using model::ScopeType;
using model::Uuid;

namespace {

// Bounds of what one key may cost.
constexpr qint64 maxMembers = 1000; // of the place; others are found by name and looked up
constexpr qint64 newestPosts = 400;
constexpr qint64 newestComments = 1200;
constexpr qint64 maxNames = 300; // matches of the index of names
constexpr qint64 maxTagsOfScope = 500;

int rankOf(const Completion &each)
{
    return each.kind == Completion::Person ? 0 : 1;
}

bool isMoreLikely(const Completion &a, const Completion &b)
{
    if (a.here != b.here)
        return a.here;
    if (a.weight != b.weight)
        return a.weight > b.weight;
    if (rankOf(a) != rankOf(b))
        return rankOf(a) < rankOf(b);
    const QString &left = a.title.isEmpty() ? a.word : a.title;
    const QString &right = b.title.isEmpty() ? b.word : b.title;
    return left == right ? a.id < b.id : comesBefore(left, right);
}

// The end of the range of all words that begin with this one.
QString after(const QString &beginning)
{
    return beginning + QChar(0xFFFF);
}

} // namespace

bool beginsAWord(const QString &folded, const QString &typed)
{
    if (folded.startsWith(typed))
        return true;
    for (qsizetype at = folded.indexOf(typed, 1); at > 0; at = folded.indexOf(typed, at + 1)) {
        if (!folded[at - 1].isLetterOrNumber())
            return true;
    }
    return false;
}

// Talking is: writing in the same thread, answering a post, naming each other.
void Reader::Private::rememberPartners()
{
    QHash<PersonId, int> &partners = completion.partners;
    partners.clear();
    QHash<Uuid, PersonId> authors;
    Statement &posts = of(sql::voicesOfPosts).with(newestPosts);
    while (posts.step()) {
        const auto author = posts.id<PersonId>(1);
        authors.insert(posts.uuid(0), author);
        if (posts.isNull(2))
            continue;
        QList<Uuid> mentions;
        protocol::CborReader in(posts.view(2));
        model::fromValue(protocol::readValue(in, model::fieldTypeOf<QList<Uuid>>()), mentions);
        for (const Uuid &each : mentions) {
            if (author == me)
                partners[PersonId(each)] += 3;
            else if (each == me.uuid())
                partners[author] += 3;
        }
    }
    QHash<Uuid, QSet<PersonId>> voices;
    Statement &comments = of(sql::voicesOfComments).with(newestComments);
    while (comments.step())
        voices[comments.uuid(0)].insert(comments.id<PersonId>(1));
    for (auto thread = voices.cbegin(); thread != voices.cend(); ++thread) {
        const PersonId author = authors.value(thread.key());
        if (author != me && !thread->contains(me))
            continue;
        for (const PersonId &voice : *thread)
            partners[voice] += author == me ? 2 : 1;
        if (author != me && !author.isNull())
            partners[author] += 2;
    }
    partners.remove(me);
}

void Reader::Private::prepareCompletion(const CompletionQuery &query)
{
    const bool begins = query.typed.isEmpty();
    const bool moved = completion.cacheVersion != cacheVersion;
    if (completion.cacheVersion < 0 || (begins && moved)) {
        rememberPartners();
        completion.place = {};
        completion.cacheVersion = cacheVersion;
    }
    if (completion.place == query.place)
        return;
    completion.place = query.place;
    completion.members.clear();
    const qint64 key = query.place.type == ScopeType::Group ? keyOf(query.place) : 0;
    if (key == 0)
        return;
    Statement &members = of(sql::membersToComplete).with(key, maxMembers);
    while (members.step())
        completion.members.append({members.id<PersonId>(0), members.text(1), members.text(2)});
}

QList<Completion> Reader::Private::completeHandles(const CompletionQuery &query)
{
    prepareCompletion(query);
    const QString typed = text::fold(query.typed);
    QHash<Uuid, Completion> found;
    const auto fits = [&](const QString &handle, const QString &name) {
        return typed.isEmpty() || beginsAWord(text::fold(handle), typed) || beginsAWord(text::fold(name), typed);
    };
    const auto person = [&](PersonId id, bool here) {
        if (id == me || id.isNull() || found.contains(id.uuid()))
            return;
        Completion each;
        each.id = id.uuid();
        each.here = here;
        each.weight = completion.partners.value(id);
        found.insert(each.id, each);
    };
    for (const auto &member : completion.members) {
        if (fits(member.handle, member.fullName))
            person(member.id, true);
    }
    for (auto each = completion.partners.cbegin(); each != completion.partners.cend(); ++each) {
        if (found.contains(each.key().uuid()))
            continue;
        const PersonCard partner = card(each.key());
        if (!partner.handle.isEmpty() && fits(partner.handle, partner.fullName))
            person(each.key(), isMember(query.place, each.key()));
    }
    if (!typed.isEmpty()) {
        for (const NameRow &row : namesBeginning(query.typed, maxNames)) {
            const auto held = heldRow(row.kind, row.key);
            if (!held)
                continue;
            if (const auto *who = std::get_if<model::Person>(&held->entity)) {
                if (!who->disabled && fits(who->handle, who->fullName))
                    person(PersonId(held->id), isMember(query.place, PersonId(held->id)));
                continue;
            }
            const auto *group = std::get_if<model::Group>(&held->entity);
            const auto *shown = std::get_if<model::GroupCard>(&held->entity);
            const QString handle = group ? group->handle : shown->handle;
            const QString title = group ? group->title : shown->title;
            if ((group ? group->archived : shown->archived) || !fits(handle, title))
                continue;
            const bool mine = keyOf(ScopeId::group(GroupId(held->id))) != 0;
            found.insert(held->id, {.kind = Completion::Group,
                                    .id = held->id,
                                    .word = handle,
                                    .title = title,
                                    .here = query.place == ScopeId::group(GroupId(held->id)),
                                    .weight = mine});
        }
    }
    QList<Completion> all = found.values();
    // Titles of people are looked up for those that may be shown only; until then members' own names put them in order.
    QHash<Uuid, const CompletionMemory::Member *> named;
    for (const auto &member : completion.members)
        named.insert(member.id.uuid(), &member);
    for (Completion &each : all) {
        if (each.kind != Completion::Person)
            continue;
        if (const auto *member = named.value(each.id)) {
            each.word = member->handle;
            each.title = member->fullName;
        } else {
            const PersonCard shown = card(PersonId(each.id));
            each.word = shown.handle;
            each.title = shown.fullName;
        }
    }
    std::sort(all.begin(), all.end(), isMoreLikely);
    QList<Completion> best;
    for (Completion &each : all) {
        if (best.size() >= query.limit)
            break;
        if (each.kind == Completion::Person) {
            const PersonCard shown = card(PersonId(each.id));
            if (shown.disabled)
                continue;
            each.detail = shown.title;
        }
        best.append(each);
    }
    return best;
}

bool Reader::Private::isMember(const ScopeId &place, PersonId person)
{
    return place.type == ScopeType::Group && isHeld(Kind::Member, place, model::memberId(place.groupId(), person));
}

QList<Completion> Reader::Private::completeTags(const CompletionQuery &query)
{
    const QString typed = text::fold(query.typed);
    QHash<QString, Completion> found;
    const auto note = [&](const QString &tag, int uses, bool here) {
        Completion &each = found[tag];
        each.kind = Completion::Tag;
        each.word = tag;
        each.weight += uses;
        each.here |= here;
    };
    for (auto scope = scopes.cbegin(); scope != scopes.cend(); ++scope) {
        // A bare sign asks what is usual here.
        if (typed.isEmpty() && scope.key() != query.place)
            continue;
        Statement &tags = of(sql::tagsBeginning).with(scope->key.key, typed, after(typed), maxTagsOfScope);
        while (tags.step())
            note(tags.text(0), int(tags.integer(1)), scope.key() == query.place);
    }
    for (const OutboxEntry &entry : entries) {
        const auto laid = overlay.touches(entry.op.entity) && entry.op.kind == Kind::Post
                              ? overlay.lay(Kind::Post, entry.op.scope, entry.op.entity, {})
                              : Laid();
        if (!laid.entity || laid.deleted)
            continue;
        for (const QString &tag : std::get<model::Post>(*laid.entity).tags) {
            if (text::fold(tag).startsWith(typed))
                note(tag, 1, entry.op.scope == query.place);
        }
    }
    QList<Completion> all = found.values();
    std::sort(all.begin(), all.end(), isMoreLikely);
    if (all.size() > query.limit)
        all.resize(query.limit);
    return all;
}

Result<QList<Completion>> Reader::complete(const CompletionQuery &query)
{
    return d->read(
        [&] { return query.what == CompletionQuery::Tags ? d->completeTags(query) : d->completeHandles(query); });
}

} // namespace parvis::store

// What is found and suggested in the company in memory.
#include "support/fake_backend.h"
#include "support/ready_answer.h"
#include "text/fold.h"
#include "text/markdown.h"
#include "text/mentions.h"
#include "text/query.h"
#include "text/search_words.h"
#include "text/snippet.h"

#include <QSet>

#include <algorithm>

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;
using store::FeedItem;

ui::Backend::Answer<store::SearchResult> FakeBackend::search(const store::SearchQuery &query)
{
    store::SearchResult result;
    result.ranked = query.ranked ? store::SearchResult::All : store::SearchResult::Newest;
    result.completeUpTo = m_state.complete ? 0 : m_clock.now().plusMs(-86'400'000LL * 90).us;
    const text::Query parsed = text::parseQuery(query.text);
    QSet<model::PersonId> authors;
    for (const QString &name : query.from) {
        for (const Person &person : people_) {
            const bool me = name == text::searchMe && person.card.handle == m_identity->user;
            if (me || person.card.handle == name || text::matches(person.card.fullName, text::parseQuery(name))) {
                authors.insert(person.card.id);
                result.from.append(person.card);
            }
        }
        if (authors.isEmpty())
            result.unknown.append(name);
    }
    QSet<Uuid> places;
    for (const QString &name : query.in) {
        for (const store::GroupItem &group : groupList) {
            if (group.handle == name || text::matches(group.title, text::parseQuery(name))) {
                places.insert(group.id.uuid());
                result.in.append(placeOf(ScopeId::group(group.id)));
            }
        }
        if (places.isEmpty())
            result.unknown.append(name);
    }
    if (!query.group.isNull())
        places.insert(query.group);
    const bool narrowed = !authors.isEmpty() || !places.isEmpty() || query.since > 0 || query.before > 0 || query.wall;
    auto answers = [&](const FeedItem &item, const QString &plain) {
        const qint64 order = store::orderAt(item.createdAt);
        return (parsed.isEmpty() ? narrowed : text::matches(plain, parsed))
               && (authors.isEmpty() || authors.contains(item.author.id))
               && (places.isEmpty() || places.contains(item.place.scope.id)) && order >= query.since
               && (query.before == 0 || order < query.before)
               && (!query.wall
                   || (item.place.scope == ScopeId::directory() && item.place.wall == *query.wall));
    };
    if (!result.unknown.isEmpty())
        return ready<store::SearchResult>(result);
    auto add = [&](store::SearchHit hit, const QString &plain) {
        if (result.hits.size() >= query.limit || (query.kind && *query.kind != hit.kind && !(query.kind == Kind::Document && hit.kind == Kind::Folder)))
            return;
        const text::Snippet snippet = text::snippet(plain, parsed, 180);
        hit.snippet = snippet.text;
        for (const auto &highlight : snippet.highlights)
            hit.highlights.append({highlight.start, highlight.length});
        result.hits.append(hit);
    };
    for (const Person &person : people_) {
        if (narrowed || !text::matches(person.card.fullName, parsed))
            continue;
        store::SearchHit hit;
        hit.kind = Kind::Person;
        hit.id = person.card.id.uuid();
        hit.title = person.card.fullName;
        add(hit, person.card.title);
    }
    for (const client::DocumentEntry &entry : std::as_const(documents)) {
        const store::DocumentItem &item = entry.item;
        const QString inside = documentTexts.value(item.id);
        const bool asked = !parsed.isEmpty() && !item.trashed && (authors.isEmpty() || authors.contains(item.author))
                           && (places.isEmpty() || places.contains(item.scope.id)) && !query.wall
                           && store::orderAt(item.modifiedAt) >= query.since;
        const bool within = text::matches(inside, parsed);
        if (!asked || (!within && !text::matches(item.name, parsed)))
            continue;
        store::SearchHit hit;
        hit.kind = item.kind;
        hit.id = item.id;
        hit.title = item.name;
        hit.place = placeOf(item.scope);
        hit.author = people_.value(item.authorHandle).card;
        hit.createdAt = item.modifiedAt;
        for (const auto *above = this->entry(item.folder); above; above = this->entry(above->item.folder))
            hit.path.prepend(above->item.name);
        if (within)
            hit.spot = model::DocumentPlace{0, model::PlaceType::Page, QStringLiteral("3")};
        add(hit, within ? inside : QString());
    }
    for (const FeedItem &item : items) {
        const QString plain = text::plainText(text::parseMarkdown(item.body));
        if (!answers(item, plain))
            continue;
        store::SearchHit hit;
        hit.kind = item.kind;
        hit.id = item.id;
        hit.post = item.post;
        hit.place = item.place;
        hit.author = item.author;
        hit.createdAt = item.createdAt;
        hit.order = item.order;
        add(hit, plain);
    }
    return ready<store::SearchResult>(result);
}

ui::Backend::Answer<QList<store::Completion>> FakeBackend::complete(const store::CompletionQuery &query)
{
    using store::Completion;
    const QString typed = text::fold(query.typed);
    QList<Completion> found;
    if (query.what == store::CompletionQuery::Tags) {
        QHash<QString, Completion> tags;
        for (const FeedItem &item : items) {
            for (const QString &tag : text::tags(item.body)) {
                Completion &each = tags[tag];
                each.kind = Completion::Tag;
                each.word = tag;
                ++each.weight;
                each.here = each.here || item.place.scope == query.place;
            }
        }
        for (const Completion &each : tags) {
            if (text::fold(each.word).startsWith(typed))
                found.append(each);
        }
    } else {
        for (const Person &person : people_) {
            const bool here =
                query.place.type == model::ScopeType::Group
                && std::any_of(memberLists[query.place.groupId()].begin(), memberLists[query.place.groupId()].end(),
                               [&](const auto &member) { return member.person.id == person.card.id; });
            if (person.card.id != m_identity->person && (here || !typed.isEmpty())
                && (store::beginsAWord(text::fold(person.card.handle), typed)
                    || store::beginsAWord(text::fold(person.card.fullName), typed)))
                found.append({.id = person.card.id.uuid(),
                              .word = person.card.handle,
                              .title = person.card.fullName,
                              .detail = person.card.title,
                              .here = here});
        }
        for (const auto &group : groupList) {
            if (!typed.isEmpty() && store::beginsAWord(text::fold(group.title), typed))
                found.append(
                    {.kind = Completion::Group, .id = group.id.uuid(), .word = group.handle, .title = group.title});
        }
    }
    std::sort(found.begin(), found.end(), [](const Completion &a, const Completion &b) {
        return std::tuple(!a.here, -a.weight, int(a.kind), a.word)
               < std::tuple(!b.here, -b.weight, int(b.kind), b.word);
    });
    if (found.size() > query.limit)
        found.resize(query.limit);
    return ready<QList<store::Completion>>(found);
}

} // namespace parvis::tests

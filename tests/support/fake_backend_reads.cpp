// What ui::Backend reads of the company in memory.
#include "support/fake_backend.h"
#include "support/ready_answer.h"

#include <algorithm>

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;
using store::FeedItem;

bool FakeBackend::matches(const FeedItem &item, const store::FeedQuery &query) const
{
    if (item.kind != Kind::Post)
        return false;
    switch (query.what) {
    case store::FeedQuery::Merged:
        return std::none_of(groupList.begin(), groupList.end(), [&](const store::GroupItem &group) {
            return !group.followed && ScopeId::group(group.id) == item.place.scope;
        });
    case store::FeedQuery::Group: return item.place.scope == ScopeId::group(model::GroupId(query.id));
    case store::FeedQuery::CompanyWall: return item.place.scope == ScopeId::directory() && item.place.wall.isNull();
    case store::FeedQuery::PersonWall: return item.place.wall.uuid() == query.id;
    case store::FeedQuery::Bookmarks: return false;
    }
    return false;
}

ui::Backend::Answer<QList<FeedItem>> FakeBackend::feed(const store::FeedQuery &query)
{
    ++feedReads;
    QList<FeedItem> found;
    if (query.what == store::FeedQuery::Bookmarks) {
        for (qsizetype i = 0; i < bookmarks.size(); ++i) {
            const FeedItem *held = find(bookmarks.at(i));
            const qint64 order = bookmarks.size() - i;
            if (!held || (query.before != 0 && order >= query.before) || (query.after != 0 && order <= query.after))
                continue;
            found.append(*held);
            found.last().order = order;
        }
        return ready<QList<FeedItem>>(found.first(std::min<qsizetype>(found.size(), query.limit)));
    }
    for (const FeedItem &item : items) {
        if (matches(item, query) && (query.before == 0 || item.order < query.before)
            && (query.after == 0 || item.order > query.after))
            found.append(item);
    }
    if (query.after != 0 && found.size() > query.limit)
        found = found.last(query.limit);
    return ready<QList<FeedItem>>(found.first(std::min<qsizetype>(found.size(), query.limit)));
}

ui::Backend::Answer<QList<FeedItem>> FakeBackend::thread(model::PostId post)
{
    QList<FeedItem> found;
    for (auto it = items.rbegin(); it != items.rend(); ++it) {
        if (it->kind == Kind::Comment && it->post == post.uuid())
            found.append(*it);
    }
    if (const FeedItem *root = find(post.uuid()))
        found.prepend(*root);
    return ready<QList<FeedItem>>(found);
}

ui::Backend::Answer<std::optional<FeedItem>> FakeBackend::item(const Uuid &id)
{
    ++itemReads;
    const FeedItem *found = find(id);
    return ready<std::optional<FeedItem>>(found ? std::optional(*found) : std::nullopt);
}

ui::Backend::Answer<QList<store::Reactor>> FakeBackend::reactors(const Uuid &id)
{
    QList<store::Reactor> found;
    const FeedItem *item = find(id);
    for (const auto &reaction : item ? item->reactions : QList<store::ReactionCount>()) {
        for (const QString &name : reaction.names) {
            store::PersonCard card;
            card.fullName = name;
            for (const Person &person : people_) {
                if (person.card.fullName == name)
                    card = person.card;
            }
            found.append({card, reaction.emoji});
        }
    }
    return ready<QList<store::Reactor>>(found);
}

// The newest of what is read, as far as it goes without a gap.
ui::Backend::Answer<qint64> FakeBackend::readUpTo(const ScopeId &place)
{
    qint64 mark = 0;
    for (auto it = items.rbegin(); it != items.rend() && !(it->unread && it->place.scope == place); ++it) {
        if (it->place.scope == place && it->kind == Kind::Post && it->order < store::pendingOrderBase)
            mark = it->order;
    }
    return ready<qint64>(mark);
}

ui::Backend::Answer<QList<store::GroupItem>> FakeBackend::groups()
{
    QList<store::GroupItem> found;
    for (const auto &group : groupList) {
        if (group.role || group.visibility != model::Visibility::Secret)
            found.append(group);
    }
    return ready<QList<store::GroupItem>>(found);
}

ui::Backend::Answer<QList<store::MemberItem>> FakeBackend::members(model::GroupId group)
{
    return ready<QList<store::MemberItem>>(memberLists.value(group));
}

ui::Backend::Answer<QList<store::PersonCard>> FakeBackend::people(const QString &query, int limit)
{
    QList<store::PersonCard> found;
    for (const Person &person : people_) {
        if (found.size() < limit && person.card.fullName.contains(query, Qt::CaseInsensitive))
            found.append(person.card);
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.fullName < b.fullName; });
    return ready<QList<store::PersonCard>>(found);
}

ui::Backend::Answer<std::optional<store::PersonCard>> FakeBackend::person(const QString &idOrHandle)
{
    for (const Person &person : people_) {
        if (person.card.handle == idOrHandle || person.card.id.toString() == idOrHandle)
            return ready<std::optional<store::PersonCard>>(std::optional(person.card));
    }
    return ready<std::optional<store::PersonCard>>(std::optional<store::PersonCard>());
}

ui::Backend::Answer<std::optional<model::Person>> FakeBackend::profile(model::PersonId id)
{
    for (const Person &person : people_) {
        if (person.card.id == id)
            return ready<std::optional<model::Person>>(std::optional(person.profile));
    }
    return ready<std::optional<model::Person>>(std::optional<model::Person>());
}

ui::Backend::Answer<std::optional<model::Company>> FakeBackend::company()
{
    model::Company company;
    company.name = companyName;
    company.color = companyColor;
    return ready<std::optional<model::Company>>(std::optional(company));
}

ui::Backend::Answer<QList<store::OutboxEntry>> FakeBackend::outbox()
{
    return ready<QList<store::OutboxEntry>>(m_outbox);
}

ui::Backend::Answer<QList<store::DraftItem>> FakeBackend::drafts(const std::optional<QString> &place)
{
    QList<store::DraftItem> found = otherDrafts;
    for (auto each = draftTexts.cbegin(); each != draftTexts.cend(); ++each) {
        store::DraftItem draft;
        draft.id = draftId(each.key());
        draft.place = each.key();
        draft.body = *each;
        draft.changedAt = m_clock.now();
        if (const auto scope = ScopeId::fromString(each.key())) {
            draft.purpose = store::DraftItem::NewPost;
            draft.target = scope->id;
            draft.title = placeOf(*scope).title;
        } else if (const auto id = Uuid::fromString(each.key()); id && find(*id)) {
            draft.purpose = store::DraftItem::Comment;
            draft.target = draft.post = *id;
            draft.title = find(*id)->author.fullName;
        }
        found.append(draft);
    }
    found.removeIf([&](const auto &draft) { return place && draft.place != *place; });
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return b.changedAt < a.changedAt; });
    return ready<QList<store::DraftItem>>(found);
}

ui::Backend::Answer<client::WorkingCopy> FakeBackend::openCopy(const Uuid &document)
{
    copiesOpened.append(document);
    if (!openCopies.contains(document))
        return ready<client::WorkingCopy>(base::fail(base::ErrorKind::Offline, QStringLiteral("file"), QString()));
    return ready<client::WorkingCopy>(openCopies.value(document));
}

ui::Backend::Answer<QList<client::WorkingCopy>> FakeBackend::workingCopies()
{
    return ready<QList<client::WorkingCopy>>(openCopies.values());
}

} // namespace parvis::tests

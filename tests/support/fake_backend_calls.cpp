// What ui::Backend asks of the company in memory.
#include "support/fake_backend.h"
#include "support/ready_answer.h"
#include "text/markdown.h"

#include <algorithm>

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;
using store::FeedItem;

ui::Backend::Answer<store::Identity> FakeBackend::signIn(const QString &, const QString &user, const QString &)
{
    if (m_signInError)
        return ready<store::Identity>(base::fail(*m_signInError));
    me(user);
    return ready<store::Identity>(*m_identity);
}

ui::Backend::Answer<void> FakeBackend::signOut(bool forced)
{
    if (!forced && !m_outbox.isEmpty())
        return ready<void>(base::fail(base::ErrorKind::Conflict, "fake", "something is unsent"));
    m_identity.reset();
    return ready<void>({});
}

ui::Backend::Answer<void> FakeBackend::changePassword(const QString &, const QString &)
{
    return ready<void>({});
}

ui::Backend::Answer<QList<ui::Backend::Device>> FakeBackend::devices()
{
    return ready<QList<Device>>(
        QList<Device>{{newId(), "Poste de Camille", m_clock.now().plusMs(-86'400'000LL * 40), m_clock.now(), true},
                      {newId(), "Portable de chantier", m_clock.now().plusMs(-86'400'000LL * 12),
                       m_clock.now().plusMs(-86'400'000LL), false}});
}

ui::Backend::Answer<void> FakeBackend::revokeDevice(const Uuid &)
{
    return ready<void>({});
}

void FakeBackend::setStayOffline(bool offline)
{
    m_state.stayOffline = offline;
    m_state.phase = offline ? client::SyncState::Offline : client::SyncState::UpToDate;
    m_state.since = m_clock.now();
    Q_EMIT stateChanged(m_state);
}

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

ui::Backend::Answer<store::SyncSummary> FakeBackend::summary()
{
    store::SyncSummary summary;
    summary.complete = m_state.complete;
    summary.completeUpTo = m_state.complete ? 0 : m_clock.now().plusMs(-28 * 60'000).us;
    summary.pending = m_state.pending;
    summary.rejected = m_state.rejected;
    const auto add = [&](const ScopeId &scope, const QString &title, bool complete) {
        summary.scopes.append({scope, title, complete, complete ? 0 : summary.completeUpTo});
    };
    add(ScopeId::company(), {}, true);
    add(ScopeId::directory(), {}, true);
    if (m_identity)
        add(ScopeId::person(m_identity->person), {}, true);
    for (qsizetype i = 0; i < groupList.size(); ++i) {
        if (groupList.at(i).role)
            add(ScopeId::group(groupList.at(i).id), groupList.at(i).title, m_state.complete || i % 4 != 0);
    }
    return ready<store::SyncSummary>(summary);
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

ui::Backend::Answer<ui::Backend::Written> FakeBackend::written(const Uuid &id, Kind kind, const ScopeId &scope,
                                                               const Uuid &thread, bool outbox)
{
    store::ChangeSet changes;
    changes.add({kind, id, scope, thread, false});
    changes.outbox = outbox;
    Q_EMIT changed(changes);
    if (outbox)
        Q_EMIT stateChanged(m_state);
    return ready<Written>(Written{id, model::OpId(newId())});
}

void FakeBackend::queue(Kind kind, const FeedItem &item, const QString &body)
{
    store::OutboxEntry entry;
    entry.seq = ++m_seq;
    entry.op.id = item.op;
    entry.op.action = model::Action::Create;
    entry.op.kind = kind;
    entry.op.scope = item.place.scope;
    entry.op.entity = item.id;
    entry.op.at = m_clock.now();
    entry.op.changes.append({kind == Kind::Post ? 3 : 4, body});
    m_outbox.append(entry);
    ++m_state.pending;
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::post(const ScopeId &place, model::PersonId wall,
                                                            const QString &body)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const Uuid id = addPost(place, m_identity->user, body, 0);
    FeedItem item = *find(id);
    items.removeIf([&](const FeedItem &other) { return other.id == id; });
    item.place.wall = wall;
    item.state = store::ItemState::Pending;
    item.op = model::OpId(newId());
    item.order = store::pendingOrderBase + m_seq + 1;
    items.prepend(item);
    queue(Kind::Post, item, body);
    return written(id, Kind::Post, place);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::comment(model::PostId post, const Uuid &parent,
                                                               const QString &body)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const Uuid id = addComment(post.uuid(), m_identity->user, body, 0, parent);
    FeedItem *item = find(id);
    item->state = store::ItemState::Pending;
    item->op = model::OpId(newId());
    if (FeedItem *root = find(post.uuid()); root && !root->latest.isEmpty() && root->latest.last().id == id)
        root->latest.last().state = store::ItemState::Pending;
    queue(Kind::Comment, *item, body);
    return written(id, Kind::Comment, item->place.scope, post.uuid());
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::edit(const Uuid &id, const QString &body)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    FeedItem *item = find(id);
    item->versions.append({item->body, m_clock.now()});
    item->body = body;
    item->editedAt = m_clock.now();
    return written(id, item->kind, item->place.scope, item->post);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::remove(const Uuid &id, qint64 holdMs)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const FeedItem item = *find(id);
    const model::OpId op(newId());
    QList<FeedItem> gone;
    for (const FeedItem &other : std::as_const(items)) {
        if (other.id == id || (item.kind == Kind::Post && other.post == id))
            gone.append(other);
    }
    if (holdMs > 0)
        m_held.insert(op, gone);
    items.removeIf(
        [&](const FeedItem &other) { return other.id == id || (item.kind == Kind::Post && other.post == id); });
    recount(item.post);
    written(id, item.kind, item.place.scope, item.post);
    return ready<Written>(Written{id, op});
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::pin(model::PostId post, bool pinned)
{
    find(post.uuid())->pinned = pinned;
    return written(post.uuid(), Kind::Post, find(post.uuid())->place.scope);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::react(const Uuid &id, const QString &emoji, bool on)
{
    FeedItem *item = find(id);
    auto held =
        std::find_if(item->reactions.begin(), item->reactions.end(), [&](const auto &r) { return r.emoji == emoji; });
    if (held == item->reactions.end() && on) {
        addReaction(id, emoji, 1, true);
    } else if (held != item->reactions.end() && held->mine != on) {
        held->mine = on;
        held->count += on ? 1 : -1;
        if (held->count == 0)
            item->reactions.erase(held);
    }
    return written(newId(), Kind::Reaction, item->place.scope, item->post == id ? id : item->post);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::bookmark(const Uuid &target, const ScopeId &, bool on)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    bookmarks.removeAll(target);
    if (on)
        bookmarks.prepend(target);
    FeedItem *item = find(target);
    item->bookmarked = on;
    touch(target);
    return written(newId(), Kind::Bookmark, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::markRead(const ScopeId &place, qint64 upTo)
{
    readMarks.append({place, upTo});
    for (FeedItem &item : items) {
        if (item.place.scope == place && (upTo == 0 || item.order <= upTo))
            item.unread = false;
    }
    for (auto &group : groupList) {
        if (ScopeId::group(group.id) == place)
            group.unread = 0;
    }
    return written(newId(), Kind::ReadMark, place, {}, false);
}

ui::Backend::Answer<store::NoticePage> FakeBackend::notices(const store::NoticeQuery &query)
{
    store::NoticePage page;
    for (const store::NoticeItem &notice : noticeList) {
        page.unread += notice.unread;
        if ((query.before == 0 || notice.order < query.before) && (!query.unreadOnly || notice.unread)
            && (query.thread.isNull() || notice.post == query.thread) && page.items.size() < query.limit)
            page.items.append(notice);
    }
    return ready<store::NoticePage>(page);
}

void FakeBackend::addNotice(const Uuid &id, model::Reason reason, bool unread)
{
    const FeedItem *item = find(id);
    store::NoticeItem notice{
        reason,          item->kind,  id,     item->post, item->place, item->author, text::summary(item->body, 240),
        item->createdAt, item->order, unread, true};
    const auto at = std::find_if(noticeList.begin(), noticeList.end(),
                                 [&](const store::NoticeItem &each) { return each.order < notice.order; });
    noticeList.insert(at, notice);
    tellNotices();
}

void FakeBackend::tellNotices()
{
    store::ChangeSet changes;
    changes.notices = true;
    Q_EMIT changed(changes);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::markThreadRead(model::PostId post, qint64 upTo)
{
    bool any = false;
    for (store::NoticeItem &notice : noticeList) {
        if (notice.post == post.uuid() && (upTo == 0 || notice.order <= upTo))
            any = std::exchange(notice.unread, false) || any;
    }
    if (!any)
        return ready<Written>(Written{});
    threadMarks.append(post.uuid());
    return written(newId(), Kind::ReadMark, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::markNoticesRead()
{
    for (store::NoticeItem &notice : noticeList)
        notice.unread = false;
    return written(newId(), Kind::ReadMark, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::createGroup(const NewGroup &group)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const auto id = addGroup(group.handle, group.title, group.kind, true);
    groupList.last().role = model::Role::Owner;
    groupList.last().description = group.description;
    return written(id.uuid(), Kind::Group, ScopeId::group(id));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::joinGroup(model::GroupId group)
{
    for (auto &held : groupList) {
        if (held.id == group)
            held.role = model::Role::Member;
    }
    return written(group.uuid(), Kind::Membership, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::leaveGroup(model::GroupId group)
{
    for (auto &held : groupList) {
        if (held.id == group)
            held.role.reset();
    }
    return written(group.uuid(), Kind::Membership, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::archiveGroup(model::GroupId group, bool archived)
{
    for (auto &held : groupList) {
        if (held.id == group)
            held.archived = archived;
    }
    return written(group.uuid(), Kind::Group, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::setMember(model::GroupId group, model::PersonId person,
                                                                 model::Role role)
{
    memberLists[group].removeIf([&](const auto &member) { return member.person.id == person; });
    for (const Person &known : people_) {
        if (known.card.id == person)
            memberLists[group].append({known.card, role});
    }
    requestLists[group].removeIf([&](const auto &request) { return request.person.id == person; });
    if (store::GroupItem *held = this->group(group))
        held->requests = int(requestLists[group].size());
    return written(person.uuid(), Kind::Member, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::removeMember(model::GroupId group, model::PersonId person)
{
    memberLists[group].removeIf([&](const auto &member) { return member.person.id == person; });
    return written(person.uuid(), Kind::Member, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::saveDraft(const QString &place, const QString &body,
                                                                 const std::optional<Written> &seen)
{
    ++draftWrites;
    const auto other = std::find_if(otherDrafts.begin(), otherDrafts.end(),
                                    [&](const auto &draft) { return seen && draft.id == seen->id; });
    const Uuid id = other != otherDrafts.end() ? other->id : draftId(place);
    if (other != otherDrafts.end() && body.isEmpty())
        otherDrafts.erase(other);
    else if (other != otherDrafts.end())
        other->body = body;
    else if (body.isEmpty())
        draftTexts.remove(place);
    else
        draftTexts.insert(place, body);
    store::ChangeSet changes;
    changes.add(
        {Kind::Draft, id, ScopeId::person(m_identity ? m_identity->person : model::PersonId()), {}, body.isEmpty()});
    Q_EMIT changed(changes);
    return ready<Written>(Written{id, model::OpId(newId())});
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::retry(model::OpId op, const std::optional<QString> &body)
{
    for (auto &entry : m_outbox) {
        if (entry.op.id != op)
            continue;
        entry.state = store::OutboxState::Pending;
        --m_state.rejected;
        ++m_state.pending;
        FeedItem *item = find(entry.op.entity);
        item->state = store::ItemState::Pending;
        if (body)
            item->body = *body;
        return written(item->id, item->kind, item->place.scope, item->post);
    }
    return ready<Written>(base::fail(base::ErrorKind::Refused, "fake", "gone"));
}

ui::Backend::Answer<void> FakeBackend::discard(model::OpId op)
{
    if (m_held.contains(op)) {
        for (const FeedItem &item : m_held.take(op)) {
            const auto at = std::upper_bound(items.begin(), items.end(), item.order,
                                             [](qint64 order, const FeedItem &other) { return order > other.order; });
            items.insert(at, item);
            recount(item.post);
            written(item.id, item.kind, item.place.scope, item.post);
        }
        return ready<void>({});
    }
    for (qsizetype i = 0; i < m_outbox.size(); ++i) {
        if (m_outbox.at(i).op.id != op)
            continue;
        const store::OutboxEntry entry = m_outbox.takeAt(i);
        (entry.state == store::OutboxState::Rejected ? m_state.rejected : m_state.pending)--;
        items.removeIf([&](const FeedItem &item) { return item.id == entry.op.entity; });
        written(entry.op.entity, entry.op.kind, entry.op.scope);
        return ready<void>({});
    }
    return ready<void>(base::fail(base::ErrorKind::Refused, "fake", "gone"));
}

} // namespace parvis::tests

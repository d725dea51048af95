#include "support/fake_backend.h"

#include "text/markdown.h"
#include "text/query.h"
#include "text/snippet.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;
using store::FeedItem;

namespace {

template<class T>
QFuture<base::Result<T>> ready(base::Result<T> value)
{
    QPromise<base::Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

QJsonDocument json(const QString &name)
{
    QFile file(QStringLiteral(PARVIS_SOURCE_DIR "/resources/demo/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}

} // namespace

FakeBackend::FakeBackend(base::ManualClock &clock) : m_clock(clock)
{
    m_state.phase = client::SyncState::UpToDate;
    m_state.complete = true;
    m_state.since = m_state.lastContact = clock.now();
}

Uuid FakeBackend::newId()
{
    return base::randomUuid(m_random);
}

model::PersonId FakeBackend::addPerson(const QString &handle, const QString &name, const QString &title)
{
    Person person;
    person.card.id = model::PersonId(newId());
    person.card.handle = person.profile.handle = handle;
    person.card.fullName = person.profile.fullName = name;
    person.card.title = person.profile.title = title;
    people_.insert(handle, person);
    return person.card.id;
}

void FakeBackend::me(const QString &handle)
{
    store::Identity identity;
    identity.server = QStringLiteral("https://parvis.example.com");
    identity.user = handle;
    identity.person = people_.value(handle).card.id;
    m_identity = identity;
}

model::GroupId FakeBackend::addGroup(const QString &handle, const QString &title, model::GroupKind kind, bool member)
{
    store::GroupItem group;
    group.id = model::GroupId(newId());
    group.handle = handle;
    group.title = title;
    group.kind = kind;
    group.visibility = model::Visibility::Public;
    group.members = 0;
    if (member)
        group.role = model::Role::Member;
    groupList.append(group);
    return group.id;
}

store::PlaceCard FakeBackend::placeOf(const ScopeId &scope) const
{
    store::PlaceCard place;
    place.scope = scope;
    for (const auto &group : groupList) {
        if (scope == ScopeId::group(group.id)) {
            place.handle = group.handle;
            place.title = group.title;
        }
    }
    return place;
}

Uuid FakeBackend::addPost(const ScopeId &place, const QString &author, const QString &body, qint64 minutesAgo, bool unread)
{
    FeedItem item;
    item.id = item.post = newId();
    item.place = placeOf(place);
    item.author = people_.value(author).card;
    item.body = body;
    item.createdAt = m_clock.now().plusMs(-minutesAgo * 60'000);
    item.order = std::max(item.createdAt.us, minutesAgo == 0 ? m_lastOrder + 1 : qint64(0));
    m_lastOrder = std::max(m_lastOrder, item.order);
    item.unread = unread;
    const auto at = std::upper_bound(items.begin(), items.end(), item.order,
                                     [](qint64 order, const FeedItem &other) { return order > other.order; });
    items.insert(at, item);
    for (auto &group : groupList)
        group.unread += unread && place == ScopeId::group(group.id) ? 1 : 0;
    return item.id;
}

void FakeBackend::recount(const Uuid &post)
{
    FeedItem *root = find(post);
    if (!root)
        return;
    root->comments = 0;
    root->commenters.clear();
    for (const FeedItem &item : items) {
        if (item.kind != Kind::Comment || item.post != post)
            continue;
        ++root->comments;
        if (!root->commenters.contains(item.author.fullName) && root->commenters.size() < 3)
            root->commenters.append(item.author.fullName);
    }
}

Uuid FakeBackend::addComment(const Uuid &post, const QString &author, const QString &body, qint64 minutesAgo, const Uuid &parent)
{
    const FeedItem *root = find(post);
    FeedItem item;
    item.kind = Kind::Comment;
    item.id = newId();
    item.post = post;
    item.parent = parent.isNull() ? post : parent;
    item.place = root->place;
    item.author = people_.value(author).card;
    item.body = body;
    item.createdAt = m_clock.now().plusMs(-minutesAgo * 60'000);
    item.order = item.createdAt.us;
    const auto at = std::upper_bound(items.begin(), items.end(), item.order,
                                     [](qint64 order, const FeedItem &other) { return order > other.order; });
    const Uuid id = item.id;
    items.insert(at, item);
    recount(post);
    return id;
}

void FakeBackend::addReaction(const Uuid &id, const QString &emoji, int count, bool mine)
{
    FeedItem *item = find(id);
    store::ReactionCount reaction;
    reaction.emoji = emoji;
    reaction.count = count;
    reaction.mine = mine;
    item->reactions.append(reaction);
}

FeedItem *FakeBackend::find(const Uuid &id)
{
    for (FeedItem &item : items) {
        if (item.id == id)
            return &item;
    }
    return nullptr;
}

void FakeBackend::fillDemo()
{
    const QJsonObject company = json("company.json").object();
    companyName = company["company"]["name"].toString();
    for (const auto &value : company["people"].toArray()) {
        const QJsonObject o = value.toObject();
        const QString handle = o["handle"].toString();
        addPerson(handle, o["full_name"].toString(), o["title"].toString());
        Person &person = people_[handle];
        person.profile.site = o["site"].toString();
        person.profile.country = o["country"].toString();
        person.profile.bio = o["bio"].toString();
        person.card.guest = o["role"].toString() == "guest";
    }
    me("camille.morel");
    const QString camille = "camille.morel";
    for (const auto &value : company["groups"].toArray()) {
        const QJsonObject o = value.toObject();
        const auto kind = model::groupKindFromString(o["kind"].toString()).value_or(model::GroupKind::Community);
        const auto id = addGroup(o["handle"].toString(), o["title"].toString(), kind, false);
        store::GroupItem &group = groupList.last();
        group.description = o["description"].toString();
        group.visibility = model::visibilityFromString(o["visibility"].toString()).value_or(model::Visibility::Private);
        group.archived = o["archived"].toBool();
        for (const auto &entry : o["members"].toArray()) {
            const QString handle = entry.toObject()["person"].toString();
            const auto role = model::roleFromString(entry.toObject()["role"].toString()).value_or(model::Role::Member);
            memberLists[id].append({people_.value(handle).card, role});
            if (handle == camille)
                group.role = role;
        }
        group.members = int(memberLists[id].size());
    }
    const QStringList files = QDir(QStringLiteral(PARVIS_SOURCE_DIR "/resources/demo")).entryList({"posts-*.json"});
    int index = 0;
    for (const QString &name : files) {
        for (const auto &value : json(name).array()) {
            const QJsonObject o = value.toObject();
            const auto group = std::find_if(groupList.begin(), groupList.end(),
                                            [&](const auto &g) { return g.handle == o["group"].toString(); });
            if (o["group"].isString() && (group == groupList.end() || !group->role))
                continue;
            const ScopeId scope = o["group"].isString() ? ScopeId::group(group->id) : ScopeId::directory();
            const qint64 ago = qint64(o["before"].toDouble()) / 4 + 3;
            const Uuid id = addPost(scope, o["author"].toString(), o["body"].toString(), ago, ago < 3000 && ++index % 2);
            FeedItem *post = find(id);
            if (o["wall"].isString() && people_.contains(o["wall"].toString())) {
                const auto &wall = people_.value(o["wall"].toString()).card;
                post->place.wall = wall.id;
                post->place.handle = wall.handle;
                post->place.title = wall.fullName;
            }
            post->pinned = o["pinned"].toBool();
            const QJsonObject reactions = o["reactions"].toObject();
            for (auto it = reactions.begin(); it != reactions.end(); ++it) {
                store::ReactionCount count;
                count.emoji = it.key();
                for (const auto &who : it->toArray()) {
                    count.names << people_.value(who.toString()).card.fullName;
                    count.mine = count.mine || who.toString() == camille;
                }
                count.count = int(it->toArray().size());
                find(id)->reactions.append(count);
            }
            QHash<QString, Uuid> keys;
            for (const auto &entry : o["comments"].toArray()) {
                const QJsonObject c = entry.toObject();
                const Uuid comment = addComment(id, c["author"].toString(), c["body"].toString(),
                                                qint64(c["before"].toDouble()) / 4 + 2, keys.value(c["parent"].toString()));
                keys.insert(c["key"].toString(), comment);
            }
        }
    }
}

void FakeBackend::setSyncState(const client::SyncState &state)
{
    m_state = state;
    Q_EMIT stateChanged(m_state);
}

void FakeBackend::touch(const Uuid &id)
{
    const FeedItem *item = find(id);
    store::ChangeSet changes;
    changes.add({item->kind, id, item->place.scope, item->kind == Kind::Comment ? item->post : Uuid(), false});
    Q_EMIT changed(changes);
}

void FakeBackend::ackAll()
{
    store::ChangeSet changes;
    for (FeedItem &item : items) {
        if (item.state != store::ItemState::Pending)
            continue;
        item.state = store::ItemState::Acked;
        item.op = {};
        if (item.order >= store::pendingOrderBase)
            item.order = m_lastOrder = std::max(m_lastOrder + 1, item.createdAt.us);
        changes.add({item.kind, item.id, item.place.scope, item.kind == Kind::Comment ? item.post : Uuid(), false});
    }
    std::stable_sort(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.order > b.order; });
    m_outbox.clear();
    m_state.pending = 0;
    changes.outbox = true;
    Q_EMIT changed(changes);
    Q_EMIT stateChanged(m_state);
}

void FakeBackend::reject(const Uuid &id, const QString &why)
{
    FeedItem *item = find(id);
    item->state = store::ItemState::Rejected;
    item->why = why;
    for (auto &entry : m_outbox) {
        if (entry.op.id == item->op) {
            entry.state = store::OutboxState::Rejected;
            entry.why = why;
            --m_state.pending;
            ++m_state.rejected;
        }
    }
    touch(id);
    Q_EMIT stateChanged(m_state);
}

// ---- ui::Backend ----

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
    return ready<QList<Device>>(QList<Device>{{newId(), "Poste de Camille", m_clock.now().plusMs(-86'400'000LL * 40), m_clock.now(), true},
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
    case store::FeedQuery::Merged: return true;
    case store::FeedQuery::Group: return item.place.scope == ScopeId::group(model::GroupId(query.id));
    case store::FeedQuery::CompanyWall: return item.place.scope == ScopeId::directory() && item.place.wall.isNull();
    case store::FeedQuery::PersonWall: return item.place.wall.uuid() == query.id;
    }
    return false;
}

ui::Backend::Answer<QList<FeedItem>> FakeBackend::feed(const store::FeedQuery &query)
{
    ++feedReads;
    QList<FeedItem> found;
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

ui::Backend::Answer<QList<store::GroupItem>> FakeBackend::groups()
{
    return ready<QList<store::GroupItem>>(groupList);
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
    return ready<store::SyncSummary>(summary);
}

ui::Backend::Answer<store::SearchResult> FakeBackend::search(const store::SearchQuery &query)
{
    store::SearchResult result;
    result.ranked = query.ranked ? store::SearchResult::All : store::SearchResult::Newest;
    result.completeUpTo = m_state.complete ? 0 : m_clock.now().plusMs(-86'400'000LL * 90).us;
    const text::Query parsed = text::parseQuery(query.text);
    auto add = [&](store::SearchHit hit, const QString &plain) {
        if (result.hits.size() >= query.limit || (query.kind && *query.kind != hit.kind))
            return;
        const text::Snippet snippet = text::snippet(plain, parsed, 180);
        hit.snippet = snippet.text;
        for (const auto &highlight : snippet.highlights)
            hit.highlights.append({highlight.start, highlight.length});
        result.hits.append(hit);
    };
    for (const Person &person : people_) {
        if (!text::matches(person.card.fullName, parsed))
            continue;
        store::SearchHit hit;
        hit.kind = Kind::Person;
        hit.id = person.card.id.uuid();
        hit.title = person.card.fullName;
        add(hit, person.card.title);
    }
    for (const FeedItem &item : items) {
        const QString plain = text::plainText(text::parseMarkdown(item.body));
        if (!text::matches(plain, parsed))
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

ui::Backend::Answer<QString> FakeBackend::draft(const QString &place)
{
    return ready<QString>(drafts.value(place));
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

ui::Backend::Answer<ui::Backend::Written> FakeBackend::post(const ScopeId &place, model::PersonId wall, const QString &body)
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

ui::Backend::Answer<ui::Backend::Written> FakeBackend::comment(model::PostId post, const Uuid &parent, const QString &body)
{
    if (m_writeError)
        return ready<Written>(base::fail(*m_writeError));
    const Uuid id = addComment(post.uuid(), m_identity->user, body, 0, parent);
    FeedItem *item = find(id);
    item->state = store::ItemState::Pending;
    item->op = model::OpId(newId());
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

ui::Backend::Answer<ui::Backend::Written> FakeBackend::remove(const Uuid &id)
{
    const FeedItem item = *find(id);
    items.removeIf([&](const FeedItem &other) { return other.id == id; });
    recount(item.post);
    return written(id, item.kind, item.place.scope, item.post);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::pin(model::PostId post, bool pinned)
{
    find(post.uuid())->pinned = pinned;
    return written(post.uuid(), Kind::Post, find(post.uuid())->place.scope);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::react(const Uuid &id, const QString &emoji, bool on)
{
    FeedItem *item = find(id);
    auto held = std::find_if(item->reactions.begin(), item->reactions.end(), [&](const auto &r) { return r.emoji == emoji; });
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

ui::Backend::Answer<ui::Backend::Written> FakeBackend::setMember(model::GroupId group, model::PersonId person, model::Role role)
{
    for (const Person &known : people_) {
        if (known.card.id == person)
            memberLists[group].append({known.card, role});
    }
    return written(person.uuid(), Kind::Member, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::removeMember(model::GroupId group, model::PersonId person)
{
    memberLists[group].removeIf([&](const auto &member) { return member.person.id == person; });
    return written(person.uuid(), Kind::Member, ScopeId::group(group));
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::saveDraft(const QString &place, const QString &body)
{
    ++draftWrites;
    if (body.isEmpty())
        drafts.remove(place);
    else
        drafts.insert(place, body);
    return ready<Written>(Written{newId(), model::OpId(newId())});
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

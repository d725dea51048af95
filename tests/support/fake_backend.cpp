#include "support/fake_backend.h"

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

Uuid FakeBackend::draftId(const QString &place)
{
    Uuid &id = m_draftIds[place];
    if (id.isNull())
        id = newId();
    return id;
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

Uuid FakeBackend::addPost(const ScopeId &place, const QString &author, const QString &body, qint64 minutesAgo,
                          bool unread)
{
    FeedItem item;
    item.id = item.post = newId();
    item.place = placeOf(place);
    item.author = people_.value(author).card;
    item.body = body;
    item.createdAt = m_clock.now().plusMs(-minutesAgo * 60'000);
    item.order = std::max(item.createdAt.us * 256, minutesAgo == 0 ? m_lastOrder + 1 : qint64(0));
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
    root->latest.clear();
    for (const FeedItem &item : items) {
        if (item.kind != Kind::Comment || item.post != post)
            continue;
        ++root->comments;
        if (!root->commenters.contains(item.author.fullName) && root->commenters.size() < 3)
            root->commenters.append(item.author.fullName);
        if (root->latest.size() < 2)
            root->latest.prepend({item.id, item.author, item.body, item.createdAt, item.state});
    }
}

Uuid FakeBackend::addComment(const Uuid &post, const QString &author, const QString &body, qint64 minutesAgo,
                             const Uuid &parent)
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
    item.order = item.createdAt.us * 256;
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
    companyColor = company["company"]["color"].toString();
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
        group.rules = o["rules"].toString();
    }
    const auto named = [&](const QJsonValue &handle) {
        return std::find_if(groupList.begin(), groupList.end(),
                            [&](const auto &g) { return g.handle == handle.toString(); });
    };
    qint64 position = 0;
    for (const auto &value : company["places"].toArray()) {
        const QJsonObject o = value.toObject();
        if (o["person"].toString() != camille)
            continue;
        const auto group = named(o["group"]);
        group->followed = o["followed"].toBool(true);
        group->muted = o["muted"].toBool();
        group->pinned = o["pinned"].toBool();
        group->position = position += 1 << 20;
    }
    for (const auto &value : company["requests"].toArray()) {
        const QJsonObject o = value.toObject();
        const auto group = named(o["group"]);
        if (o["person"].toString() == camille)
            group->request = model::RequestState::Waiting;
        else
            requestLists[group->id].append(
                {people_.value(o["person"].toString()).card, o["note"].toString(), m_clock.now().plusMs(-7'200'000)});
    }
    for (const auto &value : company["scheduled"].toArray()) {
        const QJsonObject o = value.toObject();
        if (o["person"].toString() != camille)
            continue;
        store::ScheduledItem item;
        item.id = newId();
        item.place = placeOf(ScopeId::group(named(o["group"])->id));
        item.body = o["body"].toString();
        item.at = m_clock.now().plusMs(qint64(o["after"].toDouble()) * 60'000);
        scheduledList.append(item);
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
            const Uuid id =
                addPost(scope, o["author"].toString(), o["body"].toString(), ago, ago < 3000 && ++index % 2);
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
                const Uuid comment =
                    addComment(id, c["author"].toString(), c["body"].toString(), qint64(c["before"].toDouble()) / 4 + 2,
                               keys.value(c["parent"].toString()));
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
            item.order = m_lastOrder = std::max(m_lastOrder + 1, item.createdAt.us * 256);
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

} // namespace parvis::tests

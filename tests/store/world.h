#pragma once

#include "base/random.h"
#include "model/derived_ids.h"
#include "model/merge.h"
#include "protocol/rows.h"
#include "store/cache.h"
#include "store/outbox.h"
#include "store/reader.h"

#include <QTemporaryDir>
#include <QtTest>

#include <deque>

// A profile folder with a cache and an outbox, and short words to fill them: what the server would send, and what a
// person would write.
namespace parvis::store::test {

using base::Time;
using model::Action;
using model::EpochId;
using model::GroupId;
using model::Kind;
using model::Operation;
using model::OpId;
using model::PersonId;
using model::PostId;
using model::ScopeId;
using model::Uuid;
using protocol::WireRow;

template<class T>
T value(base::Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline QStringList bodies(const QList<FeedItem> &items)
{
    QStringList list;
    for (const FeedItem &item : items)
        list.append(item.body);
    return list;
}

class World {
public:
    explicit World(quint64 seed = 1) : random(seed) { reopen(); }

    QString cachePath() const { return folder.filePath("cache.db"); }
    QString outboxPath() const { return folder.filePath("outbox.db"); }

    void close()
    {
        reader.reset();
        cache.reset();
        outbox.reset();
    }

    void reopen()
    {
        close();
        cache = value(Cache::open(cachePath()));
        outbox = value(Outbox::open(outboxPath(), random));
        reader = value(Reader::open(cachePath(), outboxPath()));
    }

    template<class I = Uuid>
    I newId()
    {
        return I(base::newUuid(clock, random));
    }

    // Signs `me` in, as a member of `group`.
    void signIn()
    {
        value(cache->setIdentity({"https://parvis.example:443", "marie", newId(), me, newId<model::DeviceId>()}));
        hold(ScopeId::directory(), person("marie", "Marie Dupont"), me.uuid());
        hold(ScopeId::directory(), person("jean", "Jean Petit"), other.uuid());
        join(group, "projets", "Projets");
    }

    static model::Person person(const QString &handle, const QString &name)
    {
        model::Person person;
        person.handle = handle;
        person.fullName = name;
        return person;
    }

    void join(GroupId id, const QString &handle, const QString &title)
    {
        model::Group row;
        row.handle = handle;
        row.title = title;
        hold(ScopeId::group(id), row, id.uuid());
        model::Member member;
        member.person = me;
        member.handle = "marie";
        member.fullName = "Marie Dupont";
        hold(ScopeId::group(id), member, model::memberId(id, me));
        model::Membership membership;
        membership.place = ScopeId::group(id).toString();
        hold(ScopeId::person(me), membership, model::membershipId(ScopeId::group(id), me));
    }

    WireRow row(const ScopeId &scope, const model::Entity &entity, const Uuid &id)
    {
        return row(entity, id, ++heads[scope], ++lastOrder);
    }

    WireRow row(const model::Entity &entity, const Uuid &id, qint64 rev, qint64 order)
    {
        payloads.push_back(protocol::encodeEntity(entity));
        return {qint64(model::kindOf(entity)), id, rev, order, false, payloads.back()};
    }

    WireRow tombstone(const ScopeId &scope, Kind kind, const Uuid &id)
    {
        return {qint64(kind), id, ++heads[scope], 0, true, {}};
    }

    ScopeState covered(const ScopeId &scope)
    {
        ScopeState state;
        state.scope = scope;
        state.epoch = epoch;
        state.horizon = heads[scope];
        state.d = heads[scope];
        if (heads[scope] > 0)
            state.covered = {{0, heads[scope], 0}};
        return state;
    }

    ChangeSet apply(const ScopeId &scope, const std::vector<WireRow> &rows)
    {
        return value(cache->apply(covered(scope), rows));
    }

    // The server has this row now, and so has the cache. Gives its order.
    qint64 hold(const ScopeId &scope, const model::Entity &entity, const Uuid &id)
    {
        const auto known = orders.constFind(id);
        const qint64 order = known == orders.constEnd() ? ++lastOrder : *known;
        orders.insert(id, order);
        apply(scope, {row(entity, id, ++heads[scope], order)});
        return order;
    }

    static model::Post post(const QString &body, PersonId author)
    {
        model::Post post;
        post.author = author;
        post.body = body;
        post.createdAt = Time::fromMs(1'700'000'000'000);
        return post;
    }

    Uuid holdPost(const QString &body, PersonId author, const ScopeId &scope)
    {
        const Uuid id = newId();
        hold(scope, post(body, author), id);
        return id;
    }
    Uuid holdPost(const QString &body) { return holdPost(body, other, place()); }

    Uuid holdComment(const Uuid &post, const QString &body)
    {
        const Uuid id = newId();
        model::Comment comment;
        comment.post = PostId(post);
        comment.author = other;
        comment.body = body;
        comment.createdAt = clock.now();
        hold(place(), comment, id);
        return id;
    }

    void bury(const ScopeId &scope, Kind kind, const Uuid &id) { apply(scope, {tombstone(scope, kind, id)}); }

    ScopeId place() const { return ScopeId::group(group); }

    Operation operation(Action action, Kind kind, const ScopeId &scope, const Uuid &id)
    {
        clock.advanceMs(1000);
        Operation op;
        op.id = newId<OpId>();
        op.action = action;
        op.kind = kind;
        op.scope = scope;
        op.entity = id;
        op.at = clock.now();
        return op;
    }

    Operation creation(const ScopeId &scope, const model::Entity &entity, const Uuid &id)
    {
        Operation op = operation(Action::Create, model::kindOf(entity), scope, id);
        op.changes = model::creationChanges(entity);
        return op;
    }

    Operation newPost(const QString &body)
    {
        model::Post post;
        post.body = body;
        return creation(place(), post, newId());
    }

    Operation newComment(const Uuid &postId, const QString &body)
    {
        model::Comment comment;
        comment.post = PostId(postId);
        comment.body = body;
        return creation(place(), comment, newId());
    }

    Operation newBody(Kind kind, const Uuid &id, const QString &body)
    {
        Operation op = operation(Action::Change, kind, place(), id);
        if (kind == Kind::Post)
            model::addChange(op, &model::Post::body, body);
        else
            model::addChange(op, &model::Comment::body, body);
        return op;
    }

    Operation deletion(Kind kind, const Uuid &id) { return operation(Action::Delete, kind, place(), id); }

    OpId write(const Operation &op)
    {
        value(outbox->append({op}));
        return op.id;
    }

    QList<SearchHit> search(const QString &text, bool ranked = false)
    {
        SearchQuery query;
        query.text = text;
        query.ranked = ranked;
        query.limit = 1000;
        return value(reader->search(query)).hits;
    }

    // The whole feed, newest first.
    QStringList feed() { return bodies(value(reader->feed({}))); }

    QTemporaryDir folder;
    base::SeededRandom random;
    base::ManualClock clock;
    std::unique_ptr<Cache> cache;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Reader> reader;
    const PersonId me = newId<PersonId>();
    const PersonId other = newId<PersonId>();
    const GroupId group = newId<GroupId>();
    EpochId epoch = newId<EpochId>();
    QHash<ScopeId, qint64> heads;
    QHash<Uuid, qint64> orders;
    qint64 lastOrder = qint64(1'700'000'000'000'000) * 256;
    std::deque<QByteArray> payloads; // wire rows look into them
};

} // namespace parvis::store::test

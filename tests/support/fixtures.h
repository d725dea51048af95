#pragma once

#include "model/derived_ids.h"
#include "model/operation.h"
#include "model/row.h"
#include "protocol/rows.h"

// Ids, rows and operations by small numbers, for tests that tell a story.
namespace parvis::test {

using namespace model;

inline Uuid uuid(quint32 n)
{
    QByteArray bytes(16, '\0');
    bytes[6] = char(0x70);
    bytes[8] = char(0x80);
    for (int i = 0; i < 4; ++i)
        bytes[15 - i] = char(n >> (8 * i));
    return Uuid::fromBytes(bytes);
}

inline const PersonId me(uuid(0x1001));
inline const PersonId other(uuid(0x1002));
inline const GroupId groupId(uuid(0x2001));
inline const ScopeId group = ScopeId::group(groupId);
inline const ScopeId otherGroup = ScopeId::group(GroupId(uuid(0x2002)));
inline const ScopeId own = ScopeId::person(me);
inline const EpochId epoch(uuid(0x3001));
inline const EpochId newEpoch(uuid(0x3002));
inline const EpochId ownEpoch(uuid(0x3003));
inline const ViewId view(uuid(0x4001));
inline const ViewId newView(uuid(0x4002));
inline const Time noon{1'700'000'000'000'000};

inline OpId opId(quint32 n)
{
    return OpId(uuid(0x5000 + n));
}

// Orders follow the number of the entity, as the server stamps once and for all.
inline Row postRow(quint32 n, qint64 rev, const QString &body = QStringLiteral("text"))
{
    Row row{Kind::Post, uuid(n), rev, noon.us * 256 + n, false, Post{.author = other, .body = body, .createdAt = noon}, {}};
    return row;
}

inline Row tombstone(quint32 n, qint64 rev, Kind kind = Kind::Post)
{
    return Row{kind, uuid(n), rev, noon.us * 256 + n, true, emptyEntity(kind), {}};
}

inline Row membershipRow(const ScopeId &place, ViewId seen, qint64 rev, bool deleted = false)
{
    return Row{Kind::Membership, membershipId(place, me), rev, noon.us * 256 + 0x8000 + 256 * int(place.type) + quint8(place.id.view()[15]), deleted,
               deleted ? Entity(Membership{})
                       : Entity(Membership{.place = place.toString(), .role = Role::Member, .view = seen.uuid(), .since = noon}),
               {}};
}

inline QByteArray packed(const QList<Row> &rows)
{
    std::vector<QByteArray> payloads;
    payloads.reserve(size_t(rows.size()));
    std::vector<protocol::WireRow> wires;
    for (const Row &row : rows) {
        payloads.push_back(row.deleted ? QByteArray() : protocol::encodeEntity(row.entity, row.unknown));
        wires.push_back({qint64(row.kind), row.id, row.rev, row.order, row.deleted, payloads.back()});
    }
    return protocol::packBatch(wires);
}

inline Operation operation(quint32 n, Action action, const ScopeId &scope, const Uuid &id, const Entity &entity)
{
    Operation op;
    op.id = opId(n);
    op.action = action;
    op.kind = kindOf(entity);
    op.scope = scope;
    op.entity = id;
    if (action == Action::Create || action == Action::Change)
        op.changes = creationChanges(entity);
    op.at = noon;
    return op;
}

inline Operation writePost(quint32 n, quint32 entity, const QString &body = QStringLiteral("mine"), const ScopeId &scope = group)
{
    return operation(n, Action::Create, scope, uuid(entity), Post{.body = body});
}

inline Operation editPost(quint32 n, quint32 entity, const QString &body, const ScopeId &scope = group)
{
    return operation(n, Action::Change, scope, uuid(entity), Post{.body = body});
}

inline Operation deletePost(quint32 n, quint32 entity, const ScopeId &scope = group)
{
    return operation(n, Action::Delete, scope, uuid(entity), Post{});
}

inline Operation writeComment(quint32 n, quint32 entity, quint32 post, const QString &body = QStringLiteral("answer"))
{
    return operation(n, Action::Create, group, uuid(entity), Comment{.post = PostId(uuid(post)), .body = body});
}

} // namespace parvis::test

#pragma once

#include "server/check.h"
#include "server/persistent_map.h"

#include <compare>

namespace parvis::server {

// Everything that a store holds, as one value: a copy is a snapshot, and putting an older copy back is a roll-back.
struct MemoryState {
    struct Scope {
        ScopeInfo info;
        qint64 lastAt = 0;
    };
    template<class... T>
    using Key = std::tuple<T...>;

    PersistentMap<ScopeId, Scope> scopeTable;
    PersistentMap<Key<ScopeId, qint64>, StoredRow> rows;       // by rev
    PersistentMap<Key<ScopeId, Uuid>, qint64> revs;            // by id
    PersistentMap<Key<Uuid, ScopeId>, bool> used;
    PersistentMap<Uuid, bool> graves;
    PersistentMap<Key<ScopeId, Uuid, qint64>, bool> childRevs; // live, by parent and rev
    PersistentMap<Key<ScopeId, qint64, Uuid>, bool> kinds;     // live, by kind and id
    PersistentMap<Key<qint64, ScopeId, Uuid>, bool> dues;
    PersistentMap<QString, Uuid> handles;
    PersistentMap<LaneId, qint64> lanes;
    PersistentMap<OpId, StoredAnswer> answers;
    PersistentMap<Key<LaneId, qint64>, OpId> numbers;
    PersistentMap<QString, QByteArray> metas;
    PersistentMap<Uuid, BlobGrant> grants;                     // by upload
    PersistentMap<Key<qint64, Uuid>, bool> grantTimes;
    qint64 lastOrder = 0;

    std::optional<ScopeInfo> scope(const ScopeId &scope) const;
    std::vector<ScopeInfo> scopes() const;
    std::optional<StoredRow> row(const ScopeId &scope, const Uuid &id) const;
    bool everUsed(const Uuid &id) const;
    std::optional<ScopeId> scopeOf(const Uuid &id) const;
    RangeRead range(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows, qint64 maxBytes,
                    bool ascending) const;
    QList<Uuid> liveIds(const ScopeId &scope, const Uuid &after, qint64 minRootRev, int limit) const;
    qint64 timeOf(const ScopeId &scope, qint64 rev) const;
    std::vector<StoredRow> children(const ScopeId &scope, const Uuid &parent) const;
    std::vector<StoredRow> ofKind(const ScopeId &scope, Kind kind, const Uuid &afterId, int limit) const;
    std::vector<DueRow> due(qint64 upTo, int limit) const;
    std::optional<Uuid> handleOwner(const QString &handle) const { return handles.value(handle); }
    qint64 laneLast(LaneId lane) const { return lanes.value(lane).value_or(0); }
    std::optional<StoredAnswer> answer(OpId id) const { return answers.value(id); }
    std::optional<OpId> answerAt(LaneId lane, qint64 number) const { return numbers.value({lane, number}); }
    std::optional<QByteArray> meta(const QString &key) const { return metas.value(key); }
    std::optional<BlobGrant> blobGrant(const Uuid &upload) const { return grants.value(upload); }

    Registers registers() const;
    std::vector<StoredRow> allRows(const ScopeId &scope) const; // tombstones too, by rev

    // Keeps every index in step; neither looks at heads.
    void insertRow(const ScopeId &scope, const StoredRow &row);
    void eraseRow(const ScopeId &scope, const Uuid &id);
};

} // namespace parvis::server

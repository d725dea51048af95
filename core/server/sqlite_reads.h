#pragma once

#include "server/row_store.h"
#include "store/database.h"

#include <QHash>

namespace parvis::server {

// A scope as one connection knows it.
struct Place {
    qint64 n = 0; // its number in the file
    qint64 lastAt = 0; // time of its last change, microseconds
    ScopeInfo info;
    bool dirty = false; // differs from the file: the writer's transaction only
};

QByteArray packTouched(const QList<protocol::Touched> &touched);
QList<protocol::Touched> unpackTouched(QByteArrayView bytes);

// The statements of one connection. Scopes are looked up once in a transaction and kept until forget().
class SqliteReads {
public:
    explicit SqliteReads(store::Database &db);

    Place *place(const ScopeId &scope); // null: no such scope; valid until forget()
    QHash<ScopeId, Place> &places() { return m_places; }
    void forget() { m_places.clear(); }

    std::optional<ScopeInfo> scope(const ScopeId &scope);
    std::vector<ScopeInfo> scopes();
    std::optional<StoredRow> row(const ScopeId &scope, const Uuid &id);
    bool everUsed(const Uuid &id);
    std::optional<ScopeId> scopeOf(const Uuid &id);
    RangeRead range(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows, qint64 maxBytes,
                    bool ascending);
    QList<Uuid> liveIds(const ScopeId &scope, const Uuid &after, qint64 minRootRev, int limit);
    qint64 timeOf(const ScopeId &scope, qint64 rev);
    std::vector<StoredRow> children(const ScopeId &scope, const Uuid &parent);
    std::vector<StoredRow> ofKind(const ScopeId &scope, Kind kind, const Uuid &afterId, int limit);
    std::vector<DueRow> due(qint64 upTo, int limit);
    std::optional<Uuid> handleOwner(const QString &handle);
    qint64 laneLast(LaneId lane);
    std::optional<StoredAnswer> answer(OpId id);
    std::optional<OpId> answerAt(LaneId lane, qint64 number);
    std::optional<QByteArray> meta(const QString &key);
    std::optional<BlobGrant> blobGrant(const Uuid &upload);
    qint64 lastOrder();

private:
    QHash<ScopeId, Place> m_places;
    store::Statement m_scope, m_scopes, m_row, m_used, m_scopeOf, m_ascending, m_descending, m_liveIds, m_timeAt,
        m_children, m_ofKind, m_postsOfKind, m_due, m_handle, m_laneLast, m_answer, m_answerAt, m_meta, m_grant,
        m_counter;
};

} // namespace parvis::server

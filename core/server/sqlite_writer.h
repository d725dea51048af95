#pragma once

#include "server/sqlite_reads.h"
#include "server/touched_scopes.h"

#include <vector>

namespace parvis::server {

// The one writing connection: its statements, and what it holds in memory between transactions. Scope heads and the
// last order move in memory and are written once, before a commit.
class SqliteWriter {
public:
    explicit SqliteWriter(std::unique_ptr<store::Database> db);

    SqliteReads &reads() { return m_reads; }
    store::Database &db() { return *m_db; }

    const TouchedScopes &touched() const { return m_touched; }

    void begin();
    void commit();
    void rollback() noexcept;

    void beginOperation();
    void acceptOperation();
    void refuseOperation();

    ScopeInfo createScope(const ScopeId &scope, EpochId epoch);
    void killScope(const ScopeId &scope);
    void put(const ScopeId &scope, StoredRow &row, qint64 now);
    qint64 nextOrder(qint64 nowUs);
    void raiseOrder(qint64 order);
    bool claimHandle(const QString &handle, const Uuid &owner);
    void releaseHandles(const Uuid &owner);
    void storeAnswer(const StoredAnswer &answer);
    void setLaneLast(LaneId lane, qint64 last);
    void trimAnswers(LaneId lane, qint64 upTo);
    void setMeta(const QString &key, const QByteArray &value);
    void grantBlob(const Uuid &upload, const BlobGrant &grant);
    void dropBlobGrants(qint64 olderThan);
    void renewEpochs(base::Random &random);
    void renumber(const ScopeId &scope, EpochId epoch);
    qint64 purgeTombstones(const ScopeId &scope, qint64 olderThan);

private:
    Place &change(const ScopeId &scope); // kept for refuseOperation; throws if there is no such scope
    void flush();

    std::unique_ptr<store::Database> m_db;
    SqliteReads m_reads;
    qint64 m_lastOrder = 0;
    bool m_orderDirty = false;

    bool m_inOperation = false;
    QHash<ScopeId, std::optional<Place>> m_before; // as they were when the operation began; none: made by it
    qint64 m_orderBefore = 0;
    TouchedScopes m_touched;

    store::Statement m_begin, m_commit, m_rollback, m_savepoint, m_release, m_rollbackTo, m_scopeInsert, m_scopeUpdate,
        m_put, m_handleInsert, m_handlesRelease, m_answerInsert, m_answerUpdate, m_laneSet, m_answersTrim, m_metaSet,
        m_grantSet, m_grantsDrop, m_counterSet;
};

} // namespace parvis::server

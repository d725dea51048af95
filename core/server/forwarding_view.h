#pragma once

#include "server/row_store.h"

namespace parvis::server {

// The reading half of a view, answered by `Reads`, which both kinds of view of one store share. `View` is ReadView or
// WriteView.
template<class View, class Reads>
class ForwardingView : public View {
public:
    explicit ForwardingView(Reads &reads) : m_reads(reads) { }

    std::optional<ScopeInfo> scope(const ScopeId &scope) override { return m_reads.scope(scope); }
    std::vector<ScopeInfo> scopes() override { return m_reads.scopes(); }
    std::optional<StoredRow> row(const ScopeId &scope, const Uuid &id) override { return m_reads.row(scope, id); }
    bool everUsed(const Uuid &id) override { return m_reads.everUsed(id); }
    std::optional<ScopeId> scopeOf(const Uuid &id) override { return m_reads.scopeOf(id); }
    RangeRead ascending(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows,
                        qint64 maxBytes) override
    {
        return m_reads.range(scope, from, to, filter, maxRows, maxBytes, true);
    }
    RangeRead descending(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows,
                         qint64 maxBytes) override
    {
        return m_reads.range(scope, from, to, filter, maxRows, maxBytes, false);
    }
    QList<Uuid> liveIds(const ScopeId &scope, const Uuid &after, qint64 minRootRev, int limit) override
    {
        return m_reads.liveIds(scope, after, minRootRev, limit);
    }
    qint64 timeOf(const ScopeId &scope, qint64 rev) override { return m_reads.timeOf(scope, rev); }
    std::vector<StoredRow> children(const ScopeId &scope, const Uuid &parent) override
    {
        return m_reads.children(scope, parent);
    }
    std::vector<StoredRow> ofKind(const ScopeId &scope, Kind kind, const Uuid &afterId, int limit) override
    {
        return m_reads.ofKind(scope, kind, afterId, limit);
    }
    std::vector<DueRow> due(qint64 upTo, int limit) override { return m_reads.due(upTo, limit); }
    std::optional<Uuid> handleOwner(const QString &handle) override { return m_reads.handleOwner(handle); }
    qint64 laneLast(LaneId lane) override { return m_reads.laneLast(lane); }
    std::optional<StoredAnswer> answer(OpId id) override { return m_reads.answer(id); }
    std::optional<OpId> answerAt(LaneId lane, qint64 number) override { return m_reads.answerAt(lane, number); }
    std::optional<QByteArray> meta(const QString &key) override { return m_reads.meta(key); }
    std::optional<BlobGrant> blobGrant(const Uuid &upload) override { return m_reads.blobGrant(upload); }

protected:
    Reads &m_reads;
};

// Fills a RangeRead up to its limits. take() is false once the row no longer fits; the range is then cut.
class RangeFill {
public:
    RangeFill(int maxRows, qint64 maxBytes) : m_maxRows(maxRows), m_maxBytes(maxBytes) { }

    bool take(StoredRow row)
    {
        m_bytes += row.payload.size();
        if (!m_read.rows.empty() && (int(m_read.rows.size()) >= m_maxRows || m_bytes > m_maxBytes)) {
            m_cut = true;
            return false;
        }
        m_read.rows.push_back(std::move(row));
        return true;
    }
    RangeRead finish(qint64 from, qint64 to, bool ascending)
    {
        m_read.reached = ascending ? to : from;
        if (m_cut)
            m_read.reached = ascending ? m_read.rows.back().rev : m_read.rows.back().rev - 1;
        return std::move(m_read);
    }

private:
    RangeRead m_read;
    int m_maxRows;
    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    bool m_cut = false;
};

} // namespace parvis::server

#include "store/scope_table.h"

#include "protocol/cbor.h"
#include "store/cache_sql.h"
#include "store/fts_tokenizer.h"

namespace parvis::store {

using namespace cache;
using model::EpochId;
using model::ScopeId;
using model::ViewId;

namespace {

QByteArray packIntervals(const QList<Interval> &covered)
{
    protocol::CborWriter out;
    out.array(covered.size());
    for (const Interval &each : covered) {
        out.array(3);
        out.integer(each.lo);
        out.integer(each.hi);
        out.integer(each.timeLo);
    }
    return out.take();
}

QList<Interval> unpackIntervals(QByteArrayView bytes)
{
    QList<Interval> covered;
    if (bytes.isEmpty())
        return covered;
    protocol::CborReader in(bytes);
    for (qint64 count = in.array(); count > 0 && in.ok(); --count) {
        in.array();
        Interval each;
        each.lo = in.integer();
        each.hi = in.integer();
        each.timeLo = in.integer();
        covered.append(each);
    }
    // Coverage that cannot be read is no coverage: the rows are fetched again.
    return in.ok() ? covered : QList<Interval>();
}

} // namespace

QList<ScopeRow> readScopes(Database &db)
{
    QList<ScopeRow> rows;
    Statement read = db.prepare(sql::scopeReadAll);
    while (read.step()) {
        const auto scope = ScopeId::fromString(read.text(1));
        if (!scope)
            continue;
        ScopeRow row;
        row.key = {read.integer(0), placeToken(read.integer(0))};
        row.state.scope = *scope;
        row.state.epoch = read.id<EpochId>(2);
        row.state.view = read.id<ViewId>(3);
        row.state.covered = unpackIntervals(read.view(4));
        row.state.horizon = read.integer(5);
        row.state.d = read.integer(6);
        row.state.needIds = read.boolean(7);
        row.state.idsAfter = read.uuid(8);
        row.state.idsAsOf = read.integer(9);
        row.state.unverified = read.boolean(10);
        rows.append(row);
    }
    return rows;
}

void ScopeTable::reload()
{
    m_rows.clear();
    for (const ScopeRow &row : readScopes(m_db))
        m_rows.insert(row.state.scope, row);
}

QList<ScopeState> ScopeTable::states() const
{
    QList<ScopeState> states;
    for (const ScopeRow &row : m_rows)
        states.append(row.state);
    return states;
}

QList<ScopeKey> ScopeTable::keys() const
{
    QList<ScopeKey> keys;
    for (const ScopeRow &row : m_rows)
        keys.append(row.key);
    return keys;
}

const ScopeRow *ScopeTable::find(const ScopeId &scope) const
{
    const auto at = m_rows.constFind(scope);
    return at == m_rows.constEnd() ? nullptr : &*at;
}

ScopeKey ScopeTable::keyOf(const ScopeId &scope)
{
    if (const ScopeRow *row = find(scope))
        return row->key;
    m_db.prepare(sql::scopeAdd).with(scope.toString()).run();
    ScopeRow row;
    row.key = {m_db.lastRowId(), placeToken(m_db.lastRowId())};
    row.state.scope = scope;
    m_rows.insert(scope, row);
    return row.key;
}

bool ScopeTable::store(const ScopeState &state)
{
    const ScopeKey key = keyOf(state.scope);
    ScopeRow &row = m_rows[state.scope];
    if (row.state == state)
        return false;
    const QByteArray covered = packIntervals(state.covered);
    Statement write = m_db.prepare(sql::scopeWrite);
    write.bind(1, key.key).bind(2, state.epoch).bind(3, state.view).bindBlob(4, covered).bind(5, state.horizon);
    write.bind(6, state.d).bind(7, state.needIds).bind(8, state.idsAfter).bind(9, state.idsAsOf);
    write.bind(10, state.unverified).run();
    row.state = state;
    return true;
}

void ScopeTable::remove(const ScopeId &scope)
{
    if (const ScopeRow *row = find(scope))
        m_db.prepare(sql::scopeRemove).with(row->key.key).run();
    m_rows.remove(scope);
}

} // namespace parvis::store

#include "server/memory_state.h"

#include "server/forwarding_view.h"

namespace parvis::server {

namespace {

bool seen(const StoredRow &row, const RowFilter &filter)
{
    return (row.rootRev == 0 || row.rootRev >= filter.minRootRev) && (!row.deleted || row.rev > filter.tombstonesAbove);
}

} // namespace

std::optional<ScopeInfo> MemoryState::scope(const ScopeId &scope) const
{
    const Scope *found = scopeTable.find(scope);
    return found ? std::optional(found->info) : std::nullopt;
}

std::vector<ScopeInfo> MemoryState::scopes() const
{
    std::vector<ScopeInfo> all;
    scopeTable.ascend(ScopeId{model::ScopeType(0), {}}, [&](const ScopeId &, const Scope &scope) {
        all.push_back(scope.info);
        return true;
    });
    // The order of the names, as in the file.
    std::sort(all.begin(), all.end(),
              [](const ScopeInfo &a, const ScopeInfo &b) { return a.scope.toString() < b.scope.toString(); });
    return all;
}

std::optional<StoredRow> MemoryState::row(const ScopeId &scope, const Uuid &id) const
{
    const qint64 *rev = revs.find({scope, id});
    return rev ? rows.value({scope, *rev}) : std::nullopt;
}

bool MemoryState::everUsed(const Uuid &id) const
{
    return graves.contains(id) || scopeOf(id).has_value();
}

std::optional<ScopeId> MemoryState::scopeOf(const Uuid &id) const
{
    std::optional<std::tuple<bool, bool, QString>> best;
    std::optional<ScopeId> where;
    used.ascend({id, ScopeId{model::ScopeType(0), {}}}, [&](const Key<Uuid, ScopeId> &key, bool) {
        if (std::get<0>(key) != id)
            return false;
        const ScopeId &scope = std::get<1>(key);
        const auto held = row(scope, id);
        const std::tuple rank(held->kind == qint64(Kind::GroupCard), held->deleted, scope.toString());
        if (!best || rank < *best) {
            best = rank;
            where = scope;
        }
        return true;
    });
    return where;
}

RangeRead MemoryState::range(const ScopeId &scope, qint64 from, qint64 to, const RowFilter &filter, int maxRows,
                             qint64 maxBytes, bool ascending) const
{
    RangeFill fill(maxRows, maxBytes);
    const auto visit = [&](const Key<ScopeId, qint64> &key, const StoredRow &row) {
        if (std::get<0>(key) != scope || row.rev <= from || row.rev > to)
            return false;
        return !seen(row, filter) || fill.take(row);
    };
    if (ascending)
        rows.ascend({scope, from + 1}, visit);
    else
        rows.descend({scope, to}, visit);
    return fill.finish(from, to, ascending);
}

QList<Uuid> MemoryState::liveIds(const ScopeId &scope, const Uuid &after, qint64 minRootRev, int limit) const
{
    QList<Uuid> ids;
    revs.ascend({scope, after}, [&](const Key<ScopeId, Uuid> &key, qint64 rev) {
        if (std::get<0>(key) != scope || ids.size() >= limit)
            return false;
        const StoredRow &row = *rows.find({scope, rev});
        if (row.id != after && !row.deleted && (row.rootRev == 0 || row.rootRev >= minRootRev))
            ids.append(row.id);
        return true;
    });
    return ids;
}

qint64 MemoryState::timeOf(const ScopeId &scope, qint64 rev) const
{
    const Scope *in = scopeTable.find(scope);
    if (!in || rev <= 0)
        return 0;
    qint64 time = in->lastAt;
    rows.ascend({scope, rev}, [&](const Key<ScopeId, qint64> &key, const StoredRow &row) {
        if (std::get<0>(key) == scope)
            time = row.at;
        return false;
    });
    return time;
}

std::vector<StoredRow> MemoryState::children(const ScopeId &scope, const Uuid &parent) const
{
    std::vector<StoredRow> found;
    childRevs.ascend({scope, parent, 0}, [&](const Key<ScopeId, Uuid, qint64> &key, bool) {
        if (std::get<0>(key) != scope || std::get<1>(key) != parent)
            return false;
        found.push_back(*rows.find({scope, std::get<2>(key)}));
        return true;
    });
    return found;
}

std::vector<StoredRow> MemoryState::ofKind(const ScopeId &scope, Kind kind, const Uuid &afterId, int limit) const
{
    std::vector<StoredRow> found;
    kinds.ascend({scope, qint64(kind), afterId}, [&](const Key<ScopeId, qint64, Uuid> &key, bool) {
        if (std::get<0>(key) != scope || std::get<1>(key) != qint64(kind) || int(found.size()) >= limit)
            return false;
        if (std::get<2>(key) != afterId)
            found.push_back(*row(scope, std::get<2>(key)));
        return true;
    });
    return found;
}

std::vector<DueRow> MemoryState::due(qint64 upTo, int limit) const
{
    std::vector<DueRow> found;
    dues.ascend({1, ScopeId{model::ScopeType(0), {}}, Uuid()}, [&](const Key<qint64, ScopeId, Uuid> &key, bool) {
        if (std::get<0>(key) > upTo || int(found.size()) >= limit)
            return false;
        found.push_back({std::get<1>(key), std::get<2>(key), std::get<0>(key)});
        return true;
    });
    return found;
}

Registers MemoryState::registers() const
{
    Registers all;
    handles.ascend({}, [&](const QString &handle, const Uuid &owner) {
        all.handles.append({handle, owner});
        return true;
    });
    lanes.ascend({}, [&](LaneId lane, qint64 last) {
        all.lanes.insert(lane, last);
        return true;
    });
    answers.ascend({}, [&](OpId op, const StoredAnswer &answer) {
        all.answers.append({op, answer.lane, answer.number});
        return true;
    });
    return all;
}

std::vector<StoredRow> MemoryState::allRows(const ScopeId &scope) const
{
    std::vector<StoredRow> all;
    rows.ascend({scope, 0}, [&](const Key<ScopeId, qint64> &key, const StoredRow &row) {
        if (std::get<0>(key) != scope)
            return false;
        all.push_back(row);
        return true;
    });
    return all;
}

void MemoryState::insertRow(const ScopeId &scope, const StoredRow &row)
{
    eraseRow(scope, row.id);
    rows.insert({scope, row.rev}, row);
    revs.insert({scope, row.id}, row.rev);
    used.insert({row.id, scope}, true);
    if (row.deleted)
        return;
    kinds.insert({scope, row.kind, row.id}, true);
    if (row.due > 0)
        dues.insert({row.due, scope, row.id}, true);
    if (!row.parent.isNull())
        childRevs.insert({scope, row.parent, row.rev}, true);
}

void MemoryState::eraseRow(const ScopeId &scope, const Uuid &id)
{
    const auto held = row(scope, id);
    if (!held)
        return;
    rows.erase({scope, held->rev});
    revs.erase({scope, id});
    used.erase({id, scope});
    kinds.erase({scope, held->kind, id});
    if (held->due > 0)
        dues.erase({held->due, scope, id});
    childRevs.erase({scope, held->parent, held->rev});
}

} // namespace parvis::server

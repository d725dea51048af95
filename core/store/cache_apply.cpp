#include "store/cache.h"

#include "store/cache_private.h"
#include "store/cache_sql.h"

#include <algorithm>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::ScopeId;
using model::Uuid;
using protocol::WireRow;

RowWriter::Target Cache::Private::target(const ScopeId &scope, ChangeSet &changes)
{
    return {scope, scopes.keyOf(scope), changes};
}

void Cache::Private::storeState(const ScopeState &after, ChangeSet &changes)
{
    if (!scopes.store(after))
        return;
    changes.scopes.insert(after.scope);
    changes.coverage = true;
}

void Cache::Private::applyRows(const ScopeState &after, std::span<const WireRow> wire, ChangeSet &changes)
{
    const RowWriter::Target to = target(after.scope, changes);
    // In the order of the tables' keys, though windows come from the newest downwards: pages are filled to their end (half
    // of the file would be empty else), and FTS5 writes out what it has gathered whenever a rowid is below the last.
    std::vector<const WireRow *> live;
    live.reserve(wire.size());
    for (const WireRow &row : wire) {
        if (!row.deleted)
            live.push_back(&row);
    }
    std::stable_sort(live.begin(), live.end(), [](const auto *a, const auto *b) { return a->order < b->order; });
    // Tombstones last: whichever of a row and its tombstone is newer then wins, in any order of arrival.
    for (const WireRow *row : live)
        rows.put(to, *row);
    for (const WireRow &row : wire) {
        if (row.deleted)
            rows.bury(to, row);
    }
    storeState(after, changes);
    qint64 top = 0;
    for (const WireRow &row : wire)
        top = std::max(top, row.order);
    notices.framed(to.key.key, top, after.complete());
}

Result<ChangeSet> Cache::apply(const ScopeState &after, std::span<const WireRow> rows)
{
    return d->write([&] {
        ChangeSet changes;
        d->applyRows(after, rows, changes);
        return changes;
    });
}

Result<ChangeSet> Cache::applyPerson(const ScopeState &after, std::span<const WireRow> rows,
                                     const std::function<QList<ScopeId>(const QList<model::Membership> &)> &purges)
{
    return d->write([&] {
        ChangeSet changes;
        d->applyRows(after, rows, changes);
        Statement intend = d->db->prepare(sql::intentAdd);
        for (const ScopeId &scope : purges(d->memberships(model::PersonId(after.scope.id))))
            intend.with(scope.toString()).run();
        return changes;
    });
}

void Cache::Private::removeHeld(const RowWriter::Target &target, const QList<RowWriter::HeldId> &ids)
{
    for (const RowWriter::HeldId &held : ids) {
        if (held.kind)
            rows.remove(target, *held.kind, held.id);
        else
            rows.removeUnknown(target.key.key, held.id);
    }
}

Result<ChangeSet> Cache::dropUnlisted(const ScopeState &after, const Uuid &afterId, const Uuid &through,
                                      const QList<Uuid> &live, qint64 asOf)
{
    return d->write([&] {
        ChangeSet changes;
        const RowWriter::Target from = d->target(after.scope, changes);
        const QSet<Uuid> listed(live.begin(), live.end());
        QList<RowWriter::HeldId> gone;
        for (const RowWriter::HeldId &held : d->rows.heldIn(from.key.key, afterId, through)) {
            if (!listed.contains(held.id) && held.rev <= asOf)
                gone.append(held);
        }
        d->removeHeld(from, gone);
        d->storeState(after, changes);
        return changes;
    });
}

Result<ChangeSet> Cache::unverify(const ScopeState &after)
{
    return d->write([&] {
        ChangeSet changes;
        const qint64 key = d->target(after.scope, changes).key.key;
        d->rows.unverify(key);
        d->notices.startedAgain(key);
        d->storeState(after, changes);
        return changes;
    });
}

Result<ChangeSet> Cache::dropUnverified(const ScopeState &after)
{
    return d->write([&] {
        ChangeSet changes;
        const RowWriter::Target from = d->target(after.scope, changes);
        d->removeHeld(from, d->rows.unverified(from.key.key));
        d->db->prepare(sql::unknownDropUnverified).with(from.key.key).run();
        d->storeState(after, changes);
        return changes;
    });
}

} // namespace parvis::store

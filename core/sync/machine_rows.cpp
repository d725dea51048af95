#include "sync/machine_state.h"

#include "model/derived_ids.h"
#include "protocol/rows.h"

// How rows and their coverage come in: epochs, views, deletions, purges.

namespace parvis::sync {

using namespace protocol;

namespace {

// What the memberships allow: their places, and of a group its texts with the same view.
QHash<ScopeId, model::ViewId> viewsBy(const QList<model::Membership> &memberships)
{
    QHash<ScopeId, model::ViewId> views;
    for (const model::Membership &membership : memberships) {
        const auto scope = ScopeId::fromString(membership.place);
        if (!scope)
            continue;
        views.insert(*scope, model::ViewId(membership.view));
        if (scope->type == model::ScopeType::Group)
            views.insert(ScopeId::texts(scope->groupId()), model::ViewId(membership.view));
    }
    return views;
}

} // namespace

ScopeRun &SyncMachine::Private::runOf(const ScopeId &scope)
{
    ScopeRun &run = runs[scope];
    run.state.scope = scope;
    return run;
}

bool SyncMachine::Private::isComplete(const ScopeRun &run) const
{
    if (run.state.scope.type == model::ScopeType::Texts && run.state.epoch.isNull() && run.head == 0)
        return true; // there are none
    const bool current = run.headEpoch.isNull() || (run.headEpoch == run.state.epoch && run.state.cursor() >= run.head);
    return run.state.complete() && !run.state.unverified && current;
}

void SyncMachine::Private::heard(const ScopeId &scope, EpochId epoch, qint64 head)
{
    if (epoch.isNull())
        return;
    if (!holds(scope)) {
        heads.insert(scope, {scope, epoch, head});
        return;
    }
    ScopeRun &run = runOf(scope);
    if (!run.state.epoch.isNull() && run.state.epoch != epoch)
        adoptEpoch(run, epoch);
    run.head = run.headEpoch == epoch ? std::max(run.head, head) : head;
    run.headEpoch = epoch;
}

// Answered operations go back to pending in the outbox first; a crash in between repeats this at the next connect (rule 17).
void SyncMachine::Private::adoptEpoch(ScopeRun &run, EpochId epoch)
{
    if (!good(outbox.reopenAnswered(run.state.scope, epoch)))
        return;
    const store::ScopeState after = startedAgain(run.state, epoch);
    auto changed = cache.unverify(after);
    if (!good(changed))
        return;
    changes.merge(*changed);
    run.state = after;
    run.seen = {};
    run.tombs.clear();
    run.head = 0;
    run.headEpoch = {};
    closeRequest(run.request);
    outboxDirty = true;
}

void SyncMachine::Private::handle(const Rows &rows)
{
    if (!holds(rows.scope)) {
        // A group's front row comes before the membership row that allows it on a first sync (rule 32).
        if (rows.req == 0 && rows.lo == rows.hi && limbo.size() < 10'000)
            limbo.insert(rows.scope, rows);
        return closeRequest(rows.req);
    }
    ScopeRun &run = runOf(rows.scope);
    const bool asked = rows.req != 0;
    if (asked && !requests.contains(rows.req))
        return; // answers nothing that was asked on this connection (rule 6)
    const model::ViewId view = rows.scope == own ? model::ownView(person) : views.value(rows.scope);
    if (rows.view != view)
        return closeRequest(rows.req);
    if (!run.state.epoch.isNull() && run.state.epoch != rows.epoch) {
        // The new epoch starts with a first frame of its own: this one may lean on what was just given up.
        adoptEpoch(run, rows.epoch);
        heard(rows.scope, rows.epoch, rows.asOf);
        return closeRequest(rows.req);
    }
    if (!isAcceptable(run.state, run.seen, rows)) {
        heard(rows.scope, rows.epoch, rows.asOf);
        return closeRequest(rows.req);
    }
    const auto batch = Batch::unpack(rows.batch);
    if (!batch)
        return fail(End::Faulty, batch.error().detail);
    const store::ScopeState after = [&] {
        store::ScopeState state = afterFrame(run.state, rows);
        state.unverified = run.state.unverified;
        return state;
    }();
    if (isFresh(run.state))
        run.seen.minAsOf = rows.asOf;
    const auto wanted = filtered(run, batch->rows());
    // The next request goes out before this batch is written: server and disk work at the same time.
    const store::ScopeState before = run.state;
    run.state = after;
    if (asked) {
        closeRequest(rows.req);
        ++runs[rows.scope].served;
        if (phase == Phase::Ready && rows.scope != own)
            ask();
        if (ended)
            return;
    }
    ScopeRun &again = runs[rows.scope];
    if (!apply(again, after, wanted))
        again.state = before;
}

// Rows that were deleted after the answer was read, and tombstones to remember for the answers still under way (rule 4).
std::vector<WireRow> SyncMachine::Private::filtered(ScopeRun &run, const std::vector<WireRow> &rows)
{
    std::vector<WireRow> kept;
    kept.reserve(rows.size());
    for (const WireRow &row : rows) {
        if (row.deleted && run.request != 0) {
            qint64 &rev = run.tombs[row.id];
            rev = std::max(rev, row.rev);
        }
        if (!row.deleted && !run.tombs.isEmpty() && run.tombs.value(row.id, 0) >= row.rev)
            continue;
        kept.push_back(row);
    }
    return kept;
}

bool SyncMachine::Private::apply(ScopeRun &run, const store::ScopeState &after, const std::vector<WireRow> &rows)
{
    const bool isOwn = after.scope == own;
    auto changed = isOwn ? cache.applyPerson(after, rows,
                                             [&](const QList<model::Membership> &memberships) {
                                                 return purgesFor(after, memberships);
                                             })
                         : cache.apply(after, rows);
    if (!good(changed))
        return false;
    run.state = after;
    changes.merge(*changed);
    changes.coverage = true;
    progress.rowsApplied += qint64(rows.size());
    outboxDirty = true;
    if (isOwn) {
        purgePending = true;
        readMemberships();
    }
    finishUnverified(runs[after.scope]);
    return true;
}

// What is still unverified once everything is here does not exist under the new epoch (rule 16).
void SyncMachine::Private::finishUnverified(ScopeRun &run)
{
    if (!run.state.unverified || !run.state.complete())
        return;
    store::ScopeState after = run.state;
    after.unverified = false;
    auto changed = cache.dropUnverified(after);
    if (!good(changed))
        return;
    run.state = after;
    changes.merge(*changed);
    if (after.scope == own) {
        purgePending = true;
        readMemberships();
    }
}

void SyncMachine::Private::readMemberships()
{
    const auto rows = cache.memberships(person);
    if (!good(rows))
        return;
    views = viewsBy(*rows);
    for (auto at = views.begin(); at != views.end(); ++at) {
        runOf(at.key());
        const auto head = heads.take(at.key());
        if (!head.epoch.isNull())
            heard(at.key(), head.epoch, head.head);
    }
}

// Absence counts only when person: is complete and settled; another view means to start again (rules 31 and 32).
QList<ScopeId> SyncMachine::Private::purgesFor(const store::ScopeState &personState,
                                               const QList<model::Membership> &memberships) const
{
    const QHash<ScopeId, model::ViewId> held = viewsBy(memberships);
    QList<ScopeId> purges;
    for (const ScopeRun &run : runs) {
        const ScopeId &scope = run.state.scope;
        const bool neverHeld = scope.type == model::ScopeType::Texts && run.state.epoch.isNull();
        if (scope == own || neverHeld)
            continue;
        const auto view = held.constFind(scope);
        const bool absent = view == held.constEnd() && personState.complete() && !personState.unverified;
        const bool other = view != held.constEnd() && !run.state.view.isNull() && run.state.view != *view;
        if (absent || other)
            purges.append(scope);
    }
    return purges;
}

// The outbox first, then the cache, which also clears the intent: a crash in between repeats it (rule 35).
bool SyncMachine::Private::carryOutPurges()
{
    if (!std::exchange(purgePending, false))
        return true;
    // An epoch change of person: may leave memberships to disappear without a row that says so.
    const auto intents = cache.purgeIntents();
    if (!good(intents))
        return false;
    QSet<ScopeId> todo(intents->begin(), intents->end());
    if (runs.contains(own)) {
        const auto rows = cache.memberships(person);
        if (!good(rows))
            return false;
        for (const ScopeId &scope : purgesFor(runs[own].state, *rows))
            todo.insert(scope);
    }
    for (const ScopeId &scope : std::as_const(todo)) {
        if (!views.contains(scope) && !good(outbox.purgeScope(scope)))
            return false;
        auto changed = cache.purge(scope);
        if (!good(changed))
            return false;
        changes.merge(*changed);
        changes.outbox = true;
        closeRequest(runs.value(scope).request);
        const ScopeRun old = runs.take(scope);
        if (views.contains(scope)) {
            ScopeRun &run = runOf(scope);
            run.head = old.head;
            run.headEpoch = old.headEpoch;
        }
        outboxDirty = true;
    }
    for (auto at = views.begin(); at != views.end(); ++at) {
        const auto purged = outbox.isPurged(at.key());
        if (!good(purged) || (*purged && !good(outbox.clearPurged(at.key()))))
            return false;
    }
    const auto fronts = limbo;
    for (const Rows &front : fronts) {
        if (!views.contains(front.scope))
            continue;
        limbo.remove(front.scope);
        handle(front);
    }
    // Fronts of scopes that person: does not grant, now that it is complete, are not ours.
    if (runs.contains(own) && isComplete(runs[own]))
        limbo.clear();
    return !ended;
}

void SyncMachine::Private::handle(const Ids &ids)
{
    if (!requests.contains(ids.req) || !holds(ids.scope))
        return closeRequest(ids.req);
    closeRequest(ids.req);
    ScopeRun &run = runOf(ids.scope);
    if (ids.epoch != run.state.epoch || !run.state.needIds || ids.after != run.state.idsAfter)
        return;
    const store::ScopeState after = afterIds(run.state, ids);
    auto changed = cache.dropUnlisted(after, ids.after, ids.through, ids.ids, ids.asOf);
    if (!good(changed))
        return;
    run.state = after;
    run.seen.minAsOf = std::max(run.seen.minAsOf, after.needIds ? ids.asOf : after.d);
    changes.merge(*changed);
    changes.coverage = true;
    outboxDirty = true;
    finishUnverified(run);
    if (ids.scope == own) {
        purgePending = true;
        readMemberships();
    }
}

void SyncMachine::Private::handle(const NeedIds &need)
{
    if (!requests.contains(need.req) || !holds(need.scope))
        return closeRequest(need.req);
    closeRequest(need.req);
    ScopeRun &run = runOf(need.scope);
    if (need.epoch != run.state.epoch)
        return;
    store::ScopeState after = run.state;
    after.needIds = true;
    after.idsAfter = {};
    after.idsAsOf = 0;
    apply(run, after, {});
}

void SyncMachine::Private::handle(const Reset &reset)
{
    closeRequest(reset.req);
    if (!holds(reset.scope))
        return;
    ScopeRun &run = runOf(reset.scope);
    const bool started = !run.state.epoch.isNull() && !(isFresh(run.state) && run.state.epoch == reset.epoch);
    if (started)
        adoptEpoch(run, reset.epoch);
}

} // namespace parvis::sync

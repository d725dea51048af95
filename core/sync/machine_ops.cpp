#include "sync/machine_state.h"

#include "protocol/rows.h"

// How operations leave, are answered, and cease to be laid over the cache.

namespace parvis::sync {

using namespace protocol;
using store::OutboxEntry;
using store::OutboxState;

namespace {

constexpr int maxInFlight = 100;
constexpr qint64 retryMs = 1'000;

} // namespace

// The lanes as the server knows them tell whether this file, or the server's, is an old copy (rule 23).
void SyncMachine::Private::checkLanes(const QList<LaneState> &lanes)
{
    for (const LaneState &lane : lanes) {
        const auto highest = lane.lane == outbox.lane() ? outbox.highestNumber() : base::Result<qint64>(0);
        const auto entries = outbox.entries();
        if (!good(highest) || !good(entries))
            return;
        if (lane.lane == outbox.lane() && lane.last > *highest) {
            if (!good(outbox.startLane()))
                return;
            continue;
        }
        QSet<qint64> waiting;
        qint64 top = *highest;
        for (const OutboxEntry &entry : *entries) {
            if (entry.lane != lane.lane || entry.number == 0)
                continue;
            top = std::max(top, entry.number);
            if (entry.state == OutboxState::Pending)
                waiting.insert(entry.number);
        }
        bool wentBack = false;
        for (qint64 number = lane.last + 1; number <= top && !wentBack; ++number)
            wentBack = !waiting.contains(number);
        if (wentBack && !good(outbox.renumberAbove(lane.lane, lane.last)))
            return;
    }
}

void SyncMachine::Private::sendEntry(const OutboxEntry &entry)
{
    inFlight.insert(entry.op.id);
    send(Op{entry.lane, entry.number, entry.op.id, entry.isVoid ? QByteArray() : encodeOperation(entry.op), entry.isVoid});
}

// After a reconnect, what has a number goes first, in the order of the numbers (rule 20).
void SyncMachine::Private::sendNumbered()
{
    auto entries = outbox.entries();
    if (!good(entries))
        return;
    std::stable_sort(entries->begin(), entries->end(), [](const OutboxEntry &a, const OutboxEntry &b) {
        return a.lane != b.lane ? a.lane < b.lane : a.number < b.number;
    });
    for (const OutboxEntry &entry : std::as_const(*entries)) {
        if (entry.number > 0 && entry.state == OutboxState::Pending && !inFlight.contains(entry.op.id))
            sendEntry(entry);
    }
    outboxDirty = true;
}

void SyncMachine::Private::sendMore()
{
    const qint64 room = maxInFlight - inFlight.size();
    if (room <= 0 || resendAtMs >= 0)
        return;
    const base::Time now = clock.now();
    const auto next = outbox.numberNext(int(room), now);
    if (!good(next))
        return;
    for (const OutboxEntry &entry : *next)
        sendEntry(entry);
    // What was discarded after it had a number is sent once more, as void (rule 25).
    const auto entries = outbox.entries();
    if (!good(entries))
        return;
    releaseAtMs = -1;
    for (const OutboxEntry &entry : *entries) {
        if (entry.number > 0 && entry.state == OutboxState::Pending && !inFlight.contains(entry.op.id))
            sendEntry(entry);
        if (entry.number == 0 && entry.isHeld(now)) {
            const qint64 at = clock.monotonicMs() + (entry.heldUntil.us - now.us) / 1000 + 1;
            releaseAtMs = releaseAtMs < 0 ? at : std::min(releaseAtMs, at);
        }
    }
}

void SyncMachine::Private::handle(const OpOk &ok)
{
    inFlight.remove(ok.id);
    const auto entry = outbox.entry(ok.id);
    if (!good(entry) || !*entry)
        return;
    // A discarded one that had happened all the same is in the cache by itself; one that had not never will be.
    const bool nothingToWaitFor = (*entry)->isVoid || ok.touched.isEmpty();
    if (!good(nothingToWaitFor ? outbox.remove({ok.id}) : outbox.markAnswered(ok.id, ok.touched)))
        return;
    changes.outbox = true;
    for (const Touched &touched : ok.touched)
        heard(touched.scope, touched.epoch, touched.rev);
    outboxDirty = true;
}

void SyncMachine::Private::handle(const OpNo &no)
{
    inFlight.remove(no.id);
    if (no.temporary) {
        resendAtMs = clock.monotonicMs() + retryMs;
        return;
    }
    const auto entry = outbox.entry(no.id);
    if (!good(entry) || !*entry)
        return;
    if (!good((*entry)->isVoid ? outbox.remove({no.id}) : outbox.markRejected(no.id, no.why)))
        return;
    // The number was used by another file: both are copies of one. What has no number yet gets a lane of its own, or it
    // would be refused likewise (rule 23).
    const bool used = no.why == u"number_reused" || no.why == u"outcome_unknown";
    if (used && no.lane == outbox.lane() && !good(outbox.startLane()))
        return;
    changes.outbox = true;
    changes.scopes.insert((*entry)->op.scope);
    heard(own, no.personEpoch, no.personRev);
    outboxDirty = true;
}

// An overlay ends scope by scope, once the cache holds what it showed and that is on the disk (rules 26 and 27).
void SyncMachine::Private::endOverlays()
{
    const auto entries = outbox.entries();
    if (!good(entries))
        return;
    QList<OpId> over;
    for (const OutboxEntry &entry : *entries) {
        if (entry.state != OutboxState::Answered)
            continue;
        bool ends = true;
        for (const Touched &touched : entry.touched) {
            if (!holds(touched.scope)) {
                // Nothing of it is held, and nothing will be unless it is granted: an empty cache is not a purge.
                const bool known = runs.contains(own) && isComplete(runs[own]);
                ends = ends && known;
                continue;
            }
            const auto run = runs.constFind(touched.scope);
            if (run != runs.constEnd() && !run->state.epoch.isNull() && run->state.epoch != touched.epoch) {
                if (!good(outbox.reopenAnswered(entry.op.id)))
                    return;
                ends = false;
                break;
            }
            ends = ends && run != runs.constEnd() && hasPassed(run->state, touched.epoch, touched.rev);
        }
        if (ends)
            over.append(entry.op.id);
    }
    if (over.isEmpty())
        return;
    if (!good(cache.checkpoint()) || !good(outbox.remove(over)))
        return;
    changes.outbox = true;
}

void SyncMachine::Private::tellDone()
{
    const auto lanes = outbox.lanes();
    if (!good(lanes))
        return;
    for (const LaneId &lane : *lanes) {
        const auto done = outbox.doneUpTo(lane);
        if (!good(done))
            return;
        if (*done > doneTold.value(lane, 0)) {
            doneTold.insert(lane, *done);
            send(Done{lane, *done});
        }
    }
}

} // namespace parvis::sync

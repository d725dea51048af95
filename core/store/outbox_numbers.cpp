#include "store/outbox_private.h"
#include "store/outbox_rows.h"

#include <QSet>

namespace parvis::store {

using namespace outbox;
using base::Result;
using model::LaneId;
using model::OpId;
using model::ScopeId;
using model::Uuid;

LaneId Outbox::Private::currentLane()
{
    Statement read = db->prepare(sql::laneCurrent);
    return read.step() ? read.id<LaneId>(0) : LaneId();
}

qint64 Outbox::Private::lastNumber(LaneId lane)
{
    Statement read = db->prepare(sql::laneRead);
    return read.with(lane).step() ? read.integer(0) : 0;
}

void Outbox::Private::newLane()
{
    db->prepare(sql::laneAdd).with(base::randomUuid(random)).run();
}

OutboxEntry Outbox::Private::number(OutboxEntry entry, LaneId lane, qint64 number)
{
    db->prepare(sql::operationNumber).with(entry.seq, lane, number).run();
    entry.lane = lane;
    entry.number = number;
    return entry;
}

LaneId Outbox::lane() const
{
    // The file has a lane since it was opened; an unreadable file shows in the next call that can say so.
    return guarded([&] { return d->currentLane(); }).value_or(LaneId());
}

Result<QList<LaneId>> Outbox::lanes()
{
    return guarded([&] {
        QList<LaneId> lanes{d->currentLane()};
        Statement read = d->db->prepare(sql::lanesNumbered);
        while (read.step()) {
            const auto lane = read.id<LaneId>(0);
            if (!lanes.contains(lane))
                lanes.append(lane);
        }
        return lanes;
    });
}

Result<qint64> Outbox::highestNumber()
{
    return guarded([&] { return d->lastNumber(d->currentLane()); });
}

Result<QList<OutboxEntry>> Outbox::numberNext(int max, base::Time now)
{
    return d->write([&] {
        QList<OutboxEntry> numbered;
        QSet<OpId> waiting;    // in the file without a number: whoever depends on them waits
        QSet<Uuid> standing;   // entities with an earlier operation that waits
        const QList<OutboxEntry> entries = d->all();
        for (const OutboxEntry &entry : entries) {
            if (entry.number == 0)
                waiting.insert(entry.op.id);
        }
        const LaneId lane = d->currentLane();
        qint64 last = d->lastNumber(lane);
        for (const OutboxEntry &entry : entries) {
            if (entry.state != OutboxState::Pending || entry.number != 0)
                continue;
            const auto &needs = entry.op.dependsOn;
            const bool held = !now.isNull() && entry.isHeld(now);
            const bool free =
                !held && entry.upload.isNull() && !standing.contains(entry.op.entity)
                && std::none_of(needs.begin(), needs.end(), [&](OpId id) { return waiting.contains(id); });
            if (!free || numbered.size() >= max) {
                standing.insert(entry.op.entity);
                continue;
            }
            numbered.append(d->number(entry, lane, ++last));
            waiting.remove(entry.op.id);
        }
        if (!numbered.isEmpty())
            d->db->prepare(sql::laneAdvance).with(lane, last).run();
        return numbered;
    });
}

Result<qint64> Outbox::doneUpTo(LaneId lane)
{
    return guarded([&] {
        Statement first = d->db->prepare(sql::laneFirstLeft);
        const bool left = first.with(lane).step() && !first.isNull(0);
        return left ? first.integer(0) - 1 : d->lastNumber(lane);
    });
}

Result<int> Outbox::reopenAnswered(const ScopeId &scope, model::EpochId epoch)
{
    return d->write([&] {
        int count = 0;
        for (const OutboxEntry &entry : d->all()) {
            const bool stale = std::any_of(entry.touched.begin(), entry.touched.end(), [&](const auto &each) {
                return each.scope == scope && each.epoch != epoch;
            });
            if (entry.state != OutboxState::Answered || !stale)
                continue;
            d->db->prepare(sql::operationReopen).with(entry.seq).run();
            ++count;
        }
        return count;
    });
}

Result<int> Outbox::reopenAnswered(OpId id)
{
    return d->write([&] {
        const auto entry = d->find(id);
        if (!entry || entry->state != OutboxState::Answered)
            return 0;
        d->db->prepare(sql::operationReopen).with(entry->seq).run();
        return 1;
    });
}

Result<void> Outbox::startLane()
{
    return d->write([&] { d->newLane(); });
}

Result<void> Outbox::renumberAbove(LaneId lane, qint64 last)
{
    return d->write([&] {
        QList<OutboxEntry> again;
        for (const OutboxEntry &entry : d->all()) {
            if (entry.lane == lane && entry.number > last)
                again.append(entry);
        }
        std::sort(again.begin(), again.end(), [](const auto &a, const auto &b) { return a.number < b.number; });
        d->newLane();
        const LaneId fresh = d->currentLane();
        qint64 number = 0;
        for (const OutboxEntry &entry : again) {
            if (entry.state == OutboxState::Answered)
                d->db->prepare(sql::operationReopen).with(entry.seq).run();
            d->number(entry, fresh, ++number);
        }
        d->db->prepare(sql::laneAdvance).with(fresh, number).run();
    });
}

} // namespace parvis::store

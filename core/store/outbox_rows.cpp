#include "store/outbox_rows.h"

#include "protocol/rows.h"

namespace parvis::store {

using model::EpochId;
using model::ScopeId;
using model::Uuid;

QByteArray packTouched(const QList<protocol::Touched> &touched)
{
    protocol::CborWriter out;
    out.array(touched.size());
    for (const protocol::Touched &each : touched) {
        out.array(4);
        out.text(each.scope.toString());
        out.bytes(each.epoch.uuid().view());
        out.integer(each.rev);
        out.bytes(each.entity.view());
    }
    return out.take();
}

namespace {

QList<protocol::Touched> unpackTouched(QByteArrayView bytes)
{
    QList<protocol::Touched> touched;
    if (bytes.isEmpty())
        return touched;
    protocol::CborReader in(bytes);
    for (qint64 count = in.array(); count > 0 && in.ok(); --count) {
        in.array();
        protocol::Touched each;
        each.scope = ScopeId::fromString(in.text()).value_or(ScopeId());
        each.epoch = EpochId(Uuid::fromBytes(in.bytes()));
        each.rev = in.integer();
        each.entity = Uuid::fromBytes(in.bytes());
        touched.append(each);
    }
    return touched;
}

} // namespace

std::optional<OutboxEntry> readOutboxEntry(const Statement &row)
{
    const auto op = protocol::decodeOperation(row.view(8));
    if (!op)
        return std::nullopt;
    OutboxEntry entry;
    entry.seq = row.integer(0);
    entry.op = *op;
    entry.state = OutboxState(row.integer(2));
    entry.lane = row.id<model::LaneId>(3);
    entry.number = row.integer(4);
    entry.isVoid = row.boolean(5);
    entry.why = row.text(6);
    entry.touched = unpackTouched(row.view(7));
    entry.heldUntil = {row.integer(9)};
    entry.upload = row.uuid(10);
    return entry;
}

bool dependsOn(const model::Operation &op, model::OpId id)
{
    return op.dependsOn.contains(id);
}

bool refersTo(const model::Operation &op, model::OpId id)
{
    return op.baseOp == id || dependsOn(op, id);
}

} // namespace parvis::store

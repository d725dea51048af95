#include "app/cli/commands.h"

namespace parvis::cli {

using client::SyncState;

namespace {

QString stateOf(Context &context, model::OpId op)
{
    const auto entries = context.await(context.client().outbox());
    for (const store::OutboxEntry &entry : entries.value_or(QList<store::OutboxEntry>())) {
        if (entry.op.id != op)
            continue;
        if (entry.state == store::OutboxState::Rejected)
            return QStringLiteral("rejected");
        return entry.state == store::OutboxState::Answered ? QStringLiteral("acked") : QStringLiteral("pending");
    }
    return QStringLiteral("acked"); // what the outbox no longer holds has reached the cache
}

} // namespace

int write(Context &context, const Wish &wish)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    auto written = wish();
    if (!written && written.error().kind == base::ErrorKind::Refused && !context.isOffline()) {
        context.catchUp();
        written = wish();
    }
    if (!written)
        return failWith(written.error());
    // Without an operation there was nothing to do.
    QString state = written->op.isNull() ? QStringLiteral("acked") : QStringLiteral("pending");
    Context::Waited waited = Context::Waited::Reached;
    while (!context.isOffline() && !written->op.isNull()) {
        const quint64 before = context.revision();
        state = stateOf(context, written->op);
        if (state != QLatin1String("pending") || waited != Context::Waited::Reached)
            break;
        waited = context.waitFor([&](const SyncState &) { return context.revision() != before; });
    }
    printLine({{QStringLiteral("id"), written->id.toString()}, {QStringLiteral("state"), state}});
    return 0;
}

} // namespace parvis::cli

#include "app/cli/commands.h"

#include <QCoreApplication>

namespace parvis::cli {

using client::SyncState;

namespace {

class Watcher {
public:
    explicit Watcher(Context &context) : m_context(context) { }

    void tell(const store::ChangeSet &changes)
    {
        for (const store::Change &change : changes.changes)
            m_queue.append(change);
        if (std::exchange(m_telling, true))
            return; // looking things up turns the event loop: what comes meanwhile waits
        while (!m_queue.isEmpty())
            tellAll(std::exchange(m_queue, {}));
        m_telling = false;
    }

private:
    void tellAll(const QList<store::Change> &changes)
    {
        QHash<model::Uuid, QString> waiting;
        const auto entries = m_context.await(m_context.client().outbox());
        for (const store::OutboxEntry &entry : entries.value_or(QList<store::OutboxEntry>())) {
            if (entry.state == store::OutboxState::Rejected)
                waiting.insert(entry.op.entity, QStringLiteral("rejected"));
            else if (entry.state == store::OutboxState::Pending && !entry.isVoid)
                waiting.insert(entry.op.entity, QStringLiteral("pending"));
        }
        const auto handles = groupHandles(m_context);
        const base::SystemClock clock;
        for (const store::Change &change : changes)
            printLine({{QStringLiteral("change"), change.deleted ? QStringLiteral("delete") : QStringLiteral("put")},
                       {QStringLiteral("kind"), model::toString(change.kind)},
                       {QStringLiteral("id"), change.id.toString()},
                       {QStringLiteral("group"), orNull(handles.value(change.scope))},
                       {QStringLiteral("state"), waiting.value(change.id, QStringLiteral("acked"))},
                       {QStringLiteral("at"), clock.now().toRfc3339()}});
    }

    Context &m_context;
    QList<store::Change> m_queue;
    bool m_telling = false;
};

int watch(Context &context)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    if (context.isOffline())
        return failWith({base::ErrorKind::Offline, QStringLiteral("watch"), QStringLiteral("--offline opens no socket; leave it out to watch")});
    Watcher watcher(context);
    QObject::connect(&context.client(), &client::Client::changed, &context.client(),
                     [&watcher](const store::ChangeSet &changes) { watcher.tell(changes); });
    if (context.waitFor([](const SyncState &state) { return state.phase >= SyncState::Syncing; }) == Context::Waited::NoLine)
        return failWith(context.whyNoLine());
    tellPerson(QStringLiteral("watching"));
    return QCoreApplication::exec();
}

} // namespace

void addWatchCommand(CLI::App &app, Command &chosen)
{
    app.add_subcommand("watch", "tell changes as they come, until stopped")->callback([&chosen] { chosen = opened(watch); });
}

} // namespace parvis::cli

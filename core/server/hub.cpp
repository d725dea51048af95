#include "server/hub.h"

#include "base/log.h"
#include "protocol/limits.h"
#include "store/database.h"

namespace parvis::server {

namespace {

constexpr int maxPushRows = 1000; // more than this is pulled by whoever wants it

// What listeners are told if the rows are not read: everything may have moved.
std::shared_ptr<Push> bare(const ScopeInfo &info, qint64 from)
{
    auto push = std::make_shared<Push>();
    push->info = info;
    push->lo = from;
    push->memberships = info.scope.type == model::ScopeType::Person;
    return push;
}

std::shared_ptr<const Push> makePush(ReadView &view, const ScopeInfo &info, qint64 from)
{
    auto push = bare(info, from);
    push->memberships = false;
    const auto read = view.ascending(info.scope, from, info.head, {0, from}, maxPushRows, protocol::maxBatchPackedBytes / 2);
    std::vector<protocol::WireRow> wires;
    for (const StoredRow &row : read.rows) {
        wires.push_back(row.wire());
        if (row.rootRev > 0 && (push->lowestRoot == 0 || row.rootRev < push->lowestRoot))
            push->lowestRoot = row.rootRev;
        push->memberships = push->memberships || row.kind == qint64(Kind::Membership);
    }
    if (read.reached < info.head)
        return bare(info, from);
    protocol::Rows rows;
    rows.scope = info.scope;
    rows.epoch = info.epoch;
    rows.lo = from;
    rows.hi = info.head;
    rows.asOf = info.head;
    rows.d = from; // a push is its own request (rule 10)
    rows.floor = info.floor;
    rows.timeLo = from == 0 ? 0 : view.timeOf(info.scope, from);
    rows.batch = protocol::packBatch(wires);
    // A push over a purged tombstone would be a lie: it is pulled, and the pull asks for the ids (rule 10).
    if (info.floor <= from)
        push->rows = protocol::share(rows);
    return push;
}

} // namespace

Hub::Told Hub::subscribe(const ScopeId &scope)
{
    const std::lock_guard lock(m_mutex);
    ++m_listeners[scope];
    return m_told.value(scope);
}

void Hub::unsubscribe(const ScopeId &scope)
{
    const std::lock_guard lock(m_mutex);
    if (--m_listeners[scope] <= 0)
        m_listeners.remove(scope);
}

bool Hub::knows(const ScopeId &scope)
{
    const std::lock_guard lock(m_mutex);
    return m_told.contains(scope);
}

void Hub::learn(const std::vector<ScopeInfo> &scopes)
{
    const std::lock_guard lock(m_mutex);
    for (const ScopeInfo &info : scopes)
        m_told.insert(info.scope, {info.epoch, info.head});
}

std::vector<std::shared_ptr<const Push>> Hub::pushesFor(RowStore &store, const std::vector<ScopeInfo> &scopes)
{
    std::vector<std::shared_ptr<const Push>> pushes;
    std::unique_ptr<ReadView> view;
    bool failed = false;
    const auto made = [&](const ScopeInfo &info, qint64 from) -> std::shared_ptr<const Push> {
        try {
            if (!view && !failed)
                view = store.read();
            if (!failed)
                return makePush(*view, info, from);
        } catch (const store::Failure &failure) {
            qCWarning(base::logServer) << "publishing without rows:" << failure.error.detail;
            failed = true;
        }
        return bare(info, from);
    };
    for (const ScopeInfo &info : scopes) {
        Told before;
        bool wanted = false;
        {
            // Both at once: whoever subscribes later learns of this head by subscribing.
            const std::lock_guard lock(m_mutex);
            before = std::exchange(m_told[info.scope], Told{info.epoch, info.head});
            wanted = m_listeners.contains(info.scope.ruling());
        }
        const bool renumbered = !before.epoch.isNull() && before.epoch != info.epoch;
        if (!wanted || (!renumbered && info.head <= before.head && !info.dead))
            continue;
        if (renumbered) {
            auto push = bare(info, 0);
            push->renumbered = true;
            pushes.push_back(push);
            continue;
        }
        // Texts come when they are asked for, behind everything else: that they are there is all that is pushed.
        const bool text = info.scope.type == model::ScopeType::Texts;
        pushes.push_back(text ? bare(info, before.head) : made(info, before.head));
    }
    return pushes;
}

} // namespace parvis::server

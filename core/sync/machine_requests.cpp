#include "sync/machine_state.h"

#include "model/derived_ids.h"

// Which rows to ask for next: the person's own scope first, then what is looked at, then the newest of every place, and
// behind that the older ones.

namespace parvis::sync {

using namespace protocol;

namespace {

constexpr int maxRequests = 4;
constexpr int firstWindowRows = 100; // a screenful and more: the feed is readable after the first answer
constexpr qint64 deltaRows = 2'000;  // a client further behind sees the newest first
constexpr int mostServed = 1000;
constexpr int last = 4 + mostServed + 1; // rank of texts

} // namespace

QList<ScopeId> SyncMachine::Private::inOrder()
{
    QList<ScopeId> order;
    for (const ScopeRun &run : std::as_const(runs)) {
        const ScopeId &scope = run.state.scope;
        const bool front = scope == own || scope == ScopeId::company();
        if (holds(scope) && (front || depth == Depth::All))
            order.append(scope);
    }
    const auto rank = [&](const ScopeId &scope) {
        if (scope == own)
            return 0;
        if (scope.type == model::ScopeType::Texts)
            return last;
        const ScopeRun &run = runs[scope];
        if (scope == ScopeId::company())
            return 1;
        if (scope == focus)
            return run.served == 0 ? 2 : 4;
        return run.served == 0 ? 3 : 4 + std::min(run.served, mostServed);
    };
    std::stable_sort(order.begin(), order.end(), [&](const ScopeId &a, const ScopeId &b) {
        const int left = rank(a);
        const int right = rank(b);
        return left != right ? left < right : a < b;
    });
    return order;
}

void SyncMachine::Private::ask()
{
    if (requests.size() >= maxRequests)
        return;
    if (!runs.contains(own))
        runOf(own);
    for (const ScopeId &scope : inOrder()) {
        if (requests.size() >= maxRequests)
            return;
        // Texts of documents come one request at a time, when nothing else is wanted: an answer is cut before it is 1 MiB.
        if (scope.type == model::ScopeType::Texts && !requests.isEmpty())
            return;
        askFor(runs[scope]);
    }
}

bool SyncMachine::Private::askFor(ScopeRun &run)
{
    if (run.request != 0)
        return false;
    if (run.waitPerson >= 0) {
        const store::ScopeState &mine = runs[own].state;
        if (mine.cursor() < run.waitPerson || !mine.complete())
            return false;
        run.waitPerson = -1;
    }
    if (run.notBeforeMs > 0) {
        if (clock.monotonicMs() < run.notBeforeMs)
            return false;
        run.notBeforeMs = 0;
    }
    const store::ScopeState &state = run.state;
    const ScopeId scope = state.scope;
    const model::ViewId view = scope == own ? model::ownView(person) : views.value(scope);
    const bool fresh = state.epoch.isNull() || isFresh(state);
    if (scope.type == model::ScopeType::Texts && fresh && run.head == 0)
        return false; // nobody has said that the group has any
    Message message;
    const qint64 req = lastReq + 1;
    if (state.needIds) {
        message = SnapIds{req, scope, state.epoch, view, state.idsAfter};
    } else if (fresh) {
        if (!state.epoch.isNull() && run.head == 0 && !state.unverified)
            return false; // an empty scope
        message = Window{req, scope, {}, view, 0, 0, 0, firstWindowRows, 0};
    } else {
        const auto gap = nextGap(state, run.headEpoch == state.epoch ? run.head : 0);
        if (!gap)
            return false;
        const qint64 behind = std::max(run.head, state.horizon) - gap->from;
        if (gap->isTop && behind <= deltaRows && gap->from > 0)
            message = Pull{req, scope, state.epoch, view, gap->from, 0, state.d, state.cursor()};
        else
            message = Window{req, scope, state.epoch, view, gap->from, gap->to, state.d,
                             gap->isTop ? firstWindowRows : 0, state.cursor()};
    }
    lastReq = req;
    run.request = req;
    requests.insert(req, {scope, clock.monotonicMs(), state.needIds});
    send(message);
    return true;
}

void SyncMachine::Private::closeRequest(qint64 req)
{
    const auto at = requests.constFind(req);
    if (req == 0 || at == requests.constEnd())
        return;
    const ScopeId scope = at->scope;
    requests.erase(at);
    const auto run = runs.find(scope);
    if (run != runs.end() && run->request == req) {
        run->request = 0;
        run->tombs.clear();
    }
}

} // namespace parvis::sync

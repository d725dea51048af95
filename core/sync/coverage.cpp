#include "sync/coverage.h"

namespace parvis::sync {

bool isFresh(const ScopeState &state)
{
    return state.covered.isEmpty() && state.horizon == 0;
}

bool isAcceptable(const ScopeState &state, const Seen &seen, const protocol::Rows &frame)
{
    if (frame.asOf < seen.minAsOf || frame.lo > frame.hi || frame.hi > frame.asOf)
        return false;
    if (isFresh(state))
        return true;
    return frame.d <= state.d || frame.d <= frame.lo;
}

QList<Interval> joined(const QList<Interval> &covered, const Interval &more)
{
    if (more.lo >= more.hi)
        return covered;
    QList<Interval> result;
    Interval merged = more;
    for (const Interval &each : covered) {
        if (each.hi < merged.lo || each.lo > merged.hi) {
            result.append(each);
            continue;
        }
        if (each.lo <= merged.lo) {
            // Equal lower ends: the later time is the safer bound for "holds everything created after".
            merged.timeLo = each.lo == merged.lo ? std::max(each.timeLo, merged.timeLo) : each.timeLo;
            merged.lo = each.lo;
        }
        merged.hi = std::max(merged.hi, each.hi);
    }
    result.append(merged);
    std::sort(result.begin(), result.end(), [](const Interval &a, const Interval &b) { return a.lo < b.lo; });
    return result;
}

ScopeState afterFrame(const ScopeState &state, const protocol::Rows &frame)
{
    ScopeState after = state;
    if (isFresh(state))
        after.d = frame.asOf;
    after.epoch = frame.epoch;
    after.view = frame.view;
    after.covered = joined(state.covered, {frame.lo, frame.hi, frame.timeLo});
    after.horizon = std::max(state.horizon, frame.asOf);
    for (const Interval &each : after.covered) {
        if (each.lo <= after.d && after.d <= each.hi)
            after.d = each.hi;
    }
    return after;
}

ScopeState afterIds(const ScopeState &state, const protocol::Ids &page)
{
    ScopeState after = state;
    after.idsAsOf = state.idsAfter.isNull() ? page.asOf : std::min(state.idsAsOf, page.asOf);
    after.idsAfter = page.through;
    after.horizon = std::max(state.horizon, page.asOf);
    if (page.last) {
        after.needIds = false;
        after.d = after.idsAsOf;
        after.idsAfter = {};
        after.idsAsOf = 0;
    }
    return after;
}

ScopeState startedAgain(const ScopeState &state, model::EpochId epoch)
{
    ScopeState after;
    after.scope = state.scope;
    after.epoch = epoch;
    after.view = state.view;
    after.unverified = true;
    return after;
}

std::optional<Gap> nextGap(const ScopeState &state, qint64 head)
{
    const qint64 cursor = state.cursor();
    if (cursor < std::max(head, state.horizon))
        return Gap{cursor, 0, true};
    if (state.covered.isEmpty())
        return std::nullopt; // head and horizon are 0: there is nothing
    const qint64 top = state.covered.last().lo;
    if (top == 0)
        return std::nullopt;
    const qint64 below = state.covered.size() > 1 ? state.covered.at(state.covered.size() - 2).hi : 0;
    return Gap{below, top, false};
}

bool hasPassed(const ScopeState &state, model::EpochId epoch, qint64 rev)
{
    if (state.epoch != epoch || !state.settled() || state.covered.isEmpty())
        return false;
    const Interval &top = state.covered.last();
    return top.lo < rev && rev <= top.hi;
}

} // namespace parvis::sync

#pragma once

#include "protocol/messages.h"
#include "store/scope_state.h"

#include <optional>

namespace parvis::sync {

using store::Interval;
using store::ScopeState;

// The arithmetic of sync rules 1 to 12, as pure functions over the state of one scope.

// What this connection has learned about a scope, beside the stored state.
struct Seen {
    qint64 minAsOf = 0; // as_of of the scope's first frame and of its last list of live ids: older frames are void (rule 12)
};

// Nothing of this scope is held under its epoch: the next frame is its first.
bool isFresh(const ScopeState &state);

// May the frame's rows and range be taken? Epoch and view have been compared before. Rule 12.
bool isAcceptable(const ScopeState &state, const Seen &seen, const protocol::Rows &frame);

// The state once the frame's rows are held. Rules 2, 5 and 9.
ScopeState afterFrame(const ScopeState &state, const protocol::Rows &frame);

// The state once a page of live ids has been gone through. Rule 11.
ScopeState afterIds(const ScopeState &state, const protocol::Ids &page);

// The state that starts a scope again under another epoch. Rule 16.
ScopeState startedAgain(const ScopeState &state, model::EpochId epoch);

// (lo, hi] joined to what is covered. A frame that overlaps a covered interval at another read point changes nothing
// about it: rows that moved up have left it (rule 1).
QList<Interval> joined(const QList<Interval> &covered, const Interval &more);

// The range to ask for next, from the newest downwards; nothing if the scope is complete up to `head`.
struct Gap {
    qint64 from = 0;      // exclusive
    qint64 to = 0;        // inclusive; 0: up to the head
    bool isTop = false;   // above all that is covered
};
std::optional<Gap> nextGap(const ScopeState &state, qint64 head);

// "The cursor has passed r": same epoch, [r, cursor] has no gap, and the scope is settled. Rule 27.
bool hasPassed(const ScopeState &state, model::EpochId epoch, qint64 rev);

} // namespace parvis::sync

#pragma once

#include "model/scope.h"

#include <QList>

namespace parvis::store {

// (lo, hi]: every entity whose current rev lies in it is held at exactly that rev (sync rule 1).
struct Interval {
    qint64 lo = 0;
    qint64 hi = 0;
    qint64 timeLo = 0; // server's time of rev `lo`, microseconds; 0 when lo is 0
    bool operator==(const Interval &) const = default;
};

// What the client has of one scope. Persisted with the rows that it speaks of, in one transaction.
struct ScopeState {
    model::ScopeId scope;
    model::EpochId epoch; // null: nothing yet
    model::ViewId view;
    QList<Interval> covered; // ascending, disjoint, not touching
    qint64 horizon = 0;      // the highest read point (`as_of`) applied (rule 5)
    qint64 d = 0;            // deletions known (rules 8 to 11)
    bool needIds = false;    // the list of live ids must come first (rule 10)
    model::Uuid idsAfter;    // how far that list has come
    qint64 idsAsOf = 0;      // the lowest as_of of its pages so far
    bool unverified = false; // rows of an older epoch are still held (rule 16)

    qint64 cursor() const { return covered.isEmpty() ? 0 : covered.last().hi; }
    bool settled() const { return !epoch.isNull() && cursor() >= horizon; }
    // Everything there is: one interval from 0 to the horizon.
    bool complete() const
    {
        return settled() && !needIds && (horizon == 0 || (covered.size() == 1 && covered.first().lo == 0));
    }
    // Holds every row created after this time (rule 37): 0 = everything, -1 = unknown. Microseconds.
    qint64 completeUpTo() const
    {
        if (!settled() || needIds)
            return -1;
        return covered.isEmpty() ? 0 : covered.last().timeLo;
    }
    bool operator==(const ScopeState &) const = default;
};

} // namespace parvis::store

#pragma once

#include "model/entities.h"

#include <QHash>
#include <QSet>

namespace parvis::store {

// What one commit changed, told after the commit. Views re-read only what is named here.
struct Change {
    model::Kind kind = model::Kind::Post;
    model::Uuid id;
    model::ScopeId scope;
    model::Uuid thread; // the post that a comment or reaction belongs to, what an attachment goes with; else null
    bool deleted = false;
};

struct ChangeSet {
    QList<Change> changes;              // at most `maxNamed`; beyond, `wide` is set and the list stops
    QSet<model::ScopeId> scopes;        // all scopes with any change
    bool wide = false;                  // too many to name: re-read everything visible of `scopes`
    bool coverage = false;              // a scope's horizon or completeness moved
    bool outbox = false;                // the outbox changed
    bool notices = false;               // what concerns me changed (read marks aside)

    static constexpr int maxNamed = 500;

    bool isEmpty() const { return changes.isEmpty() && scopes.isEmpty() && !wide && !coverage && !outbox && !notices; }
    void add(const Change &change)
    {
        scopes.insert(change.scope);
        if (changes.size() < maxNamed)
            changes.append(change);
        else
            wide = true;
    }
    void merge(const ChangeSet &other)
    {
        for (const Change &change : other.changes)
            add(change);
        scopes.unite(other.scopes);
        wide = wide || other.wide;
        coverage = coverage || other.coverage;
        outbox = outbox || other.outbox;
        notices = notices || other.notices;
    }
};

} // namespace parvis::store

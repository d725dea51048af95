#pragma once

#include "protocol/codec.h"
#include "server/row_store.h"

#include <QHash>

#include <mutex>

namespace parvis::server {

// What moved in one scope, made once after the commit and shared by all who listen to it (to texts: to their group).
struct Push {
    ScopeInfo info;
    qint64 lo = 0;
    protocol::SharedRows rows; // (lo, info.head]; empty tail if it was too much for one frame
    qint64 lowestRoot = 0;     // lowest rootRev of its rows that is not 0 (rule 33); 0: none
    bool memberships = false;  // of a person's own scope: what they may hold has changed
    bool renumbered = false;   // a new epoch
};

// Which scopes anybody listens to, and how far each has been told. Any thread.
class Hub {
public:
    // Gives where the scope stands by what has been published: a push of a later head will reach the new listener.
    struct Told {
        EpochId epoch; // null: nothing published yet
        qint64 head = 0;
    };
    Told subscribe(const ScopeId &scope);
    void unsubscribe(const ScopeId &scope);
    bool knows(const ScopeId &scope); // something of it has been published, or was there at start

    // Pushes for the scopes that moved in a commit, with their rows read after it. Only the writer's thread calls this.
    // Where the rows cannot be read the push is without them, and its listeners pull (rule 7).
    std::vector<std::shared_ptr<const Push>> pushesFor(RowStore &store, const std::vector<ScopeInfo> &scopes);
    // Where the numbering stands at start, so that the first push begins there.
    void learn(const std::vector<ScopeInfo> &scopes);

private:
    std::mutex m_mutex;
    QHash<ScopeId, int> m_listeners;
    QHash<ScopeId, Told> m_told;
};

} // namespace parvis::server

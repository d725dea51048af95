#pragma once

#include "sync/coverage.h"
#include "sync/sync_machine.h"

namespace parvis::sync {

using model::EpochId;
using model::LaneId;
using model::OpId;
using model::ScopeId;
using model::Uuid;

// One scope as this connection sees it.
struct ScopeRun {
    store::ScopeState state;
    Seen seen;
    qint64 head = 0;         // highest head heard of under the state's epoch
    EpochId headEpoch;
    qint64 request = 0;      // the one under way; 0: none
    qint64 waitPerson = -1;  // the server refused: wait until person: has passed this rev (rule 31)
    qint64 notBeforeMs = 0;  // monotonic; after a temporary refusal
    int served = 0;          // windows got on this connection: scopes with fewer go first
    QHash<Uuid, qint64> tombs; // of rows deleted while a request was under way (rule 4)
};

struct Request {
    ScopeId scope;
    qint64 sentMs = 0;
    bool ids = false;
};

// The parts of SyncMachine; each .cpp holds one idea.
struct SyncMachine::Private {
    Private(store::Cache &cache, store::Outbox &outbox, base::Clock &clock, base::Random &random, MachineSink &sink)
        : cache(cache), outbox(outbox), clock(clock), random(random), sink(sink)
    {
    }

    // ---- conversation: sync_machine.cpp ----
    void handle(const protocol::Welcome &welcome);
    void handle(const protocol::AuthOk &ok);
    void handle(const protocol::Rows &rows);
    void handle(const protocol::Ids &ids);
    void handle(const protocol::NeedIds &need);
    void handle(const protocol::Reset &reset);
    void handle(const protocol::OpOk &ok);
    void handle(const protocol::OpNo &no);
    void handle(const protocol::Grant &grant);
    void handle(const protocol::Drop &drop);
    void handle(const protocol::Poke &poke);
    void handle(const protocol::Pong &pong);
    void handle(const protocol::Goaway &goaway);
    void handle(const protocol::Err &err);
    template<class M>
    void handle(const M &) // a client's message: a server that sends it makes no sense
    {
        fail(End::Faulty, QStringLiteral("The server sent a client's message."));
    }
    void send(const protocol::Message &message);
    void fail(End why, const QString &detail, qint64 delayMs = 0);
    bool good(const base::Result<void> &result); // false: the machine has ended
    template<class T>
    bool good(const base::Result<T> &result)
    {
        if (!result)
            fail(End::Faulty, result.error().detail);
        return result.has_value();
    }
    void settle(); // after every event: purges, requests, operations, overlays, progress
    void tellProgress();

    // ---- rows and coverage: machine_rows.cpp ----
    void heard(const ScopeId &scope, EpochId epoch, qint64 head);
    void adoptEpoch(ScopeRun &run, EpochId epoch);
    bool apply(ScopeRun &run, const store::ScopeState &after, const std::vector<protocol::WireRow> &rows);
    std::vector<protocol::WireRow> filtered(ScopeRun &run, const std::vector<protocol::WireRow> &rows);
    void finishUnverified(ScopeRun &run);
    void readMemberships();
    QList<ScopeId> purgesFor(const store::ScopeState &person, const QList<model::Membership> &memberships) const;
    bool carryOutPurges();
    bool holds(const ScopeId &scope) const { return scope == own || views.contains(scope); }
    ScopeRun &runOf(const ScopeId &scope);
    bool isComplete(const ScopeRun &run) const;

    // ---- what to ask for: machine_requests.cpp ----
    void ask();
    QList<ScopeId> inOrder();
    bool askFor(ScopeRun &run);
    void closeRequest(qint64 req);

    // ---- operations: machine_ops.cpp ----
    void checkLanes(const QList<protocol::LaneState> &lanes);
    void sendNumbered();
    void sendMore();
    void sendEntry(const store::OutboxEntry &entry);
    void endOverlays();
    void tellDone();

    store::Cache &cache;
    store::Outbox &outbox;
    base::Clock &clock;
    base::Random &random;
    MachineSink &sink;

    Depth depth = Depth::All;
    model::PersonId person;
    ScopeId own;
    QHash<ScopeId, ScopeRun> runs;
    QHash<ScopeId, model::ViewId> views;          // by the membership rows held
    QHash<ScopeId, protocol::Rows> limbo;         // fronts of scopes whose membership row is still on its way
    QHash<ScopeId, protocol::ScopeHead> heads;    // of scopes not granted yet, likewise
    ScopeId focus;

    enum class Phase { Down, Hello, Auth, Resuming, Ready };
    Phase phase = Phase::Down;
    QString token;
    QHash<qint64, Request> requests;
    qint64 lastReq = 0;
    QSet<OpId> inFlight;        // sent on this connection and not answered
    bool outboxDirty = false;   // something may be sent or may have ended
    bool purgePending = false;
    qint64 resendAtMs = -1;  // after a temporary refusal
    qint64 releaseAtMs = -1; // the next operation that is held may go
    QHash<LaneId, qint64> doneTold;
    qint64 lastSentMs = 0;
    qint64 lastHeardMs = 0;
    qint64 pingAtMs = 0;
    bool pingUnderWay = false;
    qint64 askedMs = 0;         // when the greeting or ping was sent whose answer is waited for
    bool probed = false;        // somebody wants to see what the next pong says
    bool ended = false;         // of this connection
    Progress progress;
    Progress told;
    store::ChangeSet changes;   // gathered in one call, told at its end
};

} // namespace parvis::sync

#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "protocol/codec.h"
#include "store/cache.h"
#include "store/outbox.h"

#include <QHash>
#include <QSet>

namespace parvis::sync {

// How far a first sync goes.
enum class Depth {
    Front, // company and person complete, and the row of every group: enough to show where one is (`login`)
    All    // everything, from the newest downwards
};

// Why the server ended the conversation for good; a plain loss of the network is not an End.
enum class End {
    Unauthorized, // the access token is not good: refresh it and connect again
    SessionEnded, // signed out, revoked or reused: sign in again
    Disabled,     // the account is disabled
    ClientTooOld, // the server speaks a newer version
    ServerTooOld, // or an older one
    Goaway,       // the server restarts: come back after the delay
    Disk,         // our own files cannot be written: connect again later
    Faulty        // what came makes no sense: connect again later
};

struct Progress {
    bool authenticated = false;
    bool frontReached = false; // Depth::Front is reached
    bool complete = false;     // every scope is complete and settled, and stays so until the next change
    bool flushed = false;      // nothing in the outbox waits for an answer or for its overlay to end
    qint64 rowsApplied = 0;    // since the machine was made
    base::Time lastContact;    // something came from the server
    base::Time serverTime;     // the server's clock at that moment (rule 39)
    qint64 roundTripMs = -1;   // of the last greeting or ping; -1: none on this connection
    bool operator==(const Progress &) const = default;
};

// What the machine asks of its surroundings. Called from within the machine's own calls, on its thread.
class MachineSink {
public:
    virtual ~MachineSink() = default;
    virtual void send(const QByteArray &frame) = 0; // on the current connection, in order
    virtual void changed(const store::ChangeSet &changes) = 0;   // after the commit
    virtual void progressed(const Progress &progress) = 0;       // when it differs from the last one told
    virtual void end(End why, const QString &detail, qint64 delayMs) = 0; // close the connection; delay for Goaway
};

// The client's half of the conversation as an explicit state machine: no socket, no timer, no clock of its own, no thread.
// All calls on one thread. The files are the state; a machine can be thrown away at any moment and made anew.
class SyncMachine {
public:
    SyncMachine(store::Cache &cache, store::Outbox &outbox, base::Clock &clock, base::Random &random, MachineSink &sink);
    ~SyncMachine();

    // Reads the files and carries out purges that a crash left over (rule 35). Before anything else. Error Storage.
    base::Result<void> load(model::PersonId person);
    void setDepth(Depth depth);

    void connected(const QString &accessToken, const QString &agent); // a new connection is open
    void disconnected();
    void received(QByteArrayView frame);
    void outboxChanged();   // something was appended, retried or discarded, here or by another process
    void tick();            // about once a second while connected: pings, time-outs of requests
    void probe();           // pings now, and tells what it measured; nothing without a connection
    void focus(const model::ScopeId &scope); // what the person looks at is fetched first
    const Progress &progress() const;
    // When tick() is next needed, in milliseconds of the clock's monotonic time; -1: not before something happens.
    qint64 nextTickMs() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::sync

#pragma once

#include "base/clock.h"
#include "server/auth_store.h"
#include "server/row_store.h"

#include <functional>
#include <memory>
#include <mutex>

namespace parvis::server {

using Task = std::function<void()>;
using Post = std::function<void(Task)>; // runs the task later on a certain thread, in order

// One WebSocket, as a session sees it. Called on the shard's thread only.
class Connection {
public:
    virtual ~Connection() = default;
    // Queues one binary message: `head` then `tail` (which is shared by many receivers and never copied).
    // Messages that wait while a write goes on are joined into one (a frame is a sequence of records).
    virtual void send(const QByteArray &head, const QByteArray &tail = {}) = 0;
    virtual qsizetype queuedBytes() const = 0;
    virtual void close() = 0; // after what is queued has gone; the session hears nothing more
};

class Engine;
class Shard;

// One client's conversation: authenticates, answers requests, sends what moves in its scopes. Thread of its shard.
class Session : public std::enable_shared_from_this<Session> {
public:
    virtual ~Session() = default;
    virtual void received(QByteArrayView frame) = 0; // one binary message
    virtual void drained() = 0;                      // the connection's queue is empty again
    virtual void disconnected() = 0;                 // the connection is gone
    virtual bool isAuthenticated() const = 0;        // until then the listener's handshake time-out runs
};

// The sessions of one thread, and the scopes that they listen to.
class Shard {
public:
    virtual ~Shard() = default;
    virtual std::shared_ptr<Session> connect(std::shared_ptr<Connection> connection) = 0;
    virtual void closeSessions(PersonId person, DeviceId device) = 0; // device null: all of the person's
    virtual void goaway(qint64 windowMs) = 0;                         // tells all and closes
    virtual qsizetype sessionCount() const = 0;
};

// The server without sockets: one writer that commits operations in groups, readers, and the hub that tells the shards
// what moved. `writer` and `reader` run tasks on their threads (in tests: on a queue that the test turns).
class Engine {
public:
    struct Parts {
        RowStore &store;
        base::Clock &clock;
        base::Random &random;
        Post writer;
        Post reader; // may be several threads: order is not needed
        std::function<base::Result<AuthStore::Session>(const QString &token)> authenticate; // any thread
        // Tells when publishDue() is wanted next, whenever that has moved; nothing: not at all. Writer's thread, after a
        // commit. May be empty.
        std::function<void(std::optional<base::Time>)> onDue = {};
        // A document may have a new latest version. Writer's thread, after the commit. May be empty.
        std::function<void(const ScopeId &group, const Uuid &document)> onVersion = {};
    };
    explicit Engine(Parts parts);
    ~Engine();

    // `post` runs tasks on the shard's thread. The shard lives as long as the engine.
    Shard &addShard(Post post);

    // For `parvisd user add` and friends while it serves: runs on the writer's thread in a transaction of its own; what
    // it changed is told to all sessions after the commit. The callback comes on the writer's thread. An exception of
    // type store::Failure rolls back and comes as its error.
    void write(std::function<base::Result<void>(WriteView &)> change, std::function<void(base::Result<void>)> done);

    // Any thread: closes connections whose sessions ended.
    void closeSessions(PersonId person, DeviceId device);
    void goaway(qint64 windowMs);
    // When the first scheduled post was due as the engine was made.
    std::optional<base::Time> firstDue() const;
    // Publishes the scheduled posts whose time has come. Any thread.
    void publishDue();
    // Daily work: empties the trash of documents after 30 days, purges tombstones older than 180. Writer's thread.
    void maintain();

    struct Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace parvis::server

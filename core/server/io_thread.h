#pragma once

#include "server/address_table.h"
#include "server/engine.h"
#include "server/event_loop.h"
#include "server/keepalive_wheel.h"
#include "server/limits.h"

#include <atomic>
#include <thread>
#include <unordered_set>
#include <vector>

namespace parvis::server {

class HttpHandler;
class IoThread;

// One socket in one stage of its life: requests (HttpConnection), then perhaps the conversation (WsConnection).
class Peer : public StreamHandler, public WheelEntry, public std::enable_shared_from_this<Peer> {
public:
    Peer(IoThread &thread, std::shared_ptr<Stream> stream, AddressTicket ticket);
    virtual void start() = 0;
    virtual void serverStops() = 0; // ends soon by itself
    virtual void finish();          // now: the socket is closed and the thread lets go
    void timedOut() override { finish(); }

protected:
    IoThread &m_thread;
    std::shared_ptr<Stream> m_stream; // null once finished
    AddressTicket m_ticket;
};

// Of a connection that must write before the turn ends.
class Flushable {
public:
    virtual void flush() = 0;

protected:
    ~Flushable() = default;
};

// One loop, one shard and the connections of both. What has no other word is for its own thread.
class IoThread : public std::enable_shared_from_this<IoThread> {
public:
    IoThread(const Limits &limits, const base::Clock &clock, HttpHandler &http);
    ~IoThread();

    void start(Shard &shard);
    void post(Task task); // any thread; dropped once the thread has ended
    void stopAccepted();  // any thread: serverStops() of all
    void end();           // any other thread: closes what is left, waits for the thread
    EventLoop &loop() { return m_loop; }

    void adopt(std::shared_ptr<Peer> peer);
    void release(Peer &peer);
    void deadlineIsSooner(Peer &peer);
    // Once per turn of the loop: what is sent meanwhile goes with it.
    void flushLater(std::shared_ptr<Flushable> connection);

    const Limits &limits() const { return m_limits; }
    HttpHandler &http() { return m_http; }
    Shard &shard() { return *m_shard; }
    qint64 nowMs() const { return m_clock.monotonicMs(); }
    std::span<char> scratch() { return m_scratch; } // for what is read: idle connections hold no buffer
    bool isStopping() const { return m_stopping; }

private:
    void arm();
    void run();

    const Limits &m_limits;
    const base::Clock &m_clock;
    HttpHandler &m_http;
    Shard *m_shard = nullptr;
    EventLoop m_loop;
    KeepaliveWheel m_wheel;
    std::optional<qint64> m_armedMs;
    std::vector<char> m_scratch;
    std::unordered_set<std::shared_ptr<Peer>> m_peers;
    std::vector<std::shared_ptr<Flushable>> m_unflushed;
    bool m_stopping = false;
    std::atomic<bool> m_ended = false;
    std::thread m_thread;
};

} // namespace parvis::server

#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "server/engine.h"
#include "server/task_queue.h"

#include <deque>
#include <memory>

namespace parvis::bench {

// The server's engine in this process, without sockets. On threads of its own as parvisd has them, or turned by whoever
// waits for it, one task after the other, so that nothing but the work is measured.
class LocalServer {
public:
    enum class Mode { Threads, Turned };
    LocalServer(server::RowStore &store, Mode mode);
    ~LocalServer();

    // One conversation. What the server sends goes to `receive`, on the server's thread. The token is the person's id.
    class Link {
    public:
        using Receive = std::function<void(const QByteArray &frame)>;
        Link(LocalServer &server, Receive receive);
        ~Link();
        void send(const QByteArray &frame);

    private:
        struct State;
        LocalServer &m_server;
        std::shared_ptr<State> m_state;
    };

    bool turn(); // Turned: runs the next task; false if there is none
    Mode mode() const { return m_mode; }
    server::Engine &engine() { return *m_engine; }

private:
    friend class Link;
    server::Post post(std::unique_ptr<server::TaskQueue> &queue);

    Mode m_mode;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::deque<server::Task> m_tasks;
    std::unique_ptr<server::TaskQueue> m_writer;
    std::unique_ptr<server::TaskQueue> m_reader;
    std::unique_ptr<server::TaskQueue> m_io;
    server::Post m_onShard;
    std::unique_ptr<server::Engine> m_engine;
    server::Shard *m_shard = nullptr;
};

} // namespace parvis::bench

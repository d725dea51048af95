#pragma once

#include "base/result.h"
#include "server/stream.h"

#include <functional>
#include <memory>

namespace parvis::server {

struct PeerAddress {
    QString text;
    QByteArray key; // what connections are counted by: the IPv4 address, or the /64 of an IPv6 one
    bool isLoopback = false;
};

// The thread's queue of tasks, sockets and one timer. Boost.Asio stays behind it: event_loop.cpp alone knows it.
class EventLoop {
public:
    EventLoop();
    ~EventLoop();
    EventLoop(const EventLoop &) = delete;

    void post(std::function<void()> task);                     // any thread; tasks run in order
    void setTimer(qint64 delayMs, std::function<void()> task); // replaces the one before
    void run();                                                // until stop()
    void stop();                                               // any thread

private:
    friend class Acceptor;
    struct Private;
    std::unique_ptr<Private> d;
};

struct AcceptorOptions {
    QString address; // numeric; "localhost" is 127.0.0.1
    quint16 port = 0;
    int sendBufferBytes = 0;
};

// Is this an address on which nobody but this machine can connect? Error Usage if it is no address.
base::Result<bool> isLoopbackAddress(const QString &address);

// Accepts on one loop and hands each connection to the loop that `next` names.
class Acceptor {
public:
    using Accepted =
        std::function<void(EventLoop &, std::shared_ptr<Stream>, PeerAddress)>; // on the accepting loop's thread

    // Bound and listening when it returns. SO_REUSEADDR: the port is free again at once after a kill.
    static base::Result<std::unique_ptr<Acceptor>> listen(EventLoop &loop, const AcceptorOptions &options);
    ~Acceptor(); // its loop must have ended
    quint16 port() const;
    void start(std::function<EventLoop &()> next, Accepted accepted);
    void close(); // on the loop's thread

private:
    struct Private;
    explicit Acceptor(std::shared_ptr<Private> d);
    std::shared_ptr<Private> d;
};

} // namespace parvis::server

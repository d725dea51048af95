#pragma once

#include "bench/company_server.h"

#include <functional>
#include <vector>

namespace parvis::bench {

// Thousands of WebSocket clients in one epoll loop, on one thread. They sign in, listen to all of their scopes and note how
// far the rows of the company's first group reach; a client that is told of rows that it did not get asks for them.
class Swarm {
public:
    Swarm();
    ~Swarm();
    Swarm(const Swarm &) = delete;

    // Opens `count` more and waits until the server has told each where it stands.
    void join(const CompanyServer &server, int count);
    // Opens `count` plain TCP connections: whatever comes is taken for WebSocket messages all the same.
    void joinBare(quint16 port, int count);

    void send(size_t peer, const QByteArray &records); // as one binary message
    void sendRaw(size_t peer, const QByteArray &bytes);

    // Until `done` holds, which is asked after each round of what came; throws NotMeasured after `seconds`.
    void run(const std::function<bool()> &done, int seconds = 60);

    size_t size() const { return m_peers.size(); }
    // How many have rows up to `rev`.
    size_t reached(qint64 rev) const;
    void watch(qint64 rev); // from now on watched() counts the clients that reach it
    size_t watched() const { return m_watched; }
    size_t bytesReached() const { return m_bytesReached; }
    void watchBytes(qint64 bytes); // likewise for bytes received from now on
    qint64 pulls() const { return m_pulls; }
    qint64 highest() const;

    // Notes each message of one client, with its head, until the next call.
    void record(size_t peer);
    const std::vector<QByteArray> &recorded() const { return m_recorded; }

private:
    struct Peer {
        int fd = -1;
        enum { Connecting, Upgrading, Authenticating, Resuming, Ready } state = Connecting;
        int person = 0;
        QByteArray in;
        QByteArray out; // what the socket did not take
        qint64 hi = 0;
        qint64 bytes = 0;
        qint64 reqs = 0;
    };
    struct Record;

    size_t open(quint16 port);
    void handle(size_t index, quint32 events);
    void received(size_t index, QByteArrayView bytes);
    void message(size_t index, QByteArrayView payload, int opcode);
    void record(size_t index, const Record &record);
    void flush(Peer &peer);
    void reach(Peer &peer, qint64 hi);

    int m_epoll = -1;
    std::vector<Peer> m_peers;
    const CompanyServer *m_server = nullptr;
    QByteArray m_scope; // of the company's first group, encoded: the rows that count
    size_t m_ready = 0;
    qint64 m_watchRev = 0;
    size_t m_watched = 0;
    qint64 m_watchBytes = 0;
    size_t m_bytesReached = 0;
    qint64 m_pulls = 0;
    size_t m_recordPeer = size_t(-1);
    std::vector<QByteArray> m_recorded;
    std::vector<char> m_buffer;
};

} // namespace parvis::bench

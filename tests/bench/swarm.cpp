#include "bench/swarm.h"

#include "protocol/cbor.h"
#include "protocol/codec.h"
#include "protocol/limits.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parvis::bench {

using namespace protocol;

namespace {

constexpr int together = 200; // connections opened at once: the server's backlog is finite
constexpr int textMessage = 1;
constexpr int binaryMessage = 2;
constexpr int closeMessage = 8;
constexpr int pingMessage = 9;

// A message of a client is masked; with the key 0 that costs nothing.
QByteArray clientMessage(QByteArrayView payload, int opcode)
{
    QByteArray out;
    out.reserve(payload.size() + 14);
    out.append(char(0x80 | opcode));
    if (payload.size() < 126) {
        out.append(char(0x80 | payload.size()));
    } else if (payload.size() < 65536) {
        out.append(char(0x80 | 126));
        out.append(char(payload.size() >> 8));
        out.append(char(payload.size()));
    } else {
        out.append(char(0x80 | 127));
        for (int shift = 56; shift >= 0; shift -= 8)
            out.append(char(quint64(payload.size()) >> shift));
    }
    out.append(4, '\0');
    out.append(payload);
    return out;
}

} // namespace

// What a client of the swarm reads of a record.
struct Swarm::Record {
    qint64 type = 0;
    qint64 hi = 0;
    QByteArrayView scope; // encoded
    QByteArrayView heads; // of a poke, encoded
};

Swarm::Swarm() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_buffer(256 * 1024) { }

Swarm::~Swarm()
{
    for (const Peer &peer : m_peers)
        ::close(peer.fd);
    ::close(m_epoll);
}

size_t Swarm::open(quint16 port)
{
    Peer peer;
    peer.fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (peer.fd < 0)
        throw NotMeasured{QStringLiteral("only %1 sockets could be opened").arg(m_peers.size())};
    const int yes = 1;
    ::setsockopt(peer.fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(peer.fd, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 && errno != EINPROGRESS)
        throw NotMeasured{QStringLiteral("the server refuses connections")};
    const size_t index = m_peers.size();
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u64 = index;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, peer.fd, &event);
    m_peers.push_back(std::move(peer));
    return index;
}

void Swarm::join(const CompanyServer &server, int count)
{
    m_server = &server;
    CborWriter scope;
    scope.text(server.company().scope(0).toString());
    m_scope = scope.take();
    while (count > 0) {
        const int now = std::min(count, together);
        for (int i = 0; i < now; ++i) {
            const size_t index = open(server.port());
            Peer &peer = m_peers[index];
            peer.person = int(index % Company::peopleCount);
            peer.state = Peer::Upgrading;
            peer.out = "GET /sync HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.port())
                       + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                         "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parvis.1\r\n\r\n";
        }
        count -= now;
        run([&] { return m_ready == m_peers.size(); });
    }
}

void Swarm::joinBare(quint16 port, int count)
{
    for (int i = 0; i < count; ++i) {
        m_peers[open(port)].state = Peer::Ready;
        ++m_ready;
        if (i % together == together - 1) {
            int rounds = 0;
            run([&] { return ++rounds > 1; });
        }
    }
}

void Swarm::send(size_t peer, const QByteArray &records)
{
    sendRaw(peer, clientMessage(records, binaryMessage));
}

void Swarm::sendRaw(size_t peer, const QByteArray &bytes)
{
    m_peers[peer].out += bytes;
    flush(m_peers[peer]);
}

void Swarm::flush(Peer &peer)
{
    if (peer.out.isEmpty())
        return;
    const ssize_t sent = ::send(peer.fd, peer.out.constData(), size_t(peer.out.size()), MSG_NOSIGNAL);
    if (sent > 0)
        peer.out.remove(0, sent);
    else if (sent < 0 && errno != EAGAIN && errno != ENOTCONN)
        throw NotMeasured{QStringLiteral("the server has closed a connection")};
}

void Swarm::run(const std::function<bool()> &done, int seconds)
{
    const qint64 until = monotonicNs() + qint64(seconds) * 1'000'000'000;
    std::vector<epoll_event> events(1024);
    while (!done()) {
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 20);
        for (int i = 0; i < count; ++i)
            handle(size_t(events[size_t(i)].data.u64), events[size_t(i)].events);
        if (monotonicNs() > until)
            throw NotMeasured{QStringLiteral("%1 of %2 clients got there in %3 s")
                                  .arg(std::max(m_watched, m_bytesReached))
                                  .arg(m_peers.size())
                                  .arg(seconds)};
    }
}

void Swarm::handle(size_t index, quint32 events)
{
    Peer &peer = m_peers[index];
    if (events & EPOLLOUT) {
        flush(peer);
        if (peer.out.isEmpty()) {
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = index;
            ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, peer.fd, &event);
        }
    }
    if (!(events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        return;
    const ssize_t got = ::recv(peer.fd, m_buffer.data(), m_buffer.size(), 0);
    if (got < 0 && errno == EAGAIN)
        return;
    if (got <= 0)
        throw NotMeasured{QStringLiteral("the server has closed connection %1 of %2").arg(index).arg(m_peers.size())};
    const qint64 before = peer.bytes;
    peer.bytes += got;
    if (m_watchBytes > 0 && before < m_watchBytes && peer.bytes >= m_watchBytes)
        ++m_bytesReached;
    const QByteArrayView fresh(m_buffer.data(), got);
    if (peer.in.isEmpty()) {
        received(index, fresh);
    } else {
        QByteArray all = std::exchange(peer.in, {});
        all.append(fresh);
        received(index, all);
    }
}

void Swarm::received(size_t index, QByteArrayView bytes)
{
    if (m_peers[index].state == Peer::Upgrading) {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0) {
            m_peers[index].in = bytes.toByteArray();
            return;
        }
        if (!bytes.startsWith("HTTP/1.1 101"))
            throw NotMeasured{QStringLiteral("no WebSocket: %1").arg(QString::fromUtf8(bytes.first(end)))};
        m_peers[index].state = Peer::Authenticating;
        QByteArray records = encode(Hello{protocol::version, QStringLiteral("parvis-bench")});
        append(records, Auth{m_server->token(m_peers[index].person), {}});
        send(index, records);
        bytes = bytes.sliced(end + 4);
    }
    while (bytes.size() >= 2) {
        const int opcode = bytes[0] & 0x0f;
        quint64 size = quint8(bytes[1]) & 0x7f;
        qsizetype head = 2;
        if (size >= 126) {
            const int extra = size == 126 ? 2 : 8;
            head += extra;
            if (bytes.size() < head)
                break;
            size = 0;
            for (int i = 0; i < extra; ++i)
                size = size << 8 | quint8(bytes[2 + i]);
        }
        if (quint64(bytes.size() - head) < size)
            break;
        if (index == m_recordPeer)
            m_recorded.push_back(bytes.first(head + qsizetype(size)).toByteArray());
        message(index, bytes.sliced(head, qsizetype(size)), opcode);
        bytes = bytes.sliced(head + qsizetype(size));
    }
    m_peers[index].in = bytes.toByteArray();
}

void Swarm::message(size_t index, QByteArrayView payload, int opcode)
{
    if (opcode == pingMessage)
        return sendRaw(index, clientMessage(payload, pingMessage + 1));
    if (opcode == closeMessage)
        throw NotMeasured{QStringLiteral("the server says good-bye to connection %1").arg(index)};
    if (opcode > textMessage + 1)
        return;
    CborReader in(payload);
    while (in.ok() && !in.atEnd()) {
        Record found;
        for (qint64 pairs = in.map(); pairs > 0 && in.ok(); --pairs) {
            const qint64 key = in.integer();
            if (key == 0)
                found.type = in.integer();
            else if (found.type == Rows::type && key == 2)
                found.scope = in.skip();
            else if (found.type == Rows::type && key == 6)
                found.hi = in.integer();
            else if (found.type == Poke::type && key == 1)
                found.heads = in.skip();
            else
                in.skip();
        }
        record(index, found);
    }
}

void Swarm::reach(Peer &peer, qint64 hi)
{
    if (m_watchRev > 0 && peer.hi < m_watchRev && hi >= m_watchRev)
        ++m_watched;
    peer.hi = std::max(peer.hi, hi);
}

void Swarm::record(size_t index, const Record &record)
{
    Peer &peer = m_peers[index];
    if (record.type == AuthOk::type && peer.state == Peer::Authenticating) {
        peer.state = Peer::Resuming;
        // An epoch that is not the server's: it need not send the first rows, and tells all heads.
        Resume resume;
        const ScopeCoverage some{{}, model::EpochId(m_server->company().reader().uuid()), {}, 0};
        for (const model::GroupId &group : m_server->company().groups) {
            resume.scopes.append(some);
            resume.scopes.last().scope = model::ScopeId::group(group);
        }
        send(index, encode(resume));
    } else if (record.type == Err::type) {
        throw NotMeasured{QStringLiteral("the server answers with an error")};
    } else if (record.type == Poke::type && peer.state == Peer::Resuming) {
        peer.state = Peer::Ready;
        ++m_ready;
    } else if (record.type == Rows::type) {
        if (record.scope == m_scope)
            reach(peer, record.hi);
    } else if (record.type == Poke::type && m_server) {
        // Told of rows instead of given them: asks for what is missing.
        CborReader heads(record.heads);
        for (qint64 count = heads.array(); count > 0 && heads.ok(); --count) {
            ScopeHead head;
            for (qint64 pairs = heads.map(); pairs > 0 && heads.ok(); --pairs) {
                switch (heads.integer()) {
                case 1: head.scope = model::ScopeId::fromString(heads.text()).value_or(model::ScopeId()); break;
                case 2: head.epoch = model::EpochId(base::Uuid::fromBytes(heads.bytes())); break;
                case 3: head.head = heads.integer(); break;
                default: heads.skip(); break;
                }
            }
            if (head.scope != m_server->company().scope(0) || head.head <= peer.hi)
                continue;
            ++m_pulls;
            send(index, encode(Pull{++peer.reqs, head.scope, head.epoch, {}, peer.hi, 0, peer.hi, peer.hi}));
        }
    }
}

size_t Swarm::reached(qint64 rev) const
{
    return size_t(std::count_if(m_peers.begin(), m_peers.end(), [&](const Peer &peer) { return peer.hi >= rev; }));
}

qint64 Swarm::highest() const
{
    qint64 highest = 0;
    for (const Peer &peer : m_peers)
        highest = std::max(highest, peer.hi);
    return highest;
}

void Swarm::watch(qint64 rev)
{
    m_watchRev = rev;
    m_watched = reached(rev);
}

void Swarm::watchBytes(qint64 bytes)
{
    for (Peer &peer : m_peers)
        peer.bytes = 0;
    m_watchBytes = bytes;
    m_bytesReached = 0;
}

void Swarm::record(size_t peer)
{
    m_recordPeer = peer;
    m_recorded.clear();
}

} // namespace parvis::bench

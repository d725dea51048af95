#include "bench/bare_server.h"

#include "bench/process.h"

#include <cstdio>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace parvis::bench {

namespace {

struct Connection {
    int fd = -1;
    bool speaks = false;
    QByteArray in;
    QByteArray out;
};

class BareServer {
public:
    int run()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 4096) != 0)
            return 1;
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        std::printf("%d\n", int(ntohs(address.sin_port)));
        std::fflush(stdout);
        m_epoll = ::epoll_create1(0);
        watch(m_listener, size_t(-1), EPOLLIN, EPOLL_CTL_ADD);
        std::vector<epoll_event> events(1024);
        while (true) {
            const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), -1);
            for (int i = 0; i < count; ++i)
                handle(events[size_t(i)]);
        }
    }

private:
    void watch(int fd, size_t index, quint32 what, int how)
    {
        epoll_event event{};
        event.events = what;
        event.data.u64 = index;
        ::epoll_ctl(m_epoll, how, fd, &event);
    }

    void handle(const epoll_event &event)
    {
        if (event.data.u64 == size_t(-1))
            return acceptAll();
        Connection &connection = m_connections[size_t(event.data.u64)];
        if (event.events & EPOLLOUT)
            flush(size_t(event.data.u64));
        if (!(event.events & (EPOLLIN | EPOLLHUP)))
            return;
        char buffer[64 * 1024];
        const ssize_t got = ::recv(connection.fd, buffer, sizeof buffer, 0);
        if (got <= 0) {
            ::close(connection.fd);
            connection.fd = -1;
            return;
        }
        connection.in.append(buffer, got);
        connection.speaks = true;
        while (const qsizetype size = wholeMessage(connection.in)) {
            const QByteArray message = connection.in.first(size);
            connection.in.remove(0, size);
            if (message[0] == 'E')
                send(size_t(event.data.u64), message);
            else
                fanOut(QByteArrayView(message).sliced(5));
        }
    }

    static quint32 lengthAt(QByteArrayView bytes, qsizetype at)
    {
        quint32 length = 0;
        std::memcpy(&length, bytes.data() + at, sizeof length);
        return length;
    }
    static qsizetype wholeMessage(const QByteArray &in)
    {
        if (in.size() < 5)
            return 0;
        const qsizetype size = 5 + qsizetype(lengthAt(in, 1));
        return in.size() < size ? 0 : size;
    }

    void acceptAll()
    {
        while (true) {
            const int fd = ::accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK);
            if (fd < 0)
                return;
            const int yes = 1;
            ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            m_connections.push_back({fd, false, {}, {}});
            watch(fd, m_connections.size() - 1, EPOLLIN, EPOLL_CTL_ADD);
        }
    }

    void fanOut(QByteArrayView messages)
    {
        while (messages.size() >= 4) {
            const auto size = qsizetype(lengthAt(messages, 0));
            const QByteArrayView message = messages.sliced(4, size);
            messages = messages.sliced(4 + size);
            for (size_t i = 0; i < m_connections.size(); ++i) {
                if (!m_connections[i].speaks && m_connections[i].fd >= 0)
                    send(i, message);
            }
        }
    }

    void send(size_t index, QByteArrayView bytes)
    {
        Connection &connection = m_connections[index];
        ssize_t sent = 0;
        if (connection.out.isEmpty())
            sent = std::max<ssize_t>(0, ::send(connection.fd, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL));
        if (sent == bytes.size())
            return;
        if (connection.out.isEmpty())
            watch(connection.fd, index, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
        connection.out.append(bytes.sliced(sent));
    }

    void flush(size_t index)
    {
        Connection &connection = m_connections[index];
        const ssize_t sent =
            ::send(connection.fd, connection.out.constData(), size_t(connection.out.size()), MSG_NOSIGNAL);
        if (sent > 0)
            connection.out.remove(0, sent);
        if (connection.out.isEmpty())
            watch(connection.fd, index, EPOLLIN, EPOLL_CTL_MOD);
    }

    int m_listener = -1;
    int m_epoll = -1;
    std::vector<Connection> m_connections;
};

QByteArray length(qsizetype size)
{
    const auto value = quint32(size);
    return QByteArray(reinterpret_cast<const char *>(&value), sizeof value);
}

} // namespace

int runBareServer()
{
    raiseDescriptorLimit();
    return BareServer().run();
}

QByteArray echoMessage(const QByteArray &content)
{
    return 'E' + length(content.size()) + content;
}

QByteArray fanoutMessage(const std::vector<QByteArray> &messages)
{
    QByteArray all;
    for (const QByteArray &message : messages)
        all += length(message.size()) + message;
    return 'F' + length(all.size()) + all;
}

} // namespace parvis::bench

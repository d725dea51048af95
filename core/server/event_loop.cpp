#include "server/event_loop.h"

#include "base/log.h"

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>

#ifdef Q_OS_LINUX
#  include <netinet/tcp.h>
#endif

namespace parvis::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
// Sockets, acceptors and timers that know their context by type: a third smaller than with a type-erased executor.
using Socket = asio::basic_stream_socket<tcp, Executor>;
using TcpAcceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

namespace {

constexpr std::size_t maxParts = 64; // of one system call

struct Parts {
    std::array<asio::const_buffer, maxParts> buffers;
    std::size_t count = 0;
    const asio::const_buffer *begin() const { return buffers.data(); }
    const asio::const_buffer *end() const { return buffers.data() + count; }
};

class SocketStream final : public Stream, public std::enable_shared_from_this<SocketStream> {
public:
    explicit SocketStream(Socket socket) : m_socket(std::move(socket)) { }

    void setHandler(StreamHandler *handler) override { m_handler = handler; }

    IoResult read(std::span<char> into) override
    {
        error_code error;
        const auto bytes = m_socket.read_some(asio::buffer(into.data(), into.size()), error);
        if (bytes == into.size())
            acknowledgeAtOnce();
        return result(bytes, error);
    }

    IoResult write(std::span<const QByteArrayView> parts) override
    {
        Parts gathered;
        for (const auto &part : parts.first(std::min(parts.size(), maxParts)))
            gathered.buffers[gathered.count++] = asio::const_buffer(part.data(), std::size_t(part.size()));
        error_code error;
        const auto bytes = m_socket.write_some(gathered, error);
        return result(bytes, error);
    }

    void waitReadable() override
    {
        if (std::exchange(m_waitsToRead, true))
            return;
        m_socket.async_wait(Socket::wait_read, [self = shared_from_this()](const error_code &) {
            self->m_waitsToRead = false;
            if (self->m_handler)
                self->m_handler->readable();
        });
    }

    void waitWritable() override
    {
        if (std::exchange(m_waitsToWrite, true))
            return;
        m_socket.async_wait(Socket::wait_write, [self = shared_from_this()](const error_code &) {
            self->m_waitsToWrite = false;
            if (self->m_handler)
                self->m_handler->writable();
        });
    }

    void shutdownWrite() override
    {
        error_code ignored;
        m_socket.shutdown(Socket::shutdown_send, ignored);
    }

    void close() override
    {
        m_handler = nullptr;
        error_code ignored;
        m_socket.close(ignored);
    }

private:
    // Much is arriving: a sender that gathers small pieces (Nagle) holds the last one back until what came before is
    // acknowledged, which else waits 40 ms for an answer to go along with. The system forgets the wish by itself.
    void acknowledgeAtOnce()
    {
#ifdef Q_OS_LINUX
        const int on = 1;
        ::setsockopt(m_socket.native_handle(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
#endif
    }

    static IoResult result(std::size_t bytes, const error_code &error)
    {
        if (!error)
            return {Io::Done, qsizetype(bytes)};
        if (error == asio::error::would_block || error == asio::error::try_again || error == asio::error::interrupted)
            return {Io::Again, 0};
        return {Io::Closed, 0};
    }

    Socket m_socket;
    StreamHandler *m_handler = nullptr;
    bool m_waitsToRead = false;
    bool m_waitsToWrite = false;
};

PeerAddress describe(const asio::ip::address &given)
{
    asio::ip::address address = given;
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    PeerAddress peer;
    peer.text = QString::fromStdString(address.to_string());
    peer.isLoopback = address.is_loopback();
    if (address.is_v4()) {
        const auto bytes = address.to_v4().to_bytes();
        peer.key = QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()));
    } else {
        const auto bytes = address.to_v6().to_bytes();
        peer.key = QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size() / 2));
    }
    return peer;
}

base::Result<asio::ip::address> parsed(const QString &text)
{
    error_code error;
    const auto address = asio::ip::make_address(text == u"localhost" ? "127.0.0.1" : text.toStdString(), error);
    if (error)
        return base::fail(base::ErrorKind::Usage, "listener.address",
                          QString("'%1' is not a numeric address: give one such as 127.0.0.1 or [::]").arg(text));
    return address;
}

} // namespace

// ---- loop -----------------------------------------------------------------------------------------------------------

struct EventLoop::Private {
    asio::io_context context{1}; // one thread runs it: tasks posted from inside need no lock
    Timer timer{context};
};

EventLoop::EventLoop() : d(std::make_unique<Private>()) { }
EventLoop::~EventLoop() = default;

void EventLoop::post(std::function<void()> task)
{
    asio::post(d->context, std::move(task));
}

void EventLoop::setTimer(qint64 delayMs, std::function<void()> task)
{
    d->timer.expires_after(std::chrono::milliseconds(std::max<qint64>(delayMs, 0)));
    d->timer.async_wait([task = std::move(task)](const error_code &error) {
        if (!error)
            task();
    });
}

void EventLoop::run()
{
    const auto guard = asio::make_work_guard(d->context);
    d->context.run();
}

void EventLoop::stop()
{
    d->context.stop();
}

// ---- acceptor -------------------------------------------------------------------------------------------------------

base::Result<bool> isLoopbackAddress(const QString &address)
{
    return parsed(address).map([](const asio::ip::address &a) { return a.is_loopback(); });
}

struct Acceptor::Private : std::enable_shared_from_this<Acceptor::Private> {
    explicit Private(asio::io_context &context) : acceptor(context), retry(context) { }

    void acceptNext()
    {
        EventLoop &target = next();
        acceptor.async_accept(target.d->context,
                              [self = shared_from_this(), &target](const error_code &error, Socket socket) {
                                  self->onAccept(error, target, std::move(socket));
                              });
    }

    void onAccept(const error_code &error, EventLoop &target, Socket socket)
    {
        if (error == asio::error::operation_aborted || !acceptor.is_open())
            return;
        if (error) {
            // Mostly no descriptor is left: those waiting stay in the kernel's queue until one is.
            qCWarning(base::logServer, "cannot accept a connection: %s", error.message().c_str());
            retry.expires_after(std::chrono::milliseconds(200));
            retry.async_wait([self = shared_from_this()](const error_code &stopped) {
                if (!stopped)
                    self->acceptNext();
            });
            return;
        }
        error_code failed;
        const auto peer = socket.remote_endpoint(failed);
        if (!failed) {
            socket.non_blocking(true, failed);
            socket.set_option(tcp::no_delay(true), failed);
            accepted(target, std::make_shared<SocketStream>(std::move(socket)), describe(peer.address()));
        }
        acceptNext();
    }

    TcpAcceptor acceptor;
    Timer retry;
    std::function<EventLoop &()> next;
    Accepted accepted;
};

Acceptor::Acceptor(std::shared_ptr<Private> given) : d(std::move(given)) { }
Acceptor::~Acceptor() = default;

base::Result<std::unique_ptr<Acceptor>> Acceptor::listen(EventLoop &loop, const AcceptorOptions &options)
{
    const auto address = parsed(options.address);
    if (!address)
        return base::fail(address.error());
    const tcp::endpoint endpoint(*address, options.port);
    auto d = std::make_shared<Private>(loop.d->context);
    error_code error;
    d->acceptor.open(endpoint.protocol(), error);
    if (!error)
        d->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && options.sendBufferBytes > 0) // inherited by what is accepted
        d->acceptor.set_option(asio::socket_base::send_buffer_size(options.sendBufferBytes), error);
    if (!error)
        d->acceptor.bind(endpoint, error);
    if (!error)
        d->acceptor.listen(4096, error);
    if (error) {
        const bool taken = error == asio::error::address_in_use;
        return base::fail(
            taken ? base::ErrorKind::Conflict : base::ErrorKind::Offline, "listener.listen",
            QString("cannot listen on %1 port %2: %3")
                .arg(options.address, QString::number(options.port), QString::fromStdString(error.message())));
    }
    return std::unique_ptr<Acceptor>(new Acceptor(std::move(d)));
}

quint16 Acceptor::port() const
{
    error_code ignored;
    return d->acceptor.local_endpoint(ignored).port();
}

void Acceptor::start(std::function<EventLoop &()> next, Accepted accepted)
{
    d->next = std::move(next);
    d->accepted = std::move(accepted);
    d->acceptNext();
}

void Acceptor::close()
{
    error_code ignored;
    d->acceptor.close(ignored);
    d->retry.cancel();
}

} // namespace parvis::server

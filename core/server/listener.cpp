#include "server/listener.h"

#include "server/http_connection.h"
#include "server/http_handler.h"
#include "server/tls_stream.h"

#include <optional>

namespace parvis::server {

struct Listener::Private {
    Private(ListenerOptions given, Parts parts_)
        : options(std::move(given)),
          parts(std::move(parts_)),
          http({parts.auth, parts.company, parts.companyId, options.limits.waitingLogins, parts.blobs})
    { }

    void accepted(IoThread &thread, std::shared_ptr<Stream> stream, const PeerAddress &address);

    ListenerOptions options;
    Parts parts;
    HttpHandler http;
    std::shared_ptr<TlsContext> tls;
    std::shared_ptr<AddressTable> addresses = std::make_shared<AddressTable>();
    std::vector<std::shared_ptr<IoThread>> threads;
    std::unique_ptr<Acceptor> acceptor;
    std::size_t turn = 0;
    std::size_t accepting = 0; // which thread the connection being waited for goes to
    bool started = false;
};

Listener::Listener(ListenerOptions options, Parts parts)
    : d(std::make_unique<Private>(std::move(options), std::move(parts)))
{ }

Listener::~Listener()
{
    stop(0);
}

base::Result<quint16> Listener::start()
{
    const auto loopback = isLoopbackAddress(d->options.address);
    if (!loopback)
        return base::fail(loopback.error());
    if (d->options.certFile.isEmpty() != d->options.keyFile.isEmpty())
        return base::fail(base::ErrorKind::Usage, "listener.tls", "give both a certificate and its key, or none");
    if (!d->options.certFile.isEmpty()) {
        auto context = TlsContext::load(d->options.certFile, d->options.keyFile);
        if (!context)
            return base::fail(context.error());
        d->tls = *context;
    } else if (!*loopback) {
        return base::fail(
            base::ErrorKind::Usage, "listener.tls",
            QString("%1 can be reached from other machines, so it needs a certificate: give --cert and --key")
                .arg(d->options.address));
    }

    const int cores = std::max(1, int(std::thread::hardware_concurrency()));
    for (int i = 0; i < (d->options.threads > 0 ? d->options.threads : cores); ++i)
        d->threads.push_back(std::make_shared<IoThread>(d->options.limits, d->parts.clock, d->http));
    auto acceptor = Acceptor::listen(d->threads.front()->loop(),
                                     {d->options.address, d->options.port, d->options.limits.sendBufferBytes});
    if (!acceptor)
        return base::fail(acceptor.error());
    d->acceptor = std::move(*acceptor);
    const quint16 port = d->acceptor->port();
    d->acceptor->start(
        [this]() -> EventLoop & {
            d->accepting = d->turn++ % d->threads.size();
            return d->threads[d->accepting]->loop();
        },
        [this](EventLoop &, std::shared_ptr<Stream> stream, const PeerAddress &address) {
            d->accepted(*d->threads[d->accepting], std::move(stream), address);
        });
    for (const auto &thread : d->threads)
        thread->start(d->parts.addShard([thread](Task task) { thread->post(std::move(task)); }));
    d->started = true;
    return port;
}

void Listener::Private::accepted(IoThread &thread, std::shared_ptr<Stream> stream, const PeerAddress &address)
{
    auto ticket = addresses->enter(address, options.limits);
    if (!ticket)
        return stream->close();
    auto held = std::make_shared<AddressTicket>(std::move(*ticket));
    thread.post([this, &thread, stream = std::move(stream), held, text = address.text]() mutable {
        if (thread.isStopping())
            return stream->close();
        auto line = tls ? tls->wrap(std::move(stream)) : std::move(stream);
        thread.adopt(std::make_shared<HttpConnection>(thread, std::move(line), std::move(*held), text));
    });
}

void Listener::stop(qint64 graceMs)
{
    if (!std::exchange(d->started, false))
        return;
    d->threads.front()->post([this] { d->acceptor->close(); });
    for (const auto &thread : d->threads)
        thread->stopAccepted();
    d->addresses->waitUntilEmpty(graceMs);
    for (const auto &thread : d->threads)
        thread->end();
    d->acceptor->close(); // its loop may have ended before it came to that
    d->http.finish();
}

qsizetype Listener::connections() const
{
    return d->addresses->connections();
}

bool Listener::isTls() const
{
    return d->tls != nullptr;
}

} // namespace parvis::server

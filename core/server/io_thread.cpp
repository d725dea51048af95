#include "server/io_thread.h"

namespace parvis::server {

Peer::Peer(IoThread &thread, std::shared_ptr<Stream> stream, AddressTicket ticket)
    : m_thread(thread), m_stream(std::move(stream)), m_ticket(std::move(ticket))
{ }

void Peer::finish()
{
    if (!m_stream)
        return;
    const auto self = shared_from_this();
    m_stream->close();
    m_stream.reset();
    m_thread.release(*this);
}

IoThread::IoThread(const Limits &limits, const base::Clock &clock, HttpHandler &http)
    : m_limits(limits), m_clock(clock), m_http(http), m_wheel(clock.monotonicMs()), m_scratch(64 * 1024)
{ }

IoThread::~IoThread()
{
    end();
}

void IoThread::start(Shard &shard)
{
    m_shard = &shard;
    m_thread = std::thread([this] { run(); });
}

void IoThread::run()
{
    m_loop.run();
    m_ended = true;
    while (!m_peers.empty()) {
        const auto peer = *m_peers.begin();
        peer->finish();
    }
    m_unflushed.clear();
}

void IoThread::post(Task task)
{
    if (!m_ended)
        m_loop.post(std::move(task));
}

void IoThread::stopAccepted()
{
    m_loop.post([this] {
        m_stopping = true;
        const std::vector<std::shared_ptr<Peer>> peers(m_peers.begin(), m_peers.end());
        for (const auto &peer : peers)
            peer->serverStops();
    });
}

void IoThread::end()
{
    if (!m_thread.joinable())
        return;
    m_loop.stop();
    m_thread.join();
}

void IoThread::adopt(std::shared_ptr<Peer> peer)
{
    m_wheel.add(*peer);
    Peer &added = *peer;
    m_peers.insert(std::move(peer));
    arm();
    added.start();
}

void IoThread::release(Peer &peer)
{
    m_wheel.remove(peer);
    m_peers.erase(peer.shared_from_this());
}

void IoThread::deadlineIsSooner(Peer &peer)
{
    m_wheel.sooner(peer);
    arm();
}

void IoThread::arm()
{
    const auto next = m_wheel.nextMs();
    if (!next || (m_armedMs && *m_armedMs <= *next))
        return;
    m_armedMs = next;
    m_loop.setTimer(*next - nowMs(), [this] {
        m_armedMs.reset();
        m_wheel.turn(nowMs());
        arm();
    });
}

void IoThread::flushLater(std::shared_ptr<Flushable> connection)
{
    m_unflushed.push_back(std::move(connection));
    if (m_unflushed.size() > 1)
        return;
    m_loop.post([this] {
        const auto connections = std::exchange(m_unflushed, {});
        for (const auto &each : connections)
            each->flush();
    });
}

} // namespace parvis::server

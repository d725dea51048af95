#include "bench/sync_client.h"

#include <chrono>

namespace parvis::bench {

SyncClient::SyncClient(const QString &dir, LocalServer &server, model::PersonId person)
    : m_server(server),
      m_person(person),
      m_cache(take(store::Cache::open(dir + QStringLiteral("/cache.db")))),
      m_outbox(take(store::Outbox::open(dir + QStringLiteral("/outbox.db"), m_random)))
{
    // Signing in does this: readers take their places from it.
    take(m_cache->setIdentity({QStringLiteral("http://127.0.0.1:9"), QStringLiteral("reader"), model::Uuid(), person,
                               model::DeviceId(person.uuid())}));
    sync::MachineSink &sink = *this;
    m_machine = std::make_unique<sync::SyncMachine>(*m_cache, *m_outbox, m_clock, m_random, sink);
    take(m_machine->load(person));
}

SyncClient::~SyncClient() = default;

void SyncClient::connect()
{
    m_link = std::make_unique<LocalServer::Link>(m_server, [inbox = m_inbox](const QByteArray &frame) {
        const std::lock_guard lock(inbox->mutex);
        inbox->frames.push_back(frame);
        inbox->filled.notify_one();
    });
    m_machine->connected(m_person.uuid().toString(), QStringLiteral("parvis-bench"));
}

QByteArray SyncClient::nextFrame(int seconds)
{
    if (m_server.mode() == LocalServer::Mode::Turned) {
        while (m_inbox->frames.empty()) {
            if (!m_server.turn())
                throw NotMeasured{QStringLiteral("the conversation stands still")};
        }
    }
    std::unique_lock lock(m_inbox->mutex);
    if (!m_inbox->filled.wait_for(lock, std::chrono::seconds(seconds), [&] { return !m_inbox->frames.empty(); }))
        throw NotMeasured{QStringLiteral("nothing came for %1 s").arg(seconds)};
    QByteArray frame = std::move(m_inbox->frames.front());
    m_inbox->frames.pop_front();
    return frame;
}

void SyncClient::runUntil(const std::function<bool()> &done, int seconds)
{
    while (!done()) {
        m_machine->received(nextFrame(seconds));
        if (!m_ended.isEmpty())
            throw NotMeasured{m_ended};
    }
}

} // namespace parvis::bench

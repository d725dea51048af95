#pragma once

#include "bench/local_server.h"
#include "bench/row.h"
#include "store/cache.h"
#include "store/outbox.h"
#include "sync/sync_machine.h"

#include <condition_variable>
#include <mutex>

namespace parvis::bench {

// The client's machine on files of its own, speaking to a LocalServer. One thread.
class SyncClient : private sync::MachineSink {
public:
    SyncClient(const QString &dir, LocalServer &server, model::PersonId person);
    ~SyncClient() override;

    void connect();
    // Takes what comes until `done` holds after a frame; throws NotMeasured after `seconds` without a frame.
    void runUntil(const std::function<bool()> &done, int seconds = 60);

    store::Cache &cache() { return *m_cache; }
    const sync::Progress &progress() const { return m_machine->progress(); }
    std::function<void(const store::ChangeSet &)> onChanged;

private:
    void send(const QByteArray &frame) override { m_link->send(frame); }
    void changed(const store::ChangeSet &changes) override
    {
        if (onChanged)
            onChanged(changes);
    }
    void progressed(const sync::Progress &) override { }
    void end(sync::End, const QString &detail, qint64) override { m_ended = detail; }
    QByteArray nextFrame(int seconds);

    LocalServer &m_server;
    model::PersonId m_person;
    base::SystemClock m_clock;
    base::SystemRandom m_random;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<store::Outbox> m_outbox;
    std::unique_ptr<sync::SyncMachine> m_machine;
    QString m_ended;

    struct Inbox {
        std::mutex mutex;
        std::condition_variable filled;
        std::deque<QByteArray> frames;
    };
    std::shared_ptr<Inbox> m_inbox = std::make_shared<Inbox>();
    std::unique_ptr<LocalServer::Link> m_link;
};

} // namespace parvis::bench

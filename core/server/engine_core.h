#pragma once

#include "server/session.h"

#include <vector>

namespace parvis::server {

// The sessions of one thread. Everything but post() is called on that thread.
class ShardImpl : public Shard {
public:
    ShardImpl(EngineCore &core, Post post) : m_core(core), m_post(std::move(post)) { }

    std::shared_ptr<Session> connect(std::shared_ptr<Connection> connection) override;
    void closeSessions(PersonId person, DeviceId device) override;
    void goaway(qint64 windowMs) override;
    qsizetype sessionCount() const override { return m_sessions.size(); }

    void post(Task task) { m_post(std::move(task)); }
    void deliver(const Push &push);
    Hub::Told subscribe(SessionImpl *session, const ScopeId &scope); // where the scope stands, see Hub
    void unsubscribe(SessionImpl *session, const ScopeId &scope);
    void forget(SessionImpl *session);

private:
    EngineCore &m_core;
    Post m_post;
    QHash<SessionImpl *, std::shared_ptr<SessionImpl>> m_sessions;
    QHash<ScopeId, QList<SessionImpl *>> m_listeners;
};

// What a session may ask of the engine. Any thread.
struct EngineCore {
    explicit EngineCore(Engine::Parts given) : parts(std::move(given)) { }

    // Runs in the next group commit; `done` comes on the session's shard, after the commit.
    struct Job {
        ShardImpl *shard = nullptr;
        std::weak_ptr<SessionImpl> session;
        PersonId person;
        protocol::Message request; // Op or Done
        std::function<base::Result<void>(WriteView &)> change; // or an administrator's change
        std::function<void(base::Result<void>)> done;
    };
    void submit(Job job);
    void cursorAboveHead(); // the database is older than what clients have seen (rule 14)

    Engine::Parts parts;
    Uuid company; // its id, null if the store was empty when the engine was made
    Hub hub;
    std::vector<std::unique_ptr<ShardImpl>> shards;
    std::optional<base::Time> due; // of the next scheduled post, as told; writer's thread

private:
    void runJobs();
    void commitGroup(std::vector<Job> &jobs);
    void publish(const std::vector<ScopeInfo> &scopes);
    void tellVersion(const protocol::Message &answer);
    void tellDue(std::optional<base::Time> next);

    std::mutex m_mutex;
    std::vector<Job> m_jobs;
    bool m_scheduled = false;
    bool m_epochsRenewed = false;
};

} // namespace parvis::server

#include "server/engine_core.h"

#include "base/log.h"
#include "server/documents.h"
#include "server/op_applier.h"
#include "server/people.h"
#include "server/scheduled_posts.h"
#include "store/database.h"

namespace parvis::server {

namespace {

constexpr size_t maxGroup = 512;              // operations in one commit
constexpr int maxPublished = 200;             // scheduled posts in one job: others wait no longer than for them
constexpr qint64 tombstoneDays = 180;
constexpr qint64 grantDays = 60; // that an operation may take from its upload to the server
constexpr qint64 dayUs = qint64(24) * 3600 * 1'000'000;

std::optional<base::Time> nextDue(ReadView &view)
{
    const auto first = view.due(std::numeric_limits<qint64>::max(), 1);
    return first.empty() ? std::nullopt : std::optional(base::Time{first.front().due});
}

} // namespace

void EngineCore::submit(Job job)
{
    bool schedule = false;
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        schedule = !std::exchange(m_scheduled, true);
    }
    if (schedule)
        parts.writer([this] { runJobs(); });
}

// One group: what has gathered while the last one was being committed.
void EngineCore::runJobs()
{
    std::vector<Job> jobs;
    bool more = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.size() <= maxGroup) {
            jobs.swap(m_jobs);
        } else {
            jobs.assign(std::make_move_iterator(m_jobs.begin()), std::make_move_iterator(m_jobs.begin() + maxGroup));
            m_jobs.erase(m_jobs.begin(), m_jobs.begin() + maxGroup);
        }
        more = m_scheduled = !m_jobs.empty();
    }
    commitGroup(jobs);
    if (more)
        parts.writer([this] { runJobs(); });
}

void EngineCore::commitGroup(std::vector<Job> &jobs)
{
    std::vector<std::pair<Job *, protocol::Message>> answers;
    std::vector<std::pair<Job *, base::Result<void>>> changes;
    std::vector<ScopeInfo> touched;
    std::optional<base::Time> next = due;
    try {
        const auto view = parts.store.write();
        for (Job &job : jobs) {
            if (const auto *op = std::get_if<protocol::Op>(&job.request); op && !job.change) {
                answers.emplace_back(&job, applyOperation(*view, job.person, *op, parts.clock, parts.random));
            } else if (const auto *done = std::get_if<protocol::Done>(&job.request); done && !job.change) {
                view->trimAnswers(done->lane, done->number);
            } else {
                view->beginOperation();
                auto result = job.change(*view);
                if (result)
                    view->acceptOperation();
                else
                    view->refuseOperation();
                changes.emplace_back(&job, std::move(result));
            }
        }
        for (const ScopeId &scope : view->touchedScopes()) {
            if (const auto info = view->scope(scope))
                touched.push_back(*info);
        }
        const auto isOwn = [](const ScopeInfo &info) { return info.scope.type == model::ScopeType::Person; };
        if (parts.onDue && std::any_of(touched.begin(), touched.end(), isOwn))
            next = nextDue(*view);
        view->commit();
        tellDue(next);
    } catch (const store::Failure &failure) {
        // Nothing of the group was stored: everybody may try again (rule 21).
        qCCritical(base::logServer) << "commit failed:" << failure.error.where << failure.error.detail;
        answers.clear();
        for (Job &job : jobs) {
            if (const auto *op = std::get_if<protocol::Op>(&job.request); op && !job.change)
                answers.emplace_back(&job, protocol::OpNo{op->lane, op->number, op->id, QStringLiteral("busy"), true, {}, 0});
            else if (job.change)
                job.done(base::fail(failure.error));
        }
        changes.clear();
        touched.clear();
    }
    for (const auto &[job, message] : answers) {
        job->shard->post([session = job->session, message = message] {
            if (const auto alive = session.lock())
                alive->answered(message);
        });
    }
    publish(touched);
    for (const auto &[job, message] : answers)
        tellVersion(message);
    for (auto &[job, result] : changes)
        job->done(std::move(result));
}

void EngineCore::tellDue(std::optional<base::Time> next)
{
    // What is overdue is told every time: a full job leaves some behind.
    const bool overdue = next && *next <= parts.clock.now();
    if (parts.onDue && (next != due || overdue))
        parts.onDue(next);
    due = next;
}

// The answer to a version names its document second; what else may look so is left to who is told.
void EngineCore::tellVersion(const protocol::Message &answer)
{
    const auto *ok = std::get_if<protocol::OpOk>(&answer);
    if (parts.onVersion && ok && ok->touched.size() == 2 && ok->touched.last().scope.type == model::ScopeType::Group)
        parts.onVersion(ok->touched.last().scope, ok->touched.last().entity);
}

void EngineCore::publish(const std::vector<ScopeInfo> &scopes)
{
    for (const auto &push : hub.pushesFor(parts.store, scopes)) {
        for (const auto &shard : shards)
            shard->post([shard = shard.get(), push] { shard->deliver(*push); });
    }
}

void EngineCore::cursorAboveHead()
{
    Job job;
    job.change = [this](WriteView &view) -> base::Result<void> {
        if (std::exchange(m_epochsRenewed, true))
            return {};
        qCCritical(base::logServer) << "a client has seen more than this database holds: taking new epochs";
        view.renewEpochs(parts.random);
        return {};
    };
    job.done = [](const base::Result<void> &) {};
    submit(std::move(job));
}

std::shared_ptr<Session> ShardImpl::connect(std::shared_ptr<Connection> connection)
{
    auto session = std::make_shared<SessionImpl>(m_core, *this, std::move(connection));
    m_sessions.insert(session.get(), session);
    return session;
}

void ShardImpl::closeSessions(PersonId person, DeviceId device)
{
    const auto sessions = m_sessions.values();
    for (const auto &session : sessions) {
        if (session->person() == person && (device.isNull() || session->device() == device))
            session->end("revoked", QStringLiteral("This session has ended. Sign in again."));
    }
}

void ShardImpl::goaway(qint64 windowMs)
{
    const auto sessions = m_sessions.values();
    for (const auto &session : sessions)
        session->goaway(windowMs);
}

void ShardImpl::deliver(const Push &push)
{
    // A copy: a session may leave while it is told. Texts are told of to all who listen to their group.
    const auto listeners = m_listeners.value(push.info.scope.ruling());
    for (SessionImpl *session : listeners)
        session->pushed(push);
}

Hub::Told ShardImpl::subscribe(SessionImpl *session, const ScopeId &scope)
{
    m_listeners[scope].append(session);
    return m_core.hub.subscribe(scope);
}

void ShardImpl::unsubscribe(SessionImpl *session, const ScopeId &scope)
{
    auto at = m_listeners.find(scope);
    if (at == m_listeners.end() || !at->removeOne(session))
        return;
    if (at->isEmpty())
        m_listeners.erase(at);
    m_core.hub.unsubscribe(scope);
}

void ShardImpl::forget(SessionImpl *session)
{
    m_sessions.remove(session);
}

struct Engine::Private {
    explicit Private(Parts parts) : core(std::move(parts)) { }
    EngineCore core;
};

Engine::Engine(Parts parts) : d(std::make_unique<Private>(std::move(parts)))
{
    const auto view = d->core.parts.store.read();
    d->core.hub.learn(view->scopes());
    if (const auto company = companyId(*view))
        d->core.company = company->uuid();
    d->core.due = nextDue(*view);
}

Engine::~Engine() = default;

Shard &Engine::addShard(Post post)
{
    d->core.shards.push_back(std::make_unique<ShardImpl>(d->core, std::move(post)));
    return *d->core.shards.back();
}

void Engine::write(std::function<base::Result<void>(WriteView &)> change, std::function<void(base::Result<void>)> done)
{
    EngineCore::Job job;
    job.change = std::move(change);
    job.done = std::move(done);
    d->core.submit(std::move(job));
}

void Engine::closeSessions(PersonId person, DeviceId device)
{
    for (const auto &shard : d->core.shards)
        shard->post([shard = shard.get(), person, device] { shard->closeSessions(person, device); });
}

void Engine::goaway(qint64 windowMs)
{
    for (const auto &shard : d->core.shards)
        shard->post([shard = shard.get(), windowMs] { shard->goaway(windowMs); });
}

std::optional<base::Time> Engine::firstDue() const
{
    return d->core.due;
}

void Engine::publishDue()
{
    write(
        [core = &d->core](WriteView &view) -> base::Result<void> {
            server::publishDue(view, {core->parts.clock, core->parts.random}, maxPublished);
            return {};
        },
        [](const base::Result<void> &) {});
}

void Engine::maintain()
{
    const qint64 now = d->core.parts.clock.now().us;
    write(
        [now](WriteView &view) -> base::Result<void> {
            for (const ScopeInfo &info : view.scopes()) {
                if (info.scope.type == model::ScopeType::Group && !info.dead)
                    emptyTrash(view, info.scope, now - trashUs, now);
                view.purgeTombstones(info.scope, now - tombstoneDays * dayUs);
            }
            view.dropBlobGrants(now - grantDays * dayUs);
            return {};
        },
        [](const base::Result<void> &) {});
}

} // namespace parvis::server

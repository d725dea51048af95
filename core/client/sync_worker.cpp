#include "client/sync_worker.h"

#include "base/thread_rank.h"
#include "base/log.h"

namespace parvis::client {

using base::ErrorKind;

namespace {

constexpr qint64 mergeAfterMs = 3'000; // of quiet
constexpr int mergeBudgetMs = 20;
constexpr qint64 clockToleranceUs = 600'000'000;

} // namespace

SyncWorker::SyncWorker(const ProfileFolder &folder, const Options &options, base::Clock &clock, base::Random &random,
                       std::atomic<bool> &connected)
    : m_folder(folder), m_options(options), m_clock(clock), m_random(random), m_connected(connected), m_scheduler(this),
      m_link(this), m_watcher(this), m_hold(folder.connectionLock()), m_journal(folder.cacheSignal()),
      m_others(folder.cacheSignal())
{
    connect(&m_link, &transport::WebSocketLink::opened, this, [this] {
        m_machine->connected(m_token, m_options.agent);
        scheduleTick();
        refreshSoon();
    });
    connect(&m_link, &transport::WebSocketLink::received, this, [this](const QByteArray &frame) {
        m_machine->received(frame);
        scheduleTick();
        refreshSoon();
    });
    connect(&m_link, &transport::WebSocketLink::closed, this, [this](transport::Fault fault, const QString &detail) {
        // The server's last word may have come just before it closed.
        if (m_ending)
            handleEnd();
        else
            lineLost(problemOf(fault), detail);
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &path) {
        if (path == m_folder.cacheSignal())
            cacheSignalled();
        else
            outboxSignalled();
    });
}

SyncWorker::~SyncWorker() = default;

base::Result<SyncWorker::Opened> SyncWorker::open()
{
    auto cache = store::Cache::open(m_folder.cache());
    if (!cache)
        return base::fail(cache.error());
    m_cache = std::move(*cache);
    auto outbox = store::Outbox::open(m_folder.outbox(), m_random);
    if (!outbox)
        return base::fail(outbox.error());
    m_outbox = std::move(*outbox);
    const auto identity = m_cache->identity();
    if (!identity)
        return base::fail(identity.error());
    if (!identity->person.isNull())
        m_identity = *identity;
    m_account = std::make_unique<Account>(m_folder, m_clock, m_scheduler,
                                          Account::Keeping{m_options.noStore, m_options.fileSecrets,
                                                           m_options.keychainWaitMs});
    if (m_identity) {
        if (auto ok = m_account->setServer(m_identity->server); !ok)
            return base::fail(ok.error());
    }
    m_stayOffline = m_options.offline;
    m_watcher.addPaths({m_folder.cacheSignal(), m_folder.outboxSignal()});
    m_others.startAtEnd();
    m_told = currentState();
    return Opened{m_identity, m_told, m_account->secretKind()};
}

void SyncWorker::start()
{
    // A first sync takes all it can get; reading and writing go first.
    if (!std::exchange(m_started, true))
        base::standBack();
    connectNow();
}

void SyncWorker::setStayOffline(bool offline)
{
    if (m_options.offline || m_stayOffline == offline)
        return;
    m_stayOffline = offline;
    if (offline) {
        stopLine();
        releaseHold();
    } else {
        connectNow();
    }
    refreshSoon();
}

void SyncWorker::reconnectNow()
{
    if (m_line == Line::Down)
        connectNow();
}

void SyncWorker::focus(const ScopeId &scope)
{
    m_focus = scope;
    if (m_machine)
        m_machine->focus(scope);
}

void SyncWorker::probe()
{
    if (!m_machine)
        return;
    m_machine->probe();
    scheduleTick();
}

void SyncWorker::shutdown()
{
    stopLine();
    releaseHold();
    m_cache.reset();
    m_outbox.reset();
}

void SyncWorker::connectNow()
{
    m_scheduler.cancel(std::exchange(m_retry, 0));
    refreshSoon();
    if (!wantsLine() || m_line != Line::Down)
        return;
    if (!m_hold.isHeld() && !becomeHolder())
        return follow();
    if (!m_machine)
        return;
    m_line = Line::Opening;
    m_lastTryMs = m_clock.monotonicMs();
    const quint64 connection = ++m_connection;
    m_account->access([this, connection](const tl::expected<QString, AccessFailure> &token) {
        if (connection != m_connection || m_line != Line::Opening)
            return;
        if (token)
            return openLink(*token);
        if (token.error().error.kind == ErrorKind::Offline)
            return lineLost(token.error().problem, token.error().error.detail);
        m_signedOut = true;
        stopLine();
        m_problem = token.error().problem;
        m_detail = token.error().error.detail;
        refreshSoon();
    });
}

void SyncWorker::openLink(const QString &token)
{
    m_token = token;
    const auto address = transport::ServerAddress::parse(m_identity->server);
    const auto opened = address ? m_link.open(*address, m_folder.caFile()) : base::fail(address.error());
    if (!opened)
        lineLost(SyncState::Certificate, opened.error().detail);
}

void SyncWorker::lineLost(SyncState::Problem problem, const QString &detail)
{
    stopLine();
    m_problem = problem;
    m_detail = detail;
    if (wantsLine())
        retryIn(m_backoff.nextDelayMs(m_random));
    refreshSoon();
}

void SyncWorker::retryIn(qint64 delayMs)
{
    m_scheduler.cancel(m_retry);
    m_retry = m_scheduler.after(delayMs, [this] {
        m_retry = 0;
        connectNow();
    });
}

void SyncWorker::stopLine()
{
    ++m_connection;
    m_scheduler.cancel(std::exchange(m_retry, 0));
    m_scheduler.cancel(std::exchange(m_tick, 0));
    m_scheduler.cancel(std::exchange(m_merge, 0));
    m_link.drop();
    m_ending.reset();
    const bool was = m_line != Line::Down;
    const bool wasUp = m_line == Line::Up;
    m_line = Line::Down;
    if (wasUp)
        Q_EMIT lineChanged(false, m_identity ? m_identity->server : QString());
    if (was && m_machine)
        m_machine->disconnected();
}

void SyncWorker::send(const QByteArray &frame)
{
    m_link.send(frame);
}

void SyncWorker::changed(const store::ChangeSet &changes)
{
    m_gathered.merge(changes);
    refreshSoon();
}

void SyncWorker::progressed(const sync::Progress &progress)
{
    m_progress = progress;
    if (progress.authenticated && m_line == Line::Opening) {
        m_line = Line::Up;
        Q_EMIT lineChanged(true, m_identity->server);
        const qint64 skewUs = std::abs(progress.serverTime.us - m_clock.now().us);
        m_problem = skewUs > clockToleranceUs ? SyncState::WrongClock : SyncState::None;
        m_detail.clear();
        m_refusedTokens = 0;
        m_backoff.succeeded();
    }
    refreshSoon();
}

// The machine is still on the stack: what follows waits for the next turn.
void SyncWorker::end(sync::End why, const QString &detail, qint64 delayMs)
{
    m_ending = Ending{why, detail, delayMs};
    QMetaObject::invokeMethod(this, &SyncWorker::handleEnd, Qt::QueuedConnection);
}

void SyncWorker::handleEnd()
{
    if (!m_ending)
        return;
    const auto [why, detail, delayMs] = *m_ending;
    qCDebug(base::logNet) << "conversation ended:" << int(why) << detail;
    stopLine();
    m_detail = detail;
    switch (why) {
    case sync::End::Unauthorized:
        m_account->accessRefused();
        if (++m_refusedTokens <= 2)
            return connectNow();
        m_signedOut = true;
        m_problem = SyncState::Unauthorized;
        break;
    case sync::End::SessionEnded:
        m_signedOut = true;
        m_problem = SyncState::Unauthorized;
        break;
    case sync::End::Disabled:
        m_signedOut = true;
        m_problem = SyncState::Disabled;
        break;
    case sync::End::ClientTooOld:
    case sync::End::ServerTooOld:
        m_problem = why == sync::End::ClientTooOld ? SyncState::ClientTooOld : SyncState::ServerTooOld;
        retryIn(transport::Backoff::lastWindowMs);
        break;
    case sync::End::Goaway:
        m_problem = SyncState::NoNetwork;
        retryIn(delayMs);
        break;
    case sync::End::Disk: return lineLost(SyncState::DiskFull, detail);
    case sync::End::Faulty:
        return lineLost(SyncState::ServerFault, detail);
    }
    refreshSoon();
}

void SyncWorker::scheduleTick()
{
    m_scheduler.cancel(std::exchange(m_tick, 0));
    const qint64 at = m_machine ? m_machine->nextTickMs() : -1;
    if (at < 0)
        return;
    // Never at once: a machine whose moment has passed gets its turn without starving the socket.
    m_tick = m_scheduler.after(std::max<qint64>(10, at - m_clock.monotonicMs()), [this] {
        m_tick = 0;
        m_machine->tick();
        scheduleTick();
        refreshSoon();
    });
}

void SyncWorker::scheduleMerge()
{
    m_scheduler.cancel(m_merge);
    m_merge = m_scheduler.after(mergeAfterMs, [this] {
        m_merge = 0;
        const auto more = m_cache ? m_cache->mergeText(mergeBudgetMs) : base::Result<bool>(false);
        if (more && *more)
            scheduleMerge();
    });
}

} // namespace parvis::client

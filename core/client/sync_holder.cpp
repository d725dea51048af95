#include "client/sync_worker.h"

#include "base/log.h"

namespace parvis::client {

namespace {

constexpr qint64 firstHoldTryMs = 40;
constexpr qint64 lastHoldTryMs = 1'000;
constexpr qint64 nudgePauseMs = 1'000; // between tries that another process asks for

} // namespace

// The files may have been written by another process since they were opened: everything is read anew.
bool SyncWorker::becomeHolder()
{
    if (!m_hold.tryTake())
        return false;
    m_scheduler.cancel(std::exchange(m_holdTry, 0));
    m_holdTryMs = 0;
    m_holderTold.reset();
    m_machine.reset();
    auto cache = store::Cache::open(m_folder.cache());
    auto outbox = store::Outbox::open(m_folder.outbox(), m_random);
    if (!cache || !outbox) {
        m_problem = SyncState::DiskFull;
        m_detail = cache ? outbox.error().detail : cache.error().detail;
        qCWarning(base::logStore) << "the profile does not open:" << m_detail;
        return true;
    }
    m_cache = std::move(*cache);
    m_outbox = std::move(*outbox);
    m_journal.start();
    m_connected = true;
    sync::MachineSink &sink = *this;
    m_machine = std::make_unique<sync::SyncMachine>(*m_cache, *m_outbox, m_clock, m_random, sink);
    m_machine->setDepth(m_options.frontOnly ? sync::Depth::Front : sync::Depth::All);
    const auto loaded = m_machine->load(m_identity->person);
    if (!loaded) {
        m_machine.reset();
        m_problem = SyncState::DiskFull;
        m_detail = loaded.error().detail;
        return true;
    }
    m_machine->focus(m_focus);
    SyncState taken = currentState();
    taken.phase = SyncState::Connecting;
    m_journal.tell(taken);
    return true;
}

void SyncWorker::releaseHold()
{
    m_machine.reset();
    m_progress = {};
    if (m_hold.isHeld()) {
        SyncState gone;
        gone.phase = SyncState::Connecting; // whoever waits takes the connection over
        m_journal.tell(gone);
        m_connected = false;
        m_others.startAtEnd();
        m_hold.release();
    }
}

// Only one process may write to the cache.
base::Result<void> SyncWorker::freeSpace()
{
    const bool held = m_hold.isHeld();
    if (!held && !m_hold.tryTake())
        return base::fail(base::ErrorKind::Conflict, QStringLiteral("free space"),
                          QStringLiteral("another program is connected with this profile"));
    const auto done = m_cache->compact();
    if (!held)
        m_hold.release();
    return done;
}

// Another process is connected. What it tells is what there is to tell, until it lets go.
void SyncWorker::follow()
{
    if (m_holdTry != 0)
        return;
    JournalReader::News last;
    m_others.startAtEnd(&last);
    m_holderTold = last.state;
    if (m_holderTold && m_holderTold->phase == SyncState::Offline) {
        // It may be waiting to try again, and somebody is here who wants the line now.
        m_holderTold->phase = SyncState::Connecting;
        ProfileFolder::touch(m_folder.outboxSignal());
    }
    tryForHold();
    refreshSoon();
}

void SyncWorker::tryForHold()
{
    m_holdTryMs = std::clamp(m_holdTryMs * 2, firstHoldTryMs, lastHoldTryMs);
    m_holdTry = m_scheduler.after(m_holdTryMs, [this] {
        m_holdTry = 0;
        if (!wantsLine())
            return;
        if (becomeHolder())
            connectNow();
        else
            tryForHold();
    });
}

void SyncWorker::cacheSignalled()
{
    if (m_hold.isHeld())
        return;
    JournalReader::News news = m_others.read();
    if (news.state)
        m_holderTold = news.state;
    if (news.changes.wide && m_cache) {
        const auto scopes = m_cache->scopes();
        for (const store::ScopeState &state : scopes.value_or(QList<store::ScopeState>()))
            news.changes.scopes.insert(state.scope);
        news.changes.coverage = news.changes.outbox = news.changes.notices = true;
    }
    m_gathered.merge(news.changes);
    if (!m_identity && m_cache) { // another process has signed in
        const auto identity = m_cache->identity();
        if (identity && !identity->person.isNull()) {
            m_identity = *identity;
            m_account->setServer(identity->server);
            Q_EMIT identityChanged(m_identity, m_folder.secretKind());
        }
    }
    refreshSoon();
}

void SyncWorker::outboxSignalled()
{
    store::ChangeSet changes;
    changes.outbox = true;
    m_gathered.merge(changes);
    if (m_machine) {
        m_machine->outboxChanged();
        scheduleTick();
    }
    if (m_hold.isHeld() && m_line == Line::Down && m_retry != 0) {
        if (m_clock.monotonicMs() - m_lastTryMs > nudgePauseMs)
            connectNow();
        else
            retryIn(nudgePauseMs);
    }
    refreshSoon();
}

void SyncWorker::outboxAppended(const store::ChangeSet &changes)
{
    if (m_machine) {
        m_journal.tell(changes);
        m_machine->outboxChanged();
        scheduleTick();
    }
    refreshSoon();
}

void SyncWorker::refreshSoon()
{
    if (std::exchange(m_refreshQueued, true))
        return;
    QMetaObject::invokeMethod(this, &SyncWorker::refresh, Qt::QueuedConnection);
}

void SyncWorker::refresh()
{
    m_refreshQueued = false;
    if (!m_gathered.isEmpty()) {
        const store::ChangeSet changes = std::exchange(m_gathered, {});
        if (m_hold.isHeld())
            m_journal.tell(changes);
        Q_EMIT committed(changes);
    }
    const SyncState state = currentState();
    if (state == m_told)
        return;
    if (state.phase == SyncState::UpToDate && m_told.phase != SyncState::UpToDate && m_hold.isHeld())
        scheduleMerge();
    m_told = state;
    if (m_hold.isHeld())
        m_journal.tell(state);
    Q_EMIT stateChanged(state);
}

SyncState SyncWorker::currentState()
{
    SyncState state;
    if (m_hold.isHeld() || !m_holderTold || !wantsLine()) {
        state.problem = m_problem;
        state.detail = m_detail;
        state.lastContact = m_progress.lastContact;
        state.roundTripMs = m_line == Line::Up ? m_progress.roundTripMs : -1;
        state.frontReached = m_progress.frontReached;
        state.complete = m_progress.complete;
        state.rowsApplied = m_progress.rowsApplied;
        state.bytesIn = m_link.bytesIn();
        state.bytesOut = m_link.bytesOut();
        state.phase = SyncState::Offline;
        if (m_line == Line::Opening)
            state.phase = SyncState::Connecting;
        else if (m_line == Line::Up)
            state.phase = m_progress.complete && m_progress.flushed ? SyncState::UpToDate : SyncState::Syncing;
        else if (wantsLine() && !m_hold.isHeld())
            state.phase = SyncState::Connecting;
    } else {
        state = *m_holderTold;
    }
    if (!m_identity || m_signedOut)
        state.phase = SyncState::SignedOut;
    state.stayOffline = m_stayOffline;
    if (m_outbox) {
        state.pending = m_outbox->pendingCount().value_or(0);
        state.rejected = m_outbox->rejectedCount().value_or(0);
    }
    if (state.pending > 0 && state.phase == SyncState::UpToDate)
        state.phase = SyncState::Syncing;
    state.since = state.phase == m_told.phase ? m_told.since : m_clock.now();
    return state;
}

} // namespace parvis::client

#pragma once

#include "client/account.h"
#include "client/ask.h"
#include "client/change_journal.h"
#include "client/client.h"
#include "sync/sync_machine.h"
#include "transport/backoff.h"
#include "transport/timer_scheduler.h"
#include "transport/web_socket_link.h"

#include <QFileSystemWatcher>

#include <atomic>

namespace parvis::client {

// Lives on the sync thread and owns what that thread owns: cache and outbox connection, the machine, the link and the
// session. While this process holds the profile's connection lock it talks to the server and tells the journal; while
// another one does, it follows that one's journal and tries for the lock.
class SyncWorker : public QObject, private sync::MachineSink {
    Q_OBJECT

public:
    SyncWorker(const ProfileFolder &folder, const Options &options, base::Clock &clock, base::Random &random,
               std::atomic<bool> &connected);
    ~SyncWorker() override;

    struct Opened {
        std::optional<store::Identity> identity;
        SyncState state;
        QString secretKind;
    };
    base::Result<Opened> open(); // makes or upgrades the files; before anything else

    void start();
    void setStayOffline(bool offline);
    void reconnectNow();
    void focus(const ScopeId &scope);
    void probe();
    base::Result<void> freeSpace();
    void outboxAppended(const store::ChangeSet &changes); // by this process
    void shutdown();                                      // on this thread, before it ends

    void signIn(const QString &server, const QString &user, const QString &password, const QString &deviceName,
                const Promise<store::Identity>::Shared &promise);
    void signOut(bool force, const Promise<void>::Shared &promise);
    Account &account() { return *m_account; }

Q_SIGNALS:
    void committed(const parvis::store::ChangeSet &changes); // by the server's rows, or by another process
    void stateChanged(const parvis::client::SyncState &state);
    void lineChanged(bool up, const QString &server); // this process is, or is no longer, connected
    void identityChanged(const std::optional<parvis::store::Identity> &identity, const QString &secretKind);

private:
    enum class Line { Down, Opening, Up };

    void send(const QByteArray &frame) override;
    void changed(const store::ChangeSet &changes) override;
    void progressed(const sync::Progress &progress) override;
    void end(sync::End why, const QString &detail, qint64 delayMs) override;

    // ---- the line: sync_worker.cpp ----
    bool wantsLine() const { return m_started && !m_stayOffline && !m_signedOut && m_identity; }
    void connectNow();
    void openLink(const QString &token);
    void lineLost(SyncState::Problem problem, const QString &detail);
    void retryIn(qint64 delayMs);
    void handleEnd();
    void stopLine();
    void scheduleTick();
    void scheduleMerge();

    // ---- holder or follower: sync_holder.cpp ----
    bool becomeHolder();
    void releaseHold();
    void follow();
    void tryForHold();
    void cacheSignalled();
    void outboxSignalled();

    // ---- what is told: sync_holder.cpp ----
    void refreshSoon(); // once in a turn of the event loop
    void refresh();
    SyncState currentState();

    ProfileFolder m_folder;
    Options m_options;
    base::Clock &m_clock;
    base::Random &m_random;
    std::atomic<bool> &m_connected;

    transport::TimerScheduler m_scheduler;
    transport::WebSocketLink m_link;
    transport::Backoff m_backoff;
    QFileSystemWatcher m_watcher;
    FileLock m_hold;
    JournalWriter m_journal;
    JournalReader m_others;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<store::Cache> m_cache;
    std::unique_ptr<store::Outbox> m_outbox;
    std::unique_ptr<sync::SyncMachine> m_machine;
    std::optional<store::Identity> m_identity;

    bool m_started = false;
    bool m_stayOffline = false;
    bool m_signedOut = false; // the server ended the session
    Line m_line = Line::Down;
    qint64 m_lastTryMs = 0;
    QString m_token;
    int m_refusedTokens = 0;  // in a row
    SyncState::Problem m_problem = SyncState::None;
    QString m_detail;
    ScopeId m_focus = ScopeId::company();
    sync::Progress m_progress;
    std::optional<SyncState> m_holderTold; // by the process that holds the connection

    base::Scheduler::Handle m_retry = 0;
    base::Scheduler::Handle m_tick = 0;
    base::Scheduler::Handle m_merge = 0;
    base::Scheduler::Handle m_holdTry = 0;
    qint64 m_holdTryMs = 0;
    quint64 m_connection = 0; // counts connections, so that what comes late from an old one is known
    struct Ending {
        sync::End why;
        QString detail;
        qint64 delayMs;
    };
    std::optional<Ending> m_ending; // the machine has said so, and is perhaps still on the stack
    bool m_refreshQueued = false;
    store::ChangeSet m_gathered;
    SyncState m_told;
};

} // namespace parvis::client

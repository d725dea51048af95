#pragma once

#include "base/random.h"
#include "base/scheduler.h"
#include "blobs/local_store.h"
#include "client/documents.h"
#include "client/profile_folder.h"
#include "store/change_set.h"
#include "store/outbox.h"
#include "store/reader.h"
#include "transport/blob_client.h"
#include "transport/timer_scheduler.h"

#include <QFile>
#include <QObject>

namespace parvis::client {

// Lives on a thread of its own and carries files: what is to be uploaded and what is wanted here stands in outbox.db, so
// that it goes on after a cut or a crash from where it was. One upload (several chunks of it at once) and one download at a
// time, the most urgent first. Works only while this process holds the connection.
class TransferWorker : public QObject {
    Q_OBJECT

public:
    // Gives an access token on this worker's thread; `refused`: the server did not take the last one.
    using Token = std::function<void(base::Result<QString>)>;
    using AskToken = std::function<void(bool refused, Token answer)>;

    TransferWorker(const ProfileFolder &folder, const base::Clock &clock, base::Random &random, AskToken askToken);
    ~TransferWorker() override;

    // Takes copies of files of the person's: blocks this thread for as long as reading them takes.
    base::Result<QList<TakenFile>> ingest(const QList<NewFile> &files);
    void settle(const QList<TakenFile> &files); // something names them now

    void setLine(bool up, const QString &server);
    void changed(const store::ChangeSet &changes); // rows or the outbox moved
    void look();
    void finish(); // before the thread ends: what must not stay on the disk goes
    void reopen(); // another person, or another company

    static constexpr qint64 budgetBytes = qint64(5)
                                          << 30; // of contents that are here only because they were opened once

Q_SIGNALS:
    void moved(const parvis::store::ChangeSet &changes); // after the commit

private:
    struct Sending;
    struct Fetching;

    bool open();
    void tell();
    void lookSoon();
    void tryLater();
    void lost(const base::Error &error);
    void dropClients();
    // Runs `then` with a fresh token given to the client; not if the line went meanwhile.
    void withToken(std::function<void()> then);

    // ---- uploads: transfer_uploads.cpp ----
    void startSending();
    void beginUpload();
    void declared(const base::Result<transport::RemoteUpload> &answer);
    void sendChunks();
    void askStatus();
    void sendingFailed(const base::Error &error);
    void endSending();

    // ---- downloads: transfer_downloads.cpp ----
    void startFetching();
    void stopUnwanted(); // somebody waited for it and does so no more
    std::optional<store::Download> nextDownload();
    void beginDownload();
    void finishDownload();
    void fetchingFailed(const base::Error &error);
    void endFetching(const QString &why);
    void evict();
    void tidy();

    ProfileFolder m_folder;
    const base::Clock &m_clock;
    base::Random &m_random;
    AskToken m_askToken;
    transport::TimerScheduler m_scheduler;
    int m_failures = 0; // since something last moved
    std::optional<blobs::LocalStore> m_files;
    std::unique_ptr<store::Outbox> m_outbox;
    std::unique_ptr<store::Reader> m_reader;
    std::unique_ptr<transport::BlobClient> m_up;
    std::unique_ptr<transport::BlobClient> m_down;
    QString m_server;
    bool m_line = false;
    bool m_tokenRefused = false;
    quint64 m_turn = 0; // counts lines, so that what comes late from an old one is known
    bool m_lookQueued = false;
    bool m_untidy = false; // contents may be here that no row names any more
    base::Scheduler::Handle m_retry = 0;
    std::unique_ptr<Sending> m_sending;
    std::unique_ptr<Fetching> m_fetching;
    QSet<model::Uuid> m_unavailable; // pinned rows that the server would not give
};

struct TransferWorker::Sending {
    store::Upload upload;
    blobs::Manifest manifest;
    QFile file;
    QList<qint64> missing;
    qint64 named = -1; // chunks that the server knew of at the last answer
    int inFlight = 0;
    qint64 inFlightBytes = 0;
    int restarts = 0;
    int refusedTokens = 0; // in a row
    int untold = 0;        // chunks sent since progress was written
    bool landed = false;   // a chunk has been taken on this line
};

struct TransferWorker::Fetching {
    store::Download wanted;
    blobs::Hash hash;
    int damaged = 0;    // times that what arrived was not what was asked for
    int cuts = 0;       // without a byte in between
    base::Error broken; // the disk's, which ends a download from within
    bool isBroken = false;
};

} // namespace parvis::client

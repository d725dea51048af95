#include "client/transfer_worker.h"

#include "base/log.h"

#include <algorithm>

#include <QTemporaryFile>

namespace parvis::client {

using base::ErrorKind;

namespace {

constexpr qint64 firstWaitMs = 200;
constexpr qint64 longestWaitMs = 30'000;
constexpr qint64 toldForMs = 24LL * 3600 * 1000; // how long a finished upload can still be asked about

} // namespace

TransferWorker::TransferWorker(const ProfileFolder &folder, const base::Clock &clock, base::Random &random,
                               AskToken askToken)
    : m_folder(folder), m_clock(clock), m_random(random), m_askToken(std::move(askToken)), m_scheduler(this)
{ }

TransferWorker::~TransferWorker() = default;

bool TransferWorker::open()
{
    const auto failed = [](const base::Error &error) {
        qCWarning(base::logStore) << "files cannot be carried:" << error.where << error.detail;
        return false;
    };
    if (!m_files) {
        auto files = blobs::LocalStore::open(m_folder.blobs());
        if (!files)
            return failed(files.error());
        m_files = std::move(*files);
    }
    if (!m_outbox) {
        auto outbox = store::Outbox::open(m_folder.outbox(), m_random);
        if (!outbox)
            return failed(outbox.error());
        m_outbox = std::move(*outbox);
    }
    if (!m_reader) {
        auto reader = store::Reader::open(m_folder.cache(), m_folder.outbox());
        if (!reader)
            return failed(reader.error());
        m_reader = std::move(*reader);
    }
    return true;
}

// The line is told by another thread than this, and may be that of the new person already: it stays as it is.
void TransferWorker::reopen()
{
    ++m_turn;
    m_sending.reset();
    m_fetching.reset();
    dropClients();
    m_outbox.reset();
    m_reader.reset();
    m_untidy = true;
    lookSoon();
}

void TransferWorker::finish()
{
    setLine(false, m_server);
    if (std::exchange(m_untidy, false))
        tidy();
    m_reader.reset();
    m_outbox.reset();
}

base::Result<QList<TakenFile>> TransferWorker::ingest(const QList<NewFile> &files)
{
    if (!open())
        return base::fail(ErrorKind::Storage, m_folder.blobs(),
                          QStringLiteral("the profile's folder of files cannot be used"));
    QList<TakenFile> taken;
    for (const NewFile &each : files) {
        QTemporaryFile written(m_folder.blobs() + QStringLiteral("/new.XXXXXX.part"));
        if (each.path.isEmpty()
            && (!written.open() || written.write(each.bytes) != each.bytes.size() || !written.flush()))
            return base::fail(ErrorKind::Storage, m_folder.blobs(), written.errorString());
        const auto manifest = m_files->add(each.path.isEmpty() ? written.fileName() : each.path);
        if (!manifest)
            return base::fail(manifest.error());
        taken.append({each.name, manifest->hash.toHex(), manifest->size});
    }
    return taken;
}

void TransferWorker::settle(const QList<TakenFile> &files)
{
    for (const TakenFile &each : files) {
        if (const auto hash = blobs::Hash::fromHex(each.blob); hash && m_files)
            m_files->settle(*hash);
    }
}

void TransferWorker::setLine(bool up, const QString &server)
{
    ++m_turn;
    m_line = up;
    m_scheduler.cancel(std::exchange(m_retry, 0));
    if (!up || server != m_server) {
        if (m_sending && m_outbox)
            m_outbox->uploadMoved(m_sending->upload.id, false, m_sending->upload.sent);
        m_sending.reset();
        m_fetching.reset();
        dropClients();
    }
    m_server = server;
    if (up) {
        m_failures = 0;
        m_untidy = true; // a purge may have been cut short
        if (open())
            m_outbox->dropUploads(m_clock.now().plusMs(-toldForMs));
    }
    lookSoon();
}

void TransferWorker::changed(const store::ChangeSet &changes)
{
    // A purge is told as a wide change; single rows that went may have been the last to name a content.
    m_untidy =
        m_untidy || changes.wide
        || std::any_of(changes.changes.begin(), changes.changes.end(), [](const auto &each) { return each.deleted; });
    lookSoon();
}

void TransferWorker::lookSoon()
{
    if (std::exchange(m_lookQueued, true))
        return;
    QMetaObject::invokeMethod(this, &TransferWorker::look, Qt::QueuedConnection);
}

void TransferWorker::look()
{
    m_lookQueued = false;
    if (std::exchange(m_untidy, false))
        tidy();
    if (!m_line || m_retry != 0 || !open())
        return;
    stopUnwanted();
    if (!m_up || !m_down) {
        const auto address = transport::ServerAddress::parse(m_server);
        auto up = address ? transport::BlobClient::make(*address, m_folder.caFile()) : base::fail(address.error());
        auto down = address ? transport::BlobClient::make(*address, m_folder.caFile()) : base::fail(address.error());
        if (!up || !down)
            return lost((up ? down : up).error());
        m_up = std::move(*up);
        m_down = std::move(*down);
    }
    startSending();
    startFetching();
}

// Whatever is on its way, a token too, belongs to a turn that is over; what is still wanted begins again from where it was.
void TransferWorker::stopUnwanted()
{
    const auto downloads = m_outbox->downloads();
    const auto uploads = m_outbox->uploads();
    if (!downloads || !uploads)
        return;
    const bool fetchesInVain =
        m_fetching && m_fetching->wanted.priority == store::Download::Open
        && std::none_of(downloads->begin(), downloads->end(),
                        [this](const store::Download &each) { return each.row == m_fetching->wanted.row; });
    const bool sendsInVain =
        m_sending && std::none_of(uploads->begin(), uploads->end(), [this](const store::Upload &each) {
            return each.id == m_sending->upload.id;
        });
    if (!fetchesInVain && !sendsInVain)
        return;
    if (m_sending && !sendsInVain)
        m_outbox->uploadMoved(m_sending->upload.id, false, m_sending->upload.sent);
    ++m_turn;
    m_sending.reset();
    m_fetching.reset();
    dropClients();
}

void TransferWorker::withToken(std::function<void()> then)
{
    m_askToken(std::exchange(m_tokenRefused, false),
               [this, turn = m_turn, then = std::move(then)](const base::Result<QString> &token) {
                   if (turn != m_turn || !m_line || !m_up || !m_down)
                       return;
                   if (!token)
                       return lost(token.error());
                   m_up->setAccess(*token);
                   m_down->setAccess(*token);
                   then();
               });
}

// The way to the server is gone, or it cannot work: everything is tried again after a while.
void TransferWorker::lost(const base::Error &error)
{
    qCDebug(base::logNet) << "files wait:" << error.where << error.detail;
    if (m_sending && m_outbox)
        m_outbox->uploadMoved(m_sending->upload.id, false, m_sending->upload.sent);
    ++m_turn;
    m_sending.reset();
    m_fetching.reset();
    dropClients();
    tryLater();
}

// One of them may be the caller: it goes when it has returned.
void TransferWorker::dropClients()
{
    for (auto *client : {&m_up, &m_down}) {
        if (!*client)
            continue;
        (*client)->abort();
        client->release()->deleteLater();
    }
}

// Soon after a single cut, ever later while nothing moves; at random, so that many clients do not come at once.
void TransferWorker::tryLater()
{
    const qint64 window = std::min(longestWaitMs, firstWaitMs << std::min(m_failures++, 10));
    m_scheduler.cancel(m_retry);
    m_retry = m_scheduler.after(firstWaitMs / 2 + qint64(m_random.below(quint64(window))), [this] {
        m_retry = 0;
        look();
    });
}

void TransferWorker::tell()
{
    store::ChangeSet changes;
    changes.outbox = true;
    Q_EMIT moved(changes);
}

} // namespace parvis::client

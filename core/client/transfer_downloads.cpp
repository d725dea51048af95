#include "client/transfer_worker.h"

#include "base/log.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace parvis::client {

using base::ErrorKind;

namespace {

constexpr int mostDamaged = 3;
constexpr qint64 keptOpenMs = 24LL * 3600 * 1000; // copies that another program was to open
constexpr int mostCuts = 5; // in a row without a byte: others get their turn

} // namespace

// What somebody waits for, then what is pinned.
std::optional<store::Download> TransferWorker::nextDownload()
{
    const auto wanted = m_outbox->downloads();
    for (const store::Download &each : wanted.value_or(QList<store::Download>())) {
        if (!each.why.isEmpty())
            continue;
        const auto hash = blobs::Hash::fromHex(each.blob);
        if (hash && !m_files->has(*hash))
            return each;
        m_outbox->downloadEnded(each.row, hash ? QString() : QStringLiteral("no_such_file"));
        tell();
    }
    const auto pinned = m_reader->pinnedBlobs();
    for (const store::BlobPlace &place : pinned.value_or(QList<store::BlobPlace>())) {
        const auto hash = blobs::Hash::fromHex(place.blob);
        if (hash && !m_files->has(*hash) && !m_unavailable.contains(place.row))
            return store::Download{place.scope, place.row, place.blob, place.size, store::Download::Pinned, {}};
    }
    return std::nullopt;
}

void TransferWorker::startFetching()
{
    if (m_fetching)
        return;
    const auto next = nextDownload();
    if (!next)
        return;
    m_fetching = std::make_unique<Fetching>();
    m_fetching->wanted = *next;
    m_fetching->hash = *blobs::Hash::fromHex(next->blob);
    withToken([this] { beginDownload(); });
}

void TransferWorker::beginDownload()
{
    const qint64 from = m_files->arrived(m_fetching->hash);
    const qint64 size = m_fetching->wanted.size;
    if (from > size)
        m_files->forgetPart(m_fetching->hash);
    else if (from == size)
        return finishDownload();
    m_down->download(
        m_fetching->wanted.scope, m_fetching->wanted.row, from > size ? 0 : from,
        [this](QByteArrayView bytes) {
            m_fetching->cuts = 0;
            m_failures = 0;
            const auto kept = m_files->append(m_fetching->hash, bytes);
            if (!kept) {
                m_fetching->broken = kept.error();
                m_fetching->isBroken = true;
            }
            return kept.has_value() && m_files->arrived(m_fetching->hash) <= m_fetching->wanted.size;
        },
        [this](const base::Result<void> &done) {
            if (m_fetching->isBroken)
                return fetchingFailed(m_fetching->broken);
            if (!done)
                return fetchingFailed(done.error());
            finishDownload();
        });
}

void TransferWorker::finishDownload()
{
    const auto finished = m_files->finish(m_fetching->hash);
    if (!finished)
        return fetchingFailed(finished.error());
    m_failures = 0;
    endFetching({});
}

void TransferWorker::fetchingFailed(const base::Error &error)
{
    if (error.kind == ErrorKind::Storage) {
        qCWarning(base::logStore) << "a file cannot be kept:" << error.where << error.detail;
        return endFetching(QStringLiteral("disk"));
    }
    if (error.where == u"session_ended" || error.where == u"no_token") {
        m_tokenRefused = true;
        if (++m_fetching->cuts <= mostCuts)
            return withToken([this] { beginDownload(); });
    }
    if (error.kind == ErrorKind::Offline)
        return lost(error);
    if (error.kind == ErrorKind::Protocol && ++m_fetching->damaged < mostDamaged) {
        m_files->forgetPart(m_fetching->hash);
        return withToken([this] { beginDownload(); });
    }
    endFetching(error.where == u"server" ? QStringLiteral("damaged") : error.where);
}

void TransferWorker::endFetching(const QString &why)
{
    const store::Download wanted = m_fetching->wanted;
    m_fetching.reset();
    if (!why.isEmpty())
        m_unavailable.insert(wanted.row);
    m_outbox->downloadEnded(wanted.row, why);
    tell();
    if (why.isEmpty())
        evict();
    lookSoon();
}

// What is pinned, what has not reached the server and what somebody waits for stays, whatever it takes.
void TransferWorker::evict()
{
    QSet<blobs::Hash> kept;
    const auto keep = [&](const QString &blob) {
        if (const auto hash = blobs::Hash::fromHex(blob))
            kept.insert(*hash);
    };
    const auto pinned = m_reader->pinnedBlobs();
    const auto uploads = m_outbox->uploads();
    const auto wanted = m_outbox->downloads();
    if (!pinned || !uploads || !wanted)
        return;
    for (const store::BlobPlace &each : *pinned)
        keep(each.blob);
    for (const store::Upload &each : *uploads)
        keep(each.blob);
    for (const store::Download &each : *wanted)
        keep(each.blob);
    m_files->evict(budgetBytes, kept);
}

// What no row names goes at once: access to it was lost, or it is gone for everybody.
void TransferWorker::tidy()
{
    if (!open())
        return;
    const auto named = m_reader->namedBlobs();
    if (!named)
        return;
    QSet<blobs::Hash> kept;
    for (const QString &blob : *named) {
        if (const auto hash = blobs::Hash::fromHex(blob))
            kept.insert(*hash);
    }
    m_files->removeAllBut(kept);
    const qint64 dayAgo = m_clock.now().ms() - keptOpenMs;
    for (const QFileInfo &each : QDir(m_folder.opened()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto row = model::Uuid::fromString(each.fileName());
        const base::Result<std::optional<store::BlobPlace>> place = row ? m_reader->blobPlace(*row) : std::nullopt;
        const bool gone = place && !*place; // if it cannot be told, it stays
        if (gone || each.lastModified().toMSecsSinceEpoch() < dayAgo)
            QDir(each.filePath()).removeRecursively();
    }
}

} // namespace parvis::client

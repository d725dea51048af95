#include "client/transfer_worker.h"

#include "base/log.h"

#include <algorithm>

namespace parvis::client {

using base::ErrorKind;

namespace {

// Bytes under way at once: small chunks keep the line full, and a cut never loses more than one of the largest.
constexpr qint64 mostInFlight = blobs::maxChunkBytes;
constexpr int toldEvery = 4;    // chunks between two notes of progress
constexpr int mostRestarts = 3; // of one upload, before it is given up
constexpr int mostRefusedTokens = 3;
// The server answers: where only chunks are cut off, the next try need not wait as for one that is away.
constexpr int mostFailuresOfALine = 2;

} // namespace

void TransferWorker::startSending()
{
    if (m_sending)
        return;
    const auto uploads = m_outbox->uploads();
    if (!uploads || uploads->isEmpty())
        return;
    m_sending = std::make_unique<Sending>();
    m_sending->upload = uploads->first();
    const auto hash = blobs::Hash::fromHex(m_sending->upload.blob);
    if (hash)
        m_sending->file.setFileName(m_files->pathOf(*hash));
    if (!hash || !m_sending->file.open(QIODevice::ReadOnly))
        return sendingFailed(
            {ErrorKind::Refused, QStringLiteral("file_lost"), QStringLiteral("the file is not on this disk any more")});
    // Written down when the file was taken in: reading all of it anew after each cut would be most of the work.
    auto manifest = m_files->manifestOf(*hash, m_sending->file.size());
    if (!manifest) {
        const auto read = blobs::readChunks(m_sending->file);
        if (!read || read->hash != *hash)
            return sendingFailed({ErrorKind::Refused, QStringLiteral("file_damaged"),
                                  QStringLiteral("the file was damaged on this disk")});
        manifest = *read;
    }
    m_sending->manifest = *manifest;
    m_outbox->uploadMoved(m_sending->upload.id, true, m_sending->upload.sent);
    tell();
    withToken([this] { beginUpload(); });
}

// Also the way on after a cut: the server says what it has.
void TransferWorker::beginUpload()
{
    const store::Upload &upload = m_sending->upload;
    m_sending->missing.clear();
    m_sending->inFlight = 0;
    m_sending->inFlightBytes = 0;
    m_sending->named = -1;
    m_up->create(upload.id, upload.scope, upload.size, m_sending->manifest.hash,
                 [this](const base::Result<transport::RemoteUpload> &answer) { declared(answer); });
}

// Names the chunks that were not named yet, some hundreds at a time, then sends those that are missing.
void TransferWorker::declared(const base::Result<transport::RemoteUpload> &answer)
{
    if (!answer)
        return sendingFailed(answer.error());
    m_failures = std::min(m_failures, mostFailuresOfALine);
    const auto &chunks = m_sending->manifest.chunks;
    if (!answer->complete && answer->declared < chunks.size()) {
        // Nothing says that the server is one of ours: it must not keep us busy for ever.
        if (std::exchange(m_sending->named, answer->declared) >= answer->declared)
            return sendingFailed({ErrorKind::Protocol, QStringLiteral("server"),
                                  QStringLiteral("the server does not take the names of the parts")});
        m_up->declare(m_sending->upload.id, answer->declared,
                      chunks.mid(answer->declared, transport::BlobClient::mostDeclared), m_sending->upload.scope,
                      m_sending->upload.document,
                      [this](const base::Result<transport::RemoteUpload> &more) { declared(more); });
        return;
    }
    m_sending->missing = answer->missing;
    if (!answer->complete && !m_sending->missing.isEmpty())
        return sendChunks();
    // Said again of a complete one, it gives the right to name the content once more.
    m_up->complete(m_sending->upload.id, [this](const base::Result<void> &done) {
        if (!done)
            return sendingFailed(done.error());
        endSending();
    });
}

void TransferWorker::sendChunks()
{
    while (!m_sending->missing.isEmpty()) {
        const qint64 number = m_sending->missing.first();
        if (number < 0 || number >= m_sending->manifest.chunks.size())
            return sendingFailed({ErrorKind::Protocol, QStringLiteral("server"),
                                  QStringLiteral("the server asks for parts that there are not")});
        const blobs::Chunk &chunk = m_sending->manifest.chunks[number];
        // After a cut one alone goes first: on a line that breaks every few seconds, two that share it would both be lost each time.
        const qint64 most = m_sending->landed ? mostInFlight : 0;
        if (m_sending->inFlight > 0 && m_sending->inFlightBytes + chunk.size > most)
            return;
        m_sending->missing.removeFirst();
        m_sending->file.seek(chunk.offset);
        const QByteArray bytes = m_sending->file.read(chunk.size);
        if (bytes.size() != chunk.size)
            return sendingFailed({ErrorKind::Refused, QStringLiteral("file_damaged"),
                                  QStringLiteral("the file was damaged on this disk")});
        ++m_sending->inFlight;
        m_sending->inFlightBytes += chunk.size;
        m_up->putChunk(m_sending->upload.id, number, bytes, [this, size = chunk.size](const base::Result<void> &put) {
            if (!put)
                return sendingFailed(put.error());
            --m_sending->inFlight;
            m_sending->inFlightBytes -= size;
            m_sending->refusedTokens = 0;
            m_failures = 0;
            m_sending->landed = true;
            m_sending->upload.sent += size;
            if (++m_sending->untold >= toldEvery) {
                m_sending->untold = 0;
                m_outbox->uploadMoved(m_sending->upload.id, true, m_sending->upload.sent);
                tell();
            }
            sendChunks();
        });
    }
    if (m_sending->inFlight == 0)
        askStatus();
}

void TransferWorker::askStatus()
{
    m_up->status(m_sending->upload.id,
                 [this](const base::Result<transport::RemoteUpload> &answer) { declared(answer); });
}

void TransferWorker::sendingFailed(const base::Error &error)
{
    if (error.kind == ErrorKind::Offline || error.kind == ErrorKind::Storage)
        return lost(error);
    if (m_up)
        m_up->abort();
    // A token lasts a quarter of an hour, an upload perhaps longer.
    m_tokenRefused = error.where == u"session_ended" || error.where == u"no_token";
    if (m_tokenRefused && m_up && ++m_sending->refusedTokens <= mostRefusedTokens)
        return withToken([this] { beginUpload(); });
    // What the server has forgotten, or found damaged, begins anew; what it refuses for good is told to its author.
    static const QStringList again{QStringLiteral("no_upload"), QStringLiteral("not_declared"),
                                   QStringLiteral("incomplete"), QStringLiteral("bad_chunk"),
                                   QStringLiteral("bad_content")};
    if (again.contains(error.where) && m_up && ++m_sending->restarts <= mostRestarts)
        return withToken([this] { beginUpload(); });
    qCWarning(base::logNet) << "a file was refused:" << error.where << error.detail;
    m_outbox->uploadFailed(m_sending->upload.id, error.where);
    m_sending.reset();
    tell();
    lookSoon();
}

void TransferWorker::endSending()
{
    m_outbox->uploadMoved(m_sending->upload.id, false, m_sending->upload.sent);
    const auto complete = m_outbox->uploadComplete(m_sending->upload.id, m_clock.now());
    if (!complete)
        return lost(complete.error());
    m_failures = 0;
    m_sending.reset();
    tell();
    lookSoon();
}

} // namespace parvis::client

// The queue of files as the person sees and changes it.
#include "blobs/local_store.h"
#include "client/write_worker.h"

#include <algorithm>

namespace parvis::client {

using base::ErrorKind;
using model::Kind;

void WriteWorker::tellTransfers()
{
    store::ChangeSet changes;
    changes.outbox = true;
    Q_EMIT appended(changes);
    if (!m_connected)
        ProfileFolder::touch(m_folder.outboxSignal());
}

base::Result<Fetched> WriteWorker::fetch(const Uuid &row)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto place = m_reader->blobPlace(row);
    if (!place)
        return base::fail(place.error());
    if (!*place)
        return base::fail(ErrorKind::Refused, QStringLiteral("file"),
                          QStringLiteral("no file with the id %1 is known here").arg(row.toString()));
    const auto files = blobs::LocalStore::open(m_folder.blobs());
    const auto hash = blobs::Hash::fromHex((*place)->blob);
    if (!files || !hash)
        return base::fail(
            files ? base::Error{ErrorKind::Protocol, QStringLiteral("file"), QStringLiteral("this file has no hash")}
                  : files.error());
    if (files->has(*hash)) {
        files->touch(*hash);
        return Fetched{true, (*place)->size, {}};
    }
    const auto waiting = m_outbox->downloads();
    if (!waiting)
        return base::fail(waiting.error());
    for (const store::Download &each : *waiting) {
        if (each.row == row && each.priority == store::Download::Open) {
            if (each.why.isEmpty())
                return Fetched{false, files->arrived(*hash), {}};
            if (auto forgotten = m_outbox->downloadEnded(row, {}); !forgotten)
                return base::fail(forgotten.error());
            return Fetched{false, 0, each.why}; // told once: whoever asks again wants another try
        }
    }
    if (auto wanted = m_outbox->wantDownload({(*place)->scope, row, (*place)->blob, (*place)->size}); !wanted)
        return base::fail(wanted.error());
    tellTransfers();
    return Fetched{};
}

base::Result<std::optional<store::Upload>> WriteWorker::upload(const Uuid &id)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    return m_outbox->upload(id);
}

// What a row of a version or attachment is the file of.
void WriteWorker::nameTransfer(Transfer &transfer, const Uuid &row)
{
    const auto found = m_reader->find(row);
    if (!found || !*found)
        return;
    if (const auto *version = std::get_if<model::DocumentVersion>(&(*found)->entity))
        transfer.document = version->document.uuid();
    else if (const auto *attachment = std::get_if<model::Attachment>(&(*found)->entity))
        transfer.name = attachment->name;
}

base::Result<QList<Transfer>> WriteWorker::transfers()
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto uploads = m_outbox->uploads();
    const auto downloads = m_outbox->downloads();
    const auto waiting = m_outbox->entries();
    const auto files = blobs::LocalStore::open(m_folder.blobs());
    if (!uploads || !downloads || !waiting || !files)
        return base::fail((!uploads     ? uploads.error()
                           : !downloads ? downloads.error()
                           : !waiting   ? waiting.error()
                                        : files.error()));
    QList<Transfer> transfers;
    for (const store::Upload &each : *uploads) {
        Transfer transfer{
            true,        each.id, each.scope, each.document, {}, each.size, std::min(each.sent, each.size),
            each.active, {},      {}};
        for (const store::OutboxEntry &entry : *waiting) {
            if (entry.upload != each.id || (entry.op.kind != Kind::Version && entry.op.kind != Kind::Attachment))
                continue;
            transfer.op = entry.op.id;
            nameTransfer(transfer, entry.op.entity);
        }
        transfers.append(transfer);
    }
    for (const store::Download &each : *downloads) {
        const auto hash = blobs::Hash::fromHex(each.blob);
        const qint64 arrived = hash ? files->arrived(*hash) : 0;
        Transfer transfer{false,    each.row, each.scope, {}, {}, each.size, arrived, each.why.isEmpty() && arrived > 0,
                          each.why, {}};
        nameTransfer(transfer, each.row);
        transfers.append(transfer);
    }
    for (Transfer &each : transfers) {
        if (each.document.isNull())
            continue;
        const auto document = m_reader->document(each.document);
        if (document && *document)
            each.name = (*document)->name;
    }
    std::stable_sort(transfers.begin(), transfers.end(),
                     [](const Transfer &a, const Transfer &b) { return a.active && !b.active; });
    return transfers;
}

base::Result<void> WriteWorker::cancelDownload(const Uuid &row)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto waiting = m_outbox->entries();
    if (!waiting)
        return base::fail(waiting.error());
    // Of an upload all that waits for it, the last first: a new document goes with its version, and nothing is left refused.
    for (auto entry = waiting->crbegin(); entry != waiting->crend(); ++entry) {
        if (entry->upload != row || entry->state != store::OutboxState::Pending || entry->isVoid)
            continue;
        if (auto gone = m_outbox->discard(entry->op.id); !gone)
            return gone;
    }
    if (auto dropped = m_outbox->dropUploads({}); !dropped)
        return dropped;
    if (auto forgotten = m_outbox->downloadEnded(row, {}); !forgotten)
        return base::fail(forgotten.error());
    tellTransfers();
    return {};
}

} // namespace parvis::client

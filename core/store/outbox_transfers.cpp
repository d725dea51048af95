#include "store/outbox_private.h"
#include "store/outbox_rows.h"

namespace parvis::store {

using namespace outbox;
using base::Result;
using model::Operation;
using model::ScopeId;
using model::Uuid;

namespace {

Upload readUpload(const Statement &row)
{
    Upload upload;
    upload.id = row.uuid(0);
    upload.scope = ScopeId::fromString(row.text(1)).value_or(ScopeId());
    upload.document = row.uuid(2);
    upload.blob = row.text(3);
    upload.size = row.integer(4);
    upload.sent = row.integer(5);
    upload.active = row.boolean(6);
    upload.complete = row.integer(7) > 0;
    return upload;
}

} // namespace

void Outbox::Private::add(const Upload &upload)
{
    db->prepare(sql::uploadAdd)
        .with(upload.id, upload.scope.toString(), upload.document, upload.blob, upload.size)
        .run();
}

Result<void> Outbox::append(const QList<Operation> &ops, const Upload &upload)
{
    return d->write([&] {
        d->add(upload);
        for (const Operation &op : ops)
            d->add(op, {}, upload.id);
    });
}

Result<void> Outbox::appendWaiting(const QList<Waiting> &ops)
{
    return d->write([&] {
        for (const auto &[op, upload] : ops) {
            if (upload)
                d->add(*upload);
            if (upload || !d->replaceUnsent(op))
                d->add(op, {}, upload ? upload->id : Uuid());
        }
    });
}

Result<QList<Upload>> Outbox::uploads()
{
    return guarded([&] {
        QList<Upload> uploads;
        Statement read = d->db->prepare(sql::uploadsOpen);
        while (read.step())
            uploads.append(readUpload(read));
        return uploads;
    });
}

Result<std::optional<Upload>> Outbox::upload(const Uuid &id)
{
    return guarded([&]() -> std::optional<Upload> {
        Statement read = d->db->prepare(sql::uploadRead);
        return read.with(id).step() ? std::optional(readUpload(read)) : std::nullopt;
    });
}

Result<void> Outbox::uploadMoved(const Uuid &id, bool active, qint64 sent)
{
    return guarded([&] { d->db->prepare(sql::uploadMoved).with(id, active, sent).run(); });
}

Result<void> Outbox::uploadComplete(const Uuid &id, base::Time now)
{
    return d->write([&] {
        d->db->prepare(sql::operationsRelease).with(id).run();
        d->db->prepare(sql::uploadComplete).with(id, now).run();
    });
}

Result<void> Outbox::uploadFailed(const Uuid &id, const QString &why)
{
    return d->write([&] {
        for (const OutboxEntry &entry : d->all()) {
            if (entry.upload == id && entry.state == OutboxState::Pending)
                d->reject(entry, why);
        }
        d->db->prepare(sql::uploadFailed).with(id).run();
    });
}

Result<void> Outbox::dropUploads(base::Time completeBefore)
{
    return guarded([&] { d->db->prepare(sql::uploadsDropOld).with(completeBefore).run(); });
}

Result<void> Outbox::wantDownload(const Download &download)
{
    return guarded([&] {
        d->db->prepare(sql::downloadAdd)
            .with(download.row, download.scope.toString(), download.blob, download.size, download.priority)
            .run();
    });
}

Result<QList<Download>> Outbox::downloads()
{
    return guarded([&] {
        QList<Download> downloads;
        Statement read = d->db->prepare(sql::downloadsRead);
        while (read.step()) {
            Download each;
            each.row = read.uuid(0);
            each.scope = ScopeId::fromString(read.text(1)).value_or(ScopeId());
            each.blob = read.text(2);
            each.size = read.integer(3);
            each.priority = int(read.integer(4));
            each.why = read.text(5);
            downloads.append(each);
        }
        return downloads;
    });
}

Result<void> Outbox::downloadEnded(const Uuid &row, const QString &why)
{
    return guarded([&] {
        if (why.isEmpty())
            d->db->prepare(sql::downloadDrop).with(row).run();
        else
            d->db->prepare(sql::downloadFailed).with(row, why).run();
    });
}

} // namespace parvis::store

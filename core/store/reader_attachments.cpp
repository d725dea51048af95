#include "store/cache_sql.h"
#include "store/reader_private.h"

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr qsizetype targetsAtOnce = 40;

// What is under way between this disk and the server, read when the first attachment asks for it.
struct Transfers {
    explicit Transfers(Reader::Private &reader)
    {
        for (const OutboxEntry &entry : reader.entries) {
            if (entry.op.kind == Kind::Attachment && !entry.upload.isNull())
                uploadOf.insert(entry.op.entity, entry.upload);
        }
        Statement &active = reader.of(sql::attachedUploads);
        while (active.step())
            sent.insert(active.uuid(0), active.integer(1));
        Statement &downloads = reader.of(sql::attachedDownloads);
        while (downloads.step())
            asked.insert(downloads.uuid(0), downloads.text(1));
    }

    QHash<Uuid, Uuid> uploadOf; // by attachment
    QHash<Uuid, qint64> sent;   // bytes, by upload
    QHash<Uuid, QString> asked; // why it cannot be had, by attachment; empty: it is on its way
};

AttachmentItem attachmentItem(const SeenRow &row, const Transfers &transfers)
{
    AttachmentItem item{row.id, row.as<model::Attachment>(), row.state != ItemState::Acked};
    if (row.state == ItemState::Rejected)
        item.why = row.why;
    const auto sent = transfers.sent.constFind(transfers.uploadOf.value(row.id));
    if (sent != transfers.sent.constEnd()) {
        item.uploading = true;
        item.sent = *sent;
    }
    const auto asked = transfers.asked.constFind(row.id);
    if (asked != transfers.asked.constEnd()) {
        item.wanted = asked->isEmpty();
        item.missing = *asked;
    }
    return item;
}

} // namespace

// By what they go with, for at most a page: one statement for all of them.
QHash<Uuid, QList<AttachmentItem>> Reader::Private::attachmentsOf(const QList<Uuid> &targets)
{
    QList<QPair<ScopeId, Uuid>> rows;
    for (qsizetype from = 0; from < targets.size(); from += targetsAtOnce) {
        Statement &read = of(sql::attachmentsOf).with();
        for (qsizetype at = from; at < std::min(targets.size(), from + targetsAtOnce); ++at)
            read.bind(int(at - from) + 1, targets.at(at));
        while (read.step())
            rows.append({scopeOfKey.value(read.integer(0)), read.uuid(1)});
    }
    for (const Overlay::Target &each : overlay.created(Kind::Attachment)) {
        if (!isHeld(Kind::Attachment, each.scope, each.id))
            rows.append({each.scope, each.id});
    }
    QHash<Uuid, QList<AttachmentItem>> found;
    std::optional<Transfers> transfers;
    const QSet<Uuid> asked = rows.isEmpty() ? QSet<Uuid>() : QSet<Uuid>(targets.begin(), targets.end());
    for (const auto &[scope, id] : std::as_const(rows)) {
        const auto row = seen(Kind::Attachment, scope, id);
        if (!row || !asked.contains(row->as<model::Attachment>().target))
            continue;
        if (!transfers)
            transfers.emplace(*this);
        found[row->as<model::Attachment>().target].append(attachmentItem(*row, *transfers));
    }
    for (QList<AttachmentItem> &items : found) {
        std::sort(items.begin(), items.end(), [](const AttachmentItem &a, const AttachmentItem &b) {
            return std::pair(a.attachment.position, a.id) < std::pair(b.attachment.position, b.id);
        });
    }
    return found;
}

void Reader::Private::attach(QList<FeedItem> &items)
{
    QList<Uuid> targets;
    for (const FeedItem &item : std::as_const(items)) {
        if (!item.blank)
            targets.append(item.id);
    }
    const auto found = attachmentsOf(targets);
    if (found.isEmpty())
        return;
    for (FeedItem &item : items)
        item.attachments = found.value(item.id);
}

} // namespace parvis::store

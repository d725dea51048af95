#include "model/document_names.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"

#include <optional>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::GroupId;
using model::Kind;
using model::OpId;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr int deepest = 64; // folders in each other; a loop in damaged rows must end

constexpr int afterFields = firstFieldColumn + model::fieldCount<model::Document>;

// A document that nothing waits for, with what is shown of its latest version.
struct HeldDocument {
    Uuid id;
    model::Document document;
    QString blob;
    qint64 number = 0;
};

// Everything that one call about documents needs of the snapshot, read once.
class Shelf {
public:
    explicit Shelf(Reader::Private &reader) : m_reader(reader)
    {
        for (const OutboxEntry &entry : reader.entries) {
            if (entry.op.kind == Kind::Version && entry.state != OutboxState::Answered && !entry.isVoid)
                m_entries.insert(entry.op.entity, entry);
        }
        for (const Overlay::Target &target : reader.overlay.created(Kind::Version)) {
            const auto row = reader.seen(Kind::Version, target.scope, target.id);
            if (!row || reader.isHeld(Kind::Version, target.scope, target.id))
                continue;
            m_unsent[row->as<model::DocumentVersion>().document.uuid()].append(*row);
        }
        Statement &active = reader.of(sql::attachedUploads);
        while (active.step())
            m_active.insert(active.uuid(0));
        for (const SeenRow &row : reader.seenAll(Kind::Pin, ScopeId::person(reader.me))) {
            if (row.state != ItemState::Rejected)
                m_pins.insert(row.as<model::Pin>().target);
        }
    }

    bool isPinned(const Uuid &id) const { return m_pins.contains(id); }
    const QSet<Uuid> &pins() const { return m_pins; }
    QList<SeenRow> unsent(const Uuid &document) const { return m_unsent.value(document); }

    DocumentItem item(const SeenRow &row)
    {
        DocumentItem item;
        item.kind = row.kind;
        item.scope = row.scope;
        item.id = row.id;
        item.pending = row.state == ItemState::Pending;
        item.why = row.why;
        item.pinned = isPinned(row.id);
        if (row.kind == Kind::Folder)
            describe(item, row.as<model::Folder>());
        else
            describe(item, row.as<model::Document>());
        item.authorHandle = m_reader.card(item.author).handle;
        return item;
    }

    DocumentItem item(const ScopeId &scope, const HeldDocument &held)
    {
        DocumentItem item;
        item.scope = scope;
        item.id = held.id;
        item.pinned = isPinned(held.id);
        describe(item, held.document, &held);
        item.authorHandle = m_reader.card(item.author).handle;
        return item;
    }

private:
    void describe(DocumentItem &item, const model::Folder &folder)
    {
        item.folder = folder.parent;
        item.name = folder.name;
        item.author = folder.author;
        item.modifiedAt = folder.createdAt;
        item.trashed = folder.trashed;
    }

    void describe(DocumentItem &item, const model::Document &document, const HeldDocument *held = nullptr)
    {
        item.folder = document.folder;
        item.name = document.name;
        item.trashed = document.trashed;
        item.version = document.head;
        item.contentOp = OpId(document.headOp);
        item.versions = document.versions;
        item.size = document.size;
        item.author = document.editor.isNull() ? document.author : document.editor;
        item.modifiedAt = document.modifiedAt.isNull() ? document.createdAt : document.modifiedAt;
        item.branches = document.branches;
        if (held) {
            item.blob = held->blob;
            item.number = held->number;
        } else if (!document.head.isNull()) {
            Statement &content = m_reader.of(sql::versionContent).with(m_reader.keyOf(item.scope), document.head);
            if (content.step()) {
                item.blob = content.text(0);
                item.number = content.integer(1);
            }
            content.reset();
        }
        layUnsent(item);
        const model::Lock lock = locksOf(item.scope).value(item.id);
        item.lockedBy = lock.person;
        item.lockedUntil = lock.until;
    }

    // Few at a time, so all of a group are read at once.
    const QHash<Uuid, model::Lock> &locksOf(const ScopeId &scope)
    {
        auto known = m_locks.find(scope);
        if (known != m_locks.end())
            return *known;
        QHash<Uuid, model::Lock> locks;
        for (const SeenRow &row : m_reader.seenAll(Kind::Lock, scope)) {
            if (row.state != ItemState::Rejected)
                locks.insert(row.as<model::Lock>().document.uuid(), row.as<model::Lock>());
        }
        return *m_locks.insert(scope, locks);
    }

    // One's own saves that have not arrived yet: what one opens is the last of them.
    void layUnsent(DocumentItem &item)
    {
        for (const SeenRow &row : unsent(item.id)) {
            const auto &version = row.as<model::DocumentVersion>();
            item.version = row.id;
            item.contentOp = row.op;
            item.blob = version.blob;
            item.size = version.size;
            item.author = version.author;
            item.modifiedAt = version.createdAt;
            item.unsent = row.state != ItemState::Acked;
            item.pending = item.pending || item.unsent;
            item.number = ++item.versions;
            if (row.state == ItemState::Rejected)
                item.why = row.why;
            for (const Uuid &ended : version.resolves)
                item.branches.removeAll(ended);
            const auto entry = m_entries.constFind(row.id);
            item.upload = entry == m_entries.constEnd() ? Uuid() : entry->upload;
            item.uploading = m_active.contains(item.upload);
        }
    }

    Reader::Private &m_reader;
    QHash<Uuid, OutboxEntry> m_entries;
    QHash<Uuid, QList<SeenRow>> m_unsent; // versions by document, in order of writing
    QHash<ScopeId, QHash<Uuid, model::Lock>> m_locks;
    QSet<Uuid> m_active;
    QSet<Uuid> m_pins;
};

Uuid folderOf(const SeenRow &row)
{
    return row.kind == Kind::Folder ? row.as<model::Folder>().parent : row.as<model::Document>().folder;
}

bool isTrashed(const SeenRow &row)
{
    return row.kind == Kind::Folder ? row.as<model::Folder>().trashed : row.as<model::Document>().trashed;
}

// Rows of the kind that the outbox changes or makes in this scope.
QList<SeenRow> moved(Reader::Private &reader, Kind kind, const ScopeId &scope)
{
    QList<SeenRow> rows;
    QSet<Uuid> met;
    for (const auto &targets : {reader.overlay.created(kind), reader.overlay.changed(kind)}) {
        for (const Overlay::Target &target : targets) {
            if (target.scope != scope || met.contains(target.id))
                continue;
            met.insert(target.id);
            if (const auto row = reader.seen(kind, scope, target.id); row && row->state != ItemState::Rejected)
                rows.append(*row);
        }
    }
    return rows;
}

QList<DocumentItem> contents(Reader::Private &reader, Shelf &shelf, const ScopeId &scope, const Uuid &folder)
{
    QList<DocumentItem> items;
    const qint64 key = reader.keyOf(scope);
    Statement &folders = reader.of(sql::foldersIn).with(key, folder);
    QList<Uuid> ids;
    while (folders.step()) {
        if (!reader.overlay.touches(folders.uuid(1)))
            ids.append(folders.uuid(1));
    }
    for (const Uuid &id : ids) {
        if (const auto row = reader.seen(Kind::Folder, scope, id))
            items.append(shelf.item(*row));
    }
    QList<HeldDocument> held;
    Statement &documents = reader.of(sql::documentsIn).with(key, folder);
    while (documents.step()) {
        if (!reader.overlay.touches(documents.uuid(1)))
            held.append({documents.uuid(1), readFields<model::Document>(documents), documents.text(afterFields),
                         documents.integer(afterFields + 1)});
    }
    for (const HeldDocument &each : held)
        items.append(shelf.item(scope, each));
    for (const Kind kind : {Kind::Folder, Kind::Document}) {
        for (const SeenRow &row : moved(reader, kind, scope)) {
            if (folderOf(row) == folder && !isTrashed(row))
                items.append(shelf.item(row));
        }
    }
    std::sort(items.begin(), items.end(), [](const DocumentItem &a, const DocumentItem &b) {
        const bool folders[] = {a.kind == Kind::Folder, b.kind == Kind::Folder};
        if (folders[0] != folders[1])
            return folders[0];
        return a.name == b.name ? a.id < b.id : comesBefore(a.name, b.name);
    });
    return items;
}

std::optional<SeenRow> filed(Reader::Private &reader, const Uuid &id)
{
    auto row = reader.seen(Kind::Document, id);
    return row ? row : reader.seen(Kind::Folder, id);
}

} // namespace

Result<QList<DocumentItem>> Reader::documents(GroupId group, const Uuid &folder)
{
    return d->read([&] {
        Shelf shelf(*d);
        return contents(*d, shelf, ScopeId::group(group), folder);
    });
}

Result<QList<DocumentItem>> Reader::trash(GroupId group)
{
    return d->read([&] {
        Shelf shelf(*d);
        const ScopeId scope = ScopeId::group(group);
        QList<DocumentItem> items;
        for (const auto &[kind, text] :
             {std::pair(Kind::Folder, sql::foldersTrashed), std::pair(Kind::Document, sql::documentsTrashed)}) {
            QList<Uuid> ids;
            Statement &read = d->of(text).with(d->keyOf(scope));
            while (read.step()) {
                if (!d->overlay.touches(read.uuid(0)))
                    ids.append(read.uuid(0));
            }
            for (const Uuid &id : ids) {
                if (const auto row = d->seen(kind, scope, id))
                    items.append(shelf.item(*row));
            }
            for (const SeenRow &row : moved(*d, kind, scope)) {
                if (isTrashed(row))
                    items.append(shelf.item(row));
            }
        }
        std::sort(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
        return items;
    });
}

Result<std::optional<DocumentItem>> Reader::document(const Uuid &id)
{
    return d->read([&]() -> std::optional<DocumentItem> {
        const auto row = filed(*d, id);
        if (!row)
            return std::nullopt;
        Shelf shelf(*d);
        return shelf.item(*row);
    });
}

Result<std::optional<DocumentItem>> Reader::documentAt(GroupId group, const QStringList &path)
{
    return d->read([&]() -> std::optional<DocumentItem> {
        Shelf shelf(*d);
        std::optional<DocumentItem> found;
        for (const QString &name : path) {
            if (found && found->kind != Kind::Folder)
                return std::nullopt;
            const QString key = model::nameKey(model::tidyName(name));
            const auto items = contents(*d, shelf, ScopeId::group(group), found ? found->id : Uuid());
            const auto at = std::find_if(items.begin(), items.end(),
                                         [&](const auto &each) { return model::nameKey(each.name) == key; });
            if (at == items.end())
                return std::nullopt;
            found = *at;
        }
        return found;
    });
}

Result<QList<VersionItem>> Reader::versions(const Uuid &document)
{
    return d->read([&] {
        QList<VersionItem> items;
        const auto owner = d->seen(Kind::Document, document);
        if (!owner)
            return items;
        Shelf shelf(*d);
        const DocumentItem item = shelf.item(*owner);
        const auto add = [&](const SeenRow &row, bool unsent) {
            VersionItem each{row.id, row.as<model::DocumentVersion>(), {}, false, unsent};
            each.authorHandle = d->card(each.version.author).handle;
            each.latest = row.id == item.version || item.branches.contains(row.id);
            items.append(each);
        };
        auto unsent = shelf.unsent(document);
        for (auto row = unsent.crbegin(); row != unsent.crend(); ++row)
            add(*row, true);
        QList<Uuid> ids;
        Statement &read = d->of(sql::versionsOf).with(document);
        while (read.step())
            ids.append(read.uuid(0));
        for (const Uuid &id : ids) {
            if (const auto row = d->seen(Kind::Version, owner->scope, id))
                add(*row, false);
        }
        return items;
    });
}

Result<QList<AttachmentItem>> Reader::attachments(const Uuid &target)
{
    return d->read([&] {
        QList<AttachmentItem> items;
        QSet<Uuid> ids;
        Statement &read = d->of(sql::attachmentsOf).with(target);
        while (read.step())
            ids.insert(read.uuid(0));
        for (const Overlay::Target &each : d->overlay.created(Kind::Attachment))
            ids.insert(each.id);
        for (const Uuid &id : std::as_const(ids)) {
            const auto row = d->seen(Kind::Attachment, id);
            if (row && row->as<model::Attachment>().target == target)
                items.append({id, row->as<model::Attachment>(), row->state != ItemState::Acked});
        }
        std::sort(items.begin(), items.end(), [](const AttachmentItem &a, const AttachmentItem &b) {
            return std::pair(a.attachment.position, a.id) < std::pair(b.attachment.position, b.id);
        });
        return items;
    });
}

Result<std::optional<BlobPlace>> Reader::blobPlace(const Uuid &id)
{
    return d->read([&]() -> std::optional<BlobPlace> {
        if (const auto row = d->seen(Kind::Version, id)) {
            const auto &version = row->as<model::DocumentVersion>();
            return BlobPlace{row->scope, id, version.blob, version.size};
        }
        if (const auto row = d->seen(Kind::Attachment, id)) {
            const auto &attachment = row->as<model::Attachment>();
            return BlobPlace{row->scope, id, attachment.blob, attachment.size};
        }
        return std::nullopt;
    });
}

Result<QList<BlobPlace>> Reader::pinnedBlobs()
{
    return d->read([&] {
        QList<BlobPlace> places;
        QSet<Uuid> met;
        Shelf shelf(*d);
        const auto add = [&](const DocumentItem &item) {
            if (item.kind == Kind::Document && !item.version.isNull() && !item.blob.isEmpty()
                && !met.contains(item.version)) {
                met.insert(item.version);
                places.append({item.scope, item.version, item.blob, item.size});
            }
        };
        const std::function<void(const ScopeId &, const Uuid &, int)> walk = [&](const ScopeId &scope,
                                                                                 const Uuid &folder, int depth) {
            for (const DocumentItem &item : contents(*d, shelf, scope, folder)) {
                add(item);
                if (item.kind == Kind::Folder && depth < deepest)
                    walk(scope, item.id, depth + 1);
            }
        };
        for (const Uuid &target : shelf.pins()) {
            const ScopeId group = ScopeId::group(GroupId(target));
            if (d->scopes.contains(group)) {
                walk(group, {}, 0);
                continue;
            }
            const auto row = filed(*d, target);
            if (!row || isTrashed(*row))
                continue;
            if (row->kind == Kind::Folder)
                walk(row->scope, target, 0);
            else
                add(shelf.item(*row));
        }
        return places;
    });
}

Result<QSet<QString>> Reader::namedBlobs()
{
    return d->read([&] {
        QSet<QString> blobs;
        Statement &read = d->of(sql::blobsNamed);
        while (read.step())
            blobs.insert(read.text(0));
        for (const OutboxEntry &entry : d->entries) {
            if (entry.op.kind != Kind::Version && entry.op.kind != Kind::Attachment)
                continue;
            const int number = entry.op.kind == Kind::Version ? 7 : 5;
            for (const model::FieldChange &change : entry.op.changes) {
                if (const auto *text = std::get_if<QString>(&change.value); text && change.number == number)
                    blobs.insert(*text);
            }
        }
        return blobs;
    });
}

} // namespace parvis::store

#include "store/document_shelf.h"

#include "store/cache_sql.h"

namespace parvis::store {

using namespace cache;
using model::Kind;
using model::OpId;
using model::ScopeId;
using model::Uuid;

DocumentShelf::DocumentShelf(Reader::Private &reader) : m_reader(reader)
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
    Statement &copies = reader.of(sql::attachedCopies);
    while (copies.step())
        m_copies.insert(copies.uuid(0), {copies.text(1), copies.text(2)});
    for (const SeenRow &row : reader.seenAll(Kind::Pin, ScopeId::person(reader.me))) {
        if (row.state != ItemState::Rejected)
            m_pins.insert(row.as<model::Pin>().target);
    }
}

DocumentItem DocumentShelf::item(const SeenRow &row)
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
    nameAuthor(item);
    return item;
}

DocumentItem DocumentShelf::item(const ScopeId &scope, const HeldDocument &held)
{
    DocumentItem item;
    item.scope = scope;
    item.id = held.id;
    item.pinned = isPinned(held.id);
    describe(item, held.document, &held);
    nameAuthor(item);
    return item;
}

void DocumentShelf::nameAuthor(DocumentItem &item)
{
    const PersonCard author = m_reader.card(item.author);
    item.authorHandle = author.handle;
    item.authorName = author.fullName;
    if (!item.lockedBy.isNull())
        item.lockedByName = m_reader.card(item.lockedBy).fullName;
}

void DocumentShelf::describe(DocumentItem &item, const model::Folder &folder)
{
    item.folder = folder.parent;
    item.name = folder.name;
    item.author = folder.author;
    item.modifiedAt = folder.createdAt;
    item.trashed = folder.trashed;
}

void DocumentShelf::describe(DocumentItem &item, const model::Document &document, const HeldDocument *held)
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
    if (const auto copy = m_copies.constFind(item.id); copy != m_copies.cend())
        std::tie(item.copyName, item.copyMark) = *copy;
}

// Few at a time, so all of a group are read at once.
const QHash<Uuid, model::Lock> &DocumentShelf::locksOf(const ScopeId &scope)
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
void DocumentShelf::layUnsent(DocumentItem &item)
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

bool isTrashed(const SeenRow &row)
{
    return row.kind == Kind::Folder ? row.as<model::Folder>().trashed : row.as<model::Document>().trashed;
}

QList<SeenRow> movedRows(Reader::Private &reader, Kind kind, const ScopeId &scope)
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

std::optional<SeenRow> filed(Reader::Private &reader, const Uuid &id)
{
    auto row = reader.seen(Kind::Document, id);
    return row ? row : reader.seen(Kind::Folder, id);
}

} // namespace parvis::store

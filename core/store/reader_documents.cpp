#include "model/document_names.h"
#include "store/cache_sql.h"
#include "store/document_shelf.h"

#include <QCollator>

#include <algorithm>
#include <functional>
#include <vector>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::GroupId;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr int deepest = 64; // folders in each other; a loop in damaged rows must end

constexpr int afterFields = firstFieldColumn + model::fieldCount<model::Document>;

Uuid folderOf(const SeenRow &row)
{
    return row.kind == Kind::Folder ? row.as<model::Folder>().parent : row.as<model::Document>().folder;
}

// Folders first, by name as the person's language sorts: without regard to case, "2" before "10", "é" beside "e".
void sortByName(QList<DocumentItem> &items)
{
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    struct Place {
        bool document;
        QCollatorSortKey key;
        qsizetype at;
    };
    std::vector<Place> places;
    places.reserve(size_t(items.size()));
    for (qsizetype at = 0; at < items.size(); ++at)
        places.push_back({items.at(at).kind == Kind::Document, collator.sortKey(items.at(at).name), at});
    std::sort(places.begin(), places.end(), [&](const Place &a, const Place &b) {
        if (a.document != b.document)
            return b.document;
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : items.at(a.at).id < items.at(b.at).id;
    });
    QList<DocumentItem> sorted;
    sorted.reserve(items.size());
    for (const Place &place : places)
        sorted.append(std::move(items[place.at]));
    items = std::move(sorted);
}

// `first`: at most so many of the documents that nothing waits for; 0: all.
QList<DocumentItem> contents(Reader::Private &reader, DocumentShelf &shelf, const ScopeId &scope, const Uuid &folder,
                             int first = 0)
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
    Statement &documents = first > 0 ? reader.of(sql::documentsFirst).with(key, folder, first)
                                     : reader.of(sql::documentsIn).with(key, folder);
    while (documents.step()) {
        if (!reader.overlay.touches(documents.uuid(1)))
            held.append({documents.uuid(1), readFields<model::Document>(documents), documents.text(afterFields),
                         documents.integer(afterFields + 1)});
    }
    for (const HeldDocument &each : held)
        items.append(shelf.item(scope, each));
    for (const Kind kind : {Kind::Folder, Kind::Document}) {
        for (const SeenRow &row : movedRows(reader, kind, scope)) {
            if (folderOf(row) == folder && !isTrashed(row))
                items.append(shelf.item(row));
        }
    }
    sortByName(items);
    return items;
}

} // namespace

Result<QList<DocumentItem>> Reader::documents(GroupId group, const Uuid &folder)
{
    return d->read([&] {
        DocumentShelf shelf(*d);
        return contents(*d, shelf, ScopeId::group(group), folder);
    });
}

Result<std::optional<FolderContents>> Reader::folder(GroupId group, const Uuid &folder, int first)
{
    return d->read([&]() -> std::optional<FolderContents> {
        DocumentShelf shelf(*d);
        const ScopeId scope = ScopeId::group(group);
        FolderContents found;
        found.kept = shelf.isPinned(group.uuid());
        for (Uuid at = folder; !at.isNull() && found.path.size() < deepest;) {
            const auto row = d->seen(Kind::Folder, scope, at);
            if (!row || isTrashed(*row))
                return std::nullopt;
            found.path.prepend(shelf.item(*row));
            found.kept = found.kept || shelf.isPinned(at);
            at = row->as<model::Folder>().parent;
        }
        found.items = contents(*d, shelf, scope, folder, first);
        found.more = first > 0 && found.items.size() >= first;
        return found;
    });
}

Result<QList<DocumentItem>> Reader::trash(GroupId group)
{
    return d->read([&] {
        DocumentShelf shelf(*d);
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
            for (const SeenRow &row : movedRows(*d, kind, scope)) {
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
        DocumentShelf shelf(*d);
        return shelf.item(*row);
    });
}

Result<std::optional<DocumentItem>> Reader::documentAt(GroupId group, const QStringList &path)
{
    return d->read([&]() -> std::optional<DocumentItem> {
        DocumentShelf shelf(*d);
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
        DocumentShelf shelf(*d);
        const DocumentItem item = shelf.item(*owner);
        const auto add = [&](const SeenRow &row, bool unsent) {
            VersionItem each{row.id, row.as<model::DocumentVersion>(), {}, {}, false, unsent};
            const PersonCard author = d->card(each.version.author);
            each.authorHandle = author.handle;
            each.authorName = author.fullName;
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

Result<std::optional<BlobPlace>> Reader::blobPlace(const Uuid &id)
{
    return d->read([&]() -> std::optional<BlobPlace> {
        if (const auto row = d->seen(Kind::Version, id)) {
            const auto &version = row->as<model::DocumentVersion>();
            const auto document = d->seen(Kind::Document, row->scope, version.document.uuid());
            return BlobPlace{row->scope, id, version.blob, version.size,
                             document ? document->as<model::Document>().name : QString()};
        }
        if (const auto row = d->seen(Kind::Attachment, id)) {
            const auto &attachment = row->as<model::Attachment>();
            return BlobPlace{row->scope, id, attachment.blob, attachment.size, attachment.name};
        }
        return std::nullopt;
    });
}

Result<QList<BlobPlace>> Reader::pinnedBlobs()
{
    return d->read([&] {
        QList<BlobPlace> places;
        QSet<Uuid> met;
        DocumentShelf shelf(*d);
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

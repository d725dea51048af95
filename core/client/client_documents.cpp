#include "client/client_private.h"
#include "client/file_mark.h"

#include <QFileInfo>

namespace parvis::client {

using store::DocumentItem;
using store::Reader;

namespace {

// Where contents and files that other programs have open lie.
struct Places {
    QString blobs;
    QString copies;
};

Places placesOf(const ProfileFolder &folder)
{
    return {folder.blobs(), folder.workingCopies()};
}

bool isChangedElsewhere(const QString &copies, const DocumentItem &item)
{
    if (item.copyName.isEmpty())
        return false;
    const QString mark = markOf(copies + QLatin1Char('/') + item.id.toString() + QLatin1Char('/') + item.copyName);
    return !mark.isEmpty() && mark != item.copyMark;
}

DocumentEntry entryOf(const blobs::LocalStore &files, const QString &copies, const DocumentItem &item)
{
    DocumentEntry entry;
    entry.item = item;
    const auto hash = blobs::Hash::fromHex(item.blob);
    entry.local = hash && files.has(*hash);
    if (item.version.isNull())
        entry.state = DocumentState::Missing;
    else if (item.uploading)
        entry.state = DocumentState::Sending;
    else if (!item.branches.isEmpty())
        entry.state = DocumentState::Conflict;
    else if (item.unsent || isChangedElsewhere(copies, item))
        entry.state = DocumentState::Changed;
    else
        entry.state = entry.local ? DocumentState::Here : DocumentState::Server;
    return entry;
}

base::Result<QList<DocumentEntry>> entriesOf(const Places &places, const base::Result<QList<DocumentItem>> &items)
{
    if (!items)
        return base::fail(items.error());
    const auto files = blobs::LocalStore::open(places.blobs);
    if (!files)
        return base::fail(files.error());
    QList<DocumentEntry> entries;
    for (const DocumentItem &item : *items)
        entries.append(entryOf(*files, places.copies, item));
    return entries;
}

base::Result<std::optional<DocumentEntry>> entryOf(const Places &places,
                                                   const base::Result<std::optional<DocumentItem>> &item)
{
    if (!item)
        return base::fail(item.error());
    const auto files = blobs::LocalStore::open(places.blobs);
    if (!files)
        return base::fail(files.error());
    return *item ? std::optional(entryOf(*files, places.copies, **item)) : std::nullopt;
}

} // namespace

Client::Answer<QList<DocumentEntry>> Client::documents(GroupId group, const Uuid &folder)
{
    return d->read<QList<DocumentEntry>>([group, folder, places = placesOf(d->folder)](Reader &reader) {
        return entriesOf(places, reader.documents(group, folder));
    });
}

Client::Answer<std::optional<Folder>> Client::folder(GroupId group, const Uuid &folder, int first)
{
    return d->read<std::optional<Folder>>(
        [group, folder, first, places = placesOf(d->folder)](Reader &reader) -> base::Result<std::optional<Folder>> {
            const auto contents = reader.folder(group, folder, first);
            if (!contents)
                return base::fail(contents.error());
            if (!*contents)
                return std::nullopt;
            auto entries = entriesOf(places, (*contents)->items);
            if (!entries)
                return base::fail(entries.error());
            return Folder{(*contents)->path, std::move(*entries), (*contents)->kept, (*contents)->more};
        });
}

Client::Answer<QList<DocumentEntry>> Client::documentView(store::DocumentView view, int limit)
{
    return d->read<QList<DocumentEntry>>([view, limit, places = placesOf(d->folder)](Reader &reader) {
        return entriesOf(places, reader.documentView(view, limit));
    });
}

Client::Answer<QList<Transfer>> Client::transfers()
{
    return ask<QList<Transfer>>(d->writer, [](WriteWorker &worker) { return worker.transfers(); });
}

Client::Answer<void> Client::cancelDownload(const Uuid &row)
{
    return ask<void>(d->writer, [row](WriteWorker &worker) { return worker.cancelDownload(row); });
}

Client::Answer<QList<DocumentEntry>> Client::trash(GroupId group)
{
    return d->read<QList<DocumentEntry>>(
        [group, places = placesOf(d->folder)](Reader &reader) { return entriesOf(places, reader.trash(group)); });
}

Client::Answer<std::optional<DocumentEntry>> Client::document(const Uuid &id)
{
    return d->read<std::optional<DocumentEntry>>(
        [id, places = placesOf(d->folder)](Reader &reader) { return entryOf(places, reader.document(id)); });
}

Client::Answer<std::optional<DocumentEntry>> Client::documentAt(GroupId group, const QStringList &path)
{
    return d->read<std::optional<DocumentEntry>>([group, path, places = placesOf(d->folder)](Reader &reader) {
        return entryOf(places, reader.documentAt(group, path));
    });
}

Client::Answer<QList<store::VersionItem>> Client::versions(const Uuid &document)
{
    return d->read<QList<store::VersionItem>>([document](Reader &reader) { return reader.versions(document); });
}

Client::Answer<std::optional<store::Upload>> Client::upload(const Uuid &id)
{
    return ask<std::optional<store::Upload>>(d->writer, [id](WriteWorker &worker) { return worker.upload(id); });
}

Client::Answer<Put> Client::putDocument(GroupId group, const QStringList &path, const QString &fileName,
                                        const QString &comment)
{
    return d->withFiles<Put>({{QFileInfo(fileName).fileName(), fileName}},
                             [=](WriteWorker &worker, PersonId me, const QList<TakenFile> &files) {
                                 const TakenFile &file = files.first();
                                 return worker.putDocument(me, group, path, comment, file.blob, file.size);
                             });
}

Client::Answer<Written> Client::makeFolders(GroupId group, const QStringList &path)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.makeFolders(me, group, path); });
}

Client::Answer<Written> Client::restoreVersion(const Uuid &document, qint64 number)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.restoreVersion(me, document, number); });
}

Client::Answer<Written> Client::moveDocument(const Uuid &id, GroupId group, const QStringList &path)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.moveDocument(me, id, group, path); });
}

Client::Answer<Written> Client::copyDocument(const Uuid &id, GroupId group, const QStringList &folder)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.copyDocument(me, id, group, folder); });
}

Client::Answer<Written> Client::trashDocument(const Uuid &id, bool trashed)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.trashDocument(me, id, trashed); });
}

Client::Answer<Written> Client::lockDocument(const Uuid &id, base::Time until)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.lockDocument(me, id, until); });
}

Client::Answer<Written> Client::unlockDocument(const Uuid &id)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.unlockDocument(me, id); });
}

Client::Answer<Written> Client::pinDocument(const Uuid &target, bool on)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.pinDocument(me, target, on); });
}

Client::Answer<Written> Client::resolveDocument(const Uuid &id, Keep keep)
{
    return d->write([=](WriteWorker &worker, PersonId me) { return worker.resolveDocument(me, id, keep); });
}

} // namespace parvis::client

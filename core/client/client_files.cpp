#include "client/client_private.h"
#include "text/file_names.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace parvis::client {

using base::ErrorKind;
using store::Reader;

namespace {

tl::unexpected<base::Error> notHere()
{
    return base::fail(ErrorKind::Offline, QStringLiteral("file"),
                      QStringLiteral("this file is not on this disk, and there is no line to the server"));
}

// A content that is on this disk.
struct Held {
    blobs::LocalStore files;
    blobs::Hash hash;
    store::BlobPlace place;
};

base::Result<Held> heldOf(Reader &reader, const QString &dir, const Uuid &row)
{
    const auto place = reader.blobPlace(row);
    if (!place)
        return base::fail(place.error());
    auto files = blobs::LocalStore::open(dir);
    if (!files)
        return base::fail(files.error());
    const auto hash = *place ? blobs::Hash::fromHex((*place)->blob) : std::nullopt;
    if (!hash || !files->has(*hash))
        return notHere();
    files->touch(*hash);
    return Held{std::move(*files), *hash, **place};
}

LocalFile lookAt(const QString &path)
{
    const QFileInfo info(path);
    LocalFile file{path, info.fileName(), info.size()};
    if (!info.exists())
        file.why = QStringLiteral("missing");
    else if (!info.isFile())
        file.why = QStringLiteral("folder");
    else if (!info.isReadable())
        file.why = QStringLiteral("unreadable");
    else if (info.size() == 0)
        file.why = QStringLiteral("empty");
    else if (info.size() > mostAttachedBytes)
        file.why = QStringLiteral("too_large");
    return file;
}

} // namespace

Client::Answer<Written> Client::post(const ScopeId &place, PersonId wall, const QString &body,
                                     const std::optional<Written> &draft, const QList<NewFile> &files)
{
    if (files.isEmpty())
        return d->write([=](WriteWorker &worker, PersonId me) { return worker.post(me, place, wall, body, draft); });
    return d->withFiles<Written>(files, [=](WriteWorker &worker, PersonId me, const QList<TakenFile> &taken) {
        return worker.post(me, place, wall, body, draft, taken);
    });
}

Client::Answer<Written> Client::comment(PostId post, const Uuid &parentComment, const QString &body,
                                        const std::optional<Written> &draft, const QList<NewFile> &files)
{
    const Uuid parent = parentComment.isNull() ? post.uuid() : parentComment;
    if (files.isEmpty())
        return d->write([=](WriteWorker &worker, PersonId me) { return worker.comment(me, parent, body, draft); });
    return d->withFiles<Written>(files, [=](WriteWorker &worker, PersonId me, const QList<TakenFile> &taken) {
        return worker.comment(me, parent, body, draft, taken);
    });
}

Client::Answer<Fetched> Client::fetch(const Uuid &row)
{
    return ask<Fetched>(d->writer, [row](WriteWorker &worker) { return worker.fetch(row); });
}

Client::Answer<QByteArray> Client::content(const Uuid &row, qint64 mostBytes)
{
    return d->read<QByteArray>([row, mostBytes, dir = d->blobsDir](Reader &reader) -> base::Result<QByteArray> {
        const auto held = heldOf(reader, dir, row);
        if (!held)
            return base::fail(held.error());
        if (held->place.size > mostBytes)
            return base::fail(
                ErrorKind::Usage, QStringLiteral("file_too_large"),
                QStringLiteral("this file is too large to be shown here; save it and open it in another program"));
        QFile file(held->files.pathOf(held->hash));
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(ErrorKind::Storage, QStringLiteral("file"), file.errorString());
        return file.readAll();
    });
}

Client::Answer<void> Client::copyOut(const Uuid &row, const QString &fileName)
{
    return d->read<void>([row, fileName, dir = d->blobsDir](Reader &reader) -> base::Result<void> {
        const auto held = heldOf(reader, dir, row);
        if (!held)
            return base::fail(held.error());
        return held->files.copyTo(held->hash, fileName);
    });
}

Client::Answer<QString> Client::copyToOpen(const Uuid &row)
{
    return d->read<QString>(
        [row, dir = d->blobsDir, opened = d->folder.opened()](Reader &reader) -> base::Result<QString> {
            const auto held = heldOf(reader, dir, row);
            if (!held)
                return base::fail(held.error());
            const QString folder = opened + QLatin1Char('/') + row.toString();
            const QString path = folder + QLatin1Char('/') + text::safeFileName(held->place.name);
            QDir().mkpath(folder);
            if (QFile::exists(path)) { // one that was opened before is read only
                QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
                QFile::remove(path);
            }
            if (const auto copied = held->files.copyTo(held->hash, path); !copied)
                return base::fail(copied.error());
            // What is changed in it would be lost: its program says so.
            QFile::setPermissions(path, QFileDevice::ReadOwner);
            return path;
        });
}

Client::Answer<QList<LocalFile>> Client::look(const QStringList &paths)
{
    d->carryFiles();
    return ask<QList<LocalFile>>(d->transfers, [paths](TransferWorker &) -> base::Result<QList<LocalFile>> {
        QList<LocalFile> files;
        for (const QString &path : paths)
            files.append(lookAt(path));
        return files;
    });
}

} // namespace parvis::client

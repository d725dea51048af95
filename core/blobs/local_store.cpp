#include "blobs/local_store.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryFile>
#include <QtEndian>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace parvis::blobs {

using base::ErrorKind;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr int mostTries = 3;
const QString partEnd = QStringLiteral(".part");

tl::unexpected<base::Error> storage(const QString &path, const QString &why)
{
    return base::fail(ErrorKind::Storage, path, QStringLiteral("The file cannot be written or read: %1").arg(why));
}

bool makeFolderOf(const QString &path)
{
    const QString folder = path.section(QLatin1Char('/'), 0, -2);
    return QDir().mkpath(folder) && QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
}

bool flushed(QFile &file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

} // namespace

base::Result<LocalStore> LocalStore::open(const QString &dir)
{
    if (!QDir().mkpath(dir) || !QFile::setPermissions(dir, ownerOnly | QFile::ExeOwner))
        return storage(dir, QStringLiteral("the folder cannot be made"));
    return LocalStore(QDir(dir).absolutePath());
}

QString LocalStore::pathOf(const Hash &hash) const
{
    const QString name = hash.toHex();
    return m_dir + QLatin1Char('/') + name.left(2) + QLatin1Char('/') + name;
}

QString LocalStore::partOf(const Hash &hash) const
{
    return pathOf(hash) + partEnd;
}

QString LocalStore::markOf(const Hash &hash) const
{
    return pathOf(hash) + QStringLiteral(".new");
}

QString LocalStore::chunksOf(const Hash &hash) const
{
    return pathOf(hash) + QStringLiteral(".chunks");
}

// For each chunk its hash, then its size in eight bytes, the lowest first.
bool LocalStore::writeChunks(const Manifest &manifest) const
{
    QSaveFile file(chunksOf(manifest.hash));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (const Chunk &chunk : manifest.chunks) {
        const qint64 size = qToLittleEndian(chunk.size);
        file.write(chunk.hash.view().data(), chunk.hash.view().size());
        file.write(reinterpret_cast<const char *>(&size), sizeof size);
    }
    return file.setPermissions(ownerOnly) && file.commit();
}

std::optional<Manifest> LocalStore::manifestOf(const Hash &hash, qint64 size) const
{
    constexpr qsizetype entryBytes = 40;
    QFile file(chunksOf(hash));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray all = file.readAll();
    Manifest manifest{0, hash, {}};
    for (qsizetype at = 0; at + entryBytes <= all.size(); at += entryBytes) {
        const QByteArrayView entry = QByteArrayView(all).sliced(at, entryBytes);
        const qint64 chunkSize = qFromLittleEndian<qint64>(entry.data() + 32);
        if (chunkSize <= 0 || chunkSize > maxChunkBytes)
            return std::nullopt;
        manifest.chunks.append({manifest.size, chunkSize, Hash::fromBytes(entry.first(32))});
        manifest.size += chunkSize;
    }
    return manifest.size == size && all.size() % entryBytes == 0 ? std::optional(manifest) : std::nullopt;
}

// By the time of the file system on both sides: nobody's clock is asked.
bool LocalStore::isNew(const Hash &hash) const
{
    QFile mark(markOf(hash));
    QTemporaryFile now(m_dir + QStringLiteral("/now.XXXXXX"));
    if (!mark.exists() || !now.open())
        return false;
    constexpr auto changed = QFileDevice::FileModificationTime;
    return mark.fileTime(changed).secsTo(now.fileTime(changed)) < 3600;
}

void LocalStore::settle(const Hash &hash) const
{
    QFile::remove(markOf(hash));
}

bool LocalStore::has(const Hash &hash) const
{
    return QFile::exists(pathOf(hash));
}

void LocalStore::touch(const Hash &hash) const
{
    QFile file(pathOf(hash));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return;
    // Without a clock of its own: a temporary file beside it has the time of the file system.
    QTemporaryFile now(m_dir + QStringLiteral("/now.XXXXXX"));
    if (now.open())
        file.setFileTime(now.fileTime(QFileDevice::FileModificationTime), QFileDevice::FileModificationTime);
}

base::Result<Manifest> LocalStore::add(const QString &fileName) const
{
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        QFile source(fileName);
        if (!source.open(QIODevice::ReadOnly))
            return base::fail(ErrorKind::Usage, fileName,
                              QStringLiteral("This file cannot be read: %1").arg(source.errorString()));
        const auto before = std::pair(source.size(), source.fileTime(QFileDevice::FileModificationTime));
        QTemporaryFile copy(m_dir + QStringLiteral("/new.XXXXXX") + partEnd);
        if (!copy.open())
            return storage(copy.fileTemplate(), copy.errorString());
        bool written = true;
        const auto manifest = readChunks(source, [&](const Chunk &, QByteArrayView bytes) {
            written = copy.write(bytes.data(), bytes.size()) == bytes.size();
            return written;
        });
        if (!written)
            return storage(copy.fileName(), copy.errorString());
        if (!manifest)
            return base::fail(manifest.error());
        const QFile after(fileName);
        if (before != std::pair(after.size(), after.fileTime(QFileDevice::FileModificationTime)))
            continue; // somebody is writing to it: what was read is a mixture
        const QString path = pathOf(manifest->hash);
        QFile mark(markOf(manifest->hash));
        if (!makeFolderOf(path) || !mark.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return storage(mark.fileName(), mark.errorString());
        writeChunks(*manifest); // without it, the file is read once more
        if (has(manifest->hash)) {
            touch(manifest->hash);
            return *manifest;
        }
        if (!flushed(copy))
            return storage(path, copy.errorString());
        copy.setAutoRemove(false);
        copy.close();
        if (!QFile::rename(copy.fileName(), path) && !has(manifest->hash)) {
            QFile::remove(copy.fileName());
            return storage(path, QStringLiteral("it cannot be given its name"));
        }
        return *manifest;
    }
    return base::fail(ErrorKind::Conflict, fileName,
                      QStringLiteral("This file changes while it is read. Try again when it is saved."));
}

base::Result<void> LocalStore::copyTo(const Hash &hash, const QString &fileName) const
{
    QFile source(pathOf(hash));
    if (!source.open(QIODevice::ReadOnly))
        return storage(source.fileName(), source.errorString());
    QSaveFile target(fileName);
    if (!target.open(QIODevice::WriteOnly))
        return storage(fileName, target.errorString());
    Hasher hasher;
    while (!source.atEnd()) {
        const QByteArray block = source.read(maxChunkBytes);
        if (block.isEmpty())
            return storage(source.fileName(), source.errorString());
        hasher.add(block);
        if (target.write(block) != block.size())
            return storage(fileName, target.errorString());
    }
    if (hasher.result() != hash) {
        source.close();
        QFile::remove(pathOf(hash));
        return storage(pathOf(hash), QStringLiteral("it was damaged on this disk and has to be fetched again"));
    }
    return target.commit() ? base::Result<void>() : storage(fileName, target.errorString());
}

qint64 LocalStore::arrived(const Hash &hash) const
{
    return QFileInfo(partOf(hash)).size();
}

base::Result<void> LocalStore::append(const Hash &hash, QByteArrayView bytes) const
{
    QFile part(partOf(hash));
    const bool fresh = !part.exists();
    if (fresh && !makeFolderOf(part.fileName()))
        return storage(part.fileName(), QStringLiteral("its folder cannot be made"));
    if (!part.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)
        || (fresh && !part.setPermissions(ownerOnly)))
        return storage(part.fileName(), part.errorString());
    return part.write(bytes.data(), bytes.size()) == bytes.size() ? base::Result<void>()
                                                                  : storage(part.fileName(), part.errorString());
}

void LocalStore::forgetPart(const Hash &hash) const
{
    QFile::remove(partOf(hash));
}

base::Result<void> LocalStore::finish(const Hash &hash) const
{
    QFile part(partOf(hash));
    if (!makeFolderOf(part.fileName()) || !part.open(QIODevice::ReadWrite))
        return storage(part.fileName(), part.errorString());
    Hasher hasher;
    while (!part.atEnd()) {
        const QByteArray block = part.read(maxChunkBytes);
        if (block.isEmpty())
            return storage(part.fileName(), part.errorString());
        hasher.add(block);
    }
    if (hasher.result() != hash) {
        part.remove();
        return base::fail(ErrorKind::Protocol, part.fileName(),
                          QStringLiteral("What arrived is not the file that was asked for."));
    }
    if (!flushed(part))
        return storage(part.fileName(), part.errorString());
    part.close();
    if (!QFile::rename(part.fileName(), pathOf(hash)) && !has(hash))
        return storage(pathOf(hash), QStringLiteral("it cannot be given its name"));
    return {};
}

qint64 LocalStore::evict(qint64 budgetBytes, const QSet<Hash> &kept) const
{
    struct Held {
        QDateTime used;
        qint64 size;
        Hash hash;
    };
    QList<Held> all;
    qint64 bytes = 0;
    QDirIterator files(m_dir, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (!files.fileName().contains(QLatin1Char('.')) || files.fileName().endsWith(partEnd))
            bytes += files.fileInfo().size();
        if (const auto hash = Hash::fromHex(files.fileName()); hash && !kept.contains(*hash))
            all.append({files.fileInfo().lastModified(), files.fileInfo().size(), *hash});
    }
    std::sort(all.begin(), all.end(), [](const Held &a, const Held &b) { return a.used < b.used; });
    qint64 removed = 0;
    for (const Held &each : std::as_const(all)) {
        if (bytes - removed <= budgetBytes)
            break;
        if (isNew(each.hash) || !QFile::remove(pathOf(each.hash)))
            continue;
        QFile::remove(chunksOf(each.hash));
        removed += each.size;
    }
    return removed;
}

void LocalStore::removeAllBut(const QSet<Hash> &kept) const
{
    QDirIterator files(m_dir, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        // Names that are no hash belong to a copy that is being made at this moment.
        const auto hash = Hash::fromHex(files.fileName().section(QLatin1Char('.'), 0, 0));
        if (hash && !kept.contains(*hash) && !isNew(*hash))
            QFile::remove(files.filePath());
    }
}

} // namespace parvis::blobs

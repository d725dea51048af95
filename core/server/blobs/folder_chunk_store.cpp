#include "server/blobs/chunk_store.h"

#include "base/random.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <atomic>

#include <fcntl.h>
#include <unistd.h>

namespace parvis::server {

using base::ErrorKind;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
const QString unfinished = QStringLiteral(".part");

tl::unexpected<base::Error> storage(const QString &path, const QString &why)
{
    return base::fail(ErrorKind::Storage, path, QStringLiteral("The file of a document cannot be used: %1").arg(why));
}

void step(const char *name)
{
    if (chunkStoreStep)
        chunkStoreStep(name);
}

// Of a file its bytes; of a folder its names, without which a new file is not durable.
bool synced(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}

class FolderChunkStore final : public ChunkStore {
public:
    explicit FolderChunkStore(QString dir) : m_dir(std::move(dir)) { }

    base::Result<void> put(const Hash &hash, QByteArrayView bytes) override
    {
        const QString path = pathOf(hash);
        if (QFileInfo(path).size() == bytes.size() && QFileInfo::exists(path))
            return {};
        const QString folder = folderOf(hash);
        if (!QDir().mkpath(folder))
            return storage(folder, QStringLiteral("the folder cannot be made"));
        QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner);
        QFile file(path + QLatin1Char('.') + QString::number(++m_turn) + unfinished);
        step("begin");
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || !file.setPermissions(ownerOnly))
            return storage(file.fileName(), file.errorString());
        const bool written = file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush();
        step("written");
        if (!written) {
            const QString why = file.errorString();
            file.remove();
            return storage(path, why);
        }
        file.close();
        // QFile does not rename over what is there.
        if (::rename(QFile::encodeName(file.fileName()).constData(), QFile::encodeName(path).constData()) != 0) {
            file.remove();
            return storage(path, QStringLiteral("it cannot be given its name"));
        }
        step("renamed");
        return {};
    }

    base::Result<void> sync(const QList<Hash> &chunks) override
    {
        QSet<QString> folders;
        for (const Hash &hash : chunks) {
            if (!synced(pathOf(hash)))
                return storage(pathOf(hash), QStringLiteral("it cannot be written down"));
            folders.insert(folderOf(hash));
        }
        step("synced");
        for (const QString &folder : std::as_const(folders)) {
            if (!synced(folder))
                return storage(folder, QStringLiteral("it cannot be written down"));
        }
        step("named");
        return {};
    }

    base::Result<QByteArray> read(const Hash &hash, qint64 offset, qint64 size) override
    {
        QFile file(pathOf(hash));
        if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
            return storage(file.fileName(), file.errorString());
        QByteArray bytes = file.read(size);
        if (bytes.size() != size)
            return storage(file.fileName(), QStringLiteral("it is shorter than it should be"));
        return bytes;
    }

    qint64 sizeOf(const Hash &hash) override
    {
        const QFileInfo info(pathOf(hash));
        return info.exists() ? info.size() : -1;
    }

    void remove(const Hash &hash) override { QFile::remove(pathOf(hash)); }

    void each(const std::function<void(const Hash &, base::Time)> &visit) override
    {
        QDirIterator files(m_dir, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            if (const auto hash = Hash::fromHex(files.fileName()))
                visit(*hash, base::Time::fromMs(files.fileInfo().lastModified().toMSecsSinceEpoch()));
        }
    }

    void clean()
    {
        QDirIterator files(m_dir, {QLatin1Char('*') + unfinished}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            QFile::remove(files.next());
    }

private:
    QString folderOf(const Hash &hash) const { return m_dir + QLatin1Char('/') + hash.toHex().left(2); }
    QString pathOf(const Hash &hash) const { return folderOf(hash) + QLatin1Char('/') + hash.toHex(); }

    QString m_dir;
    std::atomic<quint64> m_turn = 0;
};

} // namespace

base::Result<std::unique_ptr<ChunkStore>> openFolderChunkStore(const QString &dir)
{
    if (!QDir().mkpath(dir) || !QFile::setPermissions(dir, ownerOnly | QFile::ExeOwner))
        return storage(dir, QStringLiteral("the folder cannot be made. Check who owns its parent."));
    auto store = std::make_unique<FolderChunkStore>(dir);
    store->clean();
    return store;
}

} // namespace parvis::server

#include "server/backup.h"

#include "blobs/hash.h"
#include "server/archive_file.h"
#include "server/blobs_sql.h"
#include "server/folder_lock.h"
#include "store/database.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace parvis::server {

using base::ErrorKind;
using store::Database;
using store::Failure;

namespace {

const QString label = QStringLiteral("parvis-backup");
const QByteArray labelText = "parvis-backup 1\n";
// Accounts first: a person who is made meanwhile has rows and no account then, which 'user passwd' mends.
const QStringList databases{QStringLiteral("auth.db"), QStringLiteral("server.db")};
// Contents of documents after the rows that name them: what is uploaded meanwhile is too much, never too little. Backups
// from before there were documents have none.
const QString contentsFile = QStringLiteral("blobs.db");
const QStringList entries = QStringList{label} + databases;

std::unique_ptr<Database> openOrThrow(const QString &path, const store::OpenOptions &options)
{
    auto db = Database::open(path, options);
    if (!db)
        throw Failure{db.error()};
    return std::move(*db);
}

void writeLabel(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(labelText) != labelText.size())
        throw Failure{{ErrorKind::Storage, path, file.errorString()}};
}

void copyDatabase(const QString &from, const QString &to)
{
    if (!QFileInfo::exists(from))
        throw Failure{{ErrorKind::Storage, from, QStringLiteral("There is no company in this folder.")}};
    const auto source = openOrThrow(from, {.readOnly = true});
    const auto target = openOrThrow(to, {.durability = store::Durability::Full});
    sqlite3_backup *copying = sqlite3_backup_init(target->handle(), "main", source->handle(), "main");
    const int code = copying ? sqlite3_backup_step(copying, -1) : SQLITE_ERROR;
    sqlite3_backup_finish(copying);
    if (code != SQLITE_DONE)
        throw Failure{{ErrorKind::Storage, from,
                       QStringLiteral("The database cannot be copied: %1").arg(QString::fromUtf8(sqlite3_errstr(code)))}};
    // One file without a log beside it.
    target->exec("PRAGMA journal_mode=DELETE");
}

// Every chunk that the copied database knows, each once. Nothing of it is swept meanwhile: what goes has been unused for
// a month.
QStringList chunkFiles(const QString &database)
{
    QStringList names;
    const auto db = openOrThrow(database, {.readOnly = true});
    auto read = db->prepare(contents::sql::allChunks);
    while (read.step()) {
        const QString hash = blobs::Hash::fromBytes(read.view(0)).toHex();
        names.append(QStringLiteral("blobs/%1/%2").arg(hash.left(2), hash));
    }
    return names;
}

void requireWhole(const QString &path)
{
    const auto db = openOrThrow(path, {.durability = store::Durability::Full});
    auto check = db->prepare("PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != QLatin1String("ok"))
        throw Failure{{ErrorKind::Protocol, path, QStringLiteral("The backup is damaged. Use another one.")}};
}

void fill(const QString &file, const QString &dir)
{
    static const QRegularExpression chunk(QStringLiteral("^blobs/[0-9a-f]{2}/[0-9a-f]{64}$"));
    const auto mayCome = [](const QString &name) { return name == contentsFile || chunk.match(name).hasMatch(); };
    if (auto done = ArchiveFile::unpack(file, dir, entries, mayCome); !done)
        throw Failure{done.error()};
    QFile text(dir + QLatin1Char('/') + label);
    if (!text.open(QIODevice::ReadOnly) || text.read(64) != labelText)
        throw Failure{{ErrorKind::Protocol, file, QStringLiteral("This backup was made by another version. Use that one.")}};
    text.remove();
    for (const QString &name : databases + QStringList{contentsFile}) {
        if (name != contentsFile || QFileInfo::exists(dir + QLatin1Char('/') + name))
            requireWhole(dir + QLatin1Char('/') + name);
    }
}

} // namespace

base::Result<void> backup(const QString &dir, const QString &file)
{
    return store::guarded([&] {
        if (QFileInfo::exists(file))
            throw Failure{{ErrorKind::Conflict, file, QStringLiteral("The file exists. Name another one.")}};
        // Beside the target, where there must be room anyway; the folder's mode is 0700.
        const QTemporaryDir copies(QFileInfo(file).absolutePath() + QStringLiteral("/.parvis-backup-XXXXXX"));
        if (!copies.isValid())
            throw Failure{{ErrorKind::Storage, file, QStringLiteral("The folder cannot be written: ") + copies.errorString()}};
        writeLabel(copies.filePath(label));
        for (const QString &name : databases)
            copyDatabase(dir + QLatin1Char('/') + name, copies.filePath(name));
        copyDatabase(dir + QLatin1Char('/') + contentsFile, copies.filePath(contentsFile));
        const QList<ArchiveFile::Files> all{{copies.path(), entries + QStringList{contentsFile}},
                                            {dir, chunkFiles(copies.filePath(contentsFile))}};
        if (auto done = ArchiveFile::pack(file, all); !done)
            throw Failure{done.error()};
    });
}

base::Result<void> restore(const QString &file, const QString &dir)
{
    return store::guarded([&] {
        const bool existed = QDir(dir).exists();
        if (existed && !QDir(dir).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
            throw Failure{{ErrorKind::Conflict, dir,
                           QStringLiteral("The folder is not empty. Restore into a new one; then serve that.")}};
        if (!QDir().mkpath(dir) || !QFile::setPermissions(dir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            throw Failure{{ErrorKind::Storage, dir, QStringLiteral("The folder cannot be made. Check who owns its parent.")}};
        auto lock = FolderLock::take(dir);
        if (!lock)
            throw Failure{lock.error()};
        try {
            fill(file, dir);
        } catch (const Failure &) {
            QDir(dir + QStringLiteral("/blobs")).removeRecursively();
            for (const QString &name : QDir(dir).entryList(QDir::Files | QDir::Hidden))
                QFile::remove(dir + QLatin1Char('/') + name);
            if (!existed)
                QDir().rmdir(dir);
            throw;
        }
    });
}

} // namespace parvis::server

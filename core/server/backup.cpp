#include "server/backup.h"

#include "server/archive_file.h"
#include "server/folder_lock.h"
#include "store/database.h"

#include <QDir>
#include <QFileInfo>
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

void requireWhole(const QString &path)
{
    const auto db = openOrThrow(path, {.durability = store::Durability::Full});
    auto check = db->prepare("PRAGMA quick_check(1)");
    if (!check.step() || check.text(0) != QLatin1String("ok"))
        throw Failure{{ErrorKind::Protocol, path, QStringLiteral("The backup is damaged. Use another one.")}};
}

void fill(const QString &file, const QString &dir)
{
    if (auto done = ArchiveFile::unpack(file, dir, entries); !done)
        throw Failure{done.error()};
    QFile text(dir + QLatin1Char('/') + label);
    if (!text.open(QIODevice::ReadOnly) || text.read(64) != labelText)
        throw Failure{{ErrorKind::Protocol, file, QStringLiteral("This backup was made by another version. Use that one.")}};
    text.remove();
    for (const QString &name : databases)
        requireWhole(dir + QLatin1Char('/') + name);
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
        if (auto done = ArchiveFile::pack(file, copies.path(), entries); !done)
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
            for (const QString &name : QDir(dir).entryList(QDir::Files | QDir::Hidden))
                QFile::remove(dir + QLatin1Char('/') + name);
            if (!existed)
                QDir().rmdir(dir);
            throw;
        }
    });
}

} // namespace parvis::server

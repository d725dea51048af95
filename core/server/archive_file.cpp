#include "server/archive_file.h"

#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <archive.h>
#include <archive_entry.h>

namespace parvis::server {

using base::ErrorKind;
using store::Failure;

namespace {

constexpr qsizetype blockBytes = 1 << 20;

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

[[noreturn]] void storageFailed(const QString &where, const QString &why)
{
    throw Failure{{ErrorKind::Storage, where,
                   QStringLiteral("The file cannot be written or read: %1. Check free space and owner.").arg(why)}};
}

[[noreturn]] void notABackup(const QString &where, const QString &why)
{
    throw Failure{{ErrorKind::Protocol, where,
                   QStringLiteral("This is not a whole backup: %1. Use a file that 'backup' has written.").arg(why)}};
}

la_ssize_t writeTo(archive *, void *file, const void *data, size_t size)
{
    return static_cast<QSaveFile *>(file)->write(static_cast<const char *>(data), qint64(size));
}

void packOne(archive *out, const QString &dir, const QString &name)
{
    QFile in(dir + QLatin1Char('/') + name);
    if (!in.open(QIODevice::ReadOnly))
        storageFailed(in.fileName(), in.errorString());
    const Entry entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.toUtf8().constData());
    archive_entry_set_size(entry.get(), in.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    bool good = archive_write_header(out, entry.get()) == ARCHIVE_OK;
    while (good && !in.atEnd()) {
        const QByteArray block = in.read(blockBytes);
        good = !block.isEmpty() && archive_write_data(out, block.constData(), size_t(block.size())) == block.size();
    }
    if (!good)
        storageFailed(name, QString::fromUtf8(archive_error_string(out)));
}

void makeFolders(const QString &dir, const QString &name)
{
    for (qsizetype slash = name.indexOf(QLatin1Char('/')); slash > 0; slash = name.indexOf(QLatin1Char('/'), slash + 1)) {
        const QString folder = dir + QLatin1Char('/') + name.left(slash);
        if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            storageFailed(folder, QStringLiteral("the folder cannot be made"));
    }
}

void unpackOne(archive *in, const QString &archiveName, const QString &path, qint64 size)
{
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        storageFailed(path, out.errorString());
    QByteArray block(blockBytes, Qt::Uninitialized);
    qint64 written = 0;
    for (;;) {
        const la_ssize_t got = archive_read_data(in, block.data(), size_t(block.size()));
        if (got < 0)
            notABackup(archiveName, QString::fromUtf8(archive_error_string(in)));
        if (got == 0)
            break;
        if (out.write(block.constData(), got) != got)
            storageFailed(path, out.errorString());
        written += got;
    }
    if (written != size)
        notABackup(archiveName, QStringLiteral("it is cut short"));
    if (!out.flush())
        storageFailed(path, out.errorString());
}

} // namespace

base::Result<void> ArchiveFile::pack(const QString &file, const QList<Files> &all)
{
    return store::guarded([&] {
        QSaveFile out(file);
        if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            storageFailed(file, out.errorString());
        const Writer writer(archive_write_new(), archive_write_free);
        archive_write_set_format_pax_restricted(writer.get());
        archive_write_set_bytes_per_block(writer.get(), blockBytes);
        archive_write_set_bytes_in_last_block(writer.get(), 1);
        if (archive_write_open(writer.get(), &out, nullptr, writeTo, nullptr) != ARCHIVE_OK)
            storageFailed(file, QString::fromUtf8(archive_error_string(writer.get())));
        for (const Files &files : all) {
            for (const QString &name : files.names)
                packOne(writer.get(), files.dir, name);
        }
        if (archive_write_close(writer.get()) != ARCHIVE_OK || !out.commit())
            storageFailed(file, out.errorString());
    });
}

base::Result<void> ArchiveFile::unpack(const QString &file, const QString &dir, const QStringList &names,
                                       const std::function<bool(const QString &)> &mayCome)
{
    return store::guarded([&] {
        if (!QFileInfo(file).isFile())
            throw Failure{{ErrorKind::Storage, file, QStringLiteral("There is no such file.")}};
        const Reader reader(archive_read_new(), archive_read_free);
        archive_read_support_format_tar(reader.get());
        if (archive_read_open_filename(reader.get(), QFile::encodeName(file).constData(), size_t(blockBytes)) != ARCHIVE_OK)
            notABackup(file, QString::fromUtf8(archive_error_string(reader.get())));
        QStringList wanted = names;
        archive_entry *entry = nullptr;
        for (;;) {
            const int code = archive_read_next_header(reader.get(), &entry);
            if (code == ARCHIVE_EOF)
                break;
            if (code != ARCHIVE_OK)
                notABackup(file, QString::fromUtf8(archive_error_string(reader.get())));
            const QString name = QString::fromUtf8(archive_entry_pathname(entry));
            const bool first = wanted.size() == names.size();
            const bool extra = mayCome && !names.contains(name) && mayCome(name);
            if ((!wanted.contains(name) && !extra) || (first && name != names[0]) || archive_entry_filetype(entry) != AE_IFREG
                || archive_entry_hardlink(entry) != nullptr)
                notABackup(file, QStringLiteral("\"%1\" does not belong in it").arg(name.left(80)));
            wanted.removeOne(name);
            if (extra && name.contains(QLatin1Char('/')))
                makeFolders(dir, name);
            unpackOne(reader.get(), file, dir + QLatin1Char('/') + name, archive_entry_size(entry));
        }
        if (!wanted.isEmpty())
            notABackup(file, QStringLiteral("%1 is missing").arg(wanted.join(QStringLiteral(", "))));
    });
}

} // namespace parvis::server

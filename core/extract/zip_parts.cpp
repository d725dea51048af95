#include "extract/zip_parts.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace parvis::extract {

namespace {

constexpr size_t blockBytes = 64 * 1024;

std::optional<QByteArray> unpacked(archive *in, qint64 &left)
{
    QByteArray bytes;
    for (;;) {
        const void *block = nullptr;
        size_t size = 0;
        la_int64_t offset = 0;
        const int got = archive_read_data_block(in, &block, &size, &offset);
        if (got == ARCHIVE_EOF)
            return bytes;
        left -= qint64(size);
        if (got != ARCHIVE_OK || left < 0)
            return std::nullopt;
        bytes.append(static_cast<const char *>(block), qsizetype(size));
    }
}

} // namespace

std::optional<QHash<QString, QByteArray>> zipParts(const QString &path,
                                                   const std::function<bool(const QString &)> &isWanted,
                                                   const ZipLimits &limits)
{
    const std::unique_ptr<archive, decltype(&archive_read_free)> in(archive_read_new(), archive_read_free);
    archive_read_support_format_zip(in.get());
    if (archive_read_open_filename(in.get(), QFile::encodeName(path).constData(), blockBytes) != ARCHIVE_OK)
        return std::nullopt;
    QHash<QString, QByteArray> parts;
    qint64 left = limits.unpackedBytes;
    for (int entries = 0;; ++entries) {
        archive_entry *entry = nullptr;
        const int got = archive_read_next_header(in.get(), &entry);
        if (got == ARCHIVE_EOF)
            return parts;
        // A warning is about a name that this locale cannot write; those that are wanted are plain.
        if ((got != ARCHIVE_OK && got != ARCHIVE_WARN) || entries >= limits.entries)
            return std::nullopt;
        const char *raw = archive_entry_pathname_utf8(entry);
        const QString name = QString::fromUtf8(raw ? raw : archive_entry_pathname(entry));
        if (archive_entry_filetype(entry) != AE_IFREG || !isWanted(name))
            continue;
        auto bytes = unpacked(in.get(), left);
        if (!bytes)
            return std::nullopt;
        parts.insert(name, std::move(*bytes));
    }
}

} // namespace parvis::extract

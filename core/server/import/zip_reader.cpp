#include "server/import/zip_reader.h"

#include "server/import/bad_archive.h"

#include <QStringDecoder>

#include <zlib.h>

#include <algorithm>

namespace parvis::server {

namespace {

constexpr quint32 localSignature = 0x04034b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 end64Signature = 0x06064b50;
constexpr quint32 end64LocatorSignature = 0x07064b50;
constexpr int localBytes = 30;
constexpr int centralBytes = 46;
constexpr int endBytes = 22;
constexpr int end64Bytes = 56;
constexpr int end64LocatorBytes = 20;
constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;

template<class T>
T number(QByteArrayView bytes, qsizetype at)
{
    T value = 0;
    for (size_t i = 0; i < sizeof(T); ++i)
        value = T(value | T(T(quint8(bytes[at + qsizetype(i)])) << (8 * i)));
    return value;
}

[[noreturn]] void refuseZip(const char *detail)
{
    refuseArchive(QStringLiteral("zip"), detail);
}

QString shown(QByteArrayView name)
{
    return QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 200)));
}

// Sizes and offset of an entry that do not fit into 32 bits stand in an extra field, in this order.
void readZip64(QByteArrayView extra, ZipReader::Entry &entry)
{
    qsizetype at = 0;
    while (at + 4 <= extra.size()) {
        const quint16 id = number<quint16>(extra, at);
        const quint16 size = number<quint16>(extra, at + 2);
        at += 4;
        if (at + size > extra.size())
            return;
        if (id == 1) {
            qsizetype field = at;
            for (quint64 *value : {&entry.unpacked, &entry.packed, &entry.offset}) {
                if (*value == 0xffffffff && field + 8 <= at + size) {
                    *value = number<quint64>(extra, field);
                    field += 8;
                }
            }
        }
        at += size;
    }
}

QByteArray inflated(QByteArrayView packed, qint64 size, const QString &place)
{
    // One byte more than announced, to notice an entry that unpacks to more than it says.
    QByteArray out(size + 1, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        refuseArchive(place, "There is not enough memory to unpack this file.");
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int answer = inflate(&stream, Z_FINISH);
    const qint64 produced = out.size() - qint64(stream.avail_out);
    inflateEnd(&stream);
    if (produced > size)
        refuseArchive(place, "This file unpacks to more than the archive says. Export the workspace again.");
    if (answer != Z_STREAM_END || produced != size)
        refuseArchive(place, "The packed bytes of this file are damaged. Export or copy the archive again.");
    out.truncate(size);
    return out;
}

} // namespace

ZipReader::ZipReader(const QString &path) : ZipReader(path, Limits{}) { }

ZipReader::ZipReader(const QString &path, const Limits &limits) : m_file(path), m_limits(limits)
{
    if (!m_file.open(QIODevice::ReadOnly))
        throw BadArchive{{base::ErrorKind::Storage, QStringLiteral("zip"),
                          QStringLiteral("%1 cannot be opened: %2.").arg(path, m_file.errorString())}};
    const Directory directory = findDirectory();
    readDirectory(directory);
}

QByteArray ZipReader::bytesAt(quint64 offset, qint64 size, const char *what)
{
    const auto fileSize = quint64(m_file.size());
    if (offset > fileSize || quint64(size) > fileSize - offset || !m_file.seek(qint64(offset)))
        refuseArchive(QStringLiteral("zip"),
                      QStringLiteral("The %1 lies outside the file: the archive is damaged. Copy it again.")
                          .arg(QLatin1String(what)));
    QByteArray bytes = m_file.read(size);
    if (bytes.size() != size)
        throw BadArchive{{base::ErrorKind::Storage, QStringLiteral("zip"),
                          QStringLiteral("The archive cannot be read: %1.").arg(m_file.errorString())}};
    return bytes;
}

ZipReader::Directory ZipReader::findDirectory()
{
    const qint64 fileSize = m_file.size();
    if (fileSize == 0)
        refuseZip("The file is empty. Give the zip that Slack exported.");
    const QByteArray start = bytesAt(0, std::min<qint64>(4, fileSize), "beginning");
    if (!start.startsWith("PK"))
        refuseZip("This is not a zip archive. Give the zip that Slack exported, as it is.");
    const qint64 tailSize = std::min<qint64>(fileSize, endBytes + 0xffff);
    const QByteArray tail = bytesAt(quint64(fileSize - tailSize), tailSize, "end");
    for (qsizetype at = tail.size() - endBytes; at >= 0; --at) {
        if (number<quint32>(tail, at) != endSignature || at + endBytes + number<quint16>(tail, at + 20) != tail.size())
            continue;
        Directory found{number<quint32>(tail, at + 16), number<quint32>(tail, at + 12), number<quint16>(tail, at + 10)};
        if (number<quint16>(tail, at + 4) != number<quint16>(tail, at + 6))
            refuseZip("The archive is split over several files. Join them into one zip first.");
        const quint64 endAt = quint64(fileSize - tailSize + at);
        quint64 directoryEnd = endAt;
        const bool large = found.offset == 0xffffffff || found.bytes == 0xffffffff || found.entries == 0xffff;
        if (large && endAt >= end64LocatorBytes) {
            const QByteArray locator = bytesAt(endAt - end64LocatorBytes, end64LocatorBytes, "zip64 locator");
            if (number<quint32>(locator, 0) == end64LocatorSignature) {
                directoryEnd = number<quint64>(locator, 8);
                const QByteArray end = bytesAt(directoryEnd, end64Bytes, "zip64 end");
                if (number<quint32>(end, 0) != end64Signature)
                    refuseZip("The zip64 end record is damaged. Copy the archive again.");
                found = {number<quint64>(end, 48), number<quint64>(end, 40), number<quint64>(end, 32)};
            }
        }
        if (found.bytes > directoryEnd || found.offset != directoryEnd - found.bytes)
            refuseZip(
                "The index is not where the archive says: bytes are missing or were added. Copy the archive again.");
        return found;
    }
    refuseZip("The archive is cut short: its index is missing. Copy or download it again, completely.");
}

void ZipReader::checkName(QByteArrayView name) const
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(name);
    if (decoder.hasError())
        refuseArchive(shown(name), "A file name in the archive is not UTF-8. Export the workspace again.");
    if (name.isEmpty() || name.contains('\0'))
        refuseArchive(shown(name),
                      "A file name in the archive is empty or holds a zero byte. Do not trust this archive.");
    if (name.startsWith('/') || name.contains('\\') || (name.size() > 1 && name[1] == ':'))
        refuseArchive(shown(name), "The archive holds an absolute path. Slack writes none: do not trust this archive.");
    const auto parts = text.split(QLatin1Char('/'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool folderMark = i == parts.size() - 1 && parts[i].isEmpty();
        if (parts[i] == QLatin1String("..") || parts[i] == QLatin1String(".") || (parts[i].isEmpty() && !folderMark))
            refuseArchive(
                shown(name),
                "The archive holds a path that leaves its folder. Slack writes none: do not trust this archive.");
    }
}

void ZipReader::readDirectory(const Directory &directory)
{
    if (directory.entries > quint64(m_limits.entries))
        refuseArchive(QStringLiteral("zip"), QStringLiteral("The archive says it holds %1 files; %2 are the most.")
                                                 .arg(directory.entries)
                                                 .arg(m_limits.entries));
    if (directory.entries == 0)
        refuseZip("The archive holds no files. Give the zip that Slack exported.");
    if (directory.entries > directory.bytes / centralBytes)
        refuseZip("The index is shorter than its number of files needs: the archive is damaged. Copy it again.");
    m_dataEnd = directory.offset;
    m_entries.reserve(directory.entries);
    quint64 at = directory.offset;
    const quint64 end = directory.offset + directory.bytes;
    quint64 total = 0;
    for (quint64 i = 0; i < directory.entries; ++i) {
        if (end - at < centralBytes)
            refuseZip("The index ends in the middle of an entry: the archive is damaged. Copy it again.");
        const QByteArray head = bytesAt(at, centralBytes, "index");
        if (number<quint32>(head, 0) != centralSignature)
            refuseZip("An entry of the index is damaged. Copy the archive again.");
        const int nameSize = number<quint16>(head, 28);
        const int extraSize = number<quint16>(head, 30);
        const int commentSize = number<quint16>(head, 32);
        const quint64 whole = quint64(centralBytes) + quint64(nameSize + extraSize + commentSize);
        if (end - at < whole)
            refuseZip("The index ends in the middle of a file name: the archive is damaged. Copy it again.");
        const QByteArray rest = bytesAt(at + centralBytes, nameSize + extraSize, "index");
        at += whole;

        const QByteArrayView name = QByteArrayView(rest).first(nameSize);
        checkName(name);
        const quint16 flags = number<quint16>(head, 8);
        if (flags & 0x2041)
            refuseArchive(shown(name),
                          "The archive is encrypted. Unpack it with its password and make a plain zip of it.");
        const quint16 madeBy = number<quint16>(head, 4) >> 8;
        const quint32 fileType = (number<quint32>(head, 38) >> 16) & 0xf000;
        if (madeBy == 3 && fileType != 0 && fileType != 0x8000 && fileType != 0x4000)
            refuseArchive(shown(name),
                          "The archive holds a link or a device. Slack writes none: do not trust this archive.");

        Entry entry;
        entry.method = number<quint16>(head, 10);
        entry.crc = number<quint32>(head, 16);
        entry.packed = number<quint32>(head, 20);
        entry.unpacked = number<quint32>(head, 24);
        entry.offset = number<quint32>(head, 42);
        readZip64(QByteArrayView(rest).sliced(nameSize), entry);
        if (name.endsWith('/')) {
            if (entry.unpacked != 0)
                refuseArchive(shown(name),
                              "A folder of the archive has content: the archive is damaged. Copy it again.");
            continue;
        }
        if (entry.method != stored && entry.method != deflated)
            refuseArchive(shown(name),
                          "The archive is packed in a way that Slack does not use. Make a plain zip of it.");
        if (entry.offset > m_dataEnd || entry.packed > m_dataEnd - entry.offset)
            refuseArchive(shown(name),
                          "This file lies outside the archive: bytes are missing. Copy the archive again.");
        entry.nameAt = quint32(m_names.size());
        entry.nameSize = quint16(nameSize);
        m_names.append(name);
        total += std::min<quint64>(entry.unpacked, quint64(m_limits.totalBytes));
        if (total > quint64(m_limits.totalBytes))
            break;
        m_entries.push_back(entry);
    }
    checkTogether(total);
}

void ZipReader::checkTogether(quint64 totalBytes)
{
    if (totalBytes > quint64(m_limits.totalBytes)
        || (totalBytes > quint64(m_limits.ratioFrom) && totalBytes / quint64(m_limits.ratio) > quint64(m_file.size())))
        refuseZip(
            "The archive unpacks to far more than a Slack export does. It looks like a zip bomb and is not opened.");
    std::sort(m_entries.begin(), m_entries.end(),
              [this](const Entry &a, const Entry &b) { return name(a).compare(name(b)) < 0; });
    const auto twin = std::adjacent_find(m_entries.begin(), m_entries.end(),
                                         [this](const Entry &a, const Entry &b) { return name(a) == name(b); });
    if (twin != m_entries.end())
        refuseArchive(shown(name(*twin)), "The archive holds this file twice. Export the workspace again.");
}

QByteArrayView ZipReader::name(const Entry &entry) const
{
    return QByteArrayView(m_names).sliced(entry.nameAt, entry.nameSize);
}

const ZipReader::Entry *ZipReader::find(QByteArrayView wanted) const
{
    const auto at =
        std::lower_bound(m_entries.begin(), m_entries.end(), wanted,
                         [this](const Entry &entry, QByteArrayView n) { return name(entry).compare(n) < 0; });
    return at != m_entries.end() && name(*at) == wanted ? &*at : nullptr;
}

QByteArray ZipReader::read(const Entry &entry)
{
    return read(entry, m_limits.entryBytes);
}

QByteArray ZipReader::read(const Entry &entry, qint64 maxBytes)
{
    const QString place = shown(name(entry));
    if (entry.unpacked > quint64(maxBytes) || entry.packed > quint64(maxBytes))
        refuseArchive(place, QStringLiteral("This file unpacks to more than %1 MiB, the most that is taken.")
                                 .arg(maxBytes / (1024 * 1024)));
    const QByteArray head = bytesAt(entry.offset, localBytes, "head of a file");
    if (number<quint32>(head, 0) != localSignature)
        refuseArchive(place, "The head of this file is damaged. Copy the archive again.");
    const int nameSize = number<quint16>(head, 26);
    const quint64 dataAt = entry.offset + localBytes + quint64(nameSize) + number<quint16>(head, 28);
    if (bytesAt(entry.offset + localBytes, nameSize, "name of a file") != name(entry))
        refuseArchive(place, "This file has another name in its head than in the index. Do not trust this archive.");
    if (dataAt > m_dataEnd || entry.packed > m_dataEnd - dataAt)
        refuseArchive(place, "This file reaches beyond the archive: bytes are missing. Copy the archive again.");
    QByteArray bytes = bytesAt(dataAt, qint64(entry.packed), "content of a file");
    if (entry.method == deflated)
        bytes = inflated(bytes, qint64(entry.unpacked), place);
    else if (entry.packed != entry.unpacked)
        refuseArchive(place, "The sizes of this file contradict each other. Copy the archive again.");
    if (quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size()))) != entry.crc)
        refuseArchive(place, "The checksum of this file is wrong: the archive is damaged. Copy it again.");
    return bytes;
}

} // namespace parvis::server

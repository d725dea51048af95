#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <vector>

namespace parvis::server {

// A zip archive of small files, trusted in nothing (PKWARE APPNOTE 6.3, with zip64). The whole index is read and
// checked at open: so a file that is cut short, unsafe names, links, encryption, duplicates and bombs are refused before
// anything is unpacked. Entries are then read one at a time in any order. Throws BadArchive.
class ZipReader {
public:
    struct Limits {
        qint64 entries = 1'000'000;
        qint64 entryBytes = 64 * 1024 * 1024;          // one file, unpacked, when it is read
        qint64 totalBytes = 64ll * 1024 * 1024 * 1024; // all files, unpacked
        qint64 ratio = 250;                            // unpacked : archive, for what is larger than `ratioFrom`
        qint64 ratioFrom = 16 * 1024 * 1024;
    };

    struct Entry {
        quint64 offset = 0; // of the local header
        quint64 packed = 0;
        quint64 unpacked = 0;
        quint32 crc = 0;
        quint32 nameAt = 0; // in the arena of names
        quint16 nameSize = 0;
        quint16 method = 0;
    };

    explicit ZipReader(const QString &path);
    ZipReader(const QString &path, const Limits &limits);

    // Files only, no folders; sorted by name.
    const std::vector<Entry> &entries() const { return m_entries; }
    QByteArrayView name(const Entry &entry) const;
    const Entry *find(QByteArrayView name) const;
    QByteArray read(const Entry &entry); // checked against the size and the CRC-32 of the index
    QByteArray read(const Entry &entry, qint64 maxBytes);

private:
    struct Directory {
        quint64 offset = 0;
        quint64 bytes = 0;
        quint64 entries = 0;
    };

    QByteArray bytesAt(quint64 offset, qint64 size, const char *what);
    Directory findDirectory();
    void readDirectory(const Directory &directory);
    void checkName(QByteArrayView name) const;
    void checkTogether(quint64 totalBytes);

    QFile m_file;
    Limits m_limits;
    QByteArray m_names;
    std::vector<Entry> m_entries;
    quint64 m_dataEnd = 0; // where the index begins: no entry may reach beyond
};

} // namespace parvis::server

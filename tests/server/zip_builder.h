#pragma once

#include <QByteArray>
#include <QIODevice>

#include <zlib.h>

#include <optional>

namespace parvis::tests {

// Writes zip archives, good ones and such as no honest program writes.
class ZipBuilder {
public:
    struct How {
        bool deflate = true;
        quint16 flags = 0;
        quint32 unixMode = 0100644;
        std::optional<quint32> claimedSize = {}; // unpacked, in both heads
        std::optional<quint32> claimedCrc = {};
        std::optional<quint16> method = {};
        std::optional<QByteArray> localName = {};
    };

    explicit ZipBuilder(QIODevice &out) : m_out(out) { }

    void add(const QByteArray &name, const QByteArray &bytes) { add(name, bytes, How{}); }
    void add(const QByteArray &name, const QByteArray &bytes, const How &how)
    {
        const QByteArray data = how.deflate ? deflated(bytes) : bytes;
        const quint32 sum = how.claimedCrc.value_or(
            quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size()))));
        const quint32 size = how.claimedSize.value_or(quint32(bytes.size()));
        const quint16 method = how.method.value_or(how.deflate ? 8 : 0);
        const QByteArray localName = how.localName.value_or(name);
        const QByteArray common =
            le16(20) + le16(how.flags) + le16(method) + le32(0) + le32(sum) + le32(quint32(data.size())) + le32(size);
        const auto offset = quint32(m_offset);
        write(le32(0x04034b50) + common + le16(quint16(localName.size())) + le16(0) + localName + data);
        m_index += le32(0x02014b50) + le16(quint16(3 << 8 | 20)) + common + le16(quint16(name.size())) + le16(0)
                   + le16(0) + le16(0) + le16(0) + le32(how.unixMode << 16) + le32(offset) + name;
        ++m_count;
    }

    void finish()
    {
        const auto count = quint16(m_count);
        const auto offset = quint32(m_offset);
        write(m_index);
        write(le32(0x06054b50) + le16(0) + le16(0) + le16(count) + le16(count) + le32(quint32(m_index.size()))
              + le32(offset) + le16(0));
    }

    static QByteArray le16(quint16 n) { return QByteArray(1, char(n & 0xff)) + char(n >> 8); }
    static QByteArray le32(quint32 n) { return le16(quint16(n & 0xffff)) + le16(quint16(n >> 16)); }

private:
    static QByteArray deflated(const QByteArray &bytes)
    {
        z_stream stream{};
        deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
        QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = uInt(bytes.size());
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = uInt(out.size());
        deflate(&stream, Z_FINISH);
        out.truncate(qsizetype(stream.total_out));
        deflateEnd(&stream);
        return out;
    }

    void write(const QByteArray &bytes)
    {
        m_out.write(bytes);
        m_offset += bytes.size();
    }

    QIODevice &m_out;
    QByteArray m_index;
    qint64 m_offset = 0;
    int m_count = 0;
};

} // namespace parvis::tests

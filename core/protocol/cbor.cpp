#include "protocol/cbor.h"

#include "protocol/limits.h"

#include <QtEndian>

namespace parvis::protocol {

void CborWriter::head(quint8 major, quint64 value)
{
    char raw[9];
    const char type = char(major << 5);
    if (value < 24) {
        m_out.append(char(type | char(value)));
    } else if (value <= 0xff) {
        raw[0] = char(type | 24);
        raw[1] = char(value);
        m_out.append(raw, 2);
    } else if (value <= 0xffff) {
        raw[0] = char(type | 25);
        qToBigEndian(quint16(value), raw + 1);
        m_out.append(raw, 3);
    } else if (value <= 0xffffffff) {
        raw[0] = char(type | 26);
        qToBigEndian(quint32(value), raw + 1);
        m_out.append(raw, 5);
    } else {
        raw[0] = char(type | 27);
        qToBigEndian(value, raw + 1);
        m_out.append(raw, 9);
    }
}

void CborWriter::integer(qint64 value)
{
    if (value >= 0)
        head(0, quint64(value));
    else
        head(1, quint64(-1 - value));
}

void CborWriter::bytes(QByteArrayView value)
{
    head(2, quint64(value.size()));
    m_out.append(value);
}

void CborWriter::text(QStringView value)
{
    utf8(value.toUtf8());
}

void CborWriter::utf8(QByteArrayView value)
{
    head(3, quint64(value.size()));
    m_out.append(value);
}

CborReader::Type CborReader::peek() const
{
    if (!m_ok)
        return Type::Bad;
    if (m_at == m_end)
        return Type::End;
    const quint8 first = quint8(*m_at);
    switch (first >> 5) {
    case 0:
    case 1: return Type::Integer;
    case 2: return Type::Bytes;
    case 3: return Type::Text;
    case 4: return Type::Array;
    case 5: return Type::Map;
    default: break;
    }
    if (first == 0xf4 || first == 0xf5)
        return Type::Bool;
    return first == 0xf6 ? Type::Null : Type::Bad;
}

bool CborReader::head(quint8 major, quint64 &value)
{
    if (!m_ok || m_at == m_end || quint8(*m_at) >> 5 != major) {
        fault();
        return false;
    }
    const quint8 info = quint8(*m_at) & 31;
    ++m_at;
    if (info < 24) {
        value = info;
        return true;
    }
    const int size = info == 24 ? 1 : info == 25 ? 2 : info == 26 ? 4 : info == 27 ? 8 : 0;
    if (size == 0 || m_end - m_at < size) {
        fault();
        return false;
    }
    value = 0;
    for (int i = 0; i < size; ++i)
        value = value << 8 | quint8(m_at[i]);
    m_at += size;
    return true;
}

qint64 CborReader::integer()
{
    quint64 value = 0;
    const bool negative = m_ok && m_at != m_end && quint8(*m_at) >> 5 == 1;
    if (!head(negative ? 1 : 0, value))
        return 0;
    if (value > quint64(std::numeric_limits<qint64>::max())) {
        fault();
        return 0;
    }
    return negative ? -1 - qint64(value) : qint64(value);
}

bool CborReader::boolean()
{
    if (peek() != Type::Bool) {
        fault();
        return false;
    }
    return quint8(*m_at++) == 0xf5;
}

void CborReader::null()
{
    if (peek() == Type::Null)
        ++m_at;
    else
        fault();
}

QByteArrayView CborReader::bytes()
{
    quint64 size = 0;
    if (!head(2, size) || size > quint64(m_end - m_at)) {
        fault();
        return {};
    }
    const QByteArrayView view(m_at, qsizetype(size));
    m_at += size;
    return view;
}

QByteArrayView CborReader::utf8()
{
    quint64 size = 0;
    if (!head(3, size) || size > quint64(m_end - m_at)) {
        fault();
        return {};
    }
    const QByteArrayView view(m_at, qsizetype(size));
    m_at += size;
    return view;
}

QString CborReader::text()
{
    return QString::fromUtf8(utf8());
}

qint64 CborReader::array()
{
    quint64 count = 0;
    // Every item takes a byte at least: a count above what is left is a lie that would cost memory.
    if (!head(4, count) || count > quint64(m_end - m_at)) {
        fault();
        return 0;
    }
    return qint64(count);
}

qint64 CborReader::map()
{
    quint64 count = 0;
    if (!head(5, count) || count > quint64(m_end - m_at) / 2) {
        fault();
        return 0;
    }
    return qint64(count);
}

QByteArrayView CborReader::skip()
{
    const char *from = m_at;
    skipItem(0);
    return m_ok ? QByteArrayView(from, m_at - from) : QByteArrayView();
}

void CborReader::skipItem(int depth)
{
    if (depth > maxDepth) {
        fault();
        return;
    }
    switch (peek()) {
    case Type::Integer: {
        // A number that this build cannot hold is still one item to keep.
        quint64 value = 0;
        head(quint8(*m_at) >> 5, value);
        break;
    }
    case Type::Bytes: bytes(); break;
    case Type::Text: utf8(); break;
    case Type::Bool:
    case Type::Null: ++m_at; break;
    case Type::Array:
        for (qint64 i = array(); i > 0 && m_ok; --i)
            skipItem(depth + 1);
        break;
    case Type::Map:
        for (qint64 i = map() * 2; i > 0 && m_ok; --i)
            skipItem(depth + 1);
        break;
    case Type::End:
    case Type::Bad: fault(); break;
    }
}

} // namespace parvis::protocol

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace parvis::protocol {

// The subset of CBOR (RFC 8949) that Parvis speaks: definite lengths, integers of 64 bits, byte and text strings,
// arrays, maps, booleans, null; no tags, no floats. Written shortest form, so equal values are equal bytes.
class CborWriter {
public:
    void integer(qint64 value);
    void boolean(bool value) { m_out.append(value ? '\xf5' : '\xf4'); }
    void null() { m_out.append('\xf6'); }
    void bytes(QByteArrayView value);
    void text(QStringView value);
    void utf8(QByteArrayView value); // already UTF-8
    void array(qint64 count) { head(4, quint64(count)); }
    void map(qint64 pairs) { head(5, quint64(pairs)); }
    void raw(QByteArrayView encoded) { m_out.append(encoded); } // an item that is CBOR already

    const QByteArray &data() const { return m_out; }
    QByteArray take() { return std::exchange(m_out, {}); }
    void reserve(qsizetype bytes) { m_out.reserve(bytes); }

private:
    void head(quint8 major, quint64 value);
    QByteArray m_out;
};

// Reads what may be hostile: never past the end, never deeper than limits allow. After the first fault every call gives
// an empty value and ok() is false, so that callers check once, at the end. Views point into the given bytes.
class CborReader {
public:
    enum class Type : quint8 { Integer, Bytes, Text, Array, Map, Bool, Null, End, Bad };

    explicit CborReader(QByteArrayView data) : m_at(data.data()), m_end(data.data() + data.size()) { }

    Type peek() const;
    qint64 integer();
    bool boolean();
    void null();
    QByteArrayView bytes();
    QByteArrayView utf8(); // not checked to be valid UTF-8
    QString text();        // invalid sequences become U+FFFD
    qint64 array();        // number of items
    qint64 map();          // number of pairs
    QByteArrayView skip(); // one whole item; gives its bytes

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at == m_end; }
    void fault() { m_ok = false; m_at = m_end; }

private:
    bool head(quint8 major, quint64 &value);
    void skipItem(int depth);

    const char *m_at;
    const char *m_end;
    bool m_ok = true;
};

} // namespace parvis::protocol

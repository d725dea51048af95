#include "extract/plain.h"

#include "text/markdown.h"

#include <QStringDecoder>

namespace parvis::extract {

namespace {

// What Windows-1252 has where Latin-1 has control characters (encoding.spec.whatwg.org, index windows-1252).
constexpr char16_t windowsOnly[32] = {0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                                      0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                      0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

constexpr qsizetype lookedAt = 64 * 1024;
constexpr qsizetype mostMarkdown = 256 * 1024; // characters that are parsed

QString fromWindows(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &each : text) {
        if (each.unicode() >= 0x80 && each.unicode() < 0xa0)
            each = QChar(windowsOnly[each.unicode() - 0x80]);
    }
    return text;
}

// Bytes that no text has, in any encoding of one byte.
bool isBinary(QByteArrayView bytes)
{
    const QByteArrayView head = bytes.first(std::min(bytes.size(), lookedAt));
    qsizetype odd = 0;
    for (const char each : head) {
        const auto byte = quint8(each);
        if (byte == 0)
            return true;
        odd += qsizetype(byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1b);
    }
    return odd * 50 > head.size();
}

std::optional<QStringConverter::Encoding> encodingByZeros(QByteArrayView bytes)
{
    const qsizetype pairs = std::min(bytes.size(), lookedAt) / 2;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < pairs * 2; ++i)
        zeros[i & 1] += qsizetype(bytes[i] == 0);
    if (pairs > 0 && zeros[0] == 0 && zeros[1] * 2 > pairs)
        return QStringConverter::Utf16LE;
    if (pairs > 0 && zeros[1] == 0 && zeros[0] * 2 > pairs)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

} // namespace

std::optional<QString> decoded(QByteArrayView bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes)) {
        QStringDecoder decoder(*marked);
        return QString(decoder.decode(bytes));
    }
    if (const auto wide = encodingByZeros(bytes)) {
        QStringDecoder decoder(*wide);
        return QString(decoder.decode(bytes));
    }
    if (isBinary(bytes))
        return std::nullopt;
    QStringDecoder utf8(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    const QString text = utf8.decode(bytes);
    return utf8.hasError() ? fromWindows(bytes) : text;
}

void addPlain(TextSink &out, const QString &text)
{
    out.add(text);
}

void addMarkdown(TextSink &out, const QString &text)
{
    out.add(text::plainText(text::parseMarkdown(text.left(mostMarkdown))));
}

} // namespace parvis::extract

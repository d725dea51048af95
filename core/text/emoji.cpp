#include "text/emoji.h"

#include "text/chars.h"
#include "text/emoji_table.h"
#include "text/short_names.h"

#include <QByteArray>
#include <QList>

#include <cstring>
#include <string_view>

namespace parvis::text {

namespace {

constexpr qsizetype maxUnits = 40; // the longest has 15

struct Row {
    std::string_view key;
    std::string_view full; // empty: equal to the key
    bool found = false;
};

// Binary search in rows "KEY=FULL\n" that are sorted by key.
Row find(const char *rows, const quint32 *offsets, std::size_t count, std::string_view key)
{
    std::size_t low = 0;
    std::size_t high = count;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        const char *begin = rows + offsets[middle];
        const std::string_view row(begin, std::size_t(std::strchr(begin, '\n') - begin));
        const auto sign = row.find('=');
        const auto rowKey = row.substr(0, sign);
        if (rowKey == key)
            return {rowKey, sign == row.npos ? std::string_view() : row.substr(sign + 1), true};
        if (rowKey < key)
            low = middle + 1;
        else
            high = middle;
    }
    return {};
}

QByteArray keyOf(QStringView text)
{
    QByteArray key;
    for (const char32_t c : text.toUcs4()) {
        if (isVariationSelector(c))
            continue;
        if (!key.isEmpty())
            key += '-';
        key += QByteArray::number(uint(c), 16).toUpper().rightJustified(4, '0');
    }
    return key;
}

QString fromHex(std::string_view points)
{
    QString text;
    const auto bytes = QByteArray(points.data(), qsizetype(points.size()));
    for (const QByteArray &point : bytes.split('-')) {
        const char32_t c = point.toUInt(nullptr, 16);
        text += QString::fromUcs4(&c, 1);
    }
    return text;
}

Row rowOf(QStringView text)
{
    if (text.isEmpty() || text.size() > maxUnits)
        return {};
    const QByteArray key = keyOf(text);
    return find(emojiRows, emojiRowOffsets, emojiRowCount, {key.constData(), std::size_t(key.size())});
}

QString flagOf(const QString &region)
{
    QString flag;
    for (const QChar letter : region) {
        if (letter < u'a' || letter > u'z')
            return {};
        const char32_t c = 0x1F1E6 + (letter.unicode() - u'a');
        flag += QString::fromUcs4(&c, 1);
    }
    return isEmoji(flag) ? flag : QString();
}

QString toned(const QString &emoji, int tone)
{
    if (emoji.isEmpty() || tone < 2 || tone > 6)
        return emoji;
    const auto points = emoji.toUcs4();
    const char32_t sign = 0x1F3FB + char32_t(tone - 2);
    const char32_t first = points.first();
    const QString coloured =
        QString::fromUcs4(&first, 1) + QString::fromUcs4(&sign, 1)
        + QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + 1, points.size() - 1);
    return isEmoji(coloured) ? fullyQualified(coloured) : emoji;
}

QString plainFromShortName(const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    const std::string_view key(utf8.constData(), std::size_t(utf8.size()));
    if (const char *known = emojiOfShortName(key))
        return fullyQualified(QString::fromUtf8(known));
    if (name.startsWith(u"flag-"))
        return flagOf(name.mid(5));
    const Row row = find(emojiNameRows, emojiNameRowOffsets, emojiNameRowCount, key);
    return row.found ? fromHex(row.full) : QString();
}

} // namespace

QString fullyQualified(const QString &emoji)
{
    const QString normal = emoji.normalized(QString::NormalizationForm_C);
    const Row row = rowOf(normal);
    if (!row.found)
        return normal;
    return fromHex(row.full.empty() ? row.key : row.full);
}

bool isEmoji(QStringView text)
{
    // A lone digit or '#' is in no row: keycaps have their mark.
    return rowOf(text).found;
}

QString fromShortName(const QString &name)
{
    QString plain = name.toLower();
    if (plain.startsWith(u':'))
        plain.remove(0, 1);
    if (plain.endsWith(u':'))
        plain.chop(1);
    int tone = 0;
    if (const qsizetype at = plain.indexOf(QLatin1String("::skin-tone-")); at >= 0) {
        tone = plain.mid(at + 12).toInt();
        plain.truncate(at);
    }
    return toned(plainFromShortName(plain), tone);
}

} // namespace parvis::text

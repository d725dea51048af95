#include "text/emoji_search.h"

#include "text/chars.h"
#include "text/emoji.h"
#include "text/emoji_names.h"
#include "text/fold.h"
#include "text/short_names.h"

#include <QByteArray>
#include <QStringList>

#include <algorithm>
#include <string_view>

namespace parvis::text {

namespace {

std::string_view rowAt(std::size_t index)
{
    const quint32 from = emojiInfoOffsets[index];
    return {emojiInfoRows + from, emojiInfoOffsets[index + 1] - from - 1};
}

std::string_view columnOf(std::string_view row, int column)
{
    for (; column > 0; --column)
        row.remove_prefix(row.find('\t') + 1);
    return row.substr(0, row.find('\t'));
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

QString emojiOf(std::string_view points)
{
    QString emoji;
    for (const QString &point : textOf(points).split(u'-')) {
        const char32_t c = point.toUInt(nullptr, 16);
        emoji += QString::fromUcs4(&c, 1);
    }
    return emoji;
}

enum Rank { NoMatch, SomeWord, FirstWord, WholeWord };

// How well one word of the query fits the names, words parted by '|' and blanks.
Rank rankOf(std::string_view words, std::string_view wanted)
{
    Rank best = NoMatch;
    for (auto at = words.find(wanted); at != words.npos; at = words.find(wanted, at + 1)) {
        const char before = words[at - 1]; // every text begins with '|'
        if (before != '|' && before != ' ' && before != '-' && before != '\'')
            continue;
        const auto end = at + wanted.size();
        const bool whole = end == words.size() || words[end] == '|';
        const Rank rank = before != '|' ? SomeWord : whole ? WholeWord : FirstWord;
        best = std::max(best, rank);
    }
    return best;
}

// Code points in hexadecimal, equal but for variation selectors; `bare` has none.
bool isSameEmoji(std::string_view full, std::string_view bare)
{
    constexpr std::string_view selector = "-FE0F";
    while (!full.empty()) {
        if (full.substr(0, selector.size()) == selector) {
            full.remove_prefix(selector.size());
            continue;
        }
        if (bare.empty() || full.front() != bare.front())
            return false;
        full.remove_prefix(1);
        bare.remove_prefix(1);
    }
    return bare.empty();
}

bool hasLetterOrDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

} // namespace

int emojiCount()
{
    return int(emojiInfoCount);
}

EmojiInfo emojiAt(int index, bool french)
{
    const std::string_view row = rowAt(std::size_t(index));
    return {emojiOf(columnOf(row, 0)), textOf(columnOf(row, french ? 4 : 3)), columnOf(row, 1).front() - '0',
            columnOf(row, 2) == "1"};
}

int emojiGroupOf(int index)
{
    return columnOf(rowAt(std::size_t(index)), 1).front() - '0';
}

int emojiIndex(const QString &emoji)
{
    QByteArray points;
    for (const char32_t c : withoutTone(emoji).toUcs4()) {
        if (!isVariationSelector(c))
            points += (points.isEmpty() ? "" : "-") + QByteArray::number(uint(c), 16).toUpper().rightJustified(4, '0');
    }
    const std::string_view bare(points.constData(), std::size_t(points.size()));
    for (std::size_t index = 0; index < emojiInfoCount; ++index) {
        if (isSameEmoji(columnOf(rowAt(index), 0), bare))
            return int(index);
    }
    return -1;
}

QList<int> findEmoji(const QString &query, int limit)
{
    const QString folded = fold(query.trimmed());
    QByteArrayList wanted;
    for (const QString &word : folded.split(u' ', Qt::SkipEmptyParts)) {
        if (hasLetterOrDigit(word))
            wanted.append(word.toUtf8());
    }
    if (wanted.isEmpty())
        return {};
    QList<int> named;
    const QByteArray whole = folded.toUtf8();
    for (const auto &[name, emoji] : shortNamesBeginning({whole.constData(), std::size_t(whole.size())})) {
        const int index = emojiIndex(QString::fromUtf8(emoji));
        if (index < 0 || named.contains(index))
            continue;
        if (name.size() == std::size_t(whole.size()))
            named.prepend(index);
        else
            named.append(index);
    }
    QList<std::pair<int, int>> found; // rank, index
    for (std::size_t index = 0; index < emojiInfoCount; ++index) {
        const std::string_view words = columnOf(rowAt(index), 5);
        int rank = 100;
        for (const QByteArray &each : wanted)
            rank = std::min<int>(rank, rankOf(words, {each.constData(), std::size_t(each.size())}));
        if (rank > NoMatch)
            found.append({rank, int(index)});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<int> best;
    const auto take = [&](int index) {
        if (best.size() < limit && !best.contains(index))
            best.append(index);
    };
    for (const auto &[rank, index] : found) {
        if (rank == WholeWord)
            take(index);
    }
    for (const int index : named)
        take(index);
    for (const auto &[rank, index] : found)
        take(index);
    return best;
}

QString withoutTone(const QString &emoji)
{
    QString bare;
    for (const char32_t c : emoji.toUcs4()) {
        if (!isSkinTone(c))
            bare += QString::fromUcs4(&c, 1);
    }
    return bare == emoji ? emoji : fullyQualified(bare);
}

QString withTone(const QString &emoji, int tone)
{
    const QString bare = withoutTone(emoji);
    if (tone < 1 || tone > 5)
        return bare;
    QString toned;
    bool first = true;
    for (const char32_t c : bare.toUcs4()) {
        if (first) {
            const char32_t sign = 0x1F3FA + char32_t(tone);
            toned = QString::fromUcs4(&c, 1) + QString::fromUcs4(&sign, 1);
        } else if (toned.size() > 4 || c != emojiPresentation) {
            toned += QString::fromUcs4(&c, 1);
        }
        first = false;
    }
    return isEmoji(toned) ? fullyQualified(toned) : bare;
}

} // namespace parvis::text

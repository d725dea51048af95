#include "ui/text/fuzzy.h"

#include "text/fold.h"

#include <algorithm>

namespace parvis::ui {

namespace {

enum Level { Whole = 1000, Beginning = 900, Word = 800, Words = 700, Initials = 600, Inside = 400, Letters = 200 };
constexpr int maxPenalty = 90; // less than a level

using Spans = QList<QPair<int, int>>; // in the folded text

bool isLetter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c.isMark();
}

qsizetype wordEnd(const FuzzyText &name, qsizetype word)
{
    const qsizetype next = word + 1 < name.words.size() ? name.words.at(word + 1) : name.folded.size();
    qsizetype end = name.words.at(word);
    while (end < next && isLetter(name.folded.at(end)))
        ++end;
    return end;
}

// Every typed word begins a word of the name; each of these is used once. In order is better.
std::optional<Spans> byWords(const FuzzyText &name, const QStringList &typed, bool &ordered)
{
    Spans spans;
    QList<bool> used(name.words.size(), false);
    ordered = true;
    qsizetype previous = -1;
    for (const QString &each : typed) {
        qsizetype found = -1;
        for (qsizetype word = 0; word < name.words.size() && found < 0; ++word) {
            if (!used.at(word) && QStringView(name.folded).mid(name.words.at(word)).startsWith(each))
                found = word;
        }
        if (found < 0)
            return std::nullopt;
        used[found] = true;
        ordered = ordered && found > previous;
        previous = found;
        spans.append({name.words.at(found), int(each.size())});
    }
    return spans;
}

// The typed letters are beginnings of words that follow one another: "chly" of "chantier lyon", "clc" of three.
bool byInitials(const FuzzyText &name, QStringView typed, qsizetype word, Spans &spans)
{
    if (typed.isEmpty())
        return spans.size() > 1;
    if (word >= name.words.size())
        return false;
    const int begin = name.words.at(word);
    const qsizetype length = wordEnd(name, word) - begin;
    qsizetype same = 0;
    while (same < length && same < typed.size() && name.folded.at(begin + same) == typed[same])
        ++same;
    for (; same > 0; --same) {
        spans.append({begin, int(same)});
        if (byInitials(name, typed.mid(same), word + 1, spans))
            return true;
        spans.removeLast();
    }
    return false;
}

// The letters of the typed word in their order in one word that begins with the first.
std::optional<Spans> byLetters(const FuzzyText &name, QStringView typed)
{
    for (qsizetype word = 0; word < name.words.size(); ++word) {
        Spans spans;
        qsizetype at = name.words.at(word);
        const qsizetype end = wordEnd(name, word);
        qsizetype taken = 0;
        for (; at < end && taken < typed.size(); ++at) {
            if (name.folded.at(at) == typed[taken]) {
                spans.append({int(at), 1});
                ++taken;
            } else if (taken == 0) {
                break;
            }
        }
        if (taken == typed.size())
            return spans;
    }
    return std::nullopt;
}

FuzzyMatch made(const FuzzyText &name, int level, int penalty, const Spans &spans)
{
    FuzzyMatch match;
    match.score = level - std::min(maxPenalty, penalty + int(name.folded.size()) / 8);
    Spans sorted = spans;
    std::sort(sorted.begin(), sorted.end());
    for (const auto &[start, length] : sorted) {
        const int from = name.origin.at(start);
        const int to = start + length < name.origin.size() ? name.origin.at(start + length) : int(name.text.size());
        if (!match.marks.isEmpty() && match.marks.last().first + match.marks.last().second >= from)
            match.marks.last().second = to - match.marks.last().first;
        else
            match.marks.append({from, to - from});
    }
    return match;
}

} // namespace

FuzzyText::FuzzyText(const QString &from) : text(from)
{
    bool inWord = false;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype units = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        QString letter = text::fold(QStringView(text).mid(i, units));
        const bool apostrophe = letter == QLatin1String("'");
        if (!letter.isEmpty() && !isLetter(letter.front()) && !apostrophe)
            letter = folded.isEmpty() || folded.back() == u' ' ? QString()
                     : letter.trimmed().isEmpty()              ? QStringLiteral(" ")
                                                               : letter;
        for (const QChar unit : letter) {
            const bool begins = isLetter(unit) && !inWord;
            if (begins)
                words.append(int(folded.size()));
            inWord = isLetter(unit);
            folded += unit;
            origin.append(int(i));
        }
        i += units;
    }
}

std::optional<FuzzyMatch> fuzzyMatch(const FuzzyText &name, const QString &typed)
{
    const QStringList words = text::fold(typed).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    const QString all = words.join(u' ');
    const int length = int(all.size());
    if (name.folded == all)
        return made(name, Whole, 0, {{0, length}});
    if (name.folded.startsWith(all))
        return made(name, Beginning, 0, {{0, length}});
    for (qsizetype word = 0; word < name.words.size(); ++word) {
        if (QStringView(name.folded).mid(name.words.at(word)).startsWith(all))
            return made(name, Word, 4 * int(word), {{name.words.at(word), length}});
    }
    bool ordered = false;
    if (const auto spans = words.size() > 1 ? byWords(name, words, ordered) : std::nullopt)
        return made(name, Words, ordered ? 0 : 20, *spans);
    if (words.size() > 1)
        return std::nullopt;
    for (qsizetype word = 0; length > 1 && word < name.words.size(); ++word) {
        Spans spans;
        if (byInitials(name, all, word, spans))
            return made(name, Initials, 10 * int(word), spans);
    }
    if (const qsizetype at = length > 1 ? name.folded.indexOf(all) : -1; at >= 0)
        return made(name, Inside, int(at), {{int(at), length}});
    if (const auto spans = length > 2 ? byLetters(name, all) : std::nullopt)
        return made(name, Letters, int(spans->last().first - spans->first().first), *spans);
    return std::nullopt;
}

} // namespace parvis::ui

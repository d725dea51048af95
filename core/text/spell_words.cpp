#include "text/spell_words.h"

namespace parvis::text {

namespace {

constexpr quint16 untouched = CodeText | LinkText | MentionText | TagText | Mark | ListMark;

bool joins(QChar c)
{
    return c == u'\'' || c == QChar(0x2019) || c == u'-';
}

bool isWordPart(QChar c)
{
    return c.isLetter() || c.isMark();
}

// Signs that tie what is on both sides of them into something that is no word: a file, an address, a variable, a number.
bool ties(QStringView line, qsizetype at)
{
    if (at < 0 || at >= line.size())
        return false;
    const QChar c = line[at];
    if (c.isDigit() || c == u'_' || c == u'@' || c == u'#' || c == u'/' || c == u'\\')
        return true;
    const bool dot = c == u'.' || c == u':';
    return dot && at > 0 && at + 1 < line.size() && line[at - 1].isLetterOrNumber() && line[at + 1].isLetterOrNumber();
}

bool isOrdinary(QStringView word)
{
    if (word.size() < 2 || word.size() > 60)
        return false;
    bool lower = false;
    for (qsizetype at = 0; at < word.size(); ++at) {
        lower |= word[at].isLower();
        if (at > 0 && word[at].isUpper() && word[at - 1].isLower())
            return false;
    }
    return lower;
}

bool isStyled(const QList<StyledSpan> &styled, qsizetype from, qsizetype to, quint16 styles)
{
    for (const StyledSpan &span : styled) {
        if (span.styles & styles && span.start < to && span.start + span.length > from)
            return true;
    }
    return false;
}

} // namespace

QList<WordSpan> wordsToSpell(QStringView line, const QList<StyledSpan> &styled)
{
    QList<WordSpan> words;
    for (qsizetype at = 0; at < line.size();) {
        if (!isWordPart(line[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < line.size()
               && (isWordPart(line[end]) || (joins(line[end]) && end + 1 < line.size() && isWordPart(line[end + 1]))))
            ++end;
        // The signs of emphasis tie nothing.
        const bool tied = (ties(line, at - 1) && !isStyled(styled, at - 1, at, Mark))
                          || (ties(line, end) && !isStyled(styled, end, end + 1, Mark));
        if (!tied && isOrdinary(line.mid(at, end - at)) && !isStyled(styled, at, end, untouched))
            words.append({int(at), int(end - at)});
        at = end;
    }
    return words;
}

} // namespace parvis::text

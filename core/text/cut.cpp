#include "text/cut.h"

#include "text/chars.h"

#include <algorithm>

namespace parvis::text {

namespace {

constexpr qsizetype maxBackward = 48;

bool continuesCharacter(QStringView text, qsizetype at)
{
    if (text[at].isLowSurrogate() && text[at - 1].isHighSurrogate())
        return true;
    char32_t c = text[at].unicode();
    if (text[at].isHighSurrogate() && at + 1 < text.size())
        c = QChar::surrogateToUcs4(text[at], text[at + 1]);
    return c == zeroWidthJoiner || text[at - 1].unicode() == zeroWidthJoiner || QChar::isMark(c) || isSkinTone(c)
           || (isRegionalIndicator(c) && at >= 2 && text[at - 2].isHighSurrogate()
               && isRegionalIndicator(QChar::surrogateToUcs4(text[at - 2], text[at - 1])));
}

bool isBlank(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control;
}

} // namespace

qsizetype safeCut(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return text.size();
    qsizetype cut = std::max<qsizetype>(at, 0);
    while (cut > 0 && at - cut < maxBackward && continuesCharacter(text, cut))
        --cut;
    if (cut > 0 && text[cut].isLowSurrogate() && text[cut - 1].isHighSurrogate())
        --cut;
    return cut;
}

qsizetype wordBoundaryAfter(QStringView text, qsizetype at, qsizetype latest)
{
    if (at <= 0)
        return 0;
    for (qsizetype i = at; i < std::min(latest, text.size()); ++i) {
        if (isBlank(text[i - 1]))
            return i;
    }
    return std::min(latest, text.size());
}

qsizetype wordBoundaryBefore(QStringView text, qsizetype at, qsizetype earliest)
{
    if (at >= text.size())
        return text.size();
    for (qsizetype i = at; i > earliest; --i) {
        if (isBlank(text[i]) && !isBlank(text[i - 1]))
            return i;
    }
    return earliest > 0 ? earliest : safeCut(text, at);
}

QString onOneLine(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (!isBlank(c))
            out += c;
        else if (!out.isEmpty() && out.back() != u' ')
            out += u' ';
    }
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QString shortened(QStringView text, int maxChars)
{
    if (text.size() <= maxChars)
        return text.toString();
    const qsizetype room = std::max(maxChars - 1, 1);
    const QStringView kept = text.left(wordBoundaryBefore(text, room, 0));
    return kept.trimmed().toString() + u'…';
}

} // namespace parvis::text

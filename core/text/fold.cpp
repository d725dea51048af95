#include "text/fold.h"

#include "text/chars.h"

namespace parvis::text {

QString fold(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.unicode() < 0x80) {
            out += unit.toLower();
            continue;
        }
        char32_t c = unit.unicode();
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            c = QChar::surrogateToUcs4(unit, text[++i]);
        else if (unit.isSurrogate())
            c = QChar::ReplacementCharacter;
        if (c < basicCharCount) {
            const CharInfo &info = basicChars()[c];
            out += QString::fromUtf8(info.folded, info.foldedLength);
        } else {
            out += foldedCodePoint(c);
        }
    }
    return out;
}

} // namespace parvis::text

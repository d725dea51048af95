#include "text/chars.h"

#include "text/emoji_table.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <iterator>

namespace parvis::text {

namespace {

// Letters that no decomposition takes apart and that people type without their stroke, and all apostrophes.
const char *specialFold(char32_t c)
{
    switch (c) {
    case 0x153: return "oe"; // œ
    case 0xE6: return "ae";  // æ
    case 0xDF: return "ss";  // ß
    case 0x131: return "i";  // ı
    case 0xF8: return "o";   // ø
    case 0x111: return "d";  // đ
    case 0xF0: return "d";   // ð
    case 0x142: return "l";  // ł
    case 0x127: return "h";  // ħ
    case 0xFE: return "th";  // þ
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2BB:
    case 0x2BC: return "'";
    default: return nullptr;
    }
}

// Accents go. Marks that make another letter stay: kana voicing (class 8), virama (9), Indic vowels (0).
bool isDroppedMark(char32_t c)
{
    if (isVariationSelector(c))
        return true;
    const auto category = QChar::category(c);
    if (category == QChar::Mark_Enclosing)
        return true;
    const int combining = QChar::combiningClass(c);
    return category == QChar::Mark_NonSpacing && combining != 0 && combining != 8 && combining != 9;
}

bool isWrittenWithoutSpaces(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar: return true;
    default: return false;
    }
}

bool isEmojiBase(char32_t c)
{
    if (c >= 0x1F000)
        return c <= 0x1FAFF;
    if (c < 0x2190 || c > 0x32FF)
        return false;
    return std::binary_search(std::begin(emojiOfBasicPlane), std::end(emojiOfBasicPlane), char16_t(c));
}

CharClass computeClass(char32_t c)
{
    if (isEmojiBase(c))
        return CharClass::Emoji;
    if (c == 0xAD || c == 0x200C || c == zeroWidthJoiner || c == 0x2060)
        return CharClass::Ignored;
    if (c == 0x2BB || c == 0x2BC)
        return CharClass::Separator;
    if (c == 0x2116) // № reads 'no', as 'n°' does
        return CharClass::Letter;
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase: return CharClass::Letter;
    case QChar::Letter_Modifier:
    case QChar::Letter_Other: return isWrittenWithoutSpaces(c) ? CharClass::Single : CharClass::Letter;
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other: return CharClass::Digit;
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing: return CharClass::Mark;
    default: return CharClass::Separator;
    }
}

void appendUtf8(QByteArray &out, const QString &text)
{
    out += text.toUtf8();
}

} // namespace

bool isSkinTone(char32_t c)
{
    return c >= 0x1F3FB && c <= 0x1F3FF;
}

bool isVariationSelector(char32_t c)
{
    return c >= 0xFE00 && c <= 0xFE0F;
}

bool isRegionalIndicator(char32_t c)
{
    return c >= 0x1F1E6 && c <= 0x1F1FF;
}

bool isTextSymbolOfEmoji(char32_t c)
{
    return c == 0xA9 || c == 0xAE || c == 0x203C || c == 0x2049 || c == 0x2122 || c == 0x2139;
}

QString foldedCodePoint(char32_t codePoint)
{
    QString out;
    const auto append = [&out](char32_t c) {
        const char32_t lower = QChar::toCaseFolded(c);
        if (const char *special = specialFold(lower))
            out += QLatin1String(special);
        else if (!isDroppedMark(lower))
            out += QString::fromUcs4(&lower, 1);
    };
    if (specialFold(QChar::toCaseFolded(codePoint))) {
        append(codePoint);
        return out;
    }
    const QString decomposed = QString::fromUcs4(&codePoint, 1).normalized(QString::NormalizationForm_KD);
    for (const char32_t c : decomposed.toUcs4())
        append(c);
    return out;
}

const CharInfo *basicChars()
{
    static const auto table = [] {
        std::array<CharInfo, basicCharCount> made{};
        for (char32_t c = 0; c < basicCharCount; ++c) {
            QByteArray folded;
            appendUtf8(folded, foldedCodePoint(c));
            Q_ASSERT(folded.size() <= qsizetype(sizeof made[c].folded));
            made[c].charClass = computeClass(c);
            made[c].foldedLength = quint8(folded.size());
            std::copy(folded.begin(), folded.end(), made[c].folded);
        }
        return made;
    }();
    return table.data();
}

CharClass classOf(char32_t codePoint)
{
    if (codePoint < basicCharCount)
        return basicChars()[codePoint].charClass;
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        return CharClass::Single;
    return computeClass(codePoint);
}

int foldCodePoint(char32_t codePoint, char *out, int room)
{
    if (codePoint < basicCharCount) {
        const CharInfo &info = basicChars()[codePoint];
        if (info.foldedLength > room)
            return 0;
        std::copy_n(info.folded, info.foldedLength, out);
        return info.foldedLength;
    }
    QByteArray folded;
    appendUtf8(folded, foldedCodePoint(codePoint));
    if (folded.size() > room)
        return 0;
    std::copy(folded.begin(), folded.end(), out);
    return int(folded.size());
}

} // namespace parvis::text

#pragma once

#include <QString>
#include <QtGlobal>

namespace parvis::text {

// What a code point means to the segmentation of words.
enum class CharClass : quint8 {
    Separator,
    Letter,
    Digit,   // any number, '²' and '½' included
    Mark,    // lengthens the word that it follows
    Ignored, // soft hyphen and joiners: inside a word they count for nothing
    Single,  // scripts without spaces (Han, kana, Thai …): a word of its own
    Emoji
};

struct CharInfo {
    CharClass charClass;
    quint8 foldedLength;
    char folded[6]; // UTF-8, not terminated
};

inline constexpr char32_t basicCharCount = 0x800;

// The table of the code points below basicCharCount: Latin, Greek, Cyrillic, Hebrew, Arabic. Any thread.
const CharInfo *basicChars();

CharClass classOf(char32_t codePoint);

// One code point as fold() writes it; may be empty (a mark) or several characters (a ligature).
QString foldedCodePoint(char32_t codePoint);

// The same in UTF-8. Returns the number of bytes, 0 if they do not fit.
int foldCodePoint(char32_t codePoint, char *out, int room);

bool isSkinTone(char32_t codePoint);
bool isVariationSelector(char32_t codePoint);
bool isRegionalIndicator(char32_t codePoint);
inline constexpr char32_t zeroWidthJoiner = 0x200D;
inline constexpr char32_t emojiPresentation = 0xFE0F;
inline constexpr char32_t keycapMark = 0x20E3;

// Symbols that are an emoji only before emojiPresentation: ©️ ®️ ™️ …
bool isTextSymbolOfEmoji(char32_t codePoint);

} // namespace parvis::text

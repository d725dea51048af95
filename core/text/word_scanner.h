#pragma once

#include "text/chars.h"

#include <QStringView>

#include <string_view>

namespace parvis::text {

// Decoders: the same segmentation runs over UTF-8 and UTF-16. Malformed units decode to U+FFFD, one at a time.
struct Utf8Text {
    const char *data;
    int size;

    char32_t decode(int at, int &next) const
    {
        const auto first = static_cast<unsigned char>(data[at]);
        next = at + 1;
        return first < 0x80 ? first : decodeLong(at, next);
    }

private:
    char32_t decodeLong(int at, int &next) const;
};

struct Utf16Text {
    const char16_t *data;
    int size;

    char32_t decode(int at, int &next) const
    {
        const char16_t unit = data[at];
        next = at + 1;
        if (!QChar::isSurrogate(unit))
            return unit;
        if (QChar::isHighSurrogate(unit) && next < size && QChar::isLowSurrogate(data[next]))
            return QChar::surrogateToUcs4(unit, data[next++]);
        return QChar::ReplacementCharacter;
    }
};

// Walks the words of a text and folds them on the way; the rules are told in words.h. Allocates nothing for
// code points below U+0800.
template<class Text>
class WordScanner {
public:
    // Longer words are cut in their folded form (never inside a code point); their extent stays whole.
    static constexpr int maxFolded = 96;

    explicit WordScanner(Text text) : m_text(text), m_chars(basicChars()) { }

    bool next();

    // Extent in units of the text.
    int start() const { return m_start; }
    int end() const { return m_end; }
    std::string_view folded() const { return {m_folded, std::size_t(m_length)}; }
    // "notepad" of "notepad++": how much of folded() is the word without its sign. 0 where there is no sign.
    int baseLength() const { return m_baseLength; }

private:
    CharClass classAt(char32_t c) const { return c < basicCharCount ? m_chars[c].charClass : classOf(c); }
    char32_t peek(int at) const
    {
        int after;
        return at < m_text.size ? m_text.decode(at, after) : 0;
    }
    bool isWordAt(int at) const
    {
        const CharClass kind = classAt(peek(at));
        return kind == CharClass::Letter || kind == CharClass::Digit;
    }
    bool isKeycap(char32_t c, int after) const;
    void append(char32_t c);
    void scanRun(int at);
    void scanSign();
    void scanSingle(int at);
    void scanEmoji(int at);

    Text m_text;
    const CharInfo *m_chars;
    int m_pos = 0;
    int m_start = 0;
    int m_end = 0;
    int m_length = 0;
    int m_baseLength = 0;
    bool m_full = false;
    char m_folded[maxFolded];
};

extern template class WordScanner<Utf8Text>;
extern template class WordScanner<Utf16Text>;

inline Utf16Text utf16(QStringView text)
{
    return {text.utf16(), int(text.size())};
}

} // namespace parvis::text

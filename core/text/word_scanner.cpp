#include "text/word_scanner.h"

namespace parvis::text {

char32_t Utf8Text::decodeLong(int at, int &next) const
{
    const auto byte = [this](int i) { return char32_t(static_cast<unsigned char>(data[i])); };
    const auto continues = [&](int i) { return i < size && (byte(i) & 0xC0) == 0x80; };
    const char32_t first = byte(at);
    if (first >= 0xC2 && first <= 0xDF && continues(at + 1)) {
        next = at + 2;
        return (first & 0x1F) << 6 | (byte(at + 1) & 0x3F);
    }
    if (first >= 0xE0 && first <= 0xEF && continues(at + 1) && continues(at + 2)) {
        const char32_t c = (first & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) {
            next = at + 3;
            return c;
        }
    }
    if (first >= 0xF0 && first <= 0xF4 && continues(at + 1) && continues(at + 2) && continues(at + 3)) {
        const char32_t c = (first & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6
                           | (byte(at + 3) & 0x3F);
        if (c >= 0x10000 && c <= 0x10FFFF) {
            next = at + 4;
            return c;
        }
    }
    return QChar::ReplacementCharacter;
}

template<class Text>
bool WordScanner<Text>::isKeycap(char32_t c, int after) const
{
    if (after >= m_text.size || !((c >= '0' && c <= '9') || c == '#' || c == '*'))
        return false;
    int next;
    char32_t mark = m_text.decode(after, next);
    if (mark < 0x80)
        return false;
    if (mark == emojiPresentation && next < m_text.size)
        mark = m_text.decode(next, next);
    return mark == keycapMark;
}

template<class Text>
void WordScanner<Text>::append(char32_t c)
{
    if (m_full)
        return;
    if (c < 0x80) {
        if (m_length < maxFolded)
            m_folded[m_length++] = m_chars[c].folded[0];
        else
            m_full = true;
        return;
    }
    const int added = foldCodePoint(c, m_folded + m_length, maxFolded - m_length);
    m_full = added == 0 && classAt(c) != CharClass::Mark;
    m_length += added;
}

template<class Text>
bool WordScanner<Text>::next()
{
    m_length = 0;
    m_baseLength = 0;
    m_full = false;
    while (m_pos < m_text.size) {
        int after;
        const char32_t c = m_text.decode(m_pos, after);
        const CharClass kind = classAt(c);
        m_start = m_pos;
        if (kind == CharClass::Emoji || isKeycap(c, after)
            || (isTextSymbolOfEmoji(c) && peek(after) == emojiPresentation))
            scanEmoji(m_pos);
        else if (kind == CharClass::Letter || kind == CharClass::Digit)
            scanRun(m_pos);
        else if (kind == CharClass::Single)
            scanSingle(m_pos);
        else {
            m_pos = after;
            continue;
        }
        m_pos = m_end;
        if (m_length > 0)
            return true;
    }
    return false;
}

template<class Text>
void WordScanner<Text>::scanRun(int at)
{
    m_end = at;
    while (at < m_text.size) {
        int after;
        const char32_t c = m_text.decode(at, after);
        const CharClass kind = classAt(c);
        if (kind == CharClass::Digit && at > m_start && isKeycap(c, after))
            break;
        if (kind == CharClass::Letter || kind == CharClass::Digit || kind == CharClass::Mark)
            append(c);
        else if (kind != CharClass::Ignored)
            break;
        at = after;
        if (kind != CharClass::Ignored)
            m_end = at;
    }
    scanSign();
}

// 'C++', 'C#' and 'n°' are words, signs and all.
template<class Text>
void WordScanner<Text>::scanSign()
{
    const char32_t sign = peek(m_end);
    const auto take = [this](int units, std::string_view sign) {
        m_baseLength = m_length;
        for (const char c : sign)
            append(char32_t(c));
        m_end += units;
    };
    if (sign == '+' && peek(m_end + 1) == '+' && peek(m_end + 2) != '+' && m_length + 2 <= maxFolded)
        take(2, "++");
    else if (sign == '#' && m_length == 1 && m_folded[0] >= 'a' && m_folded[0] <= 'z' && !isWordAt(m_end + 1))
        take(1, "#");
    else if (sign == 0xB0 && folded() == "n") {
        int after;
        m_text.decode(m_end, after);
        append('o');
        m_end = after;
    }
}

template<class Text>
void WordScanner<Text>::scanSingle(int at)
{
    int after;
    append(m_text.decode(at, after));
    m_end = after;
    while (m_end < m_text.size) {
        const char32_t c = m_text.decode(m_end, after);
        if (classAt(c) != CharClass::Mark)
            break;
        append(c);
        m_end = after;
    }
}

// One emoji as people see it: a sequence of joined signs, a flag, a keycap. Its word has neither skin tone nor
// variation selector, so that 👍 finds 👍🏽.
template<class Text>
void WordScanner<Text>::scanEmoji(int at)
{
    int after;
    const char32_t first = m_text.decode(at, after);
    append(first);
    m_end = after;
    if (isRegionalIndicator(first)) {
        if (isRegionalIndicator(peek(m_end))) {
            append(m_text.decode(m_end, after));
            m_end = after;
        }
        return;
    }
    while (m_end < m_text.size) {
        const char32_t c = m_text.decode(m_end, after);
        const bool isTag = c >= 0xE0020 && c <= 0xE007F;
        if (c == zeroWidthJoiner) {
            if (after >= m_text.size || classAt(peek(after)) != CharClass::Emoji)
                break;
            const char joiner[] = "\u200D";
            if (!m_full && m_length + 3 + 4 <= maxFolded) {
                for (int i = 0; i < 3; ++i)
                    m_folded[m_length++] = joiner[i];
            }
            append(m_text.decode(after, after));
        } else if (isTag) {
            append(c);
        } else if (c != keycapMark && !isSkinTone(c) && !isVariationSelector(c)) {
            break;
        }
        m_end = after;
    }
}

template class WordScanner<Utf8Text>;
template class WordScanner<Utf16Text>;

} // namespace parvis::text

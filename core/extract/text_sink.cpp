#include "extract/text_sink.h"

#include "text/cut.h"

namespace parvis::extract {

namespace {

constexpr int maxPlaces = 2000;
constexpr int maxNameChars = 100;

int utf8Bytes(QChar each)
{
    // The halves of a pair take four bytes together.
    return each.unicode() < 0x80 ? 1 : each.unicode() < 0x800 || each.isSurrogate() ? 2 : 3;
}

} // namespace

void TextSink::put(QChar each)
{
    m_bytes += utf8Bytes(each);
    m_text += each;
}

void TextSink::add(QStringView text)
{
    for (const QChar each : text) {
        if (isFull())
            return;
        if (each == u'\n' || each == u'\r' || each == u'\f' || each == QChar::ParagraphSeparator
            || each == QChar::LineSeparator) {
            line();
        } else if (each.isSpace()) {
            space();
        } else if (each.unicode() >= 0x20 && each.unicode() != 0x7f && each.unicode() != 0xfffd && each.unicode() < 0xfffe) {
            if (m_gap != Gap::None && !m_text.isEmpty())
                put(m_gap == Gap::Line ? u'\n' : u' ');
            m_gap = Gap::None;
            put(each);
        }
    }
}

void TextSink::place(PlaceType type, const QString &name)
{
    line();
    const qsizetype at = m_text.isEmpty() ? 0 : m_text.size() + 1;
    if (!m_places.isEmpty() && m_places.last().at == at)
        m_places.removeLast();
    if (m_places.size() < maxPlaces && !isFull())
        m_places.append({at, type, text::shortened(text::onOneLine(name), maxNameChars)});
}

Extracted TextSink::take()
{
    if (isFull()) {
        qsizetype fits = m_text.size();
        for (qsizetype bytes = m_bytes; fits > 0 && bytes > m_mostBytes; --fits)
            bytes -= utf8Bytes(m_text.at(fits - 1));
        // One word without an end is cut where it may be.
        constexpr qsizetype longestWord = 200;
        m_text.truncate(text::wordBoundaryBefore(m_text, fits, std::max<qsizetype>(0, fits - longestWord)));
    }
    while (!m_places.isEmpty() && m_places.last().at >= m_text.size())
        m_places.removeLast();
    return {std::move(m_text), std::move(m_places)};
}

} // namespace parvis::extract

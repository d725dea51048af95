#pragma once

#include "model/document_places.h"

namespace parvis::extract {

using model::PlaceType;
using Place = model::DocumentPlace;

struct Extracted {
    QString text;
    QList<Place> places; // ascending; none where the format has none, or before the first
};

inline constexpr qsizetype maxTextBytes = 64 * 1024; // UTF-8, of one document

// Gathers the text of a document: blanks become one space, those with a line break one line break, control characters
// nothing, and once `mostBytes` of UTF-8 are there it is full.
class TextSink {
public:
    explicit TextSink(qsizetype mostBytes = maxTextBytes) : m_mostBytes(mostBytes) { }

    void add(QStringView text);
    void space() { m_gap = std::max(m_gap, Gap::Space); }
    void line() { m_gap = Gap::Line; }
    void place(PlaceType type, const QString &name); // what follows stands there
    bool isFull() const { return m_bytes > m_mostBytes; }
    Extracted take(); // cut after a word; places without text are left out

private:
    enum class Gap { None, Space, Line };
    void put(QChar each);

    qsizetype m_mostBytes;
    qsizetype m_bytes = 0;
    Gap m_gap = Gap::None;
    QString m_text;
    QList<Place> m_places;
};

} // namespace parvis::extract

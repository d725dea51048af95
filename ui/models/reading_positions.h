#pragma once

#include "model/ids.h"

#include <QHash>
#include <QStringList>

namespace parvis::ui {

// Where one was in a list, and how far one has seen it.
struct ReadingPosition {
    model::Uuid anchor; // the row that was at the top of the viewport; null: one was at the top of the list
    qint64 order = 0;   // of that row, should it be gone
    double offset = 0;  // of its top from the top of the viewport, in pixels
    qint64 seen = 0;    // the highest order that was on the screen

    bool operator==(const ReadingPosition &) const = default;
};

// Positions by place, the latest `maxPlaces`; kept over a restart in the profile's settings. It holds ids, no text.
class ReadingPositions {
public:
    static constexpr int maxPlaces = 200;

    ReadingPosition value(const QString &place) const { return m_positions.value(place); }
    void set(const QString &place, const ReadingPosition &position);
    QStringList lines() const; // as they are kept; those that cannot be read are passed over
    void setLines(const QStringList &lines);
    bool operator==(const ReadingPositions &) const = default;

private:
    QHash<QString, ReadingPosition> m_positions;
    QStringList m_latest; // places, the latest last
};

} // namespace parvis::ui

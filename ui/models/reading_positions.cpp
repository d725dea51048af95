#include "ui/models/reading_positions.h"

namespace parvis::ui {

void ReadingPositions::set(const QString &place, const ReadingPosition &position)
{
    m_latest.removeOne(place);
    m_latest.append(place);
    m_positions.insert(place, position);
    if (m_latest.size() > maxPlaces)
        m_positions.remove(m_latest.takeFirst());
}

void ReadingPositions::setLines(const QStringList &lines)
{
    for (const QString &line : lines) {
        const QStringList parts = line.split(u' ');
        if (parts.size() != 5)
            continue;
        ReadingPosition position;
        position.anchor = model::Uuid::fromString(parts.at(1)).value_or(model::Uuid());
        position.order = parts.at(2).toLongLong();
        position.offset = parts.at(3).toDouble();
        position.seen = parts.at(4).toLongLong();
        set(parts.at(0), position);
    }
}

QStringList ReadingPositions::lines() const
{
    QStringList lines;
    for (const QString &place : m_latest) {
        const ReadingPosition position = m_positions.value(place);
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(place, position.anchor.toString(), QString::number(position.order),
                          QString::number(position.offset, 'f', 1), QString::number(position.seen));
    }
    return lines;
}

} // namespace parvis::ui

#include "shot/sheet.h"

#include <QPainter>

namespace parvis::shot {

namespace {

constexpr int columns = 4;
constexpr int pictureWidth = 480;
constexpr int gap = 12;
constexpr int caption = 20;

} // namespace

void Sheet::add(const QString &name, const QImage &picture)
{
    QImage small = picture;
    small.setDevicePixelRatio(1);
    if (small.width() > pictureWidth)
        small = small.scaledToWidth(pictureWidth, Qt::SmoothTransformation);
    m_pictures.append({name, small});
}

bool Sheet::save(const QString &file) const
{
    if (m_pictures.isEmpty())
        return true;
    QList<int> heights; // of the rows
    for (int i = 0; i < m_pictures.size(); ++i) {
        if (i % columns == 0)
            heights.append(0);
        heights.last() = std::max(heights.last(), m_pictures.at(i).second.height());
    }
    int height = gap + caption;
    for (const int row : heights)
        height += row + caption + gap;
    QImage sheet(columns * (pictureWidth + gap) + gap, height, QImage::Format_RGB32);
    sheet.fill(QColor("#808488"));
    QPainter painter(&sheet);
    painter.setPen(Qt::white);
    painter.drawText(QRect(gap, 4, sheet.width(), caption), Qt::AlignVCenter, m_title);
    int y = gap + caption;
    for (int i = 0; i < m_pictures.size(); ++i) {
        const int x = gap + (i % columns) * (pictureWidth + gap);
        painter.drawText(QRect(x, y, pictureWidth, caption), Qt::AlignVCenter, m_pictures.at(i).first);
        painter.drawImage(x, y + caption, m_pictures.at(i).second);
        if (i % columns == columns - 1)
            y += heights.at(i / columns) + caption + gap;
    }
    painter.end();
    return sheet.save(file);
}

} // namespace parvis::shot

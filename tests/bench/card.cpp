#include "bench/card.h"

#include <QFont>
#include <QPainter>
#include <QTextLayout>

namespace parvis::bench {

namespace {

constexpr int width = 640;
constexpr int margin = 16;

qreal drawText(QPainter &painter, const QString &text, const QFont &font, qreal top)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width - 2 * margin);
        line.setPosition({0, height});
        height += line.height() * 1.3;
    }
    layout.endLayout();
    layout.draw(&painter, {margin, top});
    return top + height;
}

} // namespace

Card::Card() : m_picture(width, 400, QImage::Format_ARGB32_Premultiplied) { }

void Card::paint(const QString &author, const QString &body)
{
    m_picture.fill(Qt::white);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::lightGray);
    painter.drawEllipse(margin, margin, 32, 32);
    QFont bold;
    bold.setBold(true);
    const qreal top = drawText(painter, author, bold, margin);
    drawText(painter, body, QFont(), top + 8);
}

} // namespace parvis::bench

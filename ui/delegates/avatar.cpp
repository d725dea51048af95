#include "ui/delegates/avatar.h"

#include "ui/text/words.h"
#include "ui/theme/contrast.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QStyle>

namespace parvis::ui {

namespace {

constexpr double readable = 4.5; // of white letters

}

void drawAvatar(QPainter &painter, const QRectF &rect, const QString &name, const model::Uuid &id, const Theme &theme,
                bool round, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color.isValid() ? standingOut(color, {Qt::white}, readable)
                                     : theme.personColor(words::colorSeed(id)));
    const qreal radius = round ? rect.width() / 2 : rect.width() / 5;
    painter.drawRoundedRect(rect, radius, radius);
    QFont font = theme.font(TextRole::Badge);
    font.setPixelSize(qMax(9, qRound(rect.width() * (round ? 0.36 : 0.45))));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, words::initials(name));
}

QRectF placed(const QRectF &rect, qreal width)
{
    if (!QGuiApplication::isRightToLeft())
        return rect;
    return {width - rect.right(), rect.top(), rect.width(), rect.height()};
}

qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment)
{
    const QFontMetricsF metrics(font);
    const qreal wanted = metrics.horizontalAdvance(text);
    const QString shown = wanted <= rect.width() ? text : metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter.setFont(font);
    painter.setPen(color);
    const auto visual = QStyle::visualAlignment(QGuiApplication::layoutDirection(), alignment) | Qt::AlignAbsolute;
    painter.drawText(rect, int(visual | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    return qMin(wanted, rect.width());
}

qreal drawBadge(QPainter &painter, QPointF topLeft, const QString &text, const Theme &theme, const QColor &ink,
                const QColor &ground, qreal within)
{
    const QFont &font = theme.font(TextRole::Badge);
    const qreal width = QFontMetricsF(font).horizontalAdvance(text) + 12;
    const QSizeF size(width, theme.lineHeight(TextRole::Badge));
    const QRectF rect = within > 0 ? placed({topLeft, size}, within) : QRectF(topLeft, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 4, 4);
    drawLine(painter, rect, text, font, ink, Qt::AlignHCenter);
    return width;
}

} // namespace parvis::ui

#include "ui/delegates/avatar.h"

#include "ui/text/words.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QStyle>

#include <cmath>

namespace parvis::ui {

namespace {

constexpr qreal lightest = 0.18; // relative luminance: white on it has a contrast of 4.5

qreal luminance(const QColor &color)
{
    auto linear = [](qreal c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor darkForWhite(QColor color)
{
    while (luminance(color) > lightest)
        color = color.darker(108);
    return color;
}

} // namespace

void drawAvatar(QPainter &painter, const QRectF &rect, const QString &name, const model::Uuid &id, const Theme &theme,
                bool round, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color.isValid() ? darkForWhite(color) : theme.personColor(words::colorSeed(id)));
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

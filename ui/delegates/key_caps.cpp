#include "ui/delegates/key_caps.h"

#include "ui/delegates/avatar.h"

#include <QFontMetricsF>

namespace parvis::ui {

namespace {

constexpr qreal betweenCaps = 4;
constexpr qreal betweenSequences = 12;

} // namespace

qreal drawKeyCaps(QPainter &painter, qreal right, qreal middle, const QList<QStringList> &sequences, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    const QFont &font = theme.font(TextRole::Detail);
    const QFontMetricsF metrics(font);
    const qreal height = theme.px(22);
    qreal x = right;
    for (auto caps = sequences.crbegin(); caps != sequences.crend(); ++caps) {
        if (x < right)
            x -= betweenSequences;
        for (auto cap = caps->crbegin(); cap != caps->crend(); ++cap) {
            const qreal width = qMax(height, metrics.horizontalAdvance(*cap) + 12);
            const QRectF rect(x - width, middle - height / 2, width, height);
            painter.setPen(QPen(t.line, 1));
            painter.setBrush(t.background);
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
            drawLine(painter, rect, *cap, font, t.second, Qt::AlignHCenter);
            x -= width + (cap + 1 == caps->crend() ? 0 : betweenCaps);
        }
    }
    return right - x;
}

} // namespace parvis::ui

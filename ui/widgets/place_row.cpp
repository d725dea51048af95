#include "ui/widgets/place_row.h"

#include "ui/delegates/avatar.h"

namespace parvis::ui {

PlaceRow::PlaceRow(const Theme &theme, Icon icon, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PlaceRow::setCurrent(bool current)
{
    m_current = current;
    update();
}

void PlaceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    if (m_current || underMouse() || hasFocus()) {
        QColor ground = t.wash;
        if (!m_current)
            ground.setAlphaF(0.5f);
        painter.setPen(hasFocus() ? QPen(t.accent, 1) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(8.5, 0.5, -8.5, -0.5), 8, 8);
    }
    const qreal side = m_theme.px(18);
    const QColor color = m_current ? t.accent : t.second;
    drawIcon(painter, m_icon, placed({17, (height() - side) / 2, side, side}, width()), color);
    const qreal left = 16 + m_theme.px(20) + 8;
    drawLine(painter, placed({left, 0, width() - left - 16, qreal(height())}, width()), text(),
             m_theme.font(m_current ? TextRole::ListBold : TextRole::List), color);
}

} // namespace parvis::ui

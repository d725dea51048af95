#include "ui/widgets/icon_button.h"

#include <QPainter>

namespace parvis::ui {

IconButton::IconButton(Icon icon, const QString &words, const Theme &theme, QWidget *parent)
    : QToolButton(parent), m_icon(icon), m_theme(theme)
{
    setAccessibleName(words);
    setToolTip(words);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize IconButton::sizeHint() const
{
    return {m_theme.px(32), m_theme.px(32)};
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    const QRectF ground = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked() || isDown() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.wash : t.background);
        painter.drawRoundedRect(ground, 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground, 6, 6);
    }
    const qreal side = m_theme.px(18);
    drawIcon(painter, m_icon, {(width() - side) / 2, (height() - side) / 2, side, side},
             isChecked()   ? t.accent
             : isEnabled() ? t.second
                           : t.third);
}

} // namespace parvis::ui

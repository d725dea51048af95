#include "ui/widgets/prompt.h"

#include "ui/delegates/avatar.h"

namespace parvis::ui {

Prompt::Prompt(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Prompt::setPerson(const QString &name, const Uuid &id)
{
    m_name = name;
    m_id = id;
    update();
}

void Prompt::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(hasFocus() || underMouse() ? t.accent : t.line, hasFocus() ? 1.5 : 1));
    painter.setBrush(t.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    const qreal side = m_theme.px(36);
    const QRectF face(20, (height() - side) / 2, side, side);
    drawAvatar(painter, placed(face, width()), m_name, m_id, m_theme, true);
    const QRectF cap(width() - 40, (height() - 22) / 2.0 + 0.5, 20, 21);
    drawLine(painter, placed({face.right() + 12, 0, cap.left() - face.right() - 24, qreal(height())}, width()), text(),
             m_theme.font(TextRole::List), t.third);
    painter.setPen(t.line);
    painter.setBrush(t.background);
    painter.drawRoundedRect(placed(cap, width()), 4, 4);
    drawLine(painter, placed(cap, width()), QStringLiteral("C"), m_theme.font(TextRole::Badge), t.second,
             Qt::AlignHCenter);
}

} // namespace parvis::ui

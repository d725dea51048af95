#include "ui/widgets/person_row.h"

#include "ui/delegates/avatar.h"
#include "ui/shell/navigator.h"

namespace parvis::ui {

PersonRow::PersonRow(const Context &context, const store::PersonCard &person, const QString &detail, QWidget *parent)
    : QAbstractButton(parent), m_context(context), m_person(person), m_detail(detail)
{
    setText(person.fullName);
    setAccessibleName(detail.isEmpty() ? person.fullName : person.fullName + QStringLiteral(", ") + detail);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this,
            [this] { m_context.navigator.go({.kind = Place::PersonWall, .id = m_person.id.uuid()}); });
}

QSize PersonRow::sizeHint() const
{
    return {120, m_context.theme.px(28)};
}

void PersonRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_context.theme.tokens();
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const qreal side = m_context.theme.px(24);
    drawAvatar(painter, placed({0, (height() - side) / 2, side, side}, width()), m_person.fullName, m_person.id.uuid(),
               m_context.theme, true);
    const QFont &font = m_context.theme.font(TextRole::Aside);
    const qreal left = side + 8;
    const qreal used = drawLine(painter, placed({left, 0, width() - left, qreal(height())}, width()), m_person.fullName,
                                font, underMouse() ? t.accent : t.ink);
    drawLine(painter, placed({left + used + 8, 0, width() - left - used - 8, qreal(height())}, width()), m_detail,
             m_context.theme.font(TextRole::Detail), t.third);
}

} // namespace parvis::ui

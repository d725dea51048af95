#include "ui/delegates/notice_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/models/notice_model.h"
#include "ui/text/words.h"

#include <QFontMetricsF>

namespace parvis::ui {

void NoticeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const NoticeModel *>(index.model());
    if (!model)
        return;
    const store::NoticeItem &item = model->notice(index.row());
    const Tokens &t = m_theme.tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -8.5);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->setPen(QPen(selected || hovered ? t.accent : t.line, selected && focused ? 1.5 : 1));
    painter->setBrush(t.panel);
    painter->drawRoundedRect(card, 10, 10);

    const qreal side = m_theme.px(36);
    const QRectF face(card.left() + 16, card.top() + (card.height() - side) / 2, side, side);
    drawAvatar(*painter, face, item.author.fullName, item.author.id.uuid(), m_theme, true);

    const qreal line = m_theme.lineHeight(TextRole::List);
    const qreal top = card.top() + (card.height() - 2 * line - 2) / 2;
    const qreal left = face.right() + 12;
    qreal right = card.right() - 16;
    if (item.unread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent);
        painter->drawEllipse(QPointF(right - 4, top + line / 2), 4, 4);
        right -= 16;
    }
    const QFont &detail = m_theme.font(TextRole::Detail);
    const QString when =
        words::placeTitle(item.place) + QStringLiteral(" · ") + words::relativeTime(item.createdAt, m_clock.now());
    const qreal room = qMin(QFontMetricsF(detail).horizontalAdvance(when) + 1, (right - left) * 0.45);
    drawLine(*painter, {right - room, top, room, line}, when, detail, t.third, Qt::AlignRight);

    const qreal width = right - room - 12 - left;
    const QFont &strong = m_theme.font(item.unread ? TextRole::ListBold : TextRole::List);
    const qreal used = drawLine(*painter, {left, top, width, line}, item.author.fullName, strong, t.ink);
    if (width - used - 6 > 24)
        drawLine(*painter, {left + used + 6, top, width - used - 6, line}, words::noticeWhy(item.reason),
                 m_theme.font(TextRole::List), item.unread ? t.accent : t.second);
    drawLine(*painter, {left, top + line + 2, card.right() - 16 - left, line}, item.text, m_theme.font(TextRole::List),
             item.unread ? t.ink : t.second);
}

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.lineHeight(TextRole::List) * 2 + 24 + 8};
}

} // namespace parvis::ui

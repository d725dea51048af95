#include "ui/delegates/group_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/models/group_model.h"

namespace parvis::ui {

void GroupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF rect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    const QString title = index.data(Qt::DisplayRole).toString();
    if (index.data(GroupModel::IsHeaderRole).toBool()) {
        drawLine(*painter, rect.adjusted(16, 12, -16, 0), title.toUpper(), m_theme.font(TextRole::Section), t.third);
        return;
    }
    const auto *model = qobject_cast<const GroupModel *>(index.model());
    const store::GroupItem *group = model ? model->group(index.row()) : nullptr;
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const bool focused = option.state & QStyle::State_HasFocus;
    if (selected || hovered || focused) {
        QColor ground = t.wash;
        if (!selected)
            ground.setAlphaF(0.5f);
        painter->setPen(focused ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(ground);
        painter->drawRoundedRect(rect.adjusted(8.5, 0.5, -8.5, -0.5), 8, 8);
    }
    const qreal side = m_theme.px(20);
    const QRectF tile(16, rect.center().y() - side / 2, side, side);
    if (group)
        drawAvatar(*painter, placed(tile, rect.width()), title, group->id.uuid(), m_theme, false);
    const int unread = index.data(GroupModel::UnreadRole).toInt();
    qreal right = rect.right() - 16;
    if (unread > 0) {
        QFont font = m_theme.font(TextRole::Detail);
        font.setWeight(QFont::DemiBold);
        const QString count = unread > 999 ? QStringLiteral("999+") : QString::number(unread);
        right -= drawLine(*painter, placed({right - 40, rect.top(), 40, rect.height()}, rect.width()), count, font,
                          t.accent, Qt::AlignRight)
                 + 6;
    }
    const bool bold = selected || unread > 0;
    drawLine(*painter, placed({tile.right() + 8, rect.top(), right - tile.right() - 8, rect.height()}, rect.width()),
             title, m_theme.font(bold ? TextRole::ListBold : TextRole::List),
             selected     ? t.accent
             : unread > 0 ? t.ink
                          : t.second);
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool header = index.data(GroupModel::IsHeaderRole).toBool();
    return {120, m_theme.px(header ? (index.row() == 0 ? 30 : 34) : 32)};
}

} // namespace parvis::ui

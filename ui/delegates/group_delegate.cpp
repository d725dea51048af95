#include "ui/delegates/group_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/models/group_model.h"
#include "ui/theme/icons.h"

namespace parvis::ui {

namespace {

void drawGround(QPainter &painter, const QRectF &rect, const QStyleOptionViewItem &option, const Tokens &t)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_HasFocus;
    if (!selected && !focused && !(option.state & QStyle::State_MouseOver))
        return;
    QColor ground = t.wash;
    if (!selected)
        ground.setAlphaF(0.5f);
    painter.setPen(focused ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(rect.adjusted(8.5, 0.5, -8.5, -0.5), 8, 8);
}

} // namespace

void GroupDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(GroupModel::IsHeaderRole).toBool())
        paintHeader(*painter, option, index);
    else
        paintGroup(*painter, option, index);
}

void GroupDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF rect(option.rect);
    const QRectF row = rect.adjusted(0, rect.height() - m_theme.px(24), 0, 0);
    const bool focused = option.state & QStyle::State_HasFocus;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (focused)
        drawGround(painter, row, option, t);
    const bool folded = index.data(GroupModel::FoldedRole).toBool();
    const QColor ink = hovered || focused ? t.second : t.third;
    const qreal used = drawLine(painter, row.adjusted(16, 0, -40, 0), index.data(Qt::DisplayRole).toString().toUpper(),
                                m_theme.font(TextRole::Section), ink);
    if (folded || hovered || focused) {
        const qreal side = m_theme.px(12);
        drawIcon(painter, folded ? Icon::Folded : Icon::Unfolded,
                 {16 + used + 6, row.center().y() - side / 2, side, side}, ink);
    }
}

void GroupDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF rect(option.rect);
    const QString title = index.data(Qt::DisplayRole).toString();
    const auto *model = qobject_cast<const GroupModel *>(index.model());
    const store::GroupItem *group = model ? model->group(index.row()) : nullptr;
    if (!group)
        return;
    const bool selected = option.state & QStyle::State_Selected;
    drawGround(painter, rect, option, t);
    const qreal side = m_theme.px(20);
    const QRectF tile(16, rect.center().y() - side / 2, side, side);
    painter.setOpacity(group->muted ? 0.55 : 1);
    drawAvatar(painter, placed(tile, rect.width()), title, group->id.uuid(), m_theme, false);
    painter.setOpacity(1);
    qreal right = rect.right() - 16;
    const qreal small = m_theme.px(14);
    if (group->unread > 0) {
        QFont font = m_theme.font(TextRole::Detail);
        if (!group->muted)
            font.setWeight(QFont::DemiBold);
        const QString count = group->unread > 999 ? QStringLiteral("999+") : QString::number(group->unread);
        right -= drawLine(painter, placed({right - 40, rect.top(), 40, rect.height()}, rect.width()), count, font,
                          group->muted ? t.third : t.accent, Qt::AlignRight)
                 + 6;
    }
    if (group->muted) {
        drawIcon(painter, Icon::Muted,
                 placed({right - small, rect.center().y() - small / 2, small, small}, rect.width()), t.third);
        right -= small + 6;
    }
    if (group->requests > 0) {
        const qreal dot = m_theme.px(7);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.wait);
        painter.drawEllipse(placed({right - dot, rect.center().y() - dot / 2, dot, dot}, rect.width()));
        right -= dot + 6;
    }
    const bool loud = group->unread > 0 && !group->muted;
    drawLine(painter, placed({tile.right() + 8, rect.top(), right - tile.right() - 8, rect.height()}, rect.width()),
             title, m_theme.font(selected || loud ? TextRole::ListBold : TextRole::List),
             selected       ? t.accent
             : group->muted ? t.third
             : loud         ? t.ink
                            : t.second);
}

QSize GroupDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool header = index.data(GroupModel::IsHeaderRole).toBool();
    return {120, m_theme.px(header ? (index.row() == 0 ? 30 : 34) : 32)};
}

} // namespace parvis::ui

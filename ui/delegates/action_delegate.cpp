#include "ui/delegates/action_delegate.h"

#include "ui/delegates/avatar.h"
#include "ui/delegates/key_caps.h"
#include "ui/models/action_model.h"

#include <QFontMetricsF>

namespace parvis::ui {

void ActionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRectF rect(option.rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString help = index.data(ActionModel::HelpRole).toString();
    if (index.data(ActionModel::IsHeaderRole).toBool()) {
        const QRectF line = rect.adjusted(2, rect.height() - m_theme.px(30), -2, -m_theme.px(6));
        const qreal used = drawLine(*painter, line, text, m_theme.font(TextRole::ListBold), t.ink);
        drawLine(*painter, line.adjusted(used + 10, 1, 0, 0), help, m_theme.font(TextRole::Detail), t.third);
        painter->restore();
        return;
    }
    const bool first = index.data(ActionModel::FirstRole).toBool();
    const bool last = index.data(ActionModel::LastRole).toBool();
    painter->setClipRect(rect);
    painter->setPen(QPen(t.line, 1));
    painter->setBrush(t.panel);
    painter->drawRoundedRect(rect.adjusted(0.5, first ? 0.5 : -20, -0.5, last ? -0.5 : 20), 10, 10);
    if (!last)
        painter->drawLine(QPointF(rect.left() + 16, rect.bottom() - 0.5),
                          QPointF(rect.right() - 16, rect.bottom() - 0.5));
    if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
        painter->setPen(option.state & QStyle::State_HasFocus ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(t.wash);
        painter->drawRoundedRect(rect.adjusted(4, 4, -4, -4), 6, 6);
    }
    const auto caps = index.data(ActionModel::CapsRole).value<QList<QStringList>>();
    const qreal keys = drawKeyCaps(*painter, rect.right() - 16, rect.center().y(), caps, m_theme);
    const qreal list = m_theme.lineHeight(TextRole::List);
    const qreal detail = help.isEmpty() ? 0 : m_theme.lineHeight(TextRole::Detail);
    const QRectF words(rect.left() + 16, rect.center().y() - (list + detail) / 2, rect.width() - keys - 48, list);
    drawLine(*painter, words, text, m_theme.font(TextRole::List), t.ink);
    if (!help.isEmpty())
        drawLine(*painter, {words.left(), words.bottom(), words.width(), detail}, help, m_theme.font(TextRole::Detail),
                 t.second);
    painter->restore();
}

QSize ActionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(ActionModel::IsHeaderRole).toBool())
        return {200, m_theme.px(index.row() == 0 ? 36 : 52)};
    return {200, m_theme.px(index.data(ActionModel::HelpRole).toString().isEmpty() ? 42 : 54)};
}

} // namespace parvis::ui

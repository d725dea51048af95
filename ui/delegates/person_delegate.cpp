#include "ui/delegates/person_delegate.h"

#include "ui/delegates/avatar.h"

#include <QListWidget>
#include <QPainter>
#include <QScrollBar>

namespace parvis::ui {

PersonDelegate::PersonDelegate(const Theme &theme, End end, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_end(end)
{
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, m_theme.px(44)};
}

void PersonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF row = QRectF(option.rect).adjusted(8, 1, -8, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.wash);
        painter->drawRoundedRect(row, 8, 8);
    }
    const qreal side = m_theme.px(28);
    const QString name = index.data(Qt::DisplayRole).toString();
    drawAvatar(*painter, {row.left() + 8, row.center().y() - side / 2, side, side}, name, index.data(IdRole).value<model::Uuid>(),
               m_theme, true);

    const QString end = index.data(EndRole).toString();
    QFont endFont = m_theme.font(m_end == End::Emoji ? TextRole::List : TextRole::Detail);
    if (m_end == End::Emoji) {
        endFont.setFamilies({m_theme.emojiFamily()});
        endFont.setPixelSize(m_theme.px(18));
    }
    const qreal endWidth = m_end == End::Emoji ? 32 : QFontMetricsF(endFont).horizontalAdvance(end) + 4;
    const qreal left = row.left() + side + 20, width = row.right() - endWidth - 16 - left;
    const QString title = index.data(TitleRole).toString();
    const qreal line = m_theme.lineHeight(TextRole::List), small = m_theme.lineHeight(TextRole::Detail);
    const qreal top = row.center().y() - (title.isEmpty() ? line : line + small) / 2;
    drawLine(*painter, {left, top, width, line}, name, m_theme.font(TextRole::ListBold), t.ink);
    if (!title.isEmpty())
        drawLine(*painter, {left, top + line, width, small}, title, m_theme.font(TextRole::Detail), t.second);
    drawLine(*painter, {row.right() - endWidth - 8, row.top(), endWidth, row.height()}, end, endFont,
             m_end == End::Emoji ? t.ink : t.second, m_end == End::Emoji ? Qt::AlignHCenter : Qt::AlignRight);
}

void PersonDelegate::prepare(QListWidget *list, const Theme &theme, End end, const QString &accessibleName)
{
    list->setItemDelegate(new PersonDelegate(theme, end, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setVerticalScrollMode(QListView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setAccessibleName(accessibleName);
    list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
}

} // namespace parvis::ui

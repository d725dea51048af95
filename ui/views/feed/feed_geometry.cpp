// Where the rows of FeedView stand.
#include "ui/views/feed/feed_view.h"

#include <algorithm>
#include <cmath>

namespace parvis::ui {

using store::FeedItem;

namespace {

constexpr qreal maxCardWidth = 680; // 640 of text and the padding
constexpr qreal unseenHeight = 170;

} // namespace

qreal FeedView::cardWidth() const
{
    return std::min(maxCardWidth, width() - 48.0);
}

qreal FeedView::cardLeft() const
{
    // The scroll bar stands at the left where one reads from the right.
    return std::max(24.0, std::floor((width() - cardWidth()) / 2)) - (isRightToLeft() ? viewport()->x() : 0);
}

CardForm FeedView::formOf(int row) const
{
    CardForm form;
    const FeedItem &item = m_model->item(row);
    form.expanded = m_expanded.contains(item.id);
    if (item.id == m_lineBelow)
        form.line = m_lineLabel;
    if (!m_thread) {
        form.showPlace = m_showPlace;
        return form;
    }
    form.kind = row == 0 ? CardForm::Root : CardForm::Comment;
    form.showPlace = row == 0;
    form.foldable = row > 0;
    form.last = row == m_model->rowCount() - 1;
    if (row > 0 && item.parent != item.post) {
        if (const int parent = m_model->rowOf(item.parent); parent > 0)
            form.replyTo = m_model->item(parent).author.fullName;
    }
    return form;
}

const CardLayout &FeedView::layoutOf(int row) const
{
    const FeedItem &item = m_model->item(row);
    if (const CardLayout *held = m_layouts.object(item.id))
        return *held;
    auto *made = new CardLayout(item, formOf(row), cardWidth(), m_context.theme);
    if (!m_found.isEmpty())
        made->setFound(m_found);
    m_heights.insert(item.id, made->height());
    m_layouts.insert(item.id, made);
    return *made;
}

qreal FeedView::heightOf(int row) const
{
    const auto known = m_heights.constFind(m_model->item(row).id);
    return known != m_heights.constEnd() ? *known : layoutOf(row).height();
}

qreal FeedView::guessOf(int row) const
{
    return m_heights.value(m_model->item(row).id, unseenHeight);
}

int FeedView::rowAt(qreal y, qreal *top) const
{
    if (!m_model || m_model->rowCount() == 0)
        return -1;
    qreal at = m_anchorOffset;
    for (int row = m_anchorRow; row < m_model->rowCount() && at < viewport()->height(); ++row) {
        const qreal height = heightOf(row);
        if (y >= at && y < at + height) {
            if (top)
                *top = at;
            return row;
        }
        at += height;
    }
    return -1;
}

QRectF FeedView::rowRect(int row) const
{
    if (!m_model || row < m_anchorRow || row >= m_model->rowCount())
        return {};
    qreal at = m_anchorOffset;
    for (int r = m_anchorRow; r < row; ++r) {
        at += heightOf(r);
        if (at > viewport()->height())
            return {};
    }
    const CardLayout &layout = layoutOf(row);
    return {cardLeft(), at + layout.bandHeight(), cardWidth(), layout.frameHeight()};
}

QList<int> FeedView::visibleRows() const
{
    QList<int> rows;
    if (!m_model)
        return rows;
    qreal at = m_anchorOffset;
    for (int row = m_anchorRow; row < m_model->rowCount() && at < viewport()->height(); ++row) {
        rows.append(row);
        at += heightOf(row);
    }
    return rows;
}

} // namespace parvis::ui

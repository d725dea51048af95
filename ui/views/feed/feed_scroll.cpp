// The anchor of FeedView: what is held fast, and how it moves.
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_view.h"

#include <QScrollBar>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int pageAhead = 14; // rows left beyond the viewport when the next page is asked for

} // namespace

void FeedView::keepAnchor()
{
    if (const int row = m_model->rowOf(m_anchorId); row >= 0)
        m_anchorRow = row;
}

void FeedView::settle()
{
    if (!m_model || m_model->rowCount() == 0) {
        m_anchorRow = 0;
        m_anchorOffset = margin;
        m_anchorId = {};
        return;
    }
    const int last = m_model->rowCount() - 1;
    m_anchorRow = std::clamp(m_anchorRow, 0, last);
    // Below the last card there is no more than the margin, unless all fit.
    qreal bottom = m_anchorOffset;
    for (int row = m_anchorRow; row <= last && bottom < viewport()->height(); ++row)
        bottom += heightOf(row);
    if (bottom < viewport()->height() - 4)
        m_anchorOffset += viewport()->height() - 4 - bottom;
    while (m_anchorRow > 0 && m_anchorOffset > 0) {
        --m_anchorRow;
        m_anchorOffset -= heightOf(m_anchorRow);
    }
    if (m_anchorRow == 0 && m_anchorOffset > margin)
        m_anchorOffset = margin;
    while (m_anchorRow < last && m_anchorOffset + heightOf(m_anchorRow) <= 0) {
        m_anchorOffset += heightOf(m_anchorRow);
        ++m_anchorRow;
    }
    m_anchorId = m_model->item(m_anchorRow).id;
}

void FeedView::afterMove()
{
    updateBar();
    viewport()->update();
    if (!m_model)
        return;
    const QList<int> rows = visibleRows();
    noteSeen(rows);
    tellSeen();
    if (!rows.isEmpty() && rows.last() + pageAhead >= m_model->rowCount() && m_model->hasOlder())
        m_model->loadOlder();
    if (m_anchorRow < pageAhead && m_model->hasNewer())
        m_model->loadNewer();
    Q_EMIT visibleRowsChanged();
}

// A new post is no longer announced once the middle of its card has come into sight.
void FeedView::tellSeen()
{
    if (m_newAbove == 0 || m_model->rowCount() == 0 || m_model->hasNewer())
        return;
    const bool seen = m_anchorOffset + heightOf(m_anchorRow) / 2 > 0;
    setNewAbove(std::min(m_newAbove, seen ? m_anchorRow : m_anchorRow + 1));
}

void FeedView::updateBar()
{
    m_settingBar = true;
    qreal above = 0, total = 2 * margin;
    for (int row = 0; m_model && row < m_model->rowCount(); ++row) {
        const qreal height = guessOf(row);
        above += row < m_anchorRow ? height : 0;
        total += height;
    }
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, std::max(0, int(total) - viewport()->height()));
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(m_context.theme.px(46));
    bar->setValue(int(above - m_anchorOffset + margin));
    m_settingBar = false;
}

void FeedView::onBar(int value)
{
    if (m_settingBar || !m_model || m_model->rowCount() == 0)
        return;
    qreal at = margin;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const qreal height = guessOf(row);
        if (at + height > value || row == m_model->rowCount() - 1) {
            m_anchorRow = row;
            m_anchorOffset = at - value;
            break;
        }
        at += height;
    }
    settle();
    m_settingBar = true; // the hand holds the bar: it is not moved under it
    viewport()->update();
    m_settingBar = false;
    const QList<int> rows = visibleRows();
    if (!rows.isEmpty() && rows.last() + pageAhead >= m_model->rowCount() && m_model->hasOlder())
        m_model->loadOlder();
    if (m_anchorRow < pageAhead && m_model->hasNewer())
        m_model->loadNewer();
    noteSeen(rows);
    tellSeen();
    Q_EMIT visibleRowsChanged();
}

void FeedView::noteSeen(const QList<int> &rows)
{
    for (const int row : rows) {
        if (m_model->item(row).order < store::pendingOrderBase)
            m_seenOrder = std::max(m_seenOrder, m_model->item(row).order);
        if (!m_model->item(row).attachments.isEmpty())
            fetchSmallPictures(m_model->item(row));
    }
}

// Each once: what could not be had is tried again by who clicks it.
void FeedView::fetchSmallPictures(const store::FeedItem &item)
{
    for (const store::AttachmentItem &file : item.attachments) {
        if (file.here || file.wanted || !isVisible() || !isPicture(file)
            || file.attachment.size > AttachmentBlock::fetchedWhenSeen || m_fetched.contains(file.id))
            continue;
        m_fetched.insert(file.id);
        m_model->expectFile(item.id);
        m_context.backend.fetch(file.id); // its answer is what the rows say next
    }
}

// ---- positions ----

ReadingPosition FeedView::position() const
{
    ReadingPosition position;
    position.seen = m_seenOrder;
    if (!m_model || m_model->rowCount() == 0)
        return position;
    const bool top = m_anchorRow == 0 && m_anchorOffset >= margin - 1 && !m_model->hasNewer();
    const store::FeedItem &item = m_model->item(m_anchorRow);
    if (top || item.order >= store::pendingOrderBase)
        return position;
    position.anchor = item.id;
    position.order = item.order;
    position.offset = m_anchorOffset;
    return position;
}

void FeedView::restore(const ReadingPosition &position)
{
    m_seenOrder = std::max(m_seenOrder, position.seen);
    if (position.order > 0)
        m_wanted = position;
}

void FeedView::placeFirstRows()
{
    m_anchorRow = 0;
    m_anchorOffset = margin;
    if (!m_wanted)
        return;
    const ReadingPosition wanted = *std::exchange(m_wanted, {});
    if (const int row = m_model->rowOf(wanted.anchor); row >= 0) {
        m_anchorRow = row;
        m_anchorOffset = wanted.offset;
        return;
    }
    // The row is gone, or only a time was asked for.
    while (m_anchorRow + 1 < m_model->rowCount() && m_model->item(m_anchorRow).order > wanted.order)
        ++m_anchorRow;
}

void FeedView::scrollBy(qreal pixels)
{
    m_followTop = false;
    m_anchorOffset -= pixels;
    settle();
    afterMove();
}

void FeedView::scrollToTop()
{
    m_anchorRow = 0;
    m_anchorOffset = margin;
    settle();
    afterMove();
}

void FeedView::scrollToEnd()
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    m_anchorRow = m_model->rowCount() - 1;
    m_anchorOffset = viewport()->height() - 4 - heightOf(m_anchorRow);
    settle();
    afterMove();
}

void FeedView::revealAtFoot(int row)
{
    if (!m_model || row < 0 || row >= m_model->rowCount())
        return;
    constexpr qreal below = 72; // what stands under it begins to show
    m_followTop = false;
    m_anchorRow = row;
    m_anchorOffset = std::max(margin, viewport()->height() - heightOf(row) - below); // a long one from its beginning
    settle();
    afterMove();
}

void FeedView::reveal(int row)
{
    if (!m_model || row < 0 || row >= m_model->rowCount())
        return;
    const QRectF rect = rowRect(row);
    if (!rect.isEmpty() && rect.top() >= 0 && rect.bottom() <= viewport()->height())
        return;
    if (!rect.isEmpty() && rect.top() >= 0 && rect.height() < viewport()->height() - margin) {
        scrollBy(rect.bottom() + margin - viewport()->height());
        return;
    }
    m_followTop = false;
    m_anchorRow = row;
    m_anchorOffset = margin;
    settle();
    afterMove();
}

} // namespace parvis::ui

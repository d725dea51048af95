// What FeedView does when rows of its model come, go and change.
#include "ui/views/feed/feed_view.h"

#include <algorithm>

namespace parvis::ui {

using store::FeedItem;

void FeedView::forget(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Uuid &id = m_model->item(row).id;
        m_layouts.remove(id);
        m_heights.remove(id);
    }
}

void FeedView::setFound(const text::Query &query)
{
    if (m_found == query)
        return;
    m_found = query;
    m_layouts.clear();
    viewport()->update();
}

void FeedView::showFound(int row)
{
    if (!m_model || row < 0 || row >= m_model->rowCount())
        return;
    const Uuid id = m_model->item(row).id;
    const CardLayout &layout = layoutOf(row);
    if (layout.body() && !m_expanded.contains(id) && layout.body()->isFoundBelow(layout.bodyShown())) {
        m_expanded.insert(id);
        forget(row, row);
    }
    setCurrent(id);
    settle();
    reveal(row);
    afterMove();
}

void FeedView::onInserted(int first, int last)
{
    const bool wasEmpty = m_model->rowCount() == last - first + 1;
    const bool ownOnTop = first == 0 && m_model->item(0).order >= store::pendingOrderBase;
    qint64 top = m_topOrder;
    int fresh = 0;
    const bool news = !m_model->hasNewer(); // else older ones come in as one scrolls up
    for (int row = first; row <= last; ++row) {
        const FeedItem &item = m_model->item(row);
        if (item.order >= store::pendingOrderBase)
            continue;
        fresh += news && item.order > m_topOrder ? 1 : 0;
        top = std::max(top, item.order);
    }
    const bool atOldTop = first <= m_anchorRow;
    m_topOrder = top;
    if (m_thread) { // the frame's end moves on to the new last row
        const int before = first - 1;
        if (before >= 0)
            forget(before, before);
    }
    keepAnchor();
    if (wasEmpty) {
        placeFirstRows();
    } else if (!m_thread && (ownOnTop || (m_followTop && first == 0 && !m_context.backend.state().complete))) {
        m_anchorRow = 0;
        m_anchorOffset = margin;
    } else if (!m_thread && atOldTop && fresh > 0) {
        setNewAbove(m_newAbove + fresh);
    }
    settle();
    afterMove();
}

void FeedView::onAboutToRemove(int first, int last)
{
    forget(first, last);
    if (m_thread && first > 0)
        forget(first - 1, first - 1);
    if (m_anchorRow < first || m_anchorRow > last)
        return;
    const int next = last + 1 < m_model->rowCount() ? last + 1 : first - 1;
    m_anchorId = next >= 0 ? m_model->item(next).id : Uuid();
    m_anchorRow = std::max(0, next > last ? first : next);
}

void FeedView::setNewAbove(int count)
{
    if (m_newAbove == count)
        return;
    m_newAbove = count;
    Q_EMIT newAboveChanged(count);
}

} // namespace parvis::ui

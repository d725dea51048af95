#include "ui/views/feed/feed_selection.h"

#include "ui/models/item_model.h"

#include <algorithm>

namespace parvis::ui {

std::pair<int, int> FeedSelection::rows(const ItemModel &model) const
{
    if (isEmpty())
        return {-1, -1};
    const int a = model.rowOf(m_anchor.id), b = model.rowOf(m_head.id);
    return a < 0 || b < 0 ? std::pair(-1, -1) : std::minmax({a, b});
}

std::pair<int, int> FeedSelection::rangeIn(const ItemModel &model, int row, int length) const
{
    const auto [first, last] = rows(model);
    if (first < 0 || row < first || row > last)
        return {0, 0};
    if (m_anchor.id == m_head.id)
        return std::minmax({std::min(m_anchor.position, length), std::min(m_head.position, length)});
    const TextPlace &above = model.rowOf(m_anchor.id) == first ? m_anchor : m_head;
    const TextPlace &below = model.rowOf(m_anchor.id) == first ? m_head : m_anchor;
    return {row == first ? std::min(above.position, length) : 0,
            row == last ? std::min(below.position, length) : length};
}

} // namespace parvis::ui

#pragma once

#include "model/ids.h"

#include <utility>

namespace parvis::ui {

class ItemModel;

// A place in the text of one card.
struct TextPlace {
    model::Uuid id;
    int position = 0;

    bool operator==(const TextPlace &) const = default;
};

// What is selected: from where it began to where it goes now, in one card or over several. It holds by id, so that rows
// may come and go meanwhile.
class FeedSelection {
public:
    bool isEmpty() const { return m_anchor == m_head; }
    const TextPlace &anchor() const { return m_anchor; }
    const TextPlace &head() const { return m_head; }
    void clear() { m_anchor = m_head = {}; }
    void begin(const TextPlace &place) { m_anchor = m_head = place; }
    void begin(const TextPlace &anchor, const TextPlace &head)
    {
        m_anchor = anchor;
        m_head = head;
    }
    void extend(const TextPlace &head) { m_head = head; }
    // The first and the last row that it touches; -1 if one of its ends has left the model.
    std::pair<int, int> rows(const ItemModel &model) const;
    // What of `row`, whose text is `length` long, is selected: [from, to).
    std::pair<int, int> rangeIn(const ItemModel &model, int row, int length) const;

private:
    TextPlace m_anchor;
    TextPlace m_head;
};

} // namespace parvis::ui

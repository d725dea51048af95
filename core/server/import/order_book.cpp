#include "server/import/order_book.h"

#include <algorithm>

namespace parvis::server {

OrderBook::OrderBook(ReadView &view, qint64 nowUs) : m_lastUs(nowUs - 1'000'000)
{
    for (const ScopeInfo &info : view.scopes()) {
        qint64 from = 0;
        while (from < info.head) {
            const RangeRead read = view.ascending(info.scope, from, info.head, RowFilter{}, 10'000, 4 * 1024 * 1024);
            for (const StoredRow &row : read.rows)
                m_before.push_back(row.order);
            if (read.reached <= from)
                break;
            from = read.reached;
        }
    }
    std::sort(m_before.begin(), m_before.end());
}

qint64 OrderBook::take(qint64 us)
{
    // The reactions of one message follow each other: looking from the start each time would be quadratic.
    qint64 order = us == m_hintUs ? m_hint + 1 : std::min(us, m_lastUs) * 256;
    while (m_taken.contains(order) || std::binary_search(m_before.begin(), m_before.end(), order))
        ++order;
    m_taken.insert(order);
    m_hintUs = us;
    m_hint = order;
    return order;
}

} // namespace parvis::server

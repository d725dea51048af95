#pragma once

#include "server/row_store.h"

#include <QSet>

namespace parvis::server {

// Gives imported rows their `order` from the archive's times, none twice in the company. All that it gives are below the
// orders of the time when it was made, so that they never meet those that the store gives meanwhile.
class OrderBook {
public:
    OrderBook(ReadView &view, qint64 nowUs); // reads the orders of all rows there are: 8 bytes each

    qint64 take(qint64 us);

private:
    std::vector<qint64> m_before; // sorted
    QSet<qint64> m_taken;
    qint64 m_lastUs;
    qint64 m_hintUs = -1;
    qint64 m_hint = 0;
};

} // namespace parvis::server

#include "transport/backoff.h"

namespace parvis::transport {

qint64 Backoff::nextDelayMs(base::Random &random)
{
    // 15, 30, 60, 60 … seconds.
    const qint64 window = std::min(lastWindowMs, firstWindowMs << std::min(m_failures, 2));
    ++m_failures;
    return qint64(random.below(quint64(window) + 1));
}

} // namespace parvis::transport

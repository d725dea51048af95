#pragma once

#include "base/random.h"

namespace parvis::transport {

// When to try the connection again (design §5, "Flow"). Full jitter: a uniform moment within a window that starts at 15 s
// and grows to 60 s, so that a company's clients do not come back together. A pure value with the dice passed in.
class Backoff {
public:
    static constexpr qint64 firstWindowMs = 15'000;
    static constexpr qint64 lastWindowMs = 60'000;

    // After a connection was lost or could not be made. A process's first one is made at once and asks nobody.
    qint64 nextDelayMs(base::Random &random);
    // The server has taken the session: the next loss starts with the first window again.
    void succeeded() { m_failures = 0; }

private:
    int m_failures = 0;
};

} // namespace parvis::transport

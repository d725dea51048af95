#pragma once

#include "bench/statistics.h"

#include <QApplication>
#include <QThread>

namespace parvis::bench {

// The watchdog of the window's thread: how long any one event kept it from looking at the next.
struct Stalls {
    double longestS = 0;
    qint64 over16ms = 0;
    qint64 events = 0;
};

class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    static Stalls taken() { return std::exchange(s_stalls, {}); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        // The event loops of other threads come here, too.
        if (QThread::currentThread() != thread() || s_depth > 0)
            return QApplication::notify(receiver, event);
        ++s_depth;
        const qint64 from = monotonicNs();
        const bool done = QApplication::notify(receiver, event);
        const double spent = double(monotonicNs() - from) / 1e9;
        --s_depth;
        ++s_stalls.events;
        s_stalls.longestS = std::max(s_stalls.longestS, spent);
        s_stalls.over16ms += spent > 16e-3 ? 1 : 0;
        return done;
    }

private:
    static inline Stalls s_stalls;
    static inline int s_depth = 0;
};

} // namespace parvis::bench

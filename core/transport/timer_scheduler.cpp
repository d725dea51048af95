#include "transport/timer_scheduler.h"

#include <QTimer>

#include <limits>

namespace parvis::transport {

TimerScheduler::TimerScheduler(QObject *parent) : QObject(parent) { }

TimerScheduler::~TimerScheduler() = default;

base::Scheduler::Handle TimerScheduler::after(qint64 delayMs, Task task)
{
    const Handle handle = ++m_last;
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    // Long waits may be rounded: the system then wakes for several timers at once.
    timer->setTimerType(delayMs < 2000 ? Qt::PreciseTimer : Qt::CoarseTimer);
    connect(timer, &QTimer::timeout, this, [this, handle, task = std::move(task)] {
        if (QTimer *fired = m_timers.take(handle))
            fired->deleteLater();
        task();
    });
    m_timers.insert(handle, timer);
    timer->start(int(std::clamp<qint64>(delayMs, 0, std::numeric_limits<int>::max())));
    return handle;
}

void TimerScheduler::cancel(Handle handle)
{
    if (QTimer *timer = m_timers.take(handle)) {
        timer->stop();
        timer->deleteLater();
    }
}

} // namespace parvis::transport

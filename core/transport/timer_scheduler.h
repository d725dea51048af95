#pragma once

#include "base/scheduler.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace parvis::transport {

// base::Scheduler on real timers. Lives on, and calls on, the thread that made it, which needs an event loop.
class TimerScheduler : public QObject, public base::Scheduler {
    Q_OBJECT

public:
    explicit TimerScheduler(QObject *parent = nullptr);
    ~TimerScheduler() override;

    Handle after(qint64 delayMs, Task task) override;
    void cancel(Handle handle) override;

private:
    QHash<Handle, QTimer *> m_timers;
    Handle m_last = 0;
};

} // namespace parvis::transport

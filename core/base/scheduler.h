#pragma once

#include <QtGlobal>

#include <functional>

namespace parvis::base {

// Runs something later on the thread that asked. Adapters sit on a real timer, tests turn a ManualClock.
class Scheduler {
public:
    using Task = std::function<void()>;
    using Handle = quint64; // 0 is never given out

    virtual ~Scheduler() = default;
    virtual Handle after(qint64 delayMs, Task task) = 0;
    virtual void cancel(Handle handle) = 0; // a handle that has fired is ignored
};

} // namespace parvis::base

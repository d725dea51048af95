#include "base/thread_rank.h"

#include <QThread>

#if defined(Q_OS_LINUX)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace parvis::base {

void standBack()
{
#if defined(Q_OS_LINUX)
    // Linux knows a nice value for each thread; QThread's priorities do nothing there.
    constexpr int nice = 5;
    ::setpriority(PRIO_PROCESS, id_t(::syscall(SYS_gettid)), nice);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace parvis::base

#include "app/desktop/start_trace.h"

#include <QByteArray>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <ctime>
#if defined(Q_OS_LINUX)
#include <unistd.h>
#endif

namespace parvis::app {

namespace {

std::chrono::steady_clock::time_point mainBegan;
double beforeMainMs = 0;

// What loading took before main(), from the kernel's start time of the process (in ticks, mostly of 10 ms).
double loadingMs()
{
#if defined(Q_OS_LINUX)
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = fields.value(19).toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
    const double passed = double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6 - started;
    return passed > 0 && passed < 5000 ? passed : 0;
#else
    return 0;
#endif
}

} // namespace

void StartTrace::begin()
{
    mainBegan = std::chrono::steady_clock::now();
    if (wanted())
        beforeMainMs = loadingMs();
}

bool StartTrace::wanted()
{
    return qEnvironmentVariableIntValue("PARVIS_TRACE_START") == 1;
}

void StartTrace::firstPost()
{
    const std::chrono::duration<double, std::milli> inMain = std::chrono::steady_clock::now() - mainBegan;
    std::printf("{\"first_post_painted_ms\":%.1f}\n", beforeMainMs + inMain.count());
    std::fflush(stdout);
}

} // namespace parvis::app

#include "extract/confinement.h"

#include <csignal>

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace parvis::extract {

namespace {

void limit(decltype(RLIMIT_CPU) what, rlim_t most)
{
    const rlimit value{most, most};
    ::setrlimit(what, &value);
}

} // namespace

void confine(const Confinement &limits)
{
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // A network of its own, with nothing in it. Refused in many containers: nothing here opens a connection anyway.
    [[maybe_unused]] const int alone = ::unshare(CLONE_NEWUSER | CLONE_NEWNET);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // new credentials would clear it
    limit(RLIMIT_CPU, rlim_t(limits.cpuSeconds));
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, rlim_t(limits.openFiles));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, rlim_t(limits.memoryBytes));
#endif
    ::setpriority(PRIO_PROCESS, 0, 19);
}

} // namespace parvis::extract

#include "app/desktop/fonts_ahead.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX)
#include <dlfcn.h>
#endif

namespace parvis::app {

FontsAhead::FontsAhead()
{
#if defined(Q_OS_LINUX)
    // Qt has loaded the library. What is read here is found by it: fontconfig keeps one configuration for a process, and
    // guards it against threads.
    if (auto *const read = reinterpret_cast<int (*)()>(::dlsym(RTLD_DEFAULT, "FcInit")))
        m_thread = std::thread([read] { read(); });
#endif
}

FontsAhead::~FontsAhead()
{
    wait();
}

void FontsAhead::wait()
{
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace parvis::app

#pragma once

#include <thread>

namespace parvis::app {

// Reads the desktop's font rules and lists on a thread of its own while the application is made: 4 ms that the first text
// would have to wait for. On Linux, where fontconfig knows the fonts; elsewhere it does nothing.
class FontsAhead {
public:
    FontsAhead();
    ~FontsAhead(); // waits for the end
    void wait();

private:
    std::thread m_thread;
};

} // namespace parvis::app

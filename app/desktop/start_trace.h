#pragma once

namespace parvis::app {

// For the bench: with PARVIS_TRACE_START=1 one line {"first_post_painted_ms":…} goes to standard output when the first paint
// that drew a post has ended, counted from the start of the process.
class StartTrace {
public:
    static void begin(); // first thing in main()
    static bool wanted();
    static void firstPost();
};

} // namespace parvis::app

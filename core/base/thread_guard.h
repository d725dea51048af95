#pragma once

namespace parvis::base {

// The thread of the window enters neither SQL nor sockets, files or decoding (design, section 2): nothing blocks it for
// 16 ms. What may block calls offUiThread(); the cost is one look at a thread-local flag.
//
// As long as this object lives, the thread that made it is the window's. `report` gets the name of each place that it
// enters all the same; without one it is logged, once a place.
class UiThreadMark {
public:
    using Report = void (*)(const char *place);
    explicit UiThreadMark(Report report = nullptr);
    ~UiThreadMark();
    UiThreadMark(const UiThreadMark &) = delete;
};

namespace detail {
inline thread_local bool isUiThread = false;
void entered(const char *place);
} // namespace detail

// `place`: a literal, as "SQL".
inline void offUiThread(const char *place)
{
    if (detail::isUiThread) [[unlikely]]
        detail::entered(place);
}

} // namespace parvis::base

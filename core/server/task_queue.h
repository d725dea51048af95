#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace parvis::server {

// Threads that run tasks; with one thread, in order. Ends when destroyed, after what is queued.
class TaskQueue {
public:
    explicit TaskQueue(int threads);
    ~TaskQueue();
    TaskQueue(const TaskQueue &) = delete;

    void post(std::function<void()> task);                      // any thread; after finish() it is dropped
    bool tryPost(std::function<void()> task, std::size_t most); // false if so many wait already
    void finish();                                              // runs what is queued, then ends the threads
    void drop();                                                // forgets what is queued

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_filled;
    std::deque<std::function<void()>> m_tasks;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace parvis::server

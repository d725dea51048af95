#include "server/task_queue.h"

#include <limits>

namespace parvis::server {

TaskQueue::TaskQueue(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

TaskQueue::~TaskQueue()
{
    finish();
}

void TaskQueue::post(std::function<void()> task)
{
    tryPost(std::move(task), std::numeric_limits<std::size_t>::max());
}

bool TaskQueue::tryPost(std::function<void()> task, std::size_t most)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending || m_tasks.size() >= most)
            return false;
        m_tasks.push_back(std::move(task));
    }
    m_filled.notify_one();
    return true;
}

void TaskQueue::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_filled.notify_all();
    for (auto &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void TaskQueue::drop()
{
    std::deque<std::function<void()>> dropped; // destroyed without the lock
    const std::lock_guard lock(m_mutex);
    dropped.swap(m_tasks);
}

void TaskQueue::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_filled.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        if (m_tasks.empty())
            return;
        {
            const auto task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
        }
        lock.lock();
    }
}

} // namespace parvis::server

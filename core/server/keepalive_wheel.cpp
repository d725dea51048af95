#include "server/keepalive_wheel.h"

#include <algorithm>

namespace parvis::server {

WheelEntry::~WheelEntry()
{
    if (m_wheel)
        m_wheel->remove(*this);
}

qint64 KeepaliveWheel::tickOf(qint64 deadlineMs) const
{
    return std::clamp(deadlineMs / tickMs + 1, m_tick + 1, m_tick + slots_ - 1);
}

void KeepaliveWheel::add(WheelEntry &entry)
{
    Q_ASSERT(!entry.m_wheel);
    entry.m_wheel = this;
    entry.m_tick = tickOf(entry.deadlineMs());
    WheelEntry *&first = slot(entry.m_tick);
    entry.m_previous = nullptr;
    entry.m_next = first;
    if (first)
        first->m_previous = &entry;
    first = &entry;
    ++m_size;
}

void KeepaliveWheel::remove(WheelEntry &entry)
{
    if (entry.m_wheel != this)
        return;
    (entry.m_previous ? entry.m_previous->m_next : slot(entry.m_tick)) = entry.m_next;
    if (entry.m_next)
        entry.m_next->m_previous = entry.m_previous;
    entry.m_wheel = nullptr;
    --m_size;
}

void KeepaliveWheel::sooner(WheelEntry &entry)
{
    if (entry.m_wheel == this && tickOf(entry.deadlineMs()) < entry.m_tick) {
        remove(entry);
        add(entry);
    }
}

void KeepaliveWheel::turn(qint64 nowMs)
{
    const qint64 last = nowMs / tickMs;
    // A clock that stood still for more than a turn: each slot needs to be seen once.
    for (qint64 due = std::max(m_tick + 1, last - slots_ + 1); due <= last; ++due) {
        m_tick = due;
        // What moves on goes to another slot, so this ends; timedOut() may take any other entry off.
        while (WheelEntry *entry = slot(due)) {
            remove(*entry);
            if (entry->deadlineMs() <= nowMs)
                entry->timedOut();
            else
                add(*entry);
        }
    }
}

std::optional<qint64> KeepaliveWheel::nextMs() const
{
    for (qint64 tick = m_tick + 1; m_size > 0 && tick < m_tick + slots_; ++tick) {
        if (m_slots[std::size_t(tick % slots_)])
            return tick * tickMs;
    }
    return std::nullopt;
}

} // namespace parvis::server

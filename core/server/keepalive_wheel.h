#pragma once

#include <QtGlobal>

#include <array>
#include <optional>

namespace parvis::server {

class KeepaliveWheel;

// Something with a deadline that mostly moves away before it comes.
class WheelEntry {
public:
    WheelEntry() = default;
    WheelEntry(const WheelEntry &) = delete;
    virtual ~WheelEntry();                 // takes itself off
    virtual qint64 deadlineMs() const = 0; // monotonic
    virtual void timedOut() = 0;           // has been taken off the wheel; may destroy itself

private:
    friend class KeepaliveWheel;
    WheelEntry *m_previous = nullptr;
    WheelEntry *m_next = nullptr;
    KeepaliveWheel *m_wheel = nullptr;
    qint64 m_tick = 0;
};

// Time-outs of many connections for the price of none: an entry sits in a slot and is looked at when the slot comes by;
// if its deadline has moved on, so does it. Nothing is done when a connection is heard. One thread.
class KeepaliveWheel {
public:
    static constexpr qint64 tickMs = 250;
    static constexpr qint64 slots_ = 512;

    explicit KeepaliveWheel(qint64 nowMs) : m_tick(nowMs / tickMs) { }

    void add(WheelEntry &entry);
    void remove(WheelEntry &entry);
    void sooner(WheelEntry &entry);       // its deadline may have come nearer
    void turn(qint64 nowMs);              // calls timedOut() of all whose deadline has passed
    std::optional<qint64> nextMs() const; // when to turn; nothing: the wheel is empty
    qsizetype size() const { return m_size; }

private:
    qint64 tickOf(qint64 deadlineMs) const;
    WheelEntry *&slot(qint64 tick) { return m_slots[std::size_t(tick % slots_)]; }

    std::array<WheelEntry *, slots_> m_slots{};
    qint64 m_tick;
    qsizetype m_size = 0;
};

} // namespace parvis::server

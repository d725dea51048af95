#pragma once

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace parvis::base {

// An instant, in microseconds since 1970-01-01T00:00:00Z. Zero means "none".
struct Time {
    qint64 us = 0;

    static Time fromMs(qint64 ms) { return {ms * 1000}; }
    static std::optional<Time> fromRfc3339(QStringView text);
    qint64 ms() const { return us / 1000; }
    bool isNull() const { return us == 0; }
    QString toRfc3339() const; // UTC, milliseconds: 2026-03-01T09:30:00.000Z
    Time plusMs(qint64 delta) const { return {us + delta * 1000}; }

    auto operator<=>(const Time &) const = default;
};

// The only way to learn the time: production reads the system, tests turn a hand.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Time now() const = 0;
    virtual qint64 monotonicMs() const = 0; // never goes back; for time-outs
};

class SystemClock : public Clock {
public:
    Time now() const override;
    qint64 monotonicMs() const override;
};

class ManualClock : public Clock {
public:
    explicit ManualClock(Time start = {1'700'000'000'000'000}) : m_now(start) { }
    Time now() const override { return m_now; }
    qint64 monotonicMs() const override { return m_monotonicMs; }
    void advanceMs(qint64 delta)
    {
        m_now = m_now.plusMs(delta);
        m_monotonicMs += delta;
    }
    void setNow(Time now) { m_now = now; } // a wall clock may jump, the monotonic one may not

private:
    Time m_now;
    qint64 m_monotonicMs = 0;
};

} // namespace parvis::base

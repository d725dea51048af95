#include "base/clock.h"

#include <QDateTime>

#include <chrono>

namespace parvis::base {

std::optional<Time> Time::fromRfc3339(QStringView text)
{
    const QDateTime parsed = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return fromMs(parsed.toMSecsSinceEpoch());
}

QString Time::toRfc3339() const
{
    return QDateTime::fromMSecsSinceEpoch(ms(), Qt::UTC).toString(Qt::ISODateWithMs);
}

Time SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

qint64 SystemClock::monotonicMs() const
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

} // namespace parvis::base

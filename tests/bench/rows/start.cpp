#include "bench/prepared.h"
#include "bench/process.h"
#include "bench/rows/rows.h"

#include <chrono>
#include <thread>

// The desktop client on a prepared profile, without a network and without a screen: how long until a post is painted, and
// how much memory it then has. The window with nothing in it is the floor.

namespace parvis::bench {

namespace {

constexpr int patience = 60; // seconds
const QStringList offscreen{QStringLiteral("QT_QPA_PLATFORM=offscreen"), QStringLiteral("PARVIS_TRACE_START=1")};

std::unique_ptr<Child> startParvis(const Settings &settings, const QString &profile)
{
    return std::make_unique<Child>(settings.program("parvis"),
                                   QStringList{QStringLiteral("--profile"), profile},
                                   offscreen);
}

std::unique_ptr<Child> startWindow(const Settings &settings)
{
    return std::make_unique<Child>(settings.program("parvis-bench-window"), QStringList(), offscreen);
}

// From exec to the line that tells of the paint.
Spent painted(const std::unique_ptr<Child> &child, const char *word)
{
    while (!child->readLine(patience).contains(word)) {
    }
    return {double(monotonicNs() - child->startedNs()) / 1e9, 0};
}

Spent parvisPainted(const Settings &settings, const QString &profile)
{
    return painted(startParvis(settings, profile), "first_post_painted_ms");
}

Spent windowPainted(const Settings &settings)
{
    return painted(startWindow(settings), "window_painted");
}

} // namespace

Outcome measureStart1m(const Settings &settings)
{
    const QString profile = preparedProfile(settings, settings.items(million, 20'000));
    parvisPainted(settings, profile); // warms the page cache
    windowPainted(settings);
    const Pairs runs = interleaved(
        settings.pairs(21), [&] { return windowPainted(settings); }, [&] { return parvisPainted(settings, profile); });
    Outcome outcome;
    outcome.value = runs.oursWall() * 1e3;
    outcome.unit = QStringLiteral("ms");
    outcome.floor = runs.floorWall() * 1e3;
    outcome.setRatio(runs.slowness());
    outcome.pairs = int(runs.ours.size());
    outcome.met = *outcome.ratio <= 1.5;
    return outcome;
}

Outcome measureStartGrowth(const Settings &settings)
{
    const QString large = preparedProfile(settings, settings.items(million, 20'000));
    const QString small = preparedProfile(settings, 1'000);
    parvisPainted(settings, large);
    parvisPainted(settings, small);
    const Pairs runs = interleaved(
        settings.pairs(31), [&] { return parvisPainted(settings, small); },
        [&] { return parvisPainted(settings, large); });
    Outcome outcome;
    outcome.setRatio(runs.slowness());
    outcome.value = *outcome.ratio;
    outcome.unit = QStringLiteral("x");
    outcome.floor = runs.floorWall() * 1e3;
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("ms_at_1m"), runs.oursWall() * 1e3},
                    {QStringLiteral("ms_at_1k"), runs.floorWall() * 1e3}};
    outcome.met = *outcome.ratio <= 1.05;
    return outcome;
}

Outcome measureMemory1m(const Settings &settings)
{
    const QString profile = preparedProfile(settings, settings.items(million, 20'000));
    constexpr auto settleTime = std::chrono::seconds(3);
    const auto ours = startParvis(settings, profile);
    painted(ours, "first_post_painted_ms");
    const auto floor = startWindow(settings);
    painted(floor, "window_painted");
    std::this_thread::sleep_for(settleTime);
    const Memory mine = memoryOf(ours->pid());
    const Memory empty = memoryOf(floor->pid());
    Outcome outcome;
    outcome.value = mine.resident * 1024 / 1e6;
    outcome.unit = QStringLiteral("MB");
    outcome.floor = empty.resident * 1024 / 1e6;
    outcome.ratio = mine.resident / empty.resident;
    outcome.low = outcome.high = outcome.ratio;
    outcome.pairs = 1;
    outcome.also = {{QStringLiteral("anonymous_mb"), mine.anonymous * 1024 / 1e6},
                    {QStringLiteral("proportional_mb"), mine.proportional * 1024 / 1e6},
                    {QStringLiteral("floor_anonymous_mb"), empty.anonymous * 1024 / 1e6}};
    outcome.met = outcome.value <= 60;
    return outcome;
}

} // namespace parvis::bench

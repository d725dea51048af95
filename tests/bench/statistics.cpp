#include "bench/statistics.h"

#include "bench/dice.h"

#include <algorithm>
#include <ctime>

namespace parvis::bench {

namespace {

constexpr int resamples = 2000;

qint64 read(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

template<double Spent::*member>
std::vector<double> column(const std::vector<Spent> &runs)
{
    std::vector<double> values;
    for (const Spent &run : runs)
        values.push_back(run.*member);
    return values;
}

} // namespace

double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const size_t middle = values.size() / 2;
    return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double part)
{
    if (values.empty())
        return 0;
    const size_t rank = std::min(values.size() - 1, size_t(std::ceil(part * double(values.size()))) - 1);
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(rank), values.end());
    return values[rank];
}

Estimate estimate(const std::vector<double> &values)
{
    if (values.empty())
        return {};
    Dice dice(values.size());
    std::vector<double> medians;
    std::vector<double> drawn(values.size());
    for (int i = 0; i < resamples; ++i) {
        for (double &each : drawn)
            each = values[dice.below(values.size())];
        medians.push_back(median(drawn));
    }
    return {median(values), percentile(medians, 0.025), percentile(medians, 0.975)};
}

Estimate quotient(const std::vector<double> &above, const std::vector<double> &below)
{
    std::vector<double> quotients;
    for (size_t i = 0; i < std::min(above.size(), below.size()); ++i)
        quotients.push_back(above[i] / below[i]);
    return estimate(quotients);
}

void Stopwatch::restart()
{
    m_wallNs = read(CLOCK_MONOTONIC);
    m_cpuNs = read(CLOCK_PROCESS_CPUTIME_ID);
}

Spent Stopwatch::spent() const
{
    return {double(read(CLOCK_MONOTONIC) - m_wallNs) / 1e9, double(read(CLOCK_PROCESS_CPUTIME_ID) - m_cpuNs) / 1e9};
}

qint64 monotonicNs()
{
    return read(CLOCK_MONOTONIC);
}

double Pairs::floorWall() const
{
    return median(column<&Spent::wallS>(floor));
}

double Pairs::oursWall() const
{
    return median(column<&Spent::wallS>(ours));
}

double Pairs::floorCpu() const
{
    return median(column<&Spent::cpuS>(floor));
}

double Pairs::oursCpu() const
{
    return median(column<&Spent::cpuS>(ours));
}

Estimate Pairs::slowness() const
{
    return quotient(column<&Spent::wallS>(ours), column<&Spent::wallS>(floor));
}

Estimate Pairs::speed() const
{
    return quotient(column<&Spent::wallS>(floor), column<&Spent::wallS>(ours));
}

} // namespace parvis::bench

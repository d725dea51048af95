#include "bench/painting.h"

#include <QCoreApplication>

#include <algorithm>

namespace parvis::bench {

Outcome inMs(std::vector<double> seconds, double goalP99, double goalMax)
{
    Outcome outcome;
    outcome.value = percentile(seconds, 0.99) * 1e3;
    outcome.unit = QStringLiteral("ms p99");
    const double most = *std::max_element(seconds.begin(), seconds.end()) * 1e3;
    outcome.also = {{QStringLiteral("max_ms"), most},
                    {QStringLiteral("p50_ms"), median(seconds) * 1e3},
                    {QStringLiteral("samples"), double(seconds.size())}};
    outcome.met = outcome.value <= goalP99 && (goalMax == 0 || most <= goalMax);
    return outcome;
}

double turn()
{
    const Stopwatch watch;
    QCoreApplication::processEvents();
    return watch.seconds();
}

} // namespace parvis::bench

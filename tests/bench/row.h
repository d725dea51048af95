#pragma once

#include "base/result.h"
#include "bench/statistics.h"

#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace parvis::bench {

// Where a run finds and leaves things, and how much it measures.
struct Settings {
    QString buildDir; // holds bin/ and bench.json
    QString keepDir;  // buildDir/bench: what is made once
    QString scratch;  // on the same disk, emptied at the end
    double scale = 1; // below 1 for a trial: smaller data, fewer samples

    qint64 items(qint64 full, qint64 least = 1) const { return std::max(least, qint64(double(full) * scale)); }
    int pairs(int full = 9) const { return scale < 0.3 ? 3 : full; }
    QString program(const char *name) const { return buildDir + QStringLiteral("/bin/") + QLatin1String(name); }
};

// One line of the table. `value` is the first figure that the goal names; floor and ratio where the row has one.
struct Outcome {
    double value = 0;
    QString unit;
    std::optional<double> floor;
    std::optional<double> ratio;
    std::optional<double> low;
    std::optional<double> high;
    int pairs = 0;
    QList<QPair<QString, double>> also;
    bool met = false;

    void setRatio(const Estimate &estimate)
    {
        ratio = estimate.median;
        low = estimate.low;
        high = estimate.high;
    }
};

// Thrown by a row that could not be measured; the text says what is missing.
struct NotMeasured {
    QString why;
};

// Gives the value or throws.
template<class T>
T take(base::Result<T> result)
{
    if (!result)
        throw NotMeasured{result.error().where + QStringLiteral(": ") + result.error().detail};
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct Row {
    const char *name;
    const char *goal;
    Outcome (*measure)(const Settings &settings);
};

const QList<Row> &allRows(); // in the order of the table

} // namespace parvis::bench

#pragma once

#include <QtGlobal>

#include <vector>

namespace parvis::bench {

double median(std::vector<double> values);
double percentile(std::vector<double> values, double part); // part in [0, 1], nearest rank

// Median of the values, and the interval in which it lies with 95 %, by resampling (Efron's percentile bootstrap).
struct Estimate {
    double median = 0;
    double low = 0;
    double high = 0;
};
Estimate estimate(const std::vector<double> &values);

// What one run took.
struct Spent {
    double wallS = 0;
    double cpuS = 0; // of the whole process, all threads
};

class Stopwatch {
public:
    Stopwatch() { restart(); }
    void restart();
    Spent spent() const;
    double seconds() const { return spent().wallS; }

private:
    qint64 m_wallNs = 0;
    qint64 m_cpuNs = 0;
};

qint64 monotonicNs();

// Runs of ours and of the floor, one after the other so that what disturbs the machine disturbs both:
// floor, ours, ours, floor, floor, ours …
struct Pairs {
    std::vector<Spent> floor;
    std::vector<Spent> ours;

    double floorWall() const; // medians, seconds
    double oursWall() const;
    double floorCpu() const;
    double oursCpu() const;
    Estimate slowness() const; // ours / floor of wall time, pair by pair
    Estimate speed() const;    // floor / ours: the part of the floor's throughput that ours reaches
};

template<class Floor, class Ours>
Pairs interleaved(int pairs, Floor &&floor, Ours &&ours)
{
    Pairs runs;
    for (int i = 0; i < pairs; ++i) {
        if (i % 2 == 0)
            runs.floor.push_back(floor());
        runs.ours.push_back(ours());
        if (i % 2 == 1)
            runs.floor.push_back(floor());
    }
    return runs;
}

// Of two figures measured in turn, pair by pair.
Estimate quotient(const std::vector<double> &above, const std::vector<double> &below);

} // namespace parvis::bench

#pragma once

#include "base/uuid.h"

#include <QtGlobal>

#include <array>
#include <cmath>

namespace parvis::bench {

// SplitMix64 without a virtual call: a corpus of a million texts asks for some thirty million numbers.
class Dice {
public:
    explicit Dice(quint64 seed) : m_state(seed) { }

    quint64 next()
    {
        quint64 z = m_state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    quint64 below(quint64 bound) { return quint64((static_cast<unsigned __int128>(next()) * bound) >> 64); }
    double unit() { return double(next() >> 11) * 0x1p-53; } // [0, 1)
    bool chance(double probability) { return unit() < probability; }

    // Of a log-normal distribution, by its median and the deviation of its logarithm.
    double logNormal(double median, double sigma)
    {
        const double u = 1.0 - unit();
        return median * std::exp(sigma * std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * M_PI * unit()));
    }

    // Version 7 of an instant in microseconds, as a client would have made it.
    base::Uuid uuidAt(qint64 us)
    {
        std::array<quint8, 16> bytes;
        const quint64 ms = quint64(us / 1000);
        const quint64 high = next();
        const quint64 low = next();
        for (int i = 0; i < 6; ++i)
            bytes[size_t(i)] = quint8(ms >> (40 - 8 * i));
        bytes[6] = quint8(0x70 | (high & 0x0f));
        bytes[7] = quint8(high >> 8);
        for (int i = 0; i < 8; ++i)
            bytes[size_t(8 + i)] = quint8(low >> (8 * i));
        bytes[8] = quint8(0x80 | (bytes[8] & 0x3f));
        return base::Uuid::fromBytes(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), 16));
    }

private:
    quint64 m_state;
};

} // namespace parvis::bench

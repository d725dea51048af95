#pragma once

#include "base/clock.h"
#include "base/uuid.h"

#include <span>

namespace parvis::base {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<quint8> bytes) = 0;

    quint64 next();
    quint64 below(quint64 bound); // uniform in [0, bound); bound > 0
    QByteArray bytes(int count);
};

// Cryptographic, for ids, tokens and jitter.
class SystemRandom : public Random {
public:
    void fill(std::span<quint8> bytes) override;
};

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed everywhere. For tests and demo data only.
class SeededRandom : public Random {
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) { }
    void fill(std::span<quint8> bytes) override;

private:
    quint64 m_state;
};

// Time-ordered id (RFC 9562 version 7). Nobody may read the time back out of it.
Uuid newUuid(const Clock &clock, Random &random);

// Random id (version 4), for lanes, epochs and views, where order would tell something.
Uuid randomUuid(Random &random);

// Id of a thing of which there can be one only: version 8 over SHA-256 of the length-prefixed parts.
Uuid derivedUuid(std::initializer_list<QByteArrayView> parts);

} // namespace parvis::base

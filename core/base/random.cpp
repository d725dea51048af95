#include "base/random.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <cstring>

namespace parvis::base {

namespace {

void stamp(Uuid &uuid, quint8 version)
{
    auto &bytes = uuid.data();
    bytes[6] = quint8((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = quint8((bytes[8] & 0x3f) | 0x80);
}

} // namespace

quint64 Random::next()
{
    std::array<quint8, 8> raw;
    fill(raw);
    quint64 value = 0;
    std::memcpy(&value, raw.data(), 8);
    return value;
}

quint64 Random::below(quint64 bound)
{
    // Rejecting the uneven tail keeps every value equally likely.
    const quint64 limit = bound * (~quint64(0) / bound);
    quint64 value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

QByteArray Random::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    fill({reinterpret_cast<quint8 *>(out.data()), size_t(count)});
    return out;
}

void SystemRandom::fill(std::span<quint8> bytes)
{
    auto *generator = QRandomGenerator::system();
    for (size_t at = 0; at < bytes.size(); at += 8) {
        const quint64 value = generator->generate64();
        std::memcpy(bytes.data() + at, &value, std::min<size_t>(8, bytes.size() - at));
    }
}

void SeededRandom::fill(std::span<quint8> bytes)
{
    for (size_t at = 0; at < bytes.size(); at += 8) {
        m_state += 0x9e3779b97f4a7c15ull;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
        z ^= z >> 31;
        std::memcpy(bytes.data() + at, &z, std::min<size_t>(8, bytes.size() - at));
    }
}

Uuid newUuid(const Clock &clock, Random &random)
{
    Uuid uuid;
    random.fill(uuid.data());
    const quint64 ms = quint64(clock.now().ms());
    for (int i = 0; i < 6; ++i)
        uuid.data()[size_t(i)] = quint8(ms >> (40 - 8 * i));
    stamp(uuid, 7);
    return uuid;
}

Uuid randomUuid(Random &random)
{
    Uuid uuid;
    random.fill(uuid.data());
    stamp(uuid, 4);
    return uuid;
}

Uuid derivedUuid(std::initializer_list<QByteArrayView> parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArrayView part : parts) {
        const quint32 size = quint32(part.size());
        const char prefix[4] = {char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
        hash.addData(QByteArrayView(prefix, 4));
        hash.addData(part);
    }
    Uuid uuid = Uuid::fromBytes(hash.result().first(16));
    stamp(uuid, 8);
    return uuid;
}

} // namespace parvis::base

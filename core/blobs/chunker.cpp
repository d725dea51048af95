#include "blobs/chunker.h"

#include <QIODevice>

#include <array>

namespace parvis::blobs {

using base::ErrorKind;

namespace {

// 256 numbers of SplitMix64 from a seed that never changes.
constexpr std::array<quint64, 256> makeGear()
{
    std::array<quint64, 256> gear{};
    quint64 state = 0x5061727669732031; // "Parvis 1"
    for (quint64 &each : gear) {
        quint64 z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        each = z ^ (z >> 31);
    }
    return gear;
}

constexpr auto gear = makeGear();

// The highest bits of the hash, which the last 64 bytes have had a part in. Two bits more than the average asks for make
// cuts before it rarer, two less make them more frequent after it: chunks gather round the average.
constexpr int averageBits = 20;
static_assert(qsizetype(1) << averageBits == averageChunkBytes);
constexpr quint64 topBits(int count)
{
    return ~quint64(0) << (64 - count);
}
constexpr quint64 beforeAverage = topBits(averageBits + 2);
constexpr quint64 afterAverage = topBits(averageBits - 2);

constexpr qsizetype bufferBytes = 2 * maxChunkBytes;

} // namespace

qsizetype firstCut(QByteArrayView bytes)
{
    const qsizetype end = std::min(bytes.size(), maxChunkBytes);
    if (end <= minChunkBytes)
        return end;
    const auto *data = reinterpret_cast<const quint8 *>(bytes.data());
    const qsizetype middle = std::min(end, averageChunkBytes);
    quint64 hash = 0;
    qsizetype at = minChunkBytes;
    for (; at < middle; ++at) {
        hash = (hash << 1) + gear[data[at]];
        if ((hash & beforeAverage) == 0)
            return at + 1;
    }
    for (; at < end; ++at) {
        hash = (hash << 1) + gear[data[at]];
        if ((hash & afterAverage) == 0)
            return at + 1;
    }
    return end;
}

base::Result<Manifest> readChunks(QIODevice &device, const TakeChunk &take)
{
    Manifest manifest;
    Hasher whole;
    QByteArray buffer(bufferBytes, Qt::Uninitialized);
    qsizetype from = 0;
    qsizetype to = 0;
    bool ended = false;
    for (;;) {
        while (!ended && to - from < maxChunkBytes) {
            if (from > 0) {
                std::copy(buffer.constData() + from, buffer.constData() + to, buffer.data());
                to -= from;
                from = 0;
            }
            const qint64 got = device.read(buffer.data() + to, buffer.size() - to);
            if (got < 0)
                return base::fail(ErrorKind::Storage, QStringLiteral("file"),
                                  QStringLiteral("The file cannot be read: %1").arg(device.errorString()));
            to += got;
            ended = got == 0;
        }
        if (from == to)
            break;
        const QByteArrayView rest(buffer.constData() + from, to - from);
        const QByteArrayView bytes = rest.first(firstCut(rest));
        const Chunk chunk{manifest.size, bytes.size(), Hash::of(bytes)};
        whole.add(bytes);
        manifest.chunks.append(chunk);
        manifest.size += bytes.size();
        from += bytes.size();
        if (take && !take(chunk, bytes))
            return base::fail(ErrorKind::Cancelled, QStringLiteral("file"), QStringLiteral("Reading was given up."));
    }
    manifest.hash = whole.result();
    return manifest;
}

} // namespace parvis::blobs

// Content-defined chunks: where they are cut, and how little of a file a change touches.
#include "base/random.h"
#include "blobs/chunker.h"

#include <QBuffer>
#include <QSet>
#include <QTest>

using namespace parvis;
using namespace parvis::blobs;

namespace {

constexpr char goldenSizes[] = "1225266 1337713 1709220 1633919 1297359 1074327 110804";
constexpr qsizetype mebibyte = 1024 * 1024;

QByteArray bytesOf(quint64 seed, qsizetype count)
{
    base::SeededRandom random(seed);
    QByteArray bytes(count, Qt::Uninitialized);
    random.fill({reinterpret_cast<quint8 *>(bytes.data()), size_t(count)});
    return bytes;
}

Manifest manifestOf(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readChunks(buffer).value();
}

qint64 bytesNotIn(const Manifest &before, const Manifest &after)
{
    QSet<Hash> held;
    for (const Chunk &chunk : before.chunks)
        held.insert(chunk.hash);
    qint64 fresh = 0;
    for (const Chunk &chunk : after.chunks)
        fresh += held.contains(chunk.hash) ? 0 : chunk.size;
    return fresh;
}

// Gives at most so many bytes at once, as a pipe does.
class Dribble : public QIODevice {
public:
    Dribble(const QByteArray &bytes, qint64 most) : m_bytes(bytes), m_most(most) { open(ReadOnly | Unbuffered); }
    bool isSequential() const override { return true; }
    qint64 failAt = -1;

protected:
    qint64 readData(char *into, qint64 room) override
    {
        if (failAt >= 0 && m_at >= failAt)
            return -1;
        const qint64 count = std::min({room, m_most, m_bytes.size() - m_at});
        std::copy_n(m_bytes.constData() + m_at, count, into);
        m_at += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_most;
    qint64 m_at = 0;
};

} // namespace

class BlobsChunkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashIsSha256()
    {
        // FIPS 180-4's own example.
        QCOMPARE(Hash::of("abc").toHex(),
                 QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        Hasher pieces;
        pieces.add("a");
        QCOMPARE(pieces.result(), Hash::of("a"));
        pieces.add("bc");
        QCOMPARE(pieces.result(), Hash::of("abc"));
        QCOMPARE(Hash::fromHex(Hash::of("abc").toHex()), Hash::of("abc"));
        QVERIFY(!Hash::fromHex(Hash::of("abc").toHex().toUpper()));
        QVERIFY(!Hash::fromHex(QStringLiteral("ba78")));
        QVERIFY(Hash::fromBytes("short").isNull());
    }

    // A cut that moves makes everybody send everything again.
    void cutsAreThoseOfTheProtocol()
    {
        const Manifest manifest = manifestOf(bytesOf(1, 8 * mebibyte));
        QByteArrayList sizes;
        for (const Chunk &chunk : manifest.chunks)
            sizes << QByteArray::number(chunk.size);
        QCOMPARE(sizes.join(' '), QByteArray(goldenSizes));
    }

    void sameBytesAreCutTheSameHoweverTheyArrive()
    {
        const QByteArray bytes = bytesOf(7, 9 * mebibyte + 12345);
        const Manifest whole = manifestOf(bytes);
        for (const qint64 most : {qint64(4096), qint64(65'537), qint64(3 * mebibyte)}) {
            Dribble dribble(bytes, most);
            QCOMPARE(readChunks(dribble).value(), whole);
        }
    }

    void chunksAreWithoutGapsAndWithinBounds_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }

    void chunksAreWithoutGapsAndWithinBounds()
    {
        QFETCH(quint64, seed);
        base::SeededRandom random(seed);
        // Random bytes with stretches of one byte, which never cut by themselves.
        QByteArray bytes;
        while (bytes.size() < 12 * mebibyte) {
            const auto count = qsizetype(1 + random.below(3 * mebibyte));
            bytes += random.below(3) == 0 ? QByteArray(count, char(random.below(256))) : bytesOf(random.next(), count);
        }
        const Manifest manifest = manifestOf(bytes);
        QCOMPARE(manifest.size, bytes.size());
        QCOMPARE(manifest.hash, Hash::of(bytes));
        qint64 at = 0;
        for (qsizetype n = 0; n < manifest.chunks.size(); ++n) {
            const Chunk &chunk = manifest.chunks[n];
            QCOMPARE(chunk.offset, at);
            QVERIFY(chunk.size <= maxChunkBytes);
            QVERIFY(chunk.size >= minChunkBytes || n == manifest.chunks.size() - 1);
            QCOMPARE(chunk.hash, Hash::of(QByteArrayView(bytes).sliced(chunk.offset, chunk.size)));
            at += chunk.size;
        }
        QCOMPARE(at, bytes.size());
    }

    void chunksGatherRoundTheAverage()
    {
        const Manifest manifest = manifestOf(bytesOf(3, 100 * mebibyte));
        const double average = double(manifest.size) / double(manifest.chunks.size());
        QVERIFY2(average > 0.8 * averageChunkBytes && average < 1.3 * averageChunkBytes, qPrintable(QString::number(average)));
    }

    void aKibibyteSentToAHundredMebibytesTouchesFewChunks()
    {
        const QByteArray before = bytesOf(5, 100 * mebibyte);
        const Manifest old = manifestOf(before);
        const QByteArray piece = bytesOf(6, 1024);
        for (const qsizetype at : {qsizetype(0), 50 * mebibyte, 100 * mebibyte}) {
            const qint64 fresh = bytesNotIn(old, manifestOf(QByteArray(before).insert(at, piece)));
            QVERIFY2(fresh > 0 && fresh <= 4 * mebibyte, qPrintable(QString::number(fresh)));
        }
        const qint64 replaced = bytesNotIn(old, manifestOf(QByteArray(before).replace(50 * mebibyte, 1024, piece)));
        QVERIFY2(replaced > 0 && replaced <= 4 * mebibyte, qPrintable(QString::number(replaced)));
    }

    void smallContentsAreOneChunkAndNothingIsNone()
    {
        QCOMPARE(manifestOf({}).chunks.size(), 0);
        QCOMPARE(manifestOf({}).hash, Hash::of({}));
        QCOMPARE(manifestOf("x").chunks.size(), 1);
        QCOMPARE(manifestOf(bytesOf(2, minChunkBytes)).chunks.size(), 1);
    }

    void aDeviceThatFailsOrAReaderThatStopsEndsWithAnError()
    {
        Dribble broken(bytesOf(8, 5 * mebibyte), 65'536);
        broken.failAt = 3 * mebibyte;
        QVERIFY(readChunks(broken).error().kind == base::ErrorKind::Storage);
        Dribble whole(bytesOf(8, 5 * mebibyte), 65'536);
        int taken = 0;
        const auto stopped = readChunks(whole, [&](const Chunk &, QByteArrayView) { return ++taken < 2; });
        QVERIFY(stopped.error().kind == base::ErrorKind::Cancelled);
        QCOMPARE(taken, 2);
    }
};

QTEST_GUILESS_MAIN(BlobsChunkerTest)
#include "blobs_chunker_test.moc"

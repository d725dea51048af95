// Whatever bytes come in: a value or an Error, never a crash, never a loop, and what was read can be written and read again.
#include "base/random.h"
#include "protocol/codec.h"
#include "protocol/limits.h"
#include "support/samples.h"

#include <QTest>

using namespace parvis;
using namespace parvis::protocol;
using namespace parvis::test;
using base::ErrorKind;

namespace {

constexpr int rounds = 4000;

// A few bytes changed, cut off, doubled or put in, or lengths replaced by huge ones.
QByteArray damaged(QByteArray bytes, base::Random &random)
{
    for (quint64 times = 1 + random.below(4); times > 0 && !bytes.isEmpty(); --times) {
        const auto at = qsizetype(random.below(quint64(bytes.size())));
        switch (random.below(6)) {
        case 0: bytes[at] = char(random.next()); break;
        case 1: bytes[at] = char(bytes[at] ^ (1 << random.below(8))); break;
        case 2: bytes.truncate(at); break;
        case 3: bytes.insert(at, random.bytes(1 + int(random.below(9)))); break;
        case 4: bytes.remove(at, 1 + qsizetype(random.below(9))); break;
        case 5: bytes.replace(at, 1, QByteArray::fromHex(random.below(2) ? "9bffffffffffffffff" : "bb7fffffffffffffff")); break;
        }
    }
    return bytes;
}

} // namespace

class DamageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedFrameIsAnErrorOrAValue()
    {
        base::SeededRandom random(1);
        const auto samples = allMessages();
        int values = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray frame;
            for (quint64 n = 1 + random.below(3); n > 0; --n)
                append(frame, samples.at(qsizetype(random.below(quint64(samples.size())))));
            const auto messages = decode(damaged(frame, random));
            if (!messages) {
                QVERIFY(messages.error().kind == ErrorKind::Protocol);
                continue;
            }
            for (const Message &message : *messages) {
                ++values;
                const auto again = decode(encode(message));
                QVERIFY(again && again->size() == 1 && again->front() == message);
            }
        }
        QVERIFY(values > 100); // the damage is small enough to get past the first byte
    }

    void everyTruncationOfAFrameIsAnError()
    {
        for (const Message &message : allMessages()) {
            const QByteArray frame = encode(message);
            for (qsizetype size = 1; size < frame.size(); ++size) {
                const auto cut = decode(QByteArrayView(frame).first(size));
                QVERIFY2(!cut, qPrintable(nameOf(message)));
                QVERIFY(cut.error().kind == ErrorKind::Protocol);
            }
        }
    }

    void damagedEntityIsAnErrorOrAValue()
    {
        base::SeededRandom random(2);
        for (const model::Kind kind : model::allKinds) {
            const QByteArray payload = encodeEntity(sampleEntity(kind));
            for (int round = 0; round < rounds / 4; ++round) {
                const auto decoded = decodeEntity(kind, damaged(payload, random));
                if (!decoded) {
                    QVERIFY(decoded.error().kind == ErrorKind::Protocol);
                    continue;
                }
                const auto again = decodeEntity(kind, encodeEntity(decoded->entity, decoded->unknown));
                QVERIFY(again);
                QVERIFY(again->entity == decoded->entity);
                QCOMPARE(again->unknown, decoded->unknown);
            }
        }
    }

    void damagedBatchIsAnErrorOrAValue_data()
    {
        QTest::addColumn<int>("posts");
        QTest::newRow("plain") << 2;
        QTest::newRow("packed") << 60;
    }

    void damagedBatchIsAnErrorOrAValue()
    {
        QFETCH(int, posts);
        base::SeededRandom random(3);
        const QByteArray payload = encodeEntity(sampleEntity(model::Kind::Post));
        std::vector<WireRow> rows;
        for (int n = 1; n <= posts; ++n)
            rows.push_back({6, sampleUuid(n), n, n * 256, n % 7 == 0, n % 7 == 0 ? QByteArrayView() : payload});
        const QByteArray packed = packBatch(rows);
        for (int round = 0; round < rounds; ++round) {
            const QByteArray bytes = damaged(packed, random);
            const auto batch = Batch::unpack(bytes);
            if (!batch) {
                QVERIFY(batch.error().kind == ErrorKind::Protocol);
                continue;
            }
            for (const WireRow &row : batch->rows()) {
                QVERIFY(row.rev > 0);
                if (const auto kind = model::kindFromNumber(row.kind); kind && !row.deleted)
                    (void)decodeEntity(*kind, row.payload);
            }
        }
    }

    void damagedOperationIsAnErrorOrAValue()
    {
        base::SeededRandom random(4);
        for (const model::Kind kind : model::allKinds) {
            const QByteArray bytes = encodeOperation(sampleOperation(kind));
            for (int round = 0; round < rounds / 4; ++round) {
                const auto op = decodeOperation(damaged(bytes, random));
                if (!op) {
                    QVERIFY(op.error().kind == ErrorKind::Protocol);
                    continue;
                }
                const auto again = decodeOperation(encodeOperation(*op));
                QVERIFY(again);
                QVERIFY(*again == *op);
            }
        }
    }

    void noiseIsAnError()
    {
        base::SeededRandom random(5);
        for (int round = 0; round < rounds; ++round) {
            const QByteArray noise = random.bytes(1 + int(random.below(200)));
            if (const auto messages = decode(noise); !messages)
                QVERIFY(messages.error().kind == ErrorKind::Protocol);
            (void)Batch::unpack(noise);
            (void)decodeOperation(noise);
            (void)decodeEntity(model::Kind::Post, noise);
        }
        QVERIFY(!decode("\xff"));
        QVERIFY(!Batch::unpack("\x02"));
    }
};

QTEST_GUILESS_MAIN(DamageTest)
#include "damage_test.moc"

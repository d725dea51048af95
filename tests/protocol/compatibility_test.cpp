// Builds of different ages speak with each other: what one does not understand it skips, or keeps and sends back.
// And the limits of limits.h.
#include "protocol/codec.h"
#include "protocol/limits.h"
#include "support/samples.h"

#include <QTest>

#include <zstd.h>

using namespace parvis;
using namespace parvis::protocol;
using namespace parvis::test;
using base::ErrorKind;

namespace {

// The payload of a build that knows three more fields: `positional` of them in the array, the others in the map.
QByteArray newerPayload(model::Kind kind, int positional)
{
    const QByteArray ours = encodeEntity(sampleEntity(kind));
    CborReader in(ours);
    const qint64 count = in.array();
    CborWriter out;
    out.array(count + positional);
    for (qint64 i = 1; i < count; ++i)
        out.raw(in.skip());
    const auto extra = [&](int i) {
        if (i == 0)
            out.text(u"a new field");
        else if (i == 1)
            out.raw(QByteArray::fromHex("82018143f5f6f4")); // nested arrays, booleans, null
        else
            out.integer(-5);
    };
    for (int i = 0; i < positional; ++i)
        extra(i);
    out.map(3 - positional);
    for (int i = positional; i < 3; ++i) {
        out.integer(count + i);
        extra(i);
    }
    return out.take();
}

QMap<qint64, QByteArray> fieldsOf(QByteArrayView map)
{
    QMap<qint64, QByteArray> fields;
    CborReader in(map);
    for (qint64 pairs = in.map(); pairs > 0; --pairs) {
        const qint64 number = in.integer();
        fields.insert(number, in.skip().toByteArray());
    }
    return fields;
}

model::Operation postOf(const QString &body)
{
    model::Operation op = sampleOperation(model::Kind::Post);
    op.changes = {{3, body}};
    return op;
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '\x81') + '\x00';
}

} // namespace

class CompatibilityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfANewerBuildAreKeptAndSentBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("positional");
        for (const model::Kind kind : model::allKinds) {
            for (int positional = 0; positional <= 3; ++positional)
                QTest::addRow("%s %d", qPrintable(model::toString(kind)), positional) << int(kind) << positional;
        }
    }

    void fieldsOfANewerBuildAreKeptAndSentBack()
    {
        QFETCH(int, kind);
        QFETCH(int, positional);
        const auto which = model::Kind(kind);
        const auto decoded = decodeEntity(which, newerPayload(which, positional));
        QVERIFY(decoded);
        QVERIFY(decoded->entity == sampleEntity(which));
        const auto unknown = fieldsOf(decoded->unknown);
        const int first = model::numberOfFields(which) + 1;
        QCOMPARE(unknown.keys(), QList<qint64>({first, first + 1, first + 2}));
        QCOMPARE(unknown.value(first + 2), QByteArray("\x24"));

        const auto again = decodeEntity(which, encodeEntity(decoded->entity, decoded->unknown));
        QVERIFY(again);
        QVERIFY(again->entity == decoded->entity);
        QCOMPARE(fieldsOf(again->unknown), unknown);
    }

    void fieldThatWentThroughAnOlderBuildFindsItsPlaceAgain()
    {
        // An older build knew only the first two fields of a person and kept the others by number.
        const auto sample = std::get<model::Person>(sampleEntity(model::Kind::Person));
        const QByteArray ours = encodeEntity(sample);
        CborReader in(ours);
        const qint64 count = in.array();
        CborWriter out;
        out.array(3);
        out.raw(in.skip());
        out.raw(in.skip());
        out.map(count - 3);
        for (qint64 number = 3; number < count; ++number) {
            out.integer(number);
            out.raw(in.skip());
        }
        const auto decoded = decodeEntity(model::Kind::Person, out.take());
        QVERIFY(decoded);
        QVERIFY(decoded->entity == model::Entity(sample));
        QVERIFY(decoded->unknown.isEmpty());
    }

    void payloadOfAnOlderBuildLeavesNewFieldsEmpty()
    {
        const auto decoded = decodeEntity(model::Kind::Company, QByteArray::fromHex("82") + "\x61N" + '\xa0');
        QVERIFY(decoded);
        QVERIFY(decoded->entity == model::Entity(model::Company{.name = QStringLiteral("N")}));
    }

    void messagesOfUnknownTypeAreSkipped()
    {
        QByteArray frame = encode(Ping{});
        frame += QByteArray::fromHex("a3001903e70182010202a10102");
        append(frame, Bye{});
        const auto messages = decode(frame);
        QVERIFY(messages);
        QCOMPARE(messages->size(), size_t(2));
        QVERIFY(std::holds_alternative<Ping>(messages->front()));
        QVERIFY(std::holds_alternative<Bye>(messages->back()));
    }

    void unknownKeysOfAMessageAreSkipped()
    {
        for (const Message &message : allMessages()) {
            const QByteArray ours = encode(message);
            CborReader in(ours);
            const qint64 pairs = in.map();
            CborWriter out;
            out.map(pairs + 2);
            for (qint64 i = 0; i < pairs; ++i) {
                out.raw(in.skip());
                out.raw(in.skip());
            }
            out.integer(60), out.text(u"of a newer build");
            out.integer(61), out.raw(QByteArray::fromHex("a10182f4f6"));
            const auto back = decode(out.data());
            QVERIFY2(back, qPrintable(nameOf(message)));
            QVERIFY(back->front() == message);
        }
    }

    void rowsOfUnknownKindsPassThrough()
    {
        const QByteArray payload = newerPayload(model::Kind::Post, 3);
        const auto batch = Batch::unpack(packBatch({{99, sampleUuid(1), 4, 1024, false, payload}}));
        QVERIFY(batch);
        QCOMPARE(batch->rows().front().kind, 99);
        QCOMPARE(batch->rows().front().payload, QByteArrayView(payload));
    }

    void unknownFieldsOfAnOperationAreSkipped()
    {
        model::Operation op = postOf(QStringLiteral("text"));
        op.changes.append({40, qint64(1)});
        op.changes.append({63, QStringLiteral("x")});
        const auto back = decodeOperation(encodeOperation(op));
        QVERIFY(back);
        QCOMPARE(back->changes.size(), 1);
    }

    void twoValuesOfOneFieldAreRefused()
    {
        // Else the access rules might judge one of them and the other be applied.
        model::Operation op = sampleOperation(model::Kind::Member);
        op.changes = {{2, qint64(model::Role::Member)}, {2, qint64(model::Role::Owner)}};
        QVERIFY(!decodeOperation(encodeOperation(op)));
        op.changes = {{1, sampleUuid(1)}, {2, qint64(model::Role::Member)}};
        QVERIFY(decodeOperation(encodeOperation(op)));
    }

    void changesComeOutInTheOrderOfTheirNumbers()
    {
        model::Operation op = postOf(QStringLiteral("text"));
        op.changes.prepend({5, QStringList{QStringLiteral("tag")}});
        const auto back = decodeOperation(encodeOperation(op));
        QVERIFY(back);
        QCOMPARE(back->changes.first().number, 3);
        QCOMPARE(back->changes.last().number, 5);
    }

    void onlyAPostIsDeletedAsAThread()
    {
        QVERIFY(decodeOperation(encodeOperation(sampleOperation(model::Kind::Post, model::Action::DeleteThread))));
        QVERIFY(!decodeOperation(encodeOperation(sampleOperation(model::Kind::Comment, model::Action::DeleteThread))));
    }

    // ---- limits -----------------------------------------------------------------------------------------------------

    void nestingIsLimited()
    {
        const auto frame = [](int depth) { return QByteArray::fromHex("a200186301") + nested(depth); };
        QVERIFY(decode(frame(maxDepth)));
        const auto deep = decode(frame(maxDepth + 1));
        QVERIFY(!deep);
        QVERIFY(deep.error().kind == ErrorKind::Protocol);
        QVERIFY(!decode(frame(100'000)));
    }

    void framesAreLimited()
    {
        Rows rows;
        rows.batch = QByteArray(maxFrameBytes - 100, 'x');
        QVERIFY(decode(encode(rows)));
        rows.batch = QByteArray(maxFrameBytes, 'x');
        QVERIFY(!decode(encode(rows)));
        QByteArray many;
        for (size_t i = 0; i <= maxRecords; ++i)
            append(many, Ping{});
        QVERIFY(!decode(many));
        QVERIFY(decode(QByteArrayView(many).chopped(3)));
    }

    void listsAreLimited()
    {
        CborWriter out;
        out.map(2);
        out.integer(0), out.integer(Auth::type);
        out.integer(2), out.array(maxListItems + 1);
        const QByteArray head = out.take();
        QByteArray items;
        for (qint64 i = 0; i <= maxListItems; ++i)
            items += QByteArray(1, '\x50') + QByteArray(16, 'i');
        QVERIFY(!decode(head + items));
        // A count that the bytes cannot hold costs no memory.
        QVERIFY(!decode(QByteArray::fromHex("a2000202") + QByteArray::fromHex("9b00000fffffffffff")));
    }

    void batchesAreLimited()
    {
        QVERIFY(!Batch::unpack(QByteArray(maxBatchPackedBytes + 1, '\0')));
        const QByteArray zeros(maxBatchBytes + 1, '\0');
        QByteArray bomb(qsizetype(ZSTD_compressBound(size_t(zeros.size()))) + 1, '\x01');
        bomb.truncate(1 + qsizetype(ZSTD_compress(bomb.data() + 1, size_t(bomb.size() - 1), zeros.data(),
                                                  size_t(zeros.size()), 3)));
        QVERIFY(bomb.size() < maxBatchPackedBytes);
        const auto unpacked = Batch::unpack(bomb);
        QVERIFY(!unpacked);
        QVERIFY(unpacked.error().kind == ErrorKind::Protocol);
        QByteArray manyRows = QByteArray::fromHex("009a000186a1") + QByteArray(100'001, '\x01');
        QVERIFY(!Batch::unpack(manyRows));
    }

    void bodiesAndOperationsAreLimited()
    {
        QVERIFY(decodeOperation(encodeOperation(postOf(QString(maxBodyBytes, u'a')))));
        const auto large = decodeOperation(encodeOperation(postOf(QString(maxBodyBytes + 1, u'a'))));
        QVERIFY(!large);
        QVERIFY(large.error().kind == ErrorKind::Refused);
        QCOMPARE(large.error().detail, QStringLiteral("too_large"));
        // The limit counts bytes of UTF-8.
        QVERIFY(!decodeOperation(encodeOperation(postOf(QString(maxBodyBytes / 2 + 1, QChar(0xe9))))));
        const auto huge = decodeOperation(encodeOperation(postOf(QString(maxOperationBytes, u'a'))));
        QVERIFY(!huge);
        QVERIFY(huge.error().kind == ErrorKind::Protocol);
    }
};

QTEST_GUILESS_MAIN(CompatibilityTest)
#include "compatibility_test.moc"

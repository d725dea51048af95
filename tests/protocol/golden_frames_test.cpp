// The bytes of the wire. A frame that changes here is a change of protocol: older builds will not understand it.
// A message or kind without a golden frame fails, and its bytes are printed.
#include "protocol/codec.h"
#include "support/samples.h"

#include <QTest>

using namespace parvis;
using namespace parvis::protocol;
using namespace parvis::test;

namespace {

struct Golden {
    const char *name;
    const char *hex;
};

constexpr Golden goldenMessages[] = {
@MESSAGES@
};

constexpr Golden goldenEntities[] = {
@ENTITIES@
};

constexpr Golden goldenOperation = {
    "create post",
@OPERATION@};

constexpr Golden goldenBatch = {
    "a post, a row of a newer build and a tombstone",
@BATCH@};

QByteArray expected(std::span<const Golden> goldens, const QString &name)
{
    for (const Golden &golden : goldens) {
        if (name == QLatin1String(golden.name))
            return golden.hex;
    }
    return {};
}

} // namespace

class GoldenFramesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMessageKeepsItsBytes_data()
    {
        QTest::addColumn<int>("at");
        const auto messages = allMessages();
        for (int at = 0; at < messages.size(); ++at)
            QTest::newRow(qPrintable(nameOf(messages[at]))) << at;
    }

    void everyMessageKeepsItsBytes()
    {
        QFETCH(int, at);
        const Message message = allMessages().at(at);
        QCOMPARE(encode(message).toHex(), expected(goldenMessages, nameOf(message)));
        const auto back = decode(QByteArray::fromHex(expected(goldenMessages, nameOf(message))));
        QVERIFY(back);
        QCOMPARE(back->size(), size_t(1));
        QVERIFY(back->front() == message);
    }

    void everyGoldenMessageStillExists()
    {
        QCOMPARE(size_t(std::size(goldenMessages)), std::variant_size_v<Message>);
    }

    void everyKindKeepsItsBytes_data()
    {
        QTest::addColumn<int>("kind");
        for (const model::Kind kind : model::allKinds)
            QTest::newRow(qPrintable(model::toString(kind))) << int(kind);
    }

    void everyKindKeepsItsBytes()
    {
        QFETCH(int, kind);
        const auto which = model::Kind(kind);
        const model::Entity entity = sampleEntity(which);
        const QByteArray golden = expected(goldenEntities, model::toString(which));
        QCOMPARE(encodeEntity(entity).toHex(), golden);
        const auto back = decodeEntity(which, QByteArray::fromHex(golden));
        QVERIFY(back);
        QVERIFY(back->entity == entity);
        QVERIFY(back->unknown.isEmpty());
    }

    void operationKeepsItsBytes()
    {
        const model::Operation op = sampleOperation(model::Kind::Post);
        QCOMPARE(encodeOperation(op).toHex(), QByteArray(goldenOperation.hex));
        const auto back = decodeOperation(QByteArray::fromHex(goldenOperation.hex));
        QVERIFY(back);
        QVERIFY(*back == op);
    }

    void batchKeepsItsBytes()
    {
        const QByteArray post = encodeEntity(model::Post{.body = QStringLiteral("short")});
        const std::vector<WireRow> rows = {{6, sampleUuid(1), 5, 500, false, post},
                                           {200, sampleUuid(2), 6, 400, false, QByteArrayView("\x80")},
                                           {7, sampleUuid(3), 9, 900, true, {}}};
        QCOMPARE(packBatch(rows).toHex(), QByteArray(goldenBatch.hex));
        const auto back = Batch::unpack(QByteArray::fromHex(goldenBatch.hex));
        QVERIFY(back);
        QCOMPARE(back->rows().size(), rows.size());
        for (size_t i = 0; i < rows.size(); ++i) {
            QCOMPARE(back->rows()[i].kind, rows[i].kind);
            QCOMPARE(back->rows()[i].id, rows[i].id);
            QCOMPARE(back->rows()[i].rev, rows[i].rev);
            QCOMPARE(back->rows()[i].order, rows[i].order);
            QCOMPARE(back->rows()[i].deleted, rows[i].deleted);
            QCOMPARE(back->rows()[i].payload, rows[i].payload);
        }
    }

    void sharedFrameIsTheSameRecordForEveryReceiver()
    {
        Rows rows = sampled<Rows>();
        rows.req = 0;
        const SharedRows shared = share(rows);
        for (int n : {40, 41}) {
            rows.view = model::ViewId(sampleUuid(n));
            const auto back = decode(headFor(shared, rows.view) + shared.tail);
            QVERIFY(back);
            QVERIFY(back->front() == Message(rows));
        }
    }
};

QTEST_GUILESS_MAIN(GoldenFramesTest)
#include "golden_frames_test.moc"

#include "server/ws_frames.h"

#include <QTest>

using namespace parvis::server;

namespace {

struct Heard final : WsReader::Sink {
    QList<QByteArray> messages, pings;
    bool isClosed = false;
    void message(QByteArrayView payload) override { messages << payload.toByteArray(); }
    void pinged(QByteArrayView payload) override { pings << payload.toByteArray(); }
    void closed() override { isClosed = true; }
    bool wantsMore() const override { return !isClosed; }
};

QByteArray frame(int firstByte, QByteArray payload, bool masked = true)
{
    QByteArray out(1, char(firstByte));
    const int mark = masked ? 0x80 : 0;
    if (payload.size() <= 125) {
        out += char(mark | int(payload.size()));
    } else if (payload.size() <= 0xffff) {
        out += char(mark | 126);
        out += char(payload.size() >> 8);
        out += char(payload.size());
    } else {
        out += char(mark | 127);
        for (int shift = 56; shift >= 0; shift -= 8)
            out += char(quint64(payload.size()) >> shift);
    }
    if (!masked)
        return out + payload;
    const char mask[] = {0x11, 0x52, char(0xa3), 0x07};
    out.append(mask, 4);
    for (qsizetype i = 0; i < payload.size(); ++i)
        payload[i] = char(payload[i] ^ mask[i % 4]);
    return out + payload;
}

// Feeds in pieces of `step` bytes.
std::optional<WsReader::Failure> feed(WsReader &reader, Heard &heard, QByteArray bytes, qsizetype most = 1 << 20,
                                      qsizetype step = 0)
{
    if (step == 0)
        step = bytes.size();
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        QByteArray piece = bytes.mid(at, step);
        if (auto failure = reader.feed({piece.data(), std::size_t(piece.size())}, most, heard))
            return failure;
    }
    return std::nullopt;
}

} // namespace

class WsFramesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messagesOfEverySizeArriveHoweverTheyAreCut()
    {
        for (const qsizetype size : {0, 1, 3, 4, 125, 126, 1000, 65535, 65536, 200'000}) {
            QByteArray payload(size, Qt::Uninitialized);
            for (qsizetype i = 0; i < size; ++i)
                payload[i] = char(i * 7);
            const QByteArray bytes = frame(0x82, payload) + frame(0x82, "end");
            for (const qsizetype step : {qsizetype(1), qsizetype(5), qsizetype(4096), bytes.size()}) {
                WsReader reader;
                Heard heard;
                QVERIFY(!feed(reader, heard, bytes, 1 << 20, step));
                QCOMPARE(heard.messages, (QList<QByteArray>{payload, "end"}));
                QVERIFY(reader.isIdle());
            }
        }
    }

    void fragmentsWithAPingBetweenMakeOneMessage()
    {
        const QByteArray bytes = frame(0x02, "one ") + frame(0x89, "there?") + frame(0x00, {}) + frame(0x80, "message");
        for (const qsizetype step : {qsizetype(1), bytes.size()}) {
            WsReader reader;
            Heard heard;
            QVERIFY(!feed(reader, heard, bytes, 100, step));
            QCOMPARE(heard.messages, QList<QByteArray>{"one message"});
            QCOMPARE(heard.pings, QList<QByteArray>{"there?"});
            QVERIFY(reader.isIdle());
        }
    }

    void nothingIsReadAfterTheCloseFrame()
    {
        WsReader reader;
        Heard heard;
        QVERIFY(!feed(reader, heard, frame(0x88, {}) + frame(0x82, "late")));
        QVERIFY(heard.isClosed);
        QVERIFY(heard.messages.isEmpty());
    }

    void wrongFramesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("text") << frame(0x81, "words") << 1003;
        QTest::newRow("unmasked") << frame(0x82, "open", false) << 1002;
        QTest::newRow("extension") << frame(0xc2, "packed") << 1002;
        QTest::newRow("unknown kind") << frame(0x83, "?") << 1002;
        QTest::newRow("continuation of nothing") << frame(0x80, "rest") << 1002;
        QTest::newRow("new message inside one") << frame(0x02, "first") + frame(0x82, "second") << 1002;
        QTest::newRow("cut ping") << frame(0x09, "half") << 1002;
        QTest::newRow("long ping") << frame(0x89, QByteArray(126, 'p')) << 1002;
        QTest::newRow("too large") << frame(0x82, QByteArray(1001, 'x')) << 1009;
        QTest::newRow("too large in sum")
            << frame(0x02, QByteArray(600, 'x')) + frame(0x80, QByteArray(600, 'x')) << 1009;
        QTest::newRow("negative length") << QByteArray::fromHex("82ffffffffffffffffff00000000") << 1009;
    }
    void wrongFramesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        for (const qsizetype step : {qsizetype(1), bytes.size()}) {
            WsReader reader;
            Heard heard;
            const auto failure = feed(reader, heard, bytes, 1000, step);
            QVERIFY(failure);
            QCOMPARE(int(failure->code), code);
            QVERIFY(heard.messages.isEmpty());
        }
    }

    void headersHaveTheShortestLength()
    {
        QCOMPARE(wsBinaryHeader(125).toHex(), "827d");
        QCOMPARE(wsBinaryHeader(126).toHex(), "827e007e");
        QCOMPARE(wsBinaryHeader(65536).toHex(), "827f0000000000010000");
        QCOMPARE(wsCloseFrame(WsClose::Normal, "bye").toHex(), "880503e8627965");
        QVERIFY(wsCloseFrame(WsClose::Normal, QByteArray(500, 'x')).size() == 2 + 125);
    }
};

QTEST_GUILESS_MAIN(WsFramesTest)
#include "ws_frames_test.moc"

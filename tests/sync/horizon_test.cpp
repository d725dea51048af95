// Sync rules 37 to 39: how far back everything is here, imports, and clocks that lie.
#include "store/reader.h"
#include "support/dialogue.h"
#include "support/server_world.h"

using namespace parvis;
using namespace parvis::test;
using store::Interval;

class HorizonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule37CompleteUpToIsTheTimeOfTheHighestUncoveredRev()
    {
        ScopeState state;
        QCOMPARE(state.completeUpTo(), -1);
        state.epoch = epoch;
        QCOMPARE(state.completeUpTo(), 0);
        state.covered = {{0, 3, 0}, {7, 9, 700}};
        state.horizon = 9;
        QCOMPARE(state.completeUpTo(), 700);
        state.horizon = 10;
        QCOMPARE(state.completeUpTo(), -1); // not settled
        state.horizon = 9;
        state.needIds = true;
        QCOMPARE(state.completeUpTo(), -1);
        state.needIds = false;
        state.covered = {{0, 9, 0}};
        QCOMPARE(state.completeUpTo(), 0);
    }

    void rule37EverythingLaterThanTheTimeOfAWindowIsInIt()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        QMap<quint32, qint64> made; // server's time of creation
        for (quint32 n = 1; n <= 12; ++n) {
            world.clock.advanceMs(n % 3 == 0 ? 0 : 1000); // several at one instant, too
            client.accepted(writePost(n, n));
            made.insert(n, world.clock.now().us);
        }
        world.clock.advanceMs(1000);
        client.accepted(editPost(13, 2, QStringLiteral("moves up")));
        client.accepted(editPost(14, 11, QStringLiteral("moves up")));
        const qint64 head = world.info(group).head;
        for (qint64 limit = 1; limit <= 12; ++limit) {
            const Rows window = client.opensWindow(0, 0, head, limit);
            for (auto at = made.begin(); at != made.end(); ++at) {
                if (at.value() > window.timeLo)
                    QVERIFY2(has(window, at.key()), qPrintable(QStringLiteral("limit %1, post %2").arg(limit).arg(at.key())));
            }
            QVERIFY(window.lo > 0 ? window.timeLo > 0 : window.timeLo == 0);
        }
    }

    void rule37ShownTimeIsNeverLaterThanTheServers()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        Operation early = writePost(1, 1);
        early.at = world.clock.now().plusMs(3'600'000); // a desk whose clock is an hour ahead
        client.accepted(early);
        QCOMPARE(world.entity<Post>(group, uuid(1)).createdAt, world.clock.now());
        Operation late = writePost(2, 2);
        late.at = world.clock.now().plusMs(-3'600'000);
        client.accepted(late);
        QCOMPARE(world.entity<Post>(group, uuid(2)).createdAt, late.at);
    }

    void rule37ClockThatGoesBackDoesNotPromiseTooMuch()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1));
        const qint64 before = world.row(group, uuid(1))->at;
        world.clock.setNow(world.clock.now().plusMs(-7'200'000));
        client.accepted(writePost(2, 2));
        QVERIFY(world.row(group, uuid(2))->at >= before);
        QVERIFY(world.row(group, uuid(2))->order > world.row(group, uuid(1))->order);
    }

    void rule37FeedsFigureIsUnknownUntilPersonIsComplete()
    {
        Dialogue talk(Dialogue::OnDisk);
        const auto summary = [&] {
            const auto reader = store::Reader::open(talk.folder->filePath(QStringLiteral("cache.db")),
                                                    talk.folder->filePath(QStringLiteral("outbox.db")));
            return (*reader)->summary().value();
        };
        QCOMPARE(summary().completeUpTo, -1);
        for (const ScopeId &place : {ScopeId::company(), ScopeId::directory()})
            talk.granted.insert(place, membershipRow(place, newView, ++talk.ownHead));
        (void)talk.connect();
        talk.serverPokes({{own, ownEpoch, talk.ownHead}, {group, epoch, 9}});
        QCOMPARE(summary().completeUpTo, -1);
        talk.answerOwn();
        Window window;
        while (talk.asks()) {
            QCOMPARE(summary().completeUpTo, -1); // some place is not read yet
            const Window asked = talk.asked();
            if (asked.scope == group)
                window = asked;
            else
                talk.serverSays(Rows{asked.req, asked.scope, newEpoch, newView, 0, 1, 1, 1, 0, 0, packed(QList<Row>())});
        }
        QCOMPARE(summary().completeUpTo, -1);
        talk.serverSays(talk.frame(window.req, 7, 9, 9, 9));
        QCOMPARE(summary().completeUpTo, noon.us + 7);
        QVERIFY(!summary().complete);
        const Window rest = talk.asked();
        talk.serverSays(talk.frame(rest.req, 0, 7, 9, rest.d));
        QCOMPARE(summary().completeUpTo, 0);
        QVERIFY(summary().complete);
    }

    void rule38ImportIntoAGroupEndsWithRenumberingByTime()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1, QStringLiteral("of today")));
        const EpochId before = world.info(group).epoch;
        // What an import does: old messages, oldest first, with orders from their own times; then the renumbering.
        world.change([&](WriteView &now) {
            for (quint32 n = 1; n <= 3; ++n) {
                const qint64 at = noon.us - qint64(10 - n) * 3'600'000'000;
                StoredRow row{qint64(Kind::Post), uuid(100 + n), 0, at * 256, false, {}, 0, 0, encodeEntity(Post{.author = me, .createdAt = {at}})};
                now.put(group, row, at);
            }
            now.renumber(group, EpochId(base::randomUuid(world.random)));
        });
        QVERIFY(world.info(group).epoch != before);
        QVERIFY(client.hasGot<Reset>());
        QVERIFY(world.revOf(101) < world.revOf(102) && world.revOf(102) < world.revOf(103));
        QVERIFY(world.revOf(103) < world.revOf(1));
        QCOMPARE(world.info(group).floor, 0);
        // A new client's first window shows what is newest by time, not what was imported last.
        const Rows first = ScriptedClient::rowsOf(client.asks(Window{0, group, {}, {}, 0, 0, 0, 1, 0}));
        QVERIFY(has(first, 1));
        QVERIFY(world.rows.check().problems.isEmpty());
    }

    void rule39NobodyReadsTheTimeInAnId()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        // An id of the year 10889 and one of 1970, written in that order.
        QByteArray far(16, '\xff');
        far[6] = char(0x7f);
        far[8] = char(0xbf);
        Operation future = writePost(1, 1);
        future.entity = Uuid::fromBytes(far);
        client.accepted(future);
        world.clock.advanceMs(1);
        client.accepted(writePost(2, 2));
        const auto first = *world.row(group, future.entity);
        const auto second = *world.row(group, uuid(2));
        QVERIFY(first.order < second.order);
        QCOMPARE(first.order / 256, noon.us);
        QCOMPARE(world.entity<Post>(group, future.entity).createdAt, noon);
    }

    void rule39LeasesUseTheServersTime()
    {
        Dialogue talk;
        talk.clock.setNow(noon.plusMs(-86'400'000)); // the desk is a day behind
        talk.machine->connected(QStringLiteral("token"), {});
        talk.serverSays(Welcome{protocol::version, {}, {}, noon.us});
        QCOMPARE(talk.machine->progress().serverTime, noon);
        talk.haveGroup(0);
        talk.serverSays(Pong{noon.us + 5, {}});
        QCOMPARE(talk.machine->progress().serverTime, Time{noon.us + 5});
    }

    void aProbeTellsHowLongTheWayTakes()
    {
        Dialogue talk;
        talk.machine->connected(QStringLiteral("token"), {});
        talk.clock.advanceMs(40);
        talk.serverSays(Welcome{protocol::version, {}, {}, noon.us});
        QCOMPARE(talk.machine->progress().roundTripMs, 40);
        talk.haveGroup(0);
        talk.machine->probe();
        (void)talk.said<Ping>();
        talk.machine->probe(); // one ping is enough
        QVERIFY(!talk.hasSaid<Ping>());
        talk.clock.advanceMs(25);
        const int before = talk.timesTold;
        talk.serverSays(Pong{talk.clock.now().us, {}});
        QCOMPARE(talk.machine->progress().roundTripMs, 25);
        QVERIFY(talk.timesTold > before); // somebody looks at it now
        const int after = talk.timesTold;
        talk.serverSays(Pong{talk.clock.now().us, {}});
        QCOMPARE(talk.timesTold, after); // idle: nothing is written for it
        talk.machine->disconnected();
        talk.machine->probe();
        QVERIFY(!talk.hasSaid<Ping>());
    }
};

QTEST_GUILESS_MAIN(HorizonTest)
#include "horizon_test.moc"

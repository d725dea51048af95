// Sync rules 1 to 7: what is covered, and when that is all there is.
#include "support/dialogue.h"
#include "support/server_world.h"
#include "sync/coverage.h"

using namespace parvis;
using namespace parvis::test;
using store::Interval;
using sync::Gap;

namespace {

ScopeState covering(const QList<Interval> &covered, qint64 horizon, qint64 d)
{
    ScopeState state;
    state.scope = group;
    state.epoch = epoch;
    state.view = view;
    state.covered = covered;
    state.horizon = horizon;
    state.d = d;
    return state;
}

Rows plainFrame(qint64 lo, qint64 hi, qint64 asOf, qint64 d)
{
    return Rows{1, group, epoch, view, lo, hi, asOf, d, 0, lo * 10, {}};
}

QList<Interval> ranges(std::initializer_list<std::pair<int, int>> pairs)
{
    QList<Interval> list;
    for (const auto &[lo, hi] : pairs)
        list.append({lo, hi, lo * 10});
    return list;
}

} // namespace

class CoverageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ---- pure arithmetic --------------------------------------------------------------------------------------------

    void intervalsAreJoined_data()
    {
        QTest::addColumn<QList<Interval>>("covered");
        QTest::addColumn<Interval>("more");
        QTest::addColumn<QList<Interval>>("joined");
        QTest::newRow("first") << ranges({}) << Interval{3, 5, 30} << ranges({{3, 5}});
        QTest::newRow("apart above") << ranges({{3, 5}}) << Interval{7, 9, 70} << ranges({{3, 5}, {7, 9}});
        QTest::newRow("apart below") << ranges({{7, 9}}) << Interval{3, 5, 30} << ranges({{3, 5}, {7, 9}});
        QTest::newRow("touching") << ranges({{3, 5}}) << Interval{5, 9, 50} << ranges({{3, 9}});
        QTest::newRow("touching below") << ranges({{5, 9}}) << Interval{3, 5, 30} << ranges({{3, 9}});
        QTest::newRow("overlapping") << ranges({{3, 6}}) << Interval{5, 9, 50} << ranges({{3, 9}});
        QTest::newRow("within") << ranges({{3, 9}}) << Interval{5, 7, 50} << ranges({{3, 9}});
        QTest::newRow("around") << ranges({{5, 7}}) << Interval{3, 9, 30} << ranges({{3, 9}});
        QTest::newRow("bridge") << ranges({{0, 3}, {5, 7}, {9, 12}}) << Interval{2, 9, 20} << ranges({{0, 12}});
        QTest::newRow("nothing") << ranges({{3, 5}}) << Interval{8, 8, 80} << ranges({{3, 5}});
    }

    void intervalsAreJoined()
    {
        QFETCH(QList<Interval>, covered);
        QFETCH(Interval, more);
        QFETCH(QList<Interval>, joined);
        QVERIFY(sync::joined(covered, more) == joined);
    }

    void coverageIsTheSameInAnyOrderOfFrames()
    {
        base::SeededRandom random(3);
        for (int round = 0; round < 200; ++round) {
            QList<Interval> pieces;
            for (int n = 0; n < 8; ++n) {
                const auto lo = qint64(random.below(30));
                pieces.append({lo, lo + qint64(random.below(6)), lo * 10});
            }
            QList<Interval> forwards;
            QList<Interval> backwards;
            QSet<qint64> revs;
            for (int n = 0; n < 8; ++n) {
                forwards = sync::joined(forwards, pieces[n]);
                backwards = sync::joined(backwards, pieces[7 - n]);
                for (qint64 rev = pieces[n].lo + 1; rev <= pieces[n].hi; ++rev)
                    revs.insert(rev);
            }
            QVERIFY(forwards == backwards);
            qint64 covered = 0;
            for (int n = 0; n < forwards.size(); ++n) {
                covered += forwards[n].hi - forwards[n].lo;
                QVERIFY(n == 0 || forwards[n - 1].hi < forwards[n].lo);
            }
            QCOMPARE(covered, revs.size());
        }
    }

    void gapsAreAskedForFromTheNewestDownwards()
    {
        auto gap = sync::nextGap(covering(ranges({{4, 8}}), 8, 8), 12);
        QVERIFY(gap && gap->from == 8 && gap->to == 0 && gap->isTop);
        gap = sync::nextGap(covering(ranges({{0, 2}, {4, 6}, {8, 12}}), 12, 2), 12);
        QVERIFY(gap && gap->from == 6 && gap->to == 8 && !gap->isTop);
        gap = sync::nextGap(covering(ranges({{8, 12}}), 12, 12), 12);
        QVERIFY(gap && gap->from == 0 && gap->to == 8);
        QVERIFY(!sync::nextGap(covering(ranges({{0, 12}}), 12, 12), 12));
        QVERIFY(!sync::nextGap(covering({}, 0, 0), 0));
    }

    // ---- rules ------------------------------------------------------------------------------------------------------

    void rule01CoverageStaysTrueWhenRowsMoveUp()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 1), postRow(2, 2), postRow(3, 3)});
        talk.serverSays(talk.frame(0, 3, 4, 4, 3, {postRow(1, 4, QStringLiteral("edited"))}));
        QCOMPARE(talk.held(1), 4);
        QCOMPARE(talk.held(2), 2);
        QVERIFY(talk.state(group).covered == QList<Interval>({{0, 4, 0}}));
        QVERIFY(!talk.asks());
    }

    void rule02FramesSayTheRangeThatWasReadAndStandAlone()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        for (quint32 n = 1; n <= 5; ++n)
            client.accepted(writePost(n, n));
        const qint64 head = world.info(group).head;
        QVERIFY(ScriptedClient::okOf(client.performs(editPost(6, 4, QStringLiteral("moves up")))).touched.first().rev == head + 1);

        // (lo, hi] is what was read, though no row has these revs any more.
        const Rows hole = client.pulls(world.revOf(3), world.revOf(3) + 1, 0);
        QCOMPARE(hole.lo, world.revOf(3));
        QCOMPARE(hole.hi, world.revOf(3) + 1);
        QVERIFY(idsByRev(hole).isEmpty());

        const Rows cut = client.opensWindow(0, 0, 0, 2);
        QCOMPARE(idsByRev(cut).keys(), QList<qint64>({head, head + 1}));
        QCOMPARE(cut.lo, head - 1);
        QCOMPARE(cut.hi, head + 1);
        for (const Rows &frame : {hole, cut}) {
            QCOMPARE(frame.scope, group);
            QCOMPARE(frame.epoch, world.info(group).epoch);
            QVERIFY(!frame.view.isNull());
            QCOMPARE(frame.asOf, head + 1);
        }
    }

    void rule02CoverageIsRecordedFrameByFrame()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 10}});
        Window window = talk.asked();
        talk.serverSays(talk.frame(window.req, 7, 10, 10, 10, {postRow(1, 8)}));
        QVERIFY(talk.state(group).covered == QList<Interval>({{7, 10, noon.us + 7}}));
        window = talk.asked();
        QCOMPARE(window.to, 7);
        talk.serverSays(talk.frame(window.req, 3, 7, 10, 10));
        QVERIFY(talk.state(group).covered == QList<Interval>({{3, 10, noon.us + 3}}));
        QCOMPARE(talk.asked().to, 3);
    }

    void rule03EachChangedRowTakesItsOwnRevParentsFirst()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1));
        client.accepted(writeComment(2, 2, 1));
        client.accepted(writeComment(3, 3, 1));
        const qint64 head = world.info(group).head;
        client.accepted(operation(4, Action::DeleteThread, group, uuid(1), Post{}));
        QCOMPARE(world.info(group).head, head + 3);
        QCOMPARE(world.revOf(1), head + 1);
        QCOMPARE(QSet<qint64>({world.revOf(2), world.revOf(3)}), QSet<qint64>({head + 2, head + 3}));
    }

    void rule03RefusedOperationOfAGroupCommitGivesItsRevsBack()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const qint64 head = world.info(group).head;
        // A group whose handle is taken is refused after its scope and row were written.
        const Uuid second = uuid(0x2002);
        client.say(Op{client.lane, 1, opId(1), encodeOperation(writePost(1, 1)), false});
        client.say(Op{client.lane, 2, opId(2),
                      encodeOperation(operation(2, Action::Create, otherGroup, second,
                                                Group{.handle = QStringLiteral("ops"), .title = QStringLiteral("Ops")})),
                      false});
        client.say(Op{client.lane, 3, opId(3), encodeOperation(writePost(3, 3)), false});
        world.turn();
        QCOMPARE(client.allGot<OpOk>().size(), 2);
        QCOMPARE(client.allGot<OpNo>().size(), 1);
        QCOMPARE(world.revOf(1), head + 1);
        QCOMPARE(world.revOf(3), head + 2);
        QCOMPARE(world.info(group).head, head + 2);
        QVERIFY(world.info(otherGroup).epoch.isNull());
        QVERIFY(world.rows.check().problems.isEmpty());
    }

    void rule04OlderRowNeverReplacesANewerOne()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 5}});
        const Window window = talk.asked();
        talk.serverSays(talk.frame(window.req, 3, 5, 5, 5, {postRow(1, 5, QStringLiteral("new"))}));
        // Read before the row moved: a page that overlaps what is held.
        const Window older = talk.asked();
        talk.serverSays(talk.frame(older.req, 0, 4, 5, 5, {postRow(1, 2, QStringLiteral("old"))}));
        QCOMPARE(talk.held(1), 5);
    }

    void rule04TombstonesAreRememberedWhileARequestIsUnanswered()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 5}});
        const Window window = talk.asked();
        talk.serverSays(talk.frame(window.req, 3, 5, 5, 5));
        const Window older = talk.asked();
        // The row is deleted and told of while the page that holds it is on its way; the client never had the row.
        talk.serverSays(talk.frame(0, 5, 6, 6, 5, {tombstone(1, 6)}));
        talk.serverSays(talk.frame(older.req, 0, 3, 5, 5, {postRow(1, 2), postRow(2, 3)}));
        QCOMPARE(talk.held(1), 0);
        QCOMPARE(talk.held(2), 3);
        QVERIFY(talk.state(group).complete());
    }

    void rule05PageReadAtAHigherHeadLeavesTheScopeUnsettled()
    {
        ScopeState state = covering(ranges({{0, 10}}), 10, 10);
        state = sync::afterFrame(state, plainFrame(10, 12, 13, 10));
        QCOMPARE(state.cursor(), 12);
        QCOMPARE(state.horizon, 13);
        QVERIFY(!state.settled());
        state = sync::afterFrame(state, plainFrame(12, 13, 13, 10));
        QVERIFY(state.settled() && state.complete());
    }

    void vanishingRowIsWaitedFor()
    {
        Dialogue talk;
        talk.haveGroup(10, {postRow(1, 9)});
        QVERIFY(talk.state(group).complete());
        // Row 2 was at 11 and moved to 13 before the page (10, 12] was read: at cursor 12 it is nowhere.
        talk.serverPokes({{group, epoch, 12}});
        const Window page = talk.asked();
        talk.serverSays(talk.frame(page.req, 10, 12, 13, page.d, {postRow(3, 12)}));
        QCOMPARE(talk.held(2), 0);
        QVERIFY(!talk.state(group).settled());
        QCOMPARE(talk.state(group).completeUpTo(), -1);
        QVERIFY(!talk.machine->progress().complete);
        const Window rest = talk.asked(); // without being told of the new head
        QCOMPARE(rest.from, 12);
        talk.serverSays(talk.frame(rest.req, 12, 13, 13, rest.d, {postRow(2, 13)}));
        QCOMPARE(talk.held(2), 13);
        QVERIFY(talk.state(group).complete());
    }

    void rule06LateAnswersOfAnOlderConnectionAreIgnored()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 5}});
        const Window lost = talk.asked();
        talk.signIn({{group, epoch, 5}});
        const Window window = talk.asked();
        QVERIFY(window.req != lost.req);
        talk.serverSays(talk.frame(lost.req, 0, 5, 5, 5, {postRow(1, 2)}));
        QCOMPARE(talk.held(1), 0);
        QVERIFY(talk.state(group).covered.isEmpty());
        talk.serverSays(talk.frame(window.req, 0, 5, 5, 5, {postRow(1, 2)}));
        QCOMPARE(talk.held(1), 2);
    }

    void rule06EveryAnswerNamesItsRequest()
    {
        ServerWorld world;
        world.usual();
        world.addGroup(GroupId(uuid(0x2002)), QStringLiteral("closed"));
        ScriptedClient client(world, me);
        client.signIn();
        const EpochId now = world.info(group).epoch;
        const auto answerTo = [&](const auto &request, const char *name) {
            const Message answer = client.asks(request);
            const qint64 req = std::visit([](const auto &m) -> qint64 {
                if constexpr (requires { m.req; })
                    return m.req;
                return -1;
            }, answer);
            return nameOf(answer) == QLatin1String(name) && req == client.lastReq;
        };
        QVERIFY(answerTo(Pull{0, group, now, {}, 0, 0, 0, 0}, "rows"));
        QVERIFY(answerTo(Window{0, group, {}, {}, 0, 0, 0, 0, 0}, "rows"));
        QVERIFY(answerTo(SnapIds{0, group, now, {}, {}}, "ids"));
        QVERIFY(answerTo(Pull{0, group, newEpoch, {}, 0, 0, 0, 0}, "reset"));
        QVERIFY(answerTo(Pull{0, otherGroup, {}, {}, 0, 0, 0, 0}, "drop"));
        QVERIFY(answerTo(Window{0, group, now, newView, 0, 0, 0, 0, 0}, "drop"));
        QVERIFY(answerTo(SnapIds{0, ScopeId::person(other), now, {}, {}}, "drop"));
        world.rows.readsFail = true;
        QVERIFY(answerTo(Pull{0, group, now, {}, 0, 0, 0, 0}, "err"));
    }

    void rule07PongTellsWhatAPushDidNot()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.forget();
        client.wire->queued = protocol::sendCapBytes + 1; // too slow for pushes
        ScriptedClient writer(world, other);
        writer.lane = LaneId(uuid(0x6002));
        writer.signIn();
        writer.accepted(writePost(1, 1));
        QVERIFY(!client.hasGot<Rows>());
        client.tell(Ping{});
        const Pong pong = client.got<Pong>();
        QCOMPARE(pong.heads.size(), 1);
        QCOMPARE(pong.heads.first(), (ScopeHead{group, world.info(group).epoch, world.info(group).head}));
        client.tell(Ping{});
        QVERIFY(client.got<Pong>().heads.isEmpty());
    }

    void lostLastPushIsNoticedByThePong()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        talk.clock.advanceMs(60'000);
        talk.machine->tick();
        (void)talk.said<Ping>();
        talk.serverSays(Pong{talk.clock.now().us, {{group, epoch, 4}}});
        const Window pull = talk.asked();
        QCOMPARE(pull.from, 3);
        talk.serverSays(talk.frame(pull.req, 3, 4, 4, 3, {postRow(2, 4)}));
        QCOMPARE(talk.held(2), 4);
    }

    void lostLastPushOfABrokenDiskIsMadeUpFor()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.forget();
        client.say(Op{client.lane, 1, opId(1), encodeOperation(writePost(1, 1)), false});
        world.rows.readsFail = true; // after the commit, when the push is made
        world.turn();
        world.rows.readsFail = false;
        QVERIFY(client.hasGot<OpOk>());
        QVERIFY(!client.hasGot<Rows>());
        client.tell(Ping{});
        QList<ScopeHead> heads;
        for (const Poke &poke : client.allGot<Poke>())
            heads += poke.heads;
        heads += client.got<Pong>().heads;
        QVERIFY(heads.contains(ScopeHead{group, world.info(group).epoch, world.info(group).head}));
    }

    void rule07NothingIsMissedBetweenResumeAndTheSubscription()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.tell(Hello{protocol::version, {}});
        client.tell(Auth{me.toString(), {}});
        client.say(Resume{});
        ServerWorld::turn(world.reader); // the heads are read ...
        world.engine->write(
            [](WriteView &view) -> base::Result<void> {
                StoredRow row{qint64(Kind::Post), uuid(9), 0, view.nextOrder(noon.us), false, {}, 0, 0, encodeEntity(Post{})};
                view.put(group, row, noon.us);
                return {};
            },
            [](const base::Result<void> &) {});
        ServerWorld::turn(world.writer); // ... something is committed and published ...
        world.turn();                    // ... and only then does the session listen
        QList<ScopeHead> heads;
        for (const Poke &poke : client.allGot<Poke>())
            heads += poke.heads;
        client.tell(Ping{});
        heads += client.got<Pong>().heads;
        QVERIFY(heads.contains(ScopeHead{group, world.info(group).epoch, world.info(group).head}));
    }

    void rule07CursorAboveTheReadPointIsNotAnswered()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const auto info = world.info(group);
        QVERIFY(std::holds_alternative<Reset>(client.asks(Pull{0, group, info.epoch, {}, 1, 0, 0, info.head + 1})));
        QVERIFY(std::holds_alternative<Reset>(client.asks(Window{0, group, info.epoch, {}, 0, 1, 0, 0, info.head + 1})));
        QVERIFY(std::holds_alternative<Rows>(client.asks(Window{0, group, info.epoch, {}, 0, 1, 0, 0, info.head})));
    }

    // ---- time -------------------------------------------------------------------------------------------------------

    void silentServerIsGivenUp_data()
    {
        QTest::addColumn<int>("phase");
        QTest::newRow("before welcome") << 0;
        QTest::newRow("before the answer to resume") << 1;
        QTest::newRow("before an answer") << 2;
        QTest::newRow("idle") << 3;
    }

    void silentServerIsGivenUp()
    {
        QFETCH(int, phase);
        Dialogue talk;
        if (phase == 0)
            talk.machine->connected(QStringLiteral("token"), {});
        else if (phase == 1)
            (void)talk.connect();
        else if (phase == 2)
            talk.signIn({{group, epoch, 5}});
        else
            talk.haveGroup(0);
        for (int turns = 0; talk.ends.isEmpty(); ++turns) {
            QVERIFY2(turns < 10, "the machine asks for ticks that do nothing");
            const qint64 next = talk.machine->nextTickMs();
            QVERIFY(next >= 0);
            talk.clock.advanceMs(std::max<qint64>(0, next - talk.clock.monotonicMs()));
            talk.machine->tick();
        }
        QCOMPARE(talk.ends, QList<sync::End>{sync::End::Faulty});
        QVERIFY(talk.clock.monotonicMs() <= 90'000);
    }

    void tickIsNeverAskedForInThePast()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.machine->setDepth(sync::Depth::Front);
        talk.serverSays(Drop{0, group, ownEpoch, 99}); // waits for rows of person: that do not come
        talk.clock.advanceMs(50'000);
        talk.machine->tick();
        talk.serverSays(Poke{}); // the server lives, only the pong is late
        for (int turn = 0; turn < 5; ++turn) {
            talk.machine->tick();
            QVERIFY(talk.machine->nextTickMs() > talk.clock.monotonicMs());
            talk.clock.advanceMs(5'000);
            talk.serverSays(Poke{});
        }
        QVERIFY(talk.ends.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CoverageTest)
#include "coverage_test.moc"

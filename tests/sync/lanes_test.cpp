// Sync rules 19 to 23: every operation exactly once, whatever is cut, copied or restored.
#include "support/dialogue.h"
#include "support/server_world.h"

#include <QFile>

using namespace parvis;
using namespace parvis::test;

namespace {

Operation after(Operation op, quint32 needed)
{
    op.dependsOn = {opId(needed)};
    return op;
}

} // namespace

class LanesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule19NumbersAreGivenAndStoredWhenFirstSent()
    {
        Dialogue talk(Dialogue::OnDisk);
        QVERIFY(talk.outbox->append({writePost(1, 1)}));
        QCOMPARE(talk.entry(1).number, 0);
        talk.haveGroup(0);
        const Op op = talk.said<Op>();
        QCOMPARE(op.number, 1);
        QCOMPARE(talk.entry(1).number, 1);
        QCOMPARE(*talk.outbox->highestNumber(), 1);
        QCOMPARE(op.lane, talk.outbox->lane());
    }

    void rule19LaneIsARandomIdMadeWithTheFile()
    {
        Dialogue talk(Dialogue::OnDisk);
        const LaneId lane = talk.outbox->lane();
        QVERIFY(!lane.isNull());
        talk.restart();
        QCOMPARE(talk.outbox->lane(), lane);
    }

    void rule19WaitingTakesNoNumberAndBlocksItsEntityOnly()
    {
        Dialogue talk;
        talk.haveGroup(0);
        QVERIFY(talk.outbox->append({after(writePost(1, 1), 4), editPost(2, 1, QStringLiteral("later")), writePost(3, 3),
                                     after(writePost(4, 4), 1)}));
        talk.machine->outboxChanged();
        const auto ops = talk.allSaid<Op>();
        QCOMPARE(ops.size(), 1);
        QCOMPARE(ops.first().id, opId(3));
        QCOMPARE(ops.first().number, 1);
        for (quint32 n : {1, 2, 4})
            QCOMPARE(talk.entry(n).number, 0);
    }

    void numbersAreNotHeldUpByAPostThatWaits()
    {
        Dialogue talk;
        talk.haveGroup(0);
        QVERIFY(talk.outbox->append({writePost(9, 9), after(writePost(1, 1), 9)}));
        QVERIFY(talk.outbox->append({writePost(2, 2), writePost(3, 3)}));
        talk.machine->outboxChanged();
        const auto ops = talk.allSaid<Op>();
        QCOMPARE(ops.size(), 4);
        for (qsizetype i = 0; i < ops.size(); ++i)
            QCOMPARE(ops[i].number, i + 1); // gapless, in the order of sending
    }

    void numbersAreNeverUsedTwiceThoughTheOutboxIsEmpty()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        talk.serverSays(talk.accepts(talk.said<Op>(), {talk.touched(1, 4)}));
        talk.serverSays(talk.frame(0, 3, 4, 4, 3, {postRow(1, 4)}));
        QVERIFY(talk.outbox->entries()->isEmpty());
        talk.restart();
        talk.signIn();
        talk.write(writePost(2, 2));
        QCOMPARE(talk.said<Op>().number, 2);
    }

    void rule20NumberedOperationsGoFirstInOrderAndUnchanged()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(0);
        for (quint32 n : {1, 2, 3})
            talk.write(writePost(n, n));
        const auto sent = talk.allSaid<Op>();
        QCOMPARE(sent.size(), 3);
        QVERIFY(talk.outbox->append({writePost(4, 4)}));
        talk.restart();
        (void)talk.connect();
        const auto again = talk.allSaid<Op>();
        QVERIFY(again == sent); // lane, number, id and bytes; the new one waits for the end of the handshake
        talk.serverPokes({});
        const auto more = talk.allSaid<Op>();
        QCOMPARE(more.size(), 1);
        QCOMPARE(more.first().number, 4);
    }

    void rule20TemporaryRefusalIsSentAgainUnchanged()
    {
        Dialogue talk;
        talk.haveGroup(0);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        talk.serverSays(talk.refuses(op, QStringLiteral("busy"), true));
        QVERIFY(!talk.hasSaid<Op>());
        talk.clock.advanceMs(std::max<qint64>(0, talk.machine->nextTickMs() - talk.clock.monotonicMs()));
        talk.machine->tick();
        QVERIFY(talk.said<Op>() == op);
    }

    void rule21EveryCaseOfANumberHasItsAnswer()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const LaneId lane = client.lane;
        const auto last = [&] { return world.rows.read()->laneLast(lane); };

        const OpOk first = ScriptedClient::okOf(client.sends(lane, 1, writePost(1, 1)));
        QCOMPARE(last(), 1);
        const qint64 head = world.info(group).head;

        // Known: the stored answer, and nothing happens.
        QVERIFY(ScriptedClient::okOf(client.sends(lane, 1, writePost(1, 1))) == first);
        QCOMPARE(world.info(group).head, head);

        // The number belongs to another operation.
        QCOMPARE(ScriptedClient::whyOf(client.sends(lane, 1, writePost(2, 2))), QStringLiteral("number_reused"));
        QVERIFY(!world.row(group, uuid(2)));

        // Too far: nothing is stored, so that it can be sent again.
        const auto gap = std::get<OpNo>(client.sends(lane, 3, writePost(3, 3)));
        QVERIFY(gap.temporary && gap.why == u"gap");
        QCOMPARE(last(), 1);

        // A refusal uses its number.
        QCOMPARE(ScriptedClient::whyOf(client.sends(lane, 2, editPost(4, 44, QStringLiteral("x")))), QStringLiteral("gone"));
        QCOMPARE(last(), 2);
        QCOMPARE(ScriptedClient::whyOf(client.sends(lane, 2, editPost(4, 44, QStringLiteral("x")))), QStringLiteral("gone"));

        QVERIFY(std::holds_alternative<OpOk>(client.sends(lane, 3, writePost(3, 3))));

        // The answer is not stored any more: nobody can say what became of it.
        client.tell(Done{lane, 3});
        QCOMPARE(ScriptedClient::whyOf(client.sends(lane, 3, writePost(3, 3))), QStringLiteral("outcome_unknown"));
        QCOMPARE(ScriptedClient::whyOf(client.sends(lane, 2, editPost(4, 44, QStringLiteral("x")))),
                 QStringLiteral("outcome_unknown"));
    }

    void rule21TemporaryFailureStoresAndUsesNothing()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        world.rows.writesFail = true;
        const auto busy = std::get<OpNo>(client.sends(client.lane, 1, writePost(1, 1)));
        QVERIFY(busy.temporary);
        world.rows.writesFail = false;
        QCOMPARE(world.rows.read()->laneLast(client.lane), 0);
        QVERIFY(!world.rows.read()->answer(opId(1)));
        QVERIFY(std::holds_alternative<OpOk>(client.sends(client.lane, 1, writePost(1, 1))));
    }

    void numbersOfANewLaneAreUsedByKnownOperations()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const LaneId fresh(uuid(0x6009));
        client.accepted(writePost(1, 1));
        QCOMPARE(ScriptedClient::okOf(client.sends(fresh, 1, writePost(1, 1))).lane, fresh);
        QCOMPARE(world.rows.read()->laneLast(fresh), 1);
        QVERIFY(std::holds_alternative<OpOk>(client.sends(fresh, 2, writePost(2, 2)))); // no gap
    }

    void numbersOfTwoCopiesOfAProfileLoseNothing()
    {
        ServerWorld world;
        world.usual();
        QTemporaryDir one;
        QTemporaryDir two;
        { // A profile with an outbox that has never sent anything, copied.
            LinkedClient origin(world, me, one.path());
        }
        for (const char *name : {"cache.db", "outbox.db"})
            QVERIFY(QFile::copy(one.filePath(QLatin1String(name)), two.filePath(QLatin1String(name))));
        LinkedClient left(world, me, one.path());
        LinkedClient right(world, me, two.path());
        QCOMPARE(left.outbox->lane(), right.outbox->lane());
        left.connect();
        right.connect();
        left.settle();
        right.settle();
        left.write(writePost(1, 1));
        right.write(writePost(2, 2)); // numbered before it could learn of the other: both are number 1
        left.settle();
        right.settle();
        QVERIFY(world.revOf(1) > 0);
        // Not applied, and not taken for applied either: its text waits for a decision.
        const auto entry = right.outbox->entry(opId(2)).value();
        QCOMPARE(world.revOf(2), 0);
        QVERIFY(entry && entry->state == OutboxState::Rejected);
        QCOMPARE(entry->why, QStringLiteral("outcome_unknown")); // the other's answer is trimmed already
        // Now the copy knows what it is, and takes a lane of its own: neither gets in the other's way again.
        QVERIFY(right.outbox->lane() != left.outbox->lane());
        for (quint32 n = 3; n <= 6; ++n) {
            (n % 2 ? right : left).write(writePost(n, n));
            left.settle();
            right.settle();
            QVERIFY(world.revOf(n) > 0);
        }
    }

    void numbersUsedByAnotherFileEndTheLane_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("known") << QStringLiteral("number_reused");
        QTest::newRow("trimmed") << QStringLiteral("outcome_unknown");
    }

    void numbersUsedByAnotherFileEndTheLane()
    {
        QFETCH(QString, why);
        Dialogue talk;
        talk.haveGroup(0);
        talk.write(writePost(1, 1));
        talk.write(writePost(2, 2));
        const auto sent = talk.allSaid<Op>();
        talk.serverSays(talk.refuses(sent[0], why));
        QCOMPARE(talk.entry(1).why, why);
        talk.write(writePost(3, 3));
        const Op next = talk.said<Op>();
        QVERIFY(next.lane != sent[0].lane && next.number == 1);
        QVERIFY(talk.entry(2).lane == sent[1].lane && talk.entry(2).number == 2); // sent ones never change
        talk.serverSays(talk.refuses(sent[1], why)); // of the lane that was left: no third one
        QCOMPARE(talk.outbox->lane(), next.lane);
    }

    void rule22AnswersAreTrimmedUpToDoneOnly()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        for (quint32 n = 1; n <= 3; ++n)
            client.accepted(writePost(n, n));
        world.clock.advanceMs(qint64(400) * 24 * 3600 * 1000);
        world.engine->maintain();
        world.turn();
        QVERIFY(world.rows.read()->answer(opId(1)));
        client.tell(Done{client.lane, 2});
        QVERIFY(!world.rows.read()->answer(opId(1)));
        QVERIFY(!world.rows.read()->answer(opId(2)));
        QVERIFY(world.rows.read()->answer(opId(3)));
        QCOMPARE(world.rows.read()->laneLast(client.lane), 3);
    }

    void rule22AtMostAThousandAreAcceptedAboveDone()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        for (quint32 n = 1; n <= 1000; ++n)
            client.say(Op{client.lane, n, opId(n), encodeOperation(writePost(n, n)), false});
        world.turn();
        QCOMPARE(client.allGot<OpOk>().size(), 1000);
        const auto no = std::get<OpNo>(client.sends(client.lane, 1001, writePost(1001, 1001)));
        QVERIFY(no.temporary && no.why == u"too_many");
        client.tell(Done{client.lane, 1});
        QVERIFY(std::holds_alternative<OpOk>(client.sends(client.lane, 1001, writePost(1001, 1001))));
    }

    void rule22ClientTellsWhatItHasDeleted()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        talk.serverSays(talk.accepts(op, {talk.touched(1, 4)}));
        QVERIFY(!talk.hasSaid<Done>()); // the row is still in the outbox
        talk.serverSays(talk.frame(0, 3, 4, 4, 3, {postRow(1, 4)}));
        QVERIFY(talk.said<Done>() == (Done{op.lane, 1}));
    }

    void answersTrimmedByAgeAreNeverTakenForApplied()
    {
        ServerWorld world;
        world.usual();
        LinkedClient client(world, me);
        client.connect();
        client.settle();
        client.write(editPost(1, 77, QStringLiteral("a text that matters")));
        client.session->received(client.toServer.front());
        world.turn();
        // The answer, a refusal, is lost with the connection; when the client comes back it is trimmed.
        client.cut();
        const LaneId lane = client.outbox->lane();
        world.direct([&](WriteView &now) { now.trimAnswers(lane, 1); });
        QCOMPARE(world.rows.read()->laneLast(lane), 1);
        client.connect();
        client.settle();
        const auto entry = client.outbox->entry(opId(1)).value();
        QVERIFY(entry);
        QCOMPARE(entry->state, OutboxState::Rejected);
        QCOMPARE(entry->why, QStringLiteral("outcome_unknown"));
        QVERIFY(entry->op == editPost(1, 77, QStringLiteral("a text that matters")));
    }

    void rule23OldCopyOfTheFileTakesANewLane()
    {
        Dialogue talk;
        const LaneId lane = talk.outbox->lane();
        QVERIFY(talk.outbox->append({writePost(1, 1)}));
        QCOMPARE(talk.outbox->numberNext(1)->size(), 1); // sent once, so it stays in its lane
        QVERIFY(talk.outbox->append({writePost(2, 2)}));
        talk.signIn({}, {{lane, 7}});
        const auto ops = talk.allSaid<Op>();
        QCOMPARE(ops.size(), 2);
        QVERIFY(ops[0].lane == lane && ops[0].number == 1 && ops[0].id == opId(1));
        QVERIFY(ops[1].lane != lane && ops[1].number == 1 && ops[1].id == opId(2));
        QCOMPARE(talk.outbox->lane(), ops[1].lane);
        // Both lanes are named from now on.
        talk.machine->connected(QStringLiteral("token"), {});
        talk.serverSays(Welcome{protocol::version, {}, {}, 0});
        QCOMPARE(talk.said<Auth>().lanes.size(), 2);
    }

    void rule23ServerThatWentBackGetsWhatItLostInANewLane()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3);
        for (quint32 n = 1; n <= 4; ++n)
            talk.write(writePost(n, n));
        const auto sent = talk.allSaid<Op>();
        QCOMPARE(sent.size(), 4);
        const LaneId lane = sent[0].lane;
        // 1 and 2 end, 3 is answered, 4 is on its way; then the server is restored to number 1.
        talk.serverSays(talk.accepts(sent[0], {talk.touched(1, 4)}));
        talk.serverSays(talk.accepts(sent[1], {talk.touched(2, 5)}));
        talk.serverSays(talk.frame(0, 3, 5, 5, 3, {postRow(1, 4), postRow(2, 5)}));
        talk.serverSays(talk.accepts(sent[2], {talk.touched(3, 6)}));
        (void)talk.connect({{lane, 1}});
        const auto again = talk.allSaid<Op>();
        QCOMPARE(again.size(), 2);
        QVERIFY(again[0].lane != lane && again[0].lane == again[1].lane);
        QVERIFY(again[0].id == opId(3) && again[0].number == 1);
        QVERIFY(again[1].id == opId(4) && again[1].number == 2);
        QCOMPARE(talk.entry(3).state, OutboxState::Pending);
    }

    void rule23UnsentNumbersAreNoSignOfARestore()
    {
        Dialogue talk;
        const LaneId lane = talk.outbox->lane();
        QVERIFY(talk.outbox->append({writePost(1, 1), writePost(2, 2)}));
        QVERIFY(talk.outbox->numberNext(2));
        (void)talk.connect({{lane, 1}});
        for (const Op &op : talk.allSaid<Op>())
            QCOMPARE(op.lane, lane);
        QCOMPARE(talk.outbox->lane(), lane);
    }

    void restoreOfTheServerLeavesNothingWaitingForEver()
    {
        ServerWorld world;
        world.usual();
        LinkedClient client(world, me);
        client.connect();
        client.settle();
        client.write(writePost(1, 1));
        client.settle();
        const LaneId lane = client.outbox->lane();
        client.write(writePost(2, 2));
        client.settle();
        client.cut();
        // The backup is of after the first post: its number, its head.
        world.direct([&](WriteView &now) {
            auto row = *now.row(group, uuid(2));
            row.deleted = true;
            row.payload.clear();
            now.put(group, row, noon.us);
            now.trimAnswers(lane, 99);
            now.setLaneLast(lane, 1);
            now.renewEpochs(world.random);
        });
        world.start();
        client.connect();
        client.write(writePost(3, 3));
        client.settle();
        QVERIFY(world.revOf(3) > 0 && !world.row(group, uuid(3))->deleted);
        QVERIFY(client.machine->progress().flushed && client.machine->progress().complete);
        QVERIFY(client.outbox->lane() != lane);
    }

    void crashAtAnyMomentSendsEverythingOnce()
    {
        // The process dies before and after each of its messages.
        for (int moment = 0; moment < 25; ++moment) {
            QTemporaryDir dir;
            ServerWorld world;
            world.usual();
            LinkedClient client(world, me, dir.path());
            QVERIFY(client.outbox->append({writePost(1, 1), editPost(2, 1, QStringLiteral("again")), writeComment(3, 3, 1)}));
            client.connect();
            for (int step = 0; step < moment; ++step) {
                if (step % 2 == 0 && !client.toServer.empty()) {
                    client.session->received(client.toServer.front());
                    client.toServer.pop_front();
                    world.turn();
                } else if (!client.wire->frames.empty()) {
                    client.machine->received(client.wire->frames.front());
                    client.wire->frames.pop_front();
                }
            }
            client.cut();
            client.openFiles();
            client.connect();
            client.settle();
            QVERIFY(client.machine->progress().flushed && client.machine->progress().complete);
            const Post post = world.entity<Post>(group, uuid(1));
            QCOMPARE(post.body, QStringLiteral("again"));
            QCOMPARE(post.versions.size(), 1);
            QCOMPARE(*client.cache->heldRev(group, uuid(3)), world.revOf(3));
        }
    }

    void aHeldOperationIsSentByTheTickThatFollowsItsTime()
    {
        Dialogue talk;
        talk.haveGroup(0);
        QVERIFY(talk.outbox->append({writePost(1, 1)}, talk.clock.now().plusMs(10'000)));
        talk.machine->outboxChanged();
        QVERIFY(!talk.hasSaid<Op>());
        const qint64 at = talk.machine->nextTickMs();
        QVERIFY(at >= 0 && at <= talk.clock.monotonicMs() + 10'001);
        talk.clock.advanceMs(at - talk.clock.monotonicMs());
        talk.machine->tick();
        QCOMPARE(talk.said<Op>().id, opId(1));
        talk.machine->tick();
        QVERIFY(!talk.hasSaid<Op>());
    }
};

QTEST_GUILESS_MAIN(LanesTest)
#include "lanes_test.moc"

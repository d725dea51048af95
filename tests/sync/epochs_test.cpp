// Sync rules 14 to 18: what happens when the server's numbering starts again.
#include "model/merge.h"
#include "server/lineage.h"
#include "store/reader.h"
#include "support/dialogue.h"
#include "support/server_world.h"

#include <QFile>

using namespace parvis;
using namespace parvis::test;
using store::Interval;

class EpochsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rule14LineageMarkTellsARestoredDatabase()
    {
        QTemporaryDir dir;
        ServerWorld world;
        const EpochId first = world.info(ScopeId::company()).epoch;
        QCOMPARE(server::checkLineage(dir.path(), world.rows, world.random).value(), false);
        QCOMPARE(server::checkLineage(dir.path(), world.rows, world.random).value(), false);
        QCOMPARE(world.info(ScopeId::company()).epoch, first);

        // The database of before the last start comes back: the file beside it is ahead.
        QFile mark(dir.filePath(QStringLiteral("lineage")));
        QVERIFY(mark.open(QIODevice::ReadOnly));
        const qint64 number = mark.readAll().trimmed().toLongLong();
        mark.close();
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.write(QByteArray::number(number + 1));
        mark.close();
        QCOMPARE(server::checkLineage(dir.path(), world.rows, world.random).value(), true);
        const EpochId second = world.info(ScopeId::company()).epoch;
        QVERIFY(second != first);
        QCOMPARE(server::checkLineage(dir.path(), world.rows, world.random).value(), false);

        // A database without its mark may be a copy of any age.
        QVERIFY(mark.remove());
        QCOMPARE(server::checkLineage(dir.path(), world.rows, world.random).value(), true);
        QVERIFY(world.info(ScopeId::company()).epoch != second);
    }

    void rule14CursorAboveTheHeadTakesNewEpochsOnce()
    {
        ServerWorld world;
        world.usual();
        const EpochId before = world.info(group).epoch;
        ScriptedClient client(world, me);
        client.signIn({{group, before, {}, world.info(group).head + 1}});
        const EpochId after = world.info(group).epoch;
        QVERIFY(after != before);
        QVERIFY(client.hasGot<Reset>());
        ScriptedClient second(world, me);
        second.signIn({{group, before, {}, world.info(group).head + 9}});
        QCOMPARE(world.info(group).epoch, after);
        ScriptedClient third(world, me);
        third.signIn({{group, after, {}, world.info(group).head}});
        QCOMPARE(world.info(group).epoch, after);
    }

    void rule15NothingIsTellableBeforeItIsDurable()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.forget();
        client.say(Op{client.lane, 1, opId(1), encodeOperation(writePost(1, 1)), false});
        QVERIFY(!client.hasGot<OpOk>() && !client.hasGot<Rows>());
        world.rows.writesFail = true;
        world.turn();
        world.rows.writesFail = false;
        const OpNo no = client.got<OpNo>();
        QVERIFY(no.temporary);
        QVERIFY(!client.hasGot<OpOk>() && !client.hasGot<Rows>());
        QVERIFY(!world.row(group, uuid(1)));
        QCOMPARE(client.accepted(writePost(1, 1)).number, 1);
        QVERIFY(has(client.got<Rows>(), 1));
    }

    void rule16NewEpochKeepsRowsUntilAllIsHereAgain()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 1), postRow(2, 2), postRow(3, 3)});
        talk.serverSays(Reset{0, group, newEpoch});
        ScopeState state = talk.state(group);
        QVERIFY(state.unverified && state.covered.isEmpty() && state.epoch == newEpoch);
        QVERIFY(talk.held(1) == 0 || talk.held(1) < 1); // below every rev ...
        const auto memberships = talk.cache->scopes();
        QVERIFY(memberships);
        talk.groupEpoch = newEpoch;
        const Window window = talk.asked();
        QVERIFY(window.epoch.isNull() && window.from == 0);
        // ... so that a lower rev of the new numbering replaces it.
        talk.serverSays(talk.frame(window.req, 1, 2, 2, 2, {postRow(3, 2, QStringLiteral("renumbered"))}));
        QCOMPARE(talk.held(3), 2);
        QVERIFY(talk.state(group).unverified);
        QVERIFY(!talk.machine->progress().complete);
        const Window rest = talk.asked();
        talk.serverSays(talk.frame(rest.req, 0, 1, 2, rest.d, {postRow(1, 1)}));
        state = talk.state(group);
        QVERIFY(!state.unverified && state.complete());
        QCOMPARE(talk.held(1), 1);
        QVERIFY(talk.machine->progress().frontReached);
    }

    void rule16WhatTheNewEpochDoesNotHaveGoesAtTheEnd()
    {
        QTemporaryDir dir;
        ServerWorld world;
        world.usual();
        {
            ScriptedClient writer(world, other);
            writer.signIn();
            writer.accepted(writePost(1, 1));
            writer.accepted(writePost(2, 2));
        }
        LinkedClient client(world, me, dir.path());
        client.connect();
        client.settle();
        client.cut();
        world.direct([&](WriteView &now) {
            // As in a backup from before the second post.
            auto row = *now.row(group, uuid(2));
            row.deleted = true;
            row.payload.clear();
            now.put(group, row, noon.us);
            now.renumber(group, newEpoch);
        });
        world.start();
        client.openFiles();
        QVERIFY(client.cache->heldRev(group, uuid(2)).has_value());
        client.connect();
        client.settle();
        QVERIFY(client.machine->progress().complete);
        QVERIFY(*client.cache->heldRev(group, uuid(1)) > 0);
        QCOMPARE(*client.cache->heldRev(group, uuid(2)), 0);
        const auto reader = store::Reader::open(dir.filePath(QStringLiteral("cache.db")), dir.filePath(QStringLiteral("outbox.db")));
        QVERIFY(reader);
        QVERIFY(!(*reader)->item(uuid(2)).value());
        QVERIFY((*reader)->item(uuid(1)).value());
    }

    void rule17OperationsAnsweredUnderAnotherEpochGoBackToPending()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        talk.serverSays(talk.accepts(op, {talk.touched(1, 4)}));
        QCOMPARE(talk.entry(1).state, OutboxState::Answered);
        QCOMPARE(talk.asked().from, 3); // and is never answered

        talk.serverSays(Reset{0, group, newEpoch});
        const Op again = talk.said<Op>();
        QCOMPARE(again.id, op.id);
        QCOMPARE(again.number, op.number);
        QCOMPARE(again.lane, op.lane);
        QCOMPARE(again.operation, op.operation);
        QCOMPARE(talk.entry(1).state, OutboxState::Pending);

        // The answer of today ends it like any other.
        talk.groupEpoch = newEpoch;
        talk.serverSays(talk.accepts(again, {talk.touched(1, 2)}));
        const Window window = talk.asked();
        talk.serverSays(talk.frame(window.req, 0, 2, 2, 2, {postRow(1, 2)}));
        QVERIFY(!talk.isWaiting(1));
    }

    void rule17AdoptingAnEpochReopensAtOnce()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        talk.serverSays(talk.accepts(talk.said<Op>(), {talk.touched(1, 4)}));
        // Told while the answer to `resume` is still awaited: overlays are not looked at before it.
        (void)talk.connect();
        QCOMPARE(talk.entry(1).state, OutboxState::Answered);
        talk.serverSays(Reset{0, group, newEpoch});
        QCOMPARE(talk.state(group).epoch, newEpoch);
        QCOMPARE(talk.entry(1).state, OutboxState::Pending);
    }

    void rule17EpochsAreComparedAtEveryConnect()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        // A crash between the two files: the outbox knows an answer of an epoch that the cache has left already.
        QVERIFY(talk.outbox->markAnswered(opId(1), {{group, newEpoch, 4, uuid(1)}}));
        talk.restart();
        (void)talk.connect();
        QCOMPARE(talk.entry(1).state, OutboxState::Pending);
        QCOMPARE(talk.said<Op>().id, op.id);
    }

    void rule17StoredAnswersAreStampedAnew()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const OpOk first = client.accepted(writePost(1, 1));
        client.accepted(editPost(2, 1, QStringLiteral("moves up")));
        world.change([&](WriteView &now) { now.renewEpochs(world.random); });
        const OpOk again = ScriptedClient::okOf(client.sends(client.lane, 1, writePost(1, 1)));
        QVERIFY(again.touched.first().epoch != first.touched.first().epoch);
        QCOMPARE(again.touched.first().epoch, world.info(group).epoch);
        QCOMPARE(again.touched.first().rev, world.revOf(1));
    }

    void restoredAnswerIsNotSentForEver()
    {
        ServerWorld world;
        world.usual();
        LinkedClient client(world, me);
        client.connect();
        client.settle();
        client.write(writePost(1, 1));
        for (int turns = 0; turns < 3; ++turns) {
            client.exchange();
            client.cut();
            world.direct([&](WriteView &now) { now.renewEpochs(world.random); });
            world.start();
            client.connect();
            client.exchange();
        }
        const int before = client.frames;
        client.settle();
        QVERIFY(client.frames - before < 40);
        QVERIFY(client.machine->progress().flushed && client.machine->progress().complete);
        QVERIFY(!client.outbox->entry(opId(1)).value());
        QVERIFY(*client.cache->heldRev(group, uuid(1)) > 0);
    }

    void renumberedScopeIsReadAnewWhileConnected()
    {
        ServerWorld world;
        world.usual();
        LinkedClient client(world, me);
        ScriptedClient writer(world, other);
        writer.signIn();
        for (quint32 n = 1; n <= 4; ++n)
            writer.accepted(writePost(n, n));
        client.connect();
        client.settle();
        world.change([&](WriteView &now) { now.renumber(group, newEpoch); });
        client.settle();
        QVERIFY(client.machine->progress().complete);
        for (quint32 n = 1; n <= 4; ++n)
            QCOMPARE(*client.cache->heldRev(group, uuid(n)), world.revOf(n));
        writer.accepted(writePost(5, 5));
        const int before = client.frames;
        client.settle();
        QCOMPARE(*client.cache->heldRev(group, uuid(5)), world.revOf(5));
        QVERIFY(client.frames - before <= 3);
    }

    void rule18ReadMarksHoldTheOrderAndMergeByMaximum()
    {
        ServerWorld world;
        world.usual();
        const Uuid id = readMarkId(group.toString(), me);
        const auto mark = [&](quint32 n, Action action, qint64 upTo) {
            return operation(n, action, own, id, ReadMark{.place = group.toString(), .upTo = upTo});
        };
        ScriptedClient phone(world, me);
        ScriptedClient desk(world, me);
        desk.lane = LaneId(uuid(0x6002));
        phone.signIn();
        desk.signIn();
        phone.accepted(mark(1, Action::Create, 900));
        desk.accepted(mark(2, Action::Create, 500)); // later, but has read less
        QCOMPARE(world.entity<ReadMark>(own, id).upTo, 900);
        desk.accepted(mark(3, Action::Change, 1000));
        QCOMPARE(world.entity<ReadMark>(own, id).upTo, 1000);
        // No epoch changes it.
        world.change([&](WriteView &now) { now.renewEpochs(world.random); });
        QCOMPARE(world.entity<ReadMark>(own, id).upTo, 1000);
    }

    void rule18OverlayUsesTheServersMerge()
    {
        const Entity held = ReadMark{.place = group.toString(), .upTo = 900};
        const Operation op = operation(1, Action::Change, own, uuid(1), ReadMark{.upTo = 500});
        QVERIFY(merged(held, op, me, noon).value() == held);
    }
};

QTEST_GUILESS_MAIN(EpochsTest)
#include "epochs_test.moc"

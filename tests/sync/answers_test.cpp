// Sync rules 24 to 30: what an answer means, and when an overlay ends.
#include "support/dialogue.h"
#include "support/server_world.h"
#include "sync/coverage.h"

using namespace parvis;
using namespace parvis::test;

namespace {

Operation draftOp(quint32 n, Action action, quint32 draft, const QString &body, OpId base = {})
{
    Operation op = operation(n, action, own, uuid(draft), Draft{.body = body});
    if (action == Action::Create)
        op.changes = creationChanges(Draft{.place = group.toString(), .body = body});
    op.baseOp = base;
    return op;
}

QString bodyOf(ServerWorld &world, const Uuid &draft)
{
    return world.entity<Draft>(own, draft).body;
}

} // namespace

class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ---- 24 and 25: the person's choices ------------------------------------------------------------------------------

    void rule24OutcomeUnknownGoesToNotSentAndIsNeverResentByItself()
    {
        Dialogue talk;
        talk.haveGroup(0);
        talk.write(writePost(1, 1, QStringLiteral("a text that matters")));
        const Op op = talk.said<Op>();
        talk.serverSays(talk.refuses(op, QStringLiteral("outcome_unknown")));
        QCOMPARE(talk.entry(1).state, OutboxState::Rejected);
        QCOMPARE(talk.entry(1).why, QStringLiteral("outcome_unknown"));
        QVERIFY(talk.entry(1).op == writePost(1, 1, QStringLiteral("a text that matters")));
        talk.clock.advanceMs(3'600'000);
        talk.machine->outboxChanged();
        talk.signIn();
        QVERIFY(!talk.hasSaid<Op>());
    }

    void rule24RetryIsANewIdAndReferencesFollow()
    {
        Dialogue talk;
        talk.haveGroup(0);
        talk.write(writePost(1, 1));
        Operation depends = writePost(2, 2);
        depends.dependsOn = {opId(1)};
        Operation based = draftOp(3, Action::Change, 30, QStringLiteral("x"), opId(1));
        based.dependsOn = {opId(1)};
        const Op sent = talk.said<Op>();
        QVERIFY(talk.outbox->append({depends, based}));
        talk.serverSays(talk.refuses(sent, QStringLiteral("archived")));
        QCOMPARE(talk.entry(2).state, OutboxState::Rejected);
        QCOMPARE(talk.entry(3).state, OutboxState::Rejected);

        QVERIFY(talk.outbox->retry(opId(1), opId(101)));
        QVERIFY(!talk.isWaiting(1));
        QCOMPARE(talk.entry(2).op.dependsOn, QList<OpId>{opId(101)}); // refused too, and retried later
        QCOMPARE(talk.entry(3).op.baseOp, opId(101));
        QVERIFY(talk.outbox->retry(opId(2), opId(102)));
        talk.machine->outboxChanged();
        const auto again = talk.allSaid<Op>();
        QCOMPARE(again.size(), 2);
        QCOMPARE(again[0].id, opId(101));
        QCOMPARE(again[0].number, sent.number + 1);
        QCOMPARE(again[1].id, opId(102));
        QVERIFY(talk.entry(101).op.changes == writePost(1, 1).changes);
    }

    void rule25DiscardedNumberIsSentAsVoid()
    {
        Dialogue talk;
        talk.haveGroup(0);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        QVERIFY(talk.outbox->discard(opId(1)));
        talk.signIn(); // the answer is lost
        const Op voided = talk.said<Op>();
        QVERIFY(voided.isVoid && voided.operation.isEmpty());
        QVERIFY(voided.id == op.id && voided.number == op.number && voided.lane == op.lane);
        talk.serverSays(OpOk{op.lane, op.number, op.id, {}, true});
        QVERIFY(!talk.isWaiting(1));
    }

    void rule25VoidSaysWhetherItHadHappenedAlready()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const OpOk before = client.accepted(writePost(1, 1));
        const OpOk late = ScriptedClient::okOf(client.sends(client.lane, 1, writePost(1, 1), true));
        QVERIFY(!late.wasVoid && late.touched == before.touched);
        QVERIFY(world.revOf(1) > 0);

        const OpOk inTime = ScriptedClient::okOf(client.sends(client.lane, 2, writePost(2, 2), true));
        QVERIFY(inTime.wasVoid && inTime.touched.isEmpty());
        // The operation itself, should it come behind, stays without effect.
        QVERIFY(ScriptedClient::okOf(client.sends(client.lane, 2, writePost(2, 2))).wasVoid);
        QVERIFY(!world.row(group, uuid(2)));
        QVERIFY(std::holds_alternative<OpOk>(client.sends(client.lane, 3, writePost(3, 3))));
    }

    // ---- 26 and 27: the end of an overlay -------------------------------------------------------------------------------

    void rule26AnswerNamesTheRowAndItsRev()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const OpOk made = client.accepted(writePost(1, 1));
        QCOMPARE(made.touched, QList<Touched>({{group, world.info(group).epoch, world.revOf(1), uuid(1)}}));
        client.accepted(writePost(2, 2));
        QVERIFY(world.info(group).head > world.revOf(1));
        // Nothing changes: still the row's own rev, not the head.
        const OpOk same = client.accepted(editPost(3, 1, QStringLiteral("mine")));
        QCOMPARE(same.touched.first().rev, world.revOf(1));
        QCOMPARE(same.touched.first().rev, made.touched.first().rev);
        // Asked again after it has moved: where it is now.
        client.accepted(editPost(4, 1, QStringLiteral("moved")));
        QCOMPARE(ScriptedClient::okOf(client.sends(client.lane, 1, writePost(1, 1))).touched.first().rev, world.revOf(1));
        // Deleting what is deleted names the tombstone.
        client.accepted(deletePost(5, 2));
        QCOMPARE(client.accepted(deletePost(6, 2)).touched.first().rev, world.revOf(2));
    }

    void rule26OverlayEndsScopeByScope()
    {
        Dialogue talk;
        talk.granted.insert(otherGroup, membershipRow(otherGroup, newView, 1));
        talk.signIn();
        Window first = talk.asked();
        Window second = talk.asked();
        if (first.scope != group)
            std::swap(first, second);
        talk.serverSays(talk.frame(first.req, 0, 3, 3, 3));
        talk.serverSays(Rows{second.req, otherGroup, newEpoch, newView, 0, 7, 7, 7, 0, 0, packed(QList<Row>())});
        talk.write(writePost(1, 1));
        talk.serverSays(talk.accepts(talk.said<Op>(), {talk.touched(1, 4), {otherGroup, newEpoch, 8, uuid(2)}}));
        talk.serverSays(talk.frame(0, 3, 4, 4, 3, {postRow(1, 4)}));
        QCOMPARE(talk.entry(1).state, OutboxState::Answered); // the other scope is not there yet
        talk.serverSays(Rows{0, otherGroup, newEpoch, newView, 7, 8, 8, 7, 0, noon.us, packed({postRow(2, 8)})});
        QVERIFY(!talk.isWaiting(1));
    }

    void rule27CursorHasPassedOnlyWithoutGapAndSettled()
    {
        ScopeState state;
        state.epoch = epoch;
        state.covered = {{0, 3, 0}, {5, 9, 50}};
        state.horizon = 9;
        QVERIFY(sync::hasPassed(state, epoch, 6));
        QVERIFY(sync::hasPassed(state, epoch, 9));
        QVERIFY(!sync::hasPassed(state, epoch, 5)); // not held: (5, 9]
        QVERIFY(!sync::hasPassed(state, epoch, 2)); // [2, 9] has a gap
        QVERIFY(!sync::hasPassed(state, epoch, 10));
        QVERIFY(!sync::hasPassed(state, newEpoch, 6));
        state.horizon = 10;
        QVERIFY(!sync::hasPassed(state, epoch, 6)); // not settled
    }

    void ownPostVanishesNotAboveAFirstWindow()
    {
        Dialogue talk;
        talk.signIn();
        talk.write(editPost(1, 1, QStringLiteral("edited")));
        talk.serverSays(talk.accepts(talk.said<Op>(), {talk.touched(1, 6)}));
        const Window window = talk.asked();
        // The first window is read later and covers (6, 7] only: the edited row, at 6, is not in it.
        talk.serverSays(talk.frame(window.req, 6, 7, 7, 7, {postRow(2, 7)}));
        QCOMPARE(talk.state(group).cursor(), 7);
        QVERIFY(talk.state(group).settled());
        QVERIFY(talk.isWaiting(1)); // still laid over the cache
        const Window rest = talk.asked();
        talk.serverSays(talk.frame(rest.req, 0, 6, 7, rest.d, {postRow(1, 6, QStringLiteral("edited"))}));
        QVERIFY(!talk.isWaiting(1));
        QCOMPARE(talk.held(1), 6);
    }

    void rule27PushBeforeTheAnswerEndsTheOverlayToo()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        talk.serverSays(talk.frame(0, 3, 4, 4, 3, {postRow(1, 4)}));
        QVERIFY(talk.isWaiting(1));
        talk.serverSays(talk.accepts(op, {talk.touched(1, 4)}));
        QVERIFY(!talk.isWaiting(1));
    }

    void rule27AnswerAloneMakesTheClientPull()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        talk.serverSays(talk.accepts(talk.said<Op>(), {talk.touched(1, 5)}));
        const Window pull = talk.asked();
        QCOMPARE(pull.from, 3);
        QVERIFY(talk.isWaiting(1));
        QVERIFY(!talk.machine->progress().flushed);
    }

    void rule27PurgedScopeEndsItsAnsweredOperationsAtOnce()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        talk.serverSays(talk.accepts(op, {talk.touched(1, 4)}));
        QVERIFY(talk.isWaiting(1));
        talk.serverSays(talk.revokes(group));
        QVERIFY(!talk.isWaiting(1));
    }

    void rule27EmptyCacheIsNoPurge()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        talk.serverSays(talk.accepts(talk.said<Op>(), {talk.touched(1, 4)}));
        // The cache is lost; the outbox is not.
        QVERIFY(talk.cache->wipe());
        talk.machine.reset();
        talk.machine = std::make_unique<sync::SyncMachine>(*talk.cache, *talk.outbox, talk.clock, talk.random, talk);
        QVERIFY(talk.machine->load(me));
        QVERIFY(talk.isWaiting(1));
        talk.signIn({{group, epoch, 4}});
        QVERIFY(talk.isWaiting(1));
        const Window window = talk.asked();
        talk.serverSays(talk.frame(window.req, 0, 4, 4, 4, {postRow(1, 4)}));
        QVERIFY(!talk.isWaiting(1));
    }

    // ---- 28: create and change ------------------------------------------------------------------------------------------

    void rule28ChangeOfWhatIsNotThereIsGone()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        QCOMPARE(ScriptedClient::whyOf(client.performs(editPost(1, 1, QStringLiteral("x")))), QStringLiteral("gone"));
        client.accepted(writePost(2, 2));
        client.accepted(deletePost(3, 2));
        QCOMPARE(ScriptedClient::whyOf(client.performs(editPost(4, 2, QStringLiteral("x")))), QStringLiteral("gone"));
        QCOMPARE(ScriptedClient::whyOf(client.performs(writeComment(5, 5, 2))), QStringLiteral("gone"));
    }

    void rule28CreatedIdIsNeverUsedAgain()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1));
        QCOMPARE(ScriptedClient::whyOf(client.performs(writePost(2, 1))), QStringLiteral("exists"));
        client.accepted(deletePost(3, 1));
        QCOMPARE(ScriptedClient::whyOf(client.performs(writePost(4, 1))), QStringLiteral("exists"));
        world.clock.advanceMs(qint64(200) * 24 * 3600 * 1000);
        world.engine->maintain(); // not even once the tombstone is purged
        world.turn();
        QVERIFY(!world.row(group, uuid(1)));
        QCOMPARE(ScriptedClient::whyOf(client.performs(writePost(5, 1))), QStringLiteral("exists"));
    }

    void rule28DerivedIdsMayComeAgain()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1));
        const Reaction like{.target = uuid(1), .post = PostId(uuid(1)), .emoji = QStringLiteral("👍")};
        const Uuid id = reactionId(uuid(1), me, like.emoji);
        client.accepted(operation(2, Action::Create, group, id, like));
        client.accepted(operation(3, Action::Create, group, id, like)); // the same once more
        client.accepted(operation(4, Action::Delete, group, id, Reaction{}));
        client.accepted(operation(5, Action::Create, group, id, like));
        QVERIFY(!world.row(group, id)->deleted);
        QCOMPARE(ScriptedClient::whyOf(client.performs(operation(6, Action::Create, group, uuid(66), like))),
                 QStringLiteral("bad_field")); // an id that is not the derived one
    }

    // ---- 29: bases and branches -----------------------------------------------------------------------------------------

    void rule29StaleBaseMakesABranch()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(draftOp(1, Action::Create, 10, QStringLiteral("first")));
        client.accepted(draftOp(2, Action::Change, 10, QStringLiteral("from the desk"), opId(1)));
        const OpOk branched = client.accepted(draftOp(3, Action::Change, 10, QStringLiteral("from the phone"), opId(1)));
        QCOMPARE(bodyOf(world, uuid(10)), QStringLiteral("from the desk"));
        QCOMPARE(bodyOf(world, branchId(opId(3))), QStringLiteral("from the phone"));
        QCOMPARE(world.entity<Draft>(own, branchId(opId(3))).place, group.toString());
        QCOMPARE(branched.touched.first().entity, branchId(opId(3)));
        QCOMPARE(branched.touched.first().rev, world.row(own, branchId(opId(3)))->rev);

        // What builds on the branched operation applies to the branch.
        const OpOk on = client.accepted(draftOp(4, Action::Change, 10, QStringLiteral("phone again"), opId(3)));
        QCOMPARE(on.touched.first().entity, branchId(opId(3)));
        QCOMPARE(bodyOf(world, branchId(opId(3))), QStringLiteral("phone again"));
        QCOMPARE(bodyOf(world, uuid(10)), QStringLiteral("from the desk"));
    }

    void baseIsNotRevSoThatOnesOwnEditsMakeNoBranch()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(draftOp(1, Action::Create, 10, QStringLiteral("a")));
        // Three edits under way at once: none knows the rev of the one before.
        for (quint32 n = 2; n <= 4; ++n)
            client.accepted(draftOp(n, Action::Change, 10, QString(int(n), u'a'), opId(n - 1)));
        QCOMPARE(bodyOf(world, uuid(10)), QStringLiteral("aaaa"));
        // The row moves without its content moving; the numbering starts again: the base still stands.
        world.change([&](WriteView &now) {
            auto row = *now.row(own, uuid(10));
            now.put(own, row, noon.us);
            now.renewEpochs(world.random);
        });
        client.accepted(draftOp(5, Action::Change, 10, QStringLiteral("last"), opId(4)));
        QCOMPARE(bodyOf(world, uuid(10)), QStringLiteral("last"));
        const auto view = world.rows.read();
        QCOMPARE(view->ofKind(own, Kind::Draft, {}, 10).size(), size_t(1));
    }

    void rule29DeletingADraftChecksItsBase()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(draftOp(1, Action::Create, 10, QStringLiteral("a")));
        client.accepted(draftOp(2, Action::Change, 10, QStringLiteral("went on elsewhere"), opId(1)));
        const OpOk kept = client.accepted(draftOp(3, Action::Delete, 10, {}, opId(1)));
        QVERIFY(!world.row(own, uuid(10))->deleted);
        QCOMPARE(kept.touched.first().rev, world.row(own, uuid(10))->rev);
        client.accepted(draftOp(4, Action::Delete, 10, {}, opId(2)));
        QVERIFY(world.row(own, uuid(10))->deleted);
    }

    // ---- 30: dependants -------------------------------------------------------------------------------------------------

    void rule30ClientRefusesWhatDependsAndHasNoNumber()
    {
        Dialogue talk;
        talk.haveGroup(0);
        talk.write(writePost(1, 1));
        const Op op = talk.said<Op>();
        talk.write(writePost(9, 9)); // numbered, and on its way
        Operation waiting = writePost(2, 2);
        waiting.dependsOn = {opId(1)};
        QVERIFY(talk.outbox->append({waiting, editPost(3, 1, QStringLiteral("orphan")), writePost(4, 4)}));
        talk.serverSays(talk.refuses(op, QStringLiteral("archived")));
        QCOMPARE(talk.entry(1).why, QStringLiteral("archived"));
        QCOMPARE(talk.entry(2).why, QStringLiteral("depends_on"));
        QCOMPARE(talk.entry(3).why, QStringLiteral("depends_on"));
        QCOMPARE(talk.entry(4).state, OutboxState::Pending);
        QCOMPARE(talk.entry(9).state, OutboxState::Pending);
        for (const Op &each : talk.allSaid<Op>())
            QVERIFY(each.id != opId(2) && each.id != opId(3));
    }

    void rule30ServerRefusesTheRest()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        Operation depends = writePost(2, 2);
        depends.dependsOn = {opId(1)};
        QCOMPARE(ScriptedClient::whyOf(client.performs(editPost(1, 1, QStringLiteral("x")))), QStringLiteral("gone"));
        QCOMPARE(ScriptedClient::whyOf(client.performs(depends)), QStringLiteral("depends_on"));
        Operation further = writePost(3, 3);
        further.dependsOn = {opId(2)};
        QCOMPARE(ScriptedClient::whyOf(client.performs(further)), QStringLiteral("depends_on"));
        // A void one did not happen either.
        (void)client.sends(client.lane, ++client.number, writePost(4, 4), true);
        Operation onVoid = writePost(5, 5);
        onVoid.dependsOn = {opId(4)};
        QCOMPARE(ScriptedClient::whyOf(client.performs(onVoid)), QStringLiteral("depends_on"));
        QVERIFY(std::holds_alternative<OpOk>(client.performs(writePost(6, 6))));
    }

    void nobodyGetsTwoValuesOfOneFieldPastTheJudge()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, other);
        client.lane = LaneId(uuid(0x6002));
        client.signIn();
        Operation sly = operation(1, Action::Create, group, memberId(groupId, PersonId(uuid(0x1003))), Member{});
        sly.changes = {{1, other.uuid()}, {1, uuid(0x1003)}, {2, qint64(Role::Member)}, {2, qint64(Role::Owner)}};
        QCOMPARE(ScriptedClient::whyOf(client.performs(sly)), QStringLiteral("malformed"));
    }
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "answers_test.moc"

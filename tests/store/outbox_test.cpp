#include "store/world.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class OutboxTest : public QObject {
    Q_OBJECT

private:
    static OutboxEntry entry(World &world, OpId id)
    {
        const auto found = value(world.outbox->entry(id));
        return found ? *found : OutboxEntry();
    }

    static protocol::Touched touched(World &world, const ScopeId &scope, qint64 rev = 1)
    {
        return {scope, world.epoch, rev, world.newId()};
    }

    static QList<OpId> numbered(World &world, int max = 100)
    {
        QList<OpId> ids;
        for (const OutboxEntry &each : value(world.outbox->numberNext(max)))
            ids.append(each.op.id);
        return ids;
    }

private Q_SLOTS:
    void whatWasAppendedIsThereAfterReopening()
    {
        World world;
        Operation op = world.newPost("bonjour");
        op.dependsOn = {world.newId<OpId>()};
        op.baseOp = world.newId<OpId>();
        op.baseRev = 12;
        world.write(op);
        const model::LaneId lane = world.outbox->lane();
        world.reopen();
        QVERIFY(entry(world, op.id).op == op);
        QCOMPARE(entry(world, op.id).state, OutboxState::Pending);
        QCOMPARE(world.outbox->lane(), lane);
        QVERIFY(!lane.isNull());
        QCOMPARE(value(world.outbox->pendingCount()), 1);
    }

    void severalOperationsAreAppendedTogetherOrNotAtAll()
    {
        World world;
        const Operation twice = world.newPost("a");
        QVERIFY(!world.outbox->append({world.newPost("b"), twice, twice}));
        QVERIFY(value(world.outbox->entries()).isEmpty());
    }

    void twoProcessesMayAppend()
    {
        World world;
        auto second = value(Outbox::open(world.outboxPath(), world.random));
        QCOMPARE(second->lane(), world.outbox->lane());
        value(second->append({world.newPost("de l'autre")}));
        world.write(world.newPost("d'ici"));
        QCOMPARE(value(second->entries()).size(), 2);
    }

    void rule19NumbersAreGivenWhenFirstSentAndNeverReused()
    {
        World world;
        const OpId first = world.write(world.newPost("1"));
        QCOMPARE(value(world.outbox->highestNumber()), 0);
        QCOMPARE(numbered(world), QList<OpId>{first});
        QCOMPARE(entry(world, first).number, 1);
        QCOMPARE(entry(world, first).lane, world.outbox->lane());
        value(world.outbox->remove({first}));
        world.reopen();
        const OpId second = world.write(world.newPost("2"));
        numbered(world);
        QCOMPARE(entry(world, second).number, 2);
        QCOMPARE(value(world.outbox->highestNumber()), 2);
        QVERIFY(entry(world, second).seq > 1);
    }

    void rule19WhatWaitsForADependencyTakesNoNumberAndOthersPass()
    {
        World world;
        const OpId refused = world.write(world.newPost("refusé"));
        numbered(world);
        value(world.outbox->markRejected(refused, "archived"));
        Operation waits = world.newPost("attend");
        waits.dependsOn = {refused};
        world.write(waits);
        const Operation later = world.newBody(Kind::Post, waits.entity, "attend aussi");
        world.write(later);
        const OpId free = world.write(world.newPost("libre"));
        QCOMPARE(numbered(world), QList<OpId>{free});
        QCOMPARE(entry(world, free).number, 2);
        value(world.outbox->discard(refused));
        QCOMPARE(entry(world, waits.id).state, OutboxState::Rejected);
    }

    void rule19DependenciesGoInTheSameTurnInTheirOrder()
    {
        World world;
        const Operation post = world.newPost("racine");
        Operation comment = world.newComment(post.entity, "suite");
        comment.dependsOn = {post.id};
        world.write(post);
        world.write(comment);
        QCOMPARE(numbered(world, 1), QList<OpId>{post.id});
        QCOMPARE(numbered(world, 1), QList<OpId>{comment.id});
        QVERIFY(numbered(world).isEmpty());
    }

    void rule20AnEntryKeepsItsNumberOverAReopening()
    {
        World world;
        const OpId id = world.write(world.newPost("x"));
        numbered(world);
        world.reopen();
        QVERIFY(numbered(world).isEmpty());
        QCOMPARE(entry(world, id).number, 1);
        QCOMPARE(value(world.outbox->lanes()), QList<model::LaneId>{world.outbox->lane()});
    }

    void rule22DoneNamesWhatIsNoLongerInTheFile()
    {
        World world;
        QList<OpId> ids;
        for (int i = 0; i < 3; ++i)
            ids.append(world.write(world.newPost("x")));
        numbered(world);
        const auto lane = world.outbox->lane();
        QCOMPARE(value(world.outbox->doneUpTo(lane)), 0);
        value(world.outbox->remove({ids[1]}));
        QCOMPARE(value(world.outbox->doneUpTo(lane)), 0);
        value(world.outbox->remove({ids[0]}));
        QCOMPARE(value(world.outbox->doneUpTo(lane)), 2);
        value(world.outbox->markRejected(ids[2], "not_member"));
        QCOMPARE(value(world.outbox->doneUpTo(lane)), 3);
    }

    void rule23AnOldCopyOfTheFileNumbersInANewLane()
    {
        World world;
        const OpId sent = world.write(world.newPost("envoyé"));
        numbered(world);
        const auto old = world.outbox->lane();
        value(world.outbox->startLane());
        QVERIFY(world.outbox->lane() != old);
        const OpId fresh = world.write(world.newPost("neuf"));
        numbered(world);
        QCOMPARE(entry(world, sent).lane, old);
        QCOMPARE(entry(world, sent).number, 1);
        QCOMPARE(entry(world, fresh).lane, world.outbox->lane());
        QCOMPARE(entry(world, fresh).number, 1);
        QCOMPARE(value(world.outbox->lanes()).size(), 2);
    }

    void rule23AServerThatWentBackGetsItAllAgainInANewLane()
    {
        World world;
        QList<OpId> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(world.write(world.newPost(QString::number(i))));
        numbered(world);
        const auto old = world.outbox->lane();
        value(world.outbox->markAnswered(ids[0], {touched(world, world.place())}));
        value(world.outbox->markAnswered(ids[2], {touched(world, world.place())}));
        value(world.outbox->renumberAbove(old, 1));
        QCOMPARE(entry(world, ids[0]).state, OutboxState::Answered);
        QCOMPARE(entry(world, ids[0]).lane, old);
        for (int i = 1; i < 4; ++i) {
            QCOMPARE(entry(world, ids[i]).state, OutboxState::Pending);
            QCOMPARE(entry(world, ids[i]).lane, world.outbox->lane());
            QCOMPARE(entry(world, ids[i]).number, i);
        }
        QCOMPARE(value(world.outbox->highestNumber()), 3);
    }

    void rule24ARejectedOneKeepsItsTextAndItsReason()
    {
        World world;
        const OpId id = world.write(world.newPost("à garder"));
        numbered(world);
        value(world.outbox->markRejected(id, "outcome_unknown"));
        const OutboxEntry kept = entry(world, id);
        QCOMPARE(kept.state, OutboxState::Rejected);
        QCOMPARE(kept.why, "outcome_unknown");
        QCOMPARE(kept.number, 0);
        QVERIFY(numbered(world).isEmpty());
        QCOMPARE(value(world.outbox->rejectedCount()), 1);
        QCOMPARE(value(world.outbox->pendingCount()), 0);
    }

    void rule24RetryRewritesReferencesAlsoInRejectedOnes()
    {
        World world;
        const Operation post = world.newPost("racine");
        Operation waiting = world.newComment(post.entity, "attend");
        waiting.dependsOn = {post.id};
        waiting.baseOp = post.id;
        world.write(post);
        world.write(waiting);
        numbered(world, 1);
        value(world.outbox->markRejected(post.id, "archived"));
        QCOMPARE(entry(world, waiting.id).state, OutboxState::Rejected);
        const OpId again = world.newId<OpId>();
        QCOMPARE(value(world.outbox->retry(post.id, again, QString("racine corrigée"))), again);
        QVERIFY(!value(world.outbox->entry(post.id)));
        QCOMPARE(entry(world, waiting.id).op.dependsOn, QList<OpId>{again});
        QCOMPARE(entry(world, waiting.id).op.baseOp, again);
        QCOMPARE(entry(world, waiting.id).state, OutboxState::Rejected);
        QVERIFY(entry(world, again).seq > entry(world, waiting.id).seq);
        const auto made = model::merged(std::nullopt, entry(world, again).op, world.me, {});
        QCOMPARE(std::get<model::Post>(*made).body, "racine corrigée");
        const auto refused = world.outbox->retry(again, world.newId<OpId>());
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == base::ErrorKind::Refused);
    }

    void rule25DiscardingWhatHasANumberMakesItVoid()
    {
        World world;
        const Operation sent = world.newPost("parti");
        Operation behind = world.newComment(sent.entity, "derrière");
        behind.dependsOn = {sent.id};
        world.write(sent);
        numbered(world);
        world.write(behind);
        value(world.outbox->discard(sent.id));
        QVERIFY(entry(world, sent.id).isVoid);
        QCOMPARE(entry(world, sent.id).number, 1);
        QCOMPARE(entry(world, behind.id).why, "depends_on");
        QCOMPARE(value(world.outbox->pendingCount()), 0);
        QVERIFY(value(world.reader->outbox()).size() == 1);
        value(world.outbox->markRejected(sent.id, "gone"));
        QVERIFY(!value(world.outbox->entry(sent.id)));
    }

    void rule25DiscardingWhatHasNoNumberDeletesIt()
    {
        World world;
        const OpId id = world.write(world.newPost("jamais parti"));
        value(world.outbox->discard(id));
        QVERIFY(value(world.outbox->entries()).isEmpty());
        QVERIFY(!world.outbox->discard(id));
    }

    void discardingAnAnsweredOneIsRefused()
    {
        World world;
        const OpId id = world.write(world.newPost("accepté"));
        numbered(world);
        value(world.outbox->markAnswered(id, {touched(world, world.place(), 7)}));
        const auto refused = world.outbox->discard(id);
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == base::ErrorKind::Refused);
        QCOMPARE(entry(world, id).touched[0].rev, 7);
        QCOMPARE(value(world.outbox->pendingCount()), 1);
    }

    void rule30WhatDependsOnARefusedOneIsRefusedWithoutANumber()
    {
        World world;
        const Operation post = world.newPost("racine");
        world.write(post);
        numbered(world);
        Operation comment = world.newComment(post.entity, "1");
        comment.dependsOn = {post.id};
        Operation reply = world.newComment(post.entity, "2");
        reply.dependsOn = {comment.id};
        const Operation edit = world.newBody(Kind::Post, post.entity, "3");
        const Operation alone = world.newPost("seul");
        for (const Operation &op : {comment, reply, edit, alone})
            world.write(op);
        value(world.outbox->markRejected(post.id, "not_member"));
        for (const Operation &op : {comment, reply, edit}) {
            QCOMPARE(entry(world, op.id).state, OutboxState::Rejected);
            QCOMPARE(entry(world, op.id).why, "depends_on");
        }
        QCOMPARE(entry(world, alone.id).state, OutboxState::Pending);
    }

    void rule30NumberedDependantsAreLeftToTheServer()
    {
        World world;
        const Operation post = world.newPost("racine");
        Operation comment = world.newComment(post.entity, "parti aussi");
        comment.dependsOn = {post.id};
        world.write(post);
        world.write(comment);
        numbered(world);
        value(world.outbox->markRejected(post.id, "archived"));
        QCOMPARE(entry(world, comment.id).state, OutboxState::Pending);
        QCOMPARE(entry(world, comment.id).number, 2);
    }

    void rule17AnswersOfAnotherEpochArePendingAgainUnderTheSameNumber()
    {
        World world;
        const OpId stale = world.write(world.newPost("ancien"));
        const OpId fresh = world.write(world.newPost("nouveau"));
        const OpId elsewhere = world.write(world.newPost("ailleurs"));
        numbered(world);
        const model::EpochId now = world.newId<EpochId>();
        value(world.outbox->markAnswered(stale, {touched(world, world.place())}));
        value(world.outbox->markAnswered(fresh, {{world.place(), now, 3, world.newId()}}));
        value(world.outbox->markAnswered(elsewhere, {touched(world, ScopeId::directory())}));
        QCOMPARE(value(world.outbox->reopenAnswered(world.place(), now)), 1);
        QCOMPARE(entry(world, stale).state, OutboxState::Pending);
        QCOMPARE(entry(world, stale).number, 1);
        QVERIFY(entry(world, stale).touched.isEmpty());
        QCOMPARE(entry(world, fresh).state, OutboxState::Answered);
        QCOMPARE(entry(world, elsewhere).state, OutboxState::Answered);
        QCOMPARE(value(world.outbox->reopenAnswered(fresh)), 1);
        QCOMPARE(value(world.outbox->reopenAnswered(fresh)), 0);
    }

    void rule35APurgeKeepsUnsentTextAndLetsNumberedOnesWait()
    {
        World world;
        const OpId sent = world.write(world.newPost("parti"));
        numbered(world);
        const OpId unsent = world.write(world.newPost("pas parti"));
        value(world.outbox->purgeScope(world.place()));
        QCOMPARE(entry(world, unsent).state, OutboxState::Rejected);
        QCOMPARE(entry(world, unsent).why, "purged");
        QCOMPARE(entry(world, sent).state, OutboxState::Pending);
        QVERIFY(value(world.outbox->isPurged(world.place())));
        QVERIFY(!value(world.outbox->isPurged(ScopeId::directory())));
        value(world.outbox->clearPurged(world.place()));
        QVERIFY(!value(world.outbox->isPurged(world.place())));
    }

    void rule27AnsweredOnesOfAPurgedScopeEndAtOnce()
    {
        World world;
        const OpId only = world.write(world.newPost("ici"));
        const OpId both = world.write(world.newPost("ici et là"));
        numbered(world);
        value(world.outbox->markAnswered(only, {touched(world, world.place())}));
        value(world.outbox->markAnswered(both, {touched(world, world.place()), touched(world, ScopeId::directory())}));
        value(world.outbox->purgeScope(world.place()));
        QVERIFY(!value(world.outbox->entry(only)));
        QCOMPARE(entry(world, both).touched.size(), 1);
        QCOMPARE(entry(world, both).touched[0].scope, ScopeId::directory());
    }

    void aDraftReplacesItsOwnUnsentOperation()
    {
        World world;
        const ScopeId own = ScopeId::person(world.me);
        model::Draft draft;
        draft.place = world.place().toString();
        draft.body = "déb";
        Operation first = world.creation(own, draft, world.newId());
        first.baseOp = world.newId<OpId>();
        world.write(first);
        Operation second = world.operation(Action::Change, Kind::Draft, own, first.entity);
        model::addChange(second, &model::Draft::body, QString("début"));
        second.baseOp = first.id;
        world.write(second);
        QCOMPARE(value(world.outbox->entries()).size(), 1);
        const Operation joined = entry(world, second.id).op;
        QVERIFY(joined.action == Action::Create);
        QCOMPARE(joined.baseOp, first.baseOp);
        const auto made = model::merged(std::nullopt, joined, world.me, joined.at);
        QCOMPARE(std::get<model::Draft>(*made).body, "début");
        QCOMPARE(std::get<model::Draft>(*made).place, draft.place);

        numbered(world);
        Operation third = world.operation(Action::Change, Kind::Draft, own, first.entity);
        third.baseOp = second.id;
        model::addChange(third, &model::Draft::body, QString("suite"));
        world.write(third);
        QCOMPARE(value(world.outbox->entries()).size(), 2);
        world.write(world.operation(Action::Delete, Kind::Draft, own, first.entity));
        QCOMPARE(value(world.outbox->entries()).size(), 2);
        QVERIFY(value(world.outbox->entries())[1].op.action == Action::Delete);
        QCOMPARE(value(world.outbox->entries())[1].op.baseOp, second.id);
    }

    void aDraftThatWasNeverSentLeavesNothingWhenDeleted()
    {
        World world;
        const ScopeId own = ScopeId::person(world.me);
        const Operation made = world.creation(own, model::Draft(), world.newId());
        world.write(made);
        world.write(world.operation(Action::Delete, Kind::Draft, own, made.entity));
        QVERIFY(value(world.outbox->entries()).isEmpty());
    }

    void rule18UnsentReadMarksMeetByMaximum()
    {
        World world;
        const ScopeId own = ScopeId::person(world.me);
        const Uuid id = model::readMarkId(world.place().toString(), world.me);
        for (const qint64 upTo : {50, 90, 70}) {
            model::ReadMark mark;
            mark.place = world.place().toString();
            mark.upTo = upTo;
            world.write(world.creation(own, mark, id));
        }
        const auto entries = value(world.outbox->entries());
        QCOMPARE(entries.size(), 1);
        QCOMPARE(std::get<model::ReadMark>(*model::merged(std::nullopt, entries[0].op, world.me, {})).upTo, 90);
    }

    void whatIsHeldIsNotSentBeforeItsTimeAndLeavesNoTraceWhenDiscarded()
    {
        World world;
        const Uuid post = world.holdPost("to go");
        const Operation gone = world.deletion(Kind::Post, post);
        const Operation later = world.newBody(Kind::Post, post, "after it");
        const base::Time now = world.clock.now();
        value(world.outbox->append({gone}, now.plusMs(10'000)));
        value(world.outbox->append({later}));
        world.reopen(); // a crash in between
        QVERIFY(world.feed().isEmpty());
        QVERIFY(value(world.outbox->numberNext(10, now.plusMs(9'999))).isEmpty()); // nor what comes after it
        value(world.outbox->discard(gone.id));
        QVERIFY(!value(world.outbox->entry(gone.id)));
        QCOMPARE(value(world.outbox->numberNext(10, now)).size(), 1);
    }

    void whatIsHeldGoesWhenItsTimeHasCome()
    {
        World world;
        const Operation gone = world.deletion(Kind::Post, world.holdPost("to go"));
        const base::Time now = world.clock.now();
        value(world.outbox->append({gone}, now.plusMs(10'000)));
        const auto sent = value(world.outbox->numberNext(10, now.plusMs(10'000)));
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().op.id, gone.id);
    }

    void aClockThatWasSetBackHoldsNothing()
    {
        World world;
        const Operation gone = world.deletion(Kind::Post, world.holdPost("to go"));
        value(world.outbox->append({gone}, world.clock.now().plusMs(10'000)));
        QCOMPARE(value(world.outbox->numberNext(10, world.clock.now().plusMs(-86'400'000))).size(), 1);
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"

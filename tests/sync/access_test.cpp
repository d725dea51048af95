// Sync rules 31 to 36: nobody holds what they may not see, and nobody loses what they may.
#include "support/dialogue.h"
#include "support/server_world.h"

using namespace parvis;
using namespace parvis::test;

namespace {

const PersonId third(uuid(0x1003));

Rows rowsOfOther(qint64 req, EpochId epoch, ViewId seen, const QList<Row> &rows)
{
    return Rows{req, otherGroup, epoch, seen, 0, 5, 5, 5, 0, 0, packed(rows)};
}

} // namespace

class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // ---- 31: rows of person: are the truth ------------------------------------------------------------------------------

    void rule31HintsOnlyMakeTheClientPullPerson()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        talk.serverSays(Drop{0, group, ownEpoch, 2});
        const Window pull = talk.asked();
        QCOMPARE(pull.scope, own);
        QCOMPARE(talk.held(1), 3); // nothing is purged on a hint
        // The rows say that all is as it was.
        talk.ownHead = 2;
        talk.serverSays(Rows{pull.req, own, ownEpoch, ownView(me), 1, 2, 2, 1, 0, noon.us, packed(QList<Row>())});
        QCOMPARE(talk.held(1), 3);
        QVERIFY(talk.machine->progress().frontReached || talk.state(own).complete());
    }

    void rule31RefusedRequestWaitsForPerson()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 5}});
        const Window window = talk.asked();
        talk.serverSays(Drop{window.req, group, ownEpoch, 2});
        QCOMPARE(talk.asked().scope, own);
        QVERIFY(!talk.asks()); // the group is not asked for again before person: is here
    }

    void rule31RefusedOperationNamesPersonToPullUpTo()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, other);
        client.signIn();
        world.leave(groupId, other);
        client.forget();
        const auto no = std::get<OpNo>(client.performs(writePost(1, 1)));
        QCOMPARE(no.why, QStringLiteral("not_member"));
        QCOMPARE(no.personEpoch, world.info(ScopeId::person(other)).epoch);
        QCOMPARE(no.personRev, world.info(ScopeId::person(other)).head);

        Dialogue talk;
        talk.haveGroup(3);
        talk.write(writePost(1, 1));
        talk.ownHead = 2;
        talk.serverSays(talk.refuses(talk.said<Op>(), QStringLiteral("not_member")));
        QCOMPARE(talk.asked().scope, own);
    }

    void rule31AbsenceCountsOnlyOncePersonIsComplete()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3, {postRow(1, 3)});
        // person: under a new epoch: its memberships come in two windows, that of the group last.
        const EpochId again(uuid(0x3009));
        talk.serverSays(Reset{0, own, again});
        const Window first = talk.asked();
        QCOMPARE(first.scope, own);
        talk.serverSays(Rows{first.req, own, again, ownView(me), 1, 2, 2, 2, 0, noon.us,
                             packed({membershipRow(otherGroup, newView, 2)})});
        QCOMPARE(talk.held(1), 3);
        Window rest;
        do
            rest = talk.asked();
        while (rest.scope != own && talk.asks());
        QCOMPARE(rest.scope, own);
        talk.serverSays(Rows{rest.req, own, again, ownView(me), 0, 1, 2, 2, 0, 0, packed({membershipRow(group, view, 1)})});
        QCOMPARE(talk.held(1), 3);
        QVERIFY(talk.state(own).complete());
    }

    void rule31AbsenceInAListOfIdsWaitsForTheRestToo_data()
    {
        QTest::addColumn<bool>("gone");
        QTest::newRow("gone") << true;
        QTest::newRow("there after all") << false;
    }

    void rule31AbsenceInAListOfIdsWaitsForTheRestToo()
    {
        QFETCH(bool, gone);
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        talk.serverPokes({{own, ownEpoch, 5}});
        talk.serverSays(NeedIds{talk.asked().req, own, ownEpoch, ownView(me)});
        const Uuid row = membershipId(group, me);
        Uuid end;
        end.data().fill(0xff);
        talk.serverSays(Ids{talk.said<SnapIds>().req, own, ownEpoch, ownView(me), 5, {}, row, {}, false});
        QCOMPARE(talk.cache->memberships(me)->size(), 0);
        QCOMPARE(talk.held(1), 3);
        talk.serverSays(Ids{talk.said<SnapIds>().req, own, ownEpoch, ownView(me), 5, row, end, {}, true});
        QCOMPARE(talk.held(1), 3); // complete, but not settled
        const Window pull = talk.asked();
        QCOMPARE(pull.scope, own);
        talk.serverSays(Rows{pull.req, own, ownEpoch, ownView(me), 1, 5, 5, pull.d, 0, noon.us,
                             packed(gone ? QList<Row>() : QList<Row>{membershipRow(group, view, 5)})});
        QVERIFY(talk.state(own).complete());
        QCOMPARE(talk.held(1), gone ? 0 : 3);
    }

    // ---- 32: views ------------------------------------------------------------------------------------------------------

    void rule32OtherViewMeansPurgeAndStartAgain()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        talk.serverSays(talk.grants(group, newView));
        QCOMPARE(talk.held(1), 0);
        QVERIFY(talk.state(group).covered.isEmpty());
        const Window window = talk.asked();
        QVERIFY(window.epoch.isNull() && window.view == newView);
    }

    void missedLeaveAndRejoinPurgesToo()
    {
        ServerWorld world;
        world.usual();
        world.change([&](WriteView &now) {
            auto group = *server::group(now, groupId);
            group.history = History::FromJoin;
            (void)server::updateGroup(now, groupId, group, world.env());
        });
        LinkedClient client(world, other);
        ScriptedClient writer(world, me);
        writer.signIn();
        writer.accepted(writePost(1, 1));
        client.connect();
        client.settle();
        QVERIFY(*client.cache->heldRev(group, uuid(1)) > 0);
        client.cut();
        world.leave(groupId, other);
        writer.accepted(writePost(2, 2));
        world.join(groupId, other);
        writer.accepted(writePost(3, 3));
        client.connect();
        client.settle();
        QVERIFY(client.machine->progress().complete);
        QCOMPARE(*client.cache->heldRev(group, uuid(1)), 0); // from before the join
        QCOMPARE(*client.cache->heldRev(group, uuid(2)), 0);
        QVERIFY(*client.cache->heldRev(group, uuid(3)) > 0);
    }

    void rule32FramesOfScopesNotGrantedOrOfAnotherViewAreDropped()
    {
        Dialogue talk;
        talk.haveGroup(3);
        talk.serverSays(rowsOfOther(0, newEpoch, newView, {postRow(7, 5)}));
        QCOMPARE(talk.held(7, otherGroup), 0);
        Rows foreign = talk.frame(0, 3, 4, 4, 3, {postRow(8, 4)});
        foreign.view = newView;
        talk.serverSays(foreign);
        QCOMPARE(talk.held(8), 0);
        QCOMPARE(talk.state(group).cursor(), 3);
    }

    void rule32FrontOfAGroupWaitsForItsMembershipRow()
    {
        Dialogue talk;
        talk.ownHead = 2;
        talk.granted.insert(otherGroup, membershipRow(otherGroup, newView, 2));
        (void)talk.connect();
        Rows front = rowsOfOther(0, newEpoch, newView, {postRow(7, 5)});
        front.lo = front.hi = 5;
        talk.serverSays(front);
        QCOMPARE(talk.held(7, otherGroup), 0);
        talk.serverPokes({{own, ownEpoch, 2}});
        talk.answerOwn();
        QCOMPARE(talk.held(7, otherGroup), 5);
        // A front that person: does not grant after all is forgotten.
        QVERIFY(talk.state(own).complete());
    }

    // ---- 33 and 34: leaks -----------------------------------------------------------------------------------------------

    void rule33HistoryFromJoinIsMeasuredByTheRootsCreation()
    {
        ServerWorld world;
        world.addPerson(me, QStringLiteral("anna"), CompanyRole::Administrator);
        world.addPerson(other, QStringLiteral("otto"));
        world.addGroup(groupId, QStringLiteral("ops"), History::FromJoin);
        world.join(groupId, me, Role::Owner);
        ScriptedClient writer(world, me);
        writer.signIn();
        writer.accepted(writePost(1, 1, QStringLiteral("before the join")));
        world.join(groupId, other);
        writer.accepted(writePost(2, 2, QStringLiteral("after the join")));
        writer.accepted(editPost(3, 1, QStringLiteral("edited after the join")));
        writer.accepted(writeComment(4, 4, 1));
        writer.accepted(writeComment(5, 5, 2));

        ScriptedClient reader(world, other);
        reader.signIn();
        const Rows all = reader.opensWindow(0, 0, 0);
        QVERIFY(!has(all, 1) && !has(all, 4));
        QVERIFY(has(all, 2) && has(all, 5));
        const auto members = Batch::unpack(all.batch);
        QCOMPARE(std::count_if(members->rows().begin(), members->rows().end(),
                               [](const WireRow &row) { return row.kind == qint64(Kind::Member); }),
                 2); // exempt: one from before the join
        const auto page = std::get<Ids>(reader.asks(SnapIds{0, group, world.info(group).epoch, {}, {}}));
        QVERIFY(!page.ids.contains(uuid(1)) && page.ids.contains(uuid(2)));
        const Rows everything = writer.opensWindow(0, 0, 0);
        QVERIFY(has(everything, 1) && has(everything, 4));
    }

    void leaksOfAnEditedOldPostThroughAPushAreStopped()
    {
        ServerWorld world;
        world.addPerson(me, QStringLiteral("anna"), CompanyRole::Administrator);
        world.addPerson(other, QStringLiteral("otto"));
        world.addGroup(groupId, QStringLiteral("ops"), History::FromJoin);
        world.join(groupId, me, Role::Owner);
        ScriptedClient writer(world, me);
        writer.signIn();
        writer.accepted(writePost(1, 1, QStringLiteral("before the join")));
        world.join(groupId, other);
        ScriptedClient reader(world, other);
        reader.signIn();
        reader.forget();
        writer.accepted(editPost(2, 1, QStringLiteral("edited")));
        QVERIFY(!reader.hasGot<Rows>());
        QCOMPARE(reader.got<Poke>().heads.first().head, world.info(group).head);
        writer.accepted(writePost(3, 3));
        QVERIFY(has(reader.got<Rows>(), 3));
    }

    void rule33WhatChangesTheSightChangesTheView()
    {
        ServerWorld world;
        world.usual();
        const auto viewOf = [&] { return server::seat(*world.rows.read(), other, group)->membership.view; };
        const Uuid before = viewOf();
        world.leave(groupId, other);
        world.join(groupId, other);
        QVERIFY(viewOf() != before);
    }

    void leaksToARemovedMemberThroughASharedFrameAreStopped()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient removed(world, other);
        removed.signIn();
        ScriptedClient writer(world, me);
        writer.lane = LaneId(uuid(0x6002));
        writer.signIn();
        removed.forget();
        // In one commit: the member goes and a post comes. The removed one's session knows an older membership.
        world.engine->write(
            [&](WriteView &view) -> base::Result<void> {
                (void)server::removeMember(view, groupId, other, world.env());
                StoredRow row{qint64(Kind::Post), uuid(9), 0, view.nextOrder(noon.us), false, {}, 0, 0, encodeEntity(Post{})};
                view.put(group, row, noon.us);
                return {};
            },
            [](const base::Result<void> &) {});
        world.turn();
        for (const Rows &rows : removed.allGot<Rows>())
            QVERIFY(rows.scope != group);
        QVERIFY(writer.hasGot<Rows>() || writer.hasGot<Poke>());
        const Drop drop = removed.got<Drop>();
        QCOMPARE(drop.scope, group);
        QCOMPARE(drop.personRev, world.info(ScopeId::person(other)).head);
        writer.accepted(writePost(1, 1));
        QVERIFY(!removed.hasGot<Rows>());
    }

    void rule34MembershipIsReadWithTheRows()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, other);
        client.signIn();
        client.forget();
        client.say(Pull{1, group, world.info(group).epoch, {}, 0, 0, 0, 0});
        world.direct([&](WriteView &now) { (void)server::removeMember(now, groupId, other, world.env()); });
        world.turn(); // the read happens after the removal
        QVERIFY(!client.hasGot<Rows>());
        QCOMPARE(client.got<Drop>().req, 1);
    }

    void rule34StaleKnowledgeIsReadAnewBeforeASharedFrame()
    {
        ServerWorld world;
        world.usual();
        world.addPerson(third, QStringLiteral("tina"));
        ScriptedClient client(world, me);
        client.signIn();
        client.forget();
        world.join(groupId, third); // member rows moved: nothing is sent before the own membership was reread
        for (const Rows &rows : client.allGot<Rows>())
            QVERIFY(rows.scope != group);
        QCOMPARE(client.got<Poke>().heads.first(), (ScopeHead{group, world.info(group).epoch, world.info(group).head}));
    }

    void rule34RenumberingMakesNoOldMembershipLookNew()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient writer(world, me);
        writer.signIn();
        for (quint32 n = 1; n <= 20; ++n) { // tombstones, so that the new numbers are far lower
            writer.accepted(writePost(n, n));
            writer.accepted(deletePost(100 + n, n));
        }
        world.leave(groupId, other);
        world.join(groupId, other);
        ScriptedClient removed(world, other);
        removed.signIn();
        world.change([&](WriteView &now) { now.renumber(group, newEpoch); });
        removed.forget();
        world.engine->write(
            [&](WriteView &view) -> base::Result<void> {
                (void)server::removeMember(view, groupId, other, world.env());
                StoredRow row{qint64(Kind::Post), uuid(0x999), 0, view.nextOrder(noon.us), false, {}, 0, 0, encodeEntity(Post{})};
                view.put(group, row, noon.us);
                return {};
            },
            [](const base::Result<void> &) {});
        world.turn();
        for (const Rows &rows : removed.allGot<Rows>())
            QVERIFY(rows.scope != group);
    }

    // ---- 35: purges -----------------------------------------------------------------------------------------------------

    void rule35PurgeKeepsOwnTextAndNumberedOperations()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        talk.write(writePost(11, 11));
        const Op numbered = talk.said<Op>();
        Operation waits = writePost(12, 12, QStringLiteral("a text that matters"));
        waits.dependsOn = {opId(99)};
        QVERIFY(talk.outbox->append({operation(99, Action::Create, own, uuid(99), Draft{.place = QStringLiteral("x")}), waits}));
        talk.serverSays(talk.revokes(group));
        QCOMPARE(talk.held(1), 0);
        QVERIFY(talk.state(group).epoch.isNull());
        QVERIFY(talk.cache->purgeIntents()->isEmpty());
        QVERIFY(talk.outbox->isPurged(group).value());
        QCOMPARE(talk.entry(12).state == OutboxState::Rejected ? talk.entry(12).why : QString(), QStringLiteral("purged"));
        QCOMPARE(talk.entry(11).state, OutboxState::Pending); // its answer is still awaited, without overlay
        talk.serverSays(talk.refuses(numbered, QStringLiteral("not_member")));
        QCOMPARE(talk.entry(11).state, OutboxState::Rejected);
    }

    void rule35IntentIsRedoneAtStartUp()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(3, {postRow(1, 3)});
        // The crash came between the commit of the rows of person: and the purge.
        auto after = talk.state(own);
        after.covered = {{0, 2, 0}};
        after.horizon = after.d = 2;
        const Row gone = membershipRow(group, {}, 2, true);
        const std::vector<WireRow> rows = {{qint64(gone.kind), gone.id, 2, gone.order, true, {}}};
        QVERIFY(talk.cache->applyPerson(after, rows, [](const QList<Membership> &held) {
            return held.isEmpty() ? QList<ScopeId>{group} : QList<ScopeId>{};
        }));
        QCOMPARE(*talk.cache->purgeIntents(), QList<ScopeId>{group});
        QCOMPARE(talk.held(1), 3);
        talk.restart();
        QCOMPARE(talk.held(1), 0);
        QVERIFY(talk.cache->purgeIntents()->isEmpty());
        QVERIFY(talk.outbox->isPurged(group).value());
    }

    void rule35GrantedAgainTheScopeIsLikeNew()
    {
        Dialogue talk;
        talk.haveGroup(3, {postRow(1, 3)});
        talk.serverSays(talk.revokes(group));
        QVERIFY(talk.outbox->isPurged(group).value());
        talk.serverSays(talk.grants(group, newView));
        QVERIFY(!talk.outbox->isPurged(group).value());
        const Window window = talk.asked();
        QCOMPARE(window.scope, group);
        QVERIFY(window.epoch.isNull());
        talk.groupView = newView;
        talk.serverSays(talk.frame(window.req, 0, 4, 4, 4, {postRow(1, 3)}));
        QCOMPARE(talk.held(1), 3);
    }

    // ---- 36: the server's side ------------------------------------------------------------------------------------------

    void rule36MemberAndMembershipRowsChangeTogether()
    {
        ServerWorld world;
        world.usual();
        world.addPerson(third, QStringLiteral("tina"));
        ScriptedClient owner(world, me);
        owner.signIn();
        const Uuid member = memberId(groupId, third);
        const Uuid membership = membershipId(group, third);
        const ScopeId theirs = ScopeId::person(third);
        owner.accepted(operation(1, Action::Create, group, member, Member{.person = third}));
        QVERIFY(!world.row(group, member)->deleted && !world.row(theirs, membership)->deleted);
        owner.accepted(operation(2, Action::Change, group, member, Member{.role = Role::Moderator}));
        QVERIFY(world.entity<Membership>(theirs, membership).role == Role::Moderator);
        owner.accepted(operation(3, Action::Delete, group, member, Member{}));
        QVERIFY(world.row(group, member)->deleted && world.row(theirs, membership)->deleted);
        QVERIFY(world.rows.check().problems.isEmpty());
    }

    void rule36DeletedScopeStaysAsADeadOne()
    {
        ServerWorld world;
        world.usual();
        LinkedClient client(world, other);
        client.connect();
        client.settle();
        QVERIFY(*client.cache->heldRev(group, groupId.uuid()) > 0);
        client.cut();
        ScriptedClient owner(world, me);
        owner.signIn();
        owner.accepted(operation(1, Action::Delete, group, groupId.uuid(), Group{}));
        QVERIFY(world.info(group).dead);
        QVERIFY(std::holds_alternative<Drop>(owner.asks(Pull{0, group, {}, {}, 0, 0, 0, 0})));
        QCOMPARE(ScriptedClient::whyOf(owner.performs(writePost(2, 2))), QStringLiteral("no_such_place"));
        client.connect();
        client.settle();
        QCOMPARE(*client.cache->heldRev(group, groupId.uuid()), 0);
        QVERIFY(client.machine->progress().complete);
    }
};

QTEST_GUILESS_MAIN(AccessTest)
#include "access_test.moc"

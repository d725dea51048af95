// Sync rules 8 to 13: what is deleted goes everywhere, also where its tombstone is gone.
#include "support/dialogue.h"
#include "support/server_world.h"
#include "sync/coverage.h"

using namespace parvis;
using namespace parvis::test;
using store::Interval;

namespace {

constexpr qint64 dayMs = qint64(24) * 3600 * 1000;

ScopeState covering(const QList<Interval> &covered, qint64 d)
{
    ScopeState state;
    state.scope = group;
    state.epoch = epoch;
    state.view = view;
    state.covered = covered;
    state.horizon = covered.isEmpty() ? 0 : covered.last().hi;
    state.d = d;
    return state;
}

Rows plainFrame(qint64 lo, qint64 hi, qint64 asOf, qint64 d)
{
    return Rows{1, group, epoch, view, lo, hi, asOf, d, 0, 0, {}};
}

Uuid allOnes()
{
    Uuid last;
    last.data().fill(0xff);
    return last;
}

} // namespace

class DeletionsTest : public QObject {
    Q_OBJECT

    // Five posts, the second of which was deleted by a tombstone above the others.
    static void fivePosts(ServerWorld &world, ScriptedClient &client)
    {
        world.usual();
        client.signIn();
        for (quint32 n = 1; n <= 5; ++n)
            client.accepted(writePost(n, n));
        client.accepted(deletePost(6, 2));
    }

    static void purge(ServerWorld &world)
    {
        world.clock.advanceMs(181 * dayMs);
        world.engine->maintain();
        world.turn();
    }

private Q_SLOTS:
    void rule08TombstonesAreSentToWhoeverMayNeedThem()
    {
        ServerWorld world;
        ScriptedClient client(world, me);
        fivePosts(world, client);
        const qint64 grave = world.revOf(2);
        QCOMPARE(world.info(group).head, grave);

        const Rows delta = client.pulls(grave - 1, 0, grave - 1);
        QVERIFY(has(delta, 2, true)); // to one who never had the row, too
        QCOMPARE(delta.d, grave - 1);
        QVERIFY(has(client.opensWindow(0, 0, 3), 2, true));
        const Rows known = client.opensWindow(0, 0, grave);
        QVERIFY(!has(known, 2, true) && !has(known, 2, false));
        QCOMPARE(known.d, grave);
    }

    void rule08FirstWindowNeedsNoTombstones()
    {
        ServerWorld world;
        ScriptedClient client(world, me);
        fivePosts(world, client);
        const Rows first = ScriptedClient::rowsOf(client.asks(Window{0, group, {}, {}, 0, 0, 0, 0, 0}));
        QVERIFY(!has(first, 2, true));
        QCOMPARE(first.d, first.asOf);
    }

    void rule09JumpLeavesDWhereItWasUntilTheGapIsFilled()
    {
        ScopeState fresh;
        fresh.scope = group;
        ScopeState state = sync::afterFrame(fresh, plainFrame(10, 20, 20, 20));
        QCOMPARE(state.d, 20); // all deletions up to the first frame's read point concern rows that are not here

        state = sync::afterFrame(state, plainFrame(50, 60, 60, 20)); // the jump
        QCOMPARE(state.d, 20);
        state = sync::afterFrame(state, plainFrame(40, 50, 60, 20));
        QCOMPARE(state.d, 20);
        state = sync::afterFrame(state, plainFrame(20, 40, 60, 20)); // the gap is filled
        QCOMPARE(state.d, 60);
        state = sync::afterFrame(state, plainFrame(60, 61, 61, 60));
        QCOMPARE(state.d, 61);
    }

    void rule09ReadPointOfAFrontCountsAsTheFirstFrame()
    {
        ScopeState fresh;
        fresh.scope = group;
        ScopeState state = sync::afterFrame(fresh, plainFrame(7, 7, 7, 7));
        QVERIFY(state.covered.isEmpty() && state.d == 7 && state.horizon == 7);
        QVERIFY(!state.settled());
        state = sync::afterFrame(state, plainFrame(3, 9, 9, 7));
        QCOMPARE(state.d, 9);
    }

    void rule10PurgedTombstonesAreAnsweredByNeedIds()
    {
        ServerWorld world;
        ScriptedClient client(world, me);
        fivePosts(world, client);
        const qint64 grave = world.revOf(2);
        purge(world);
        QVERIFY(!world.row(group, uuid(2)));
        QCOMPARE(world.info(group).floor, grave);
        client.accepted(writePost(7, 7)); // above the floor
        const EpochId now = world.info(group).epoch;
        for (const qint64 from : {grave - 2, grave}) {
            // The cursor is above the floor or not: what counts is `d`.
            const auto pull = client.asks(Pull{0, group, now, {}, from, 0, grave - 1, from});
            QVERIFY(std::holds_alternative<NeedIds>(pull));
            QCOMPARE(std::get<NeedIds>(pull).req, client.lastReq);
            QVERIFY(std::holds_alternative<NeedIds>(client.asks(Window{0, group, now, {}, from, 0, grave - 1, 0, from})));
        }
        QVERIFY(has(client.pulls(grave, 0, grave), 7));
    }

    void rule10PushOverAPurgedTombstoneIsPulledInstead()
    {
        ServerWorld world;
        ScriptedClient client(world, me);
        fivePosts(world, client);
        client.accepted(writePost(7, 7)); // so that the tombstone is not the head
        client.forget();
        // Deleted and purged between two pushes, as after a long stop of the publisher.
        world.change([&](WriteView &now) {
            auto row = *now.row(group, uuid(3));
            row.deleted = true;
            row.payload.clear();
            now.put(group, row, world.clock.now().us);
            now.purgeTombstones(group, world.clock.now().us + 1);
        });
        QVERIFY(!client.hasGot<Rows>());
        const Poke poke = client.got<Poke>();
        QCOMPARE(poke.heads.first().head, world.info(group).head);
    }

    void ghostBelowAJumpIsDropped()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient writer(world, other);
        writer.lane = LaneId(uuid(0x6002));
        writer.signIn();
        for (quint32 n = 1; n <= 5; ++n)
            writer.accepted(writePost(n, n));
        LinkedClient client(world, me);
        client.connect();
        client.settle();
        QVERIFY(*client.cache->heldRev(group, uuid(2)) > 0);
        client.cut();

        // Away: a row goes, and then so much is written that the client will jump to the newest rows, far above that.
        writer.accepted(deletePost(6, 2));
        for (quint32 n = 100; n < 2400; ++n) {
            writer.accepted(writePost(n, n));
            if (n % 500 == 0)
                writer.tell(Done{writer.lane, writer.number});
        }
        client.connect();
        for (int turns = 0; turns < 5000; ++turns) { // only until the jump is there
            client.exchange();
            const auto states = *client.cache->scopes();
            const auto at = std::find_if(states.begin(), states.end(), [](const auto &s) { return s.scope == group; });
            if (at->covered.size() > 1)
                break;
        }
        client.cut();
        QVERIFY(*client.cache->heldRev(group, uuid(2)) > 0);
        QVERIFY(*client.cache->heldRev(group, uuid(2399)) > 0);
        purge(world);
        QVERIFY(!world.row(group, uuid(2)));

        client.connect();
        client.settle();
        QVERIFY(client.machine->progress().complete);
        QCOMPARE(*client.cache->heldRev(group, uuid(2)), 0);
        QVERIFY(*client.cache->heldRev(group, uuid(3)) > 0);
        QVERIFY(*client.cache->heldRev(group, uuid(1000)) > 0);
    }

    void rule11PagesOfIdsDropWhatIsNotListed()
    {
        Dialogue talk;
        talk.haveGroup(6, {postRow(1, 1), postRow(2, 2), postRow(3, 3), postRow(4, 4), postRow(5, 5)});
        talk.serverPokes({{group, epoch, 9}});
        const Window pull = talk.asked();
        talk.serverSays(NeedIds{pull.req, group, epoch, view});
        QVERIFY(talk.state(group).needIds);
        QVERIFY(!talk.state(group).complete());

        const SnapIds first = talk.said<SnapIds>();
        QVERIFY(first.after.isNull());
        // Row 3 was written again after the page was read: it stays though it is not listed.
        talk.serverSays(talk.frame(0, 11, 12, 12, 11, {postRow(3, 12)}));
        talk.serverSays(Ids{first.req, group, epoch, view, 11, {}, uuid(3), {uuid(1)}, false});
        QCOMPARE(talk.held(1), 1);
        QCOMPARE(talk.held(2), 0);
        QCOMPARE(talk.held(3), 12);
        QCOMPARE(talk.held(4), 4); // beyond the page
        const SnapIds second = talk.said<SnapIds>();
        QCOMPARE(second.after, uuid(3));
        talk.serverSays(Ids{second.req, group, epoch, view, 13, uuid(3), allOnes(), {uuid(5)}, true});
        QCOMPARE(talk.held(4), 0);
        QCOMPARE(talk.held(5), 5);
        const ScopeState state = talk.state(group);
        QVERIFY(!state.needIds);
        QCOMPARE(state.d, 11);       // the lowest read point of the pages
        QCOMPARE(state.horizon, 13); // the highest
    }

    void rule11ListOfIdsGoesOnAfterACut()
    {
        Dialogue talk(Dialogue::OnDisk);
        talk.haveGroup(6, {postRow(1, 1), postRow(5, 5)});
        talk.serverPokes({{group, epoch, 9}});
        talk.serverSays(NeedIds{talk.asked().req, group, epoch, view});
        const SnapIds first = talk.said<SnapIds>();
        talk.serverSays(Ids{first.req, group, epoch, view, 11, {}, uuid(3), {uuid(1)}, false});
        talk.restart();
        talk.signIn({{group, epoch, 12}});
        QVERIFY(!talk.asks());
        const SnapIds again = talk.said<SnapIds>();
        QCOMPARE(again.after, uuid(3));
        talk.serverSays(Ids{again.req, group, epoch, view, 12, uuid(3), allOnes(), {uuid(5)}, true});
        QCOMPARE(talk.state(group).d, 11);
        QCOMPARE(talk.held(5), 5);
    }

    void rule11ServerListsTheLivingByIdWithItsReadPoint()
    {
        ServerWorld world;
        ScriptedClient client(world, me);
        fivePosts(world, client);
        const auto page = std::get<Ids>(client.asks(SnapIds{0, group, world.info(group).epoch, {}, {}}));
        QVERIFY(page.last && page.through == allOnes());
        QCOMPARE(page.asOf, world.info(group).head);
        QVERIFY(std::is_sorted(page.ids.begin(), page.ids.end()));
        QVERIFY(page.ids.contains(uuid(1)) && !page.ids.contains(uuid(2)));
        const auto rest = std::get<Ids>(client.asks(SnapIds{0, group, world.info(group).epoch, {}, uuid(3)}));
        QVERIFY(!rest.ids.contains(uuid(3)) && rest.ids.contains(uuid(4)));
    }

    void rule12FrameWithHigherDeathsIsDiscarded()
    {
        const ScopeState state = covering({{0, 10, 0}}, 10);
        QVERIFY(!sync::isAcceptable(state, {}, plainFrame(8, 20, 20, 15))); // tombstones of (10, 15] were left out
        QVERIFY(sync::isAcceptable(state, {}, plainFrame(15, 20, 20, 15)));  // above them
        QVERIFY(sync::isAcceptable(state, {}, plainFrame(8, 20, 20, 10)));
        QVERIFY(!sync::isAcceptable(state, {.minAsOf = 21}, plainFrame(8, 20, 20, 10)));
        QVERIFY(!sync::isAcceptable(state, {}, plainFrame(12, 10, 20, 10)));
        QVERIFY(!sync::isAcceptable(state, {}, plainFrame(10, 30, 20, 10)));
        ScopeState fresh;
        QVERIFY(sync::isAcceptable(fresh, {}, plainFrame(8, 20, 20, 20)));
    }

    void rule12SecondFirstWindowWithHigherDeathsIsDiscarded()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 10}});
        const Window window = talk.asked();
        QVERIFY(window.epoch.isNull());
        // A pushed first frame comes before the answer of the first window, which was read later.
        talk.serverSays(talk.frame(0, 9, 10, 10, 9, {postRow(1, 10)}));
        talk.serverSays(talk.frame(window.req, 0, 11, 11, 11, {postRow(1, 10), postRow(2, 3)}));
        QCOMPARE(talk.held(2), 0);
        QVERIFY(talk.state(group).covered == QList<Interval>({{9, 10, noon.us + 9}}));
        const Window again = talk.asked();
        QCOMPARE(again.epoch, epoch);
        QCOMPARE(again.d, 10); // now with the deletions that it needs
    }

    void twoFirstWindowsInFlightLeaveNoGhost()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 10}});
        const Window window = talk.asked();
        // The first one to arrive brings row 1; the other was read after its deletion and leaves the tombstone out.
        talk.serverSays(talk.frame(0, 8, 10, 10, 8, {postRow(1, 9)}));
        QCOMPARE(talk.held(1), 9);
        talk.serverSays(talk.frame(window.req, 0, 11, 11, 11));
        const Window again = talk.asked();
        talk.serverSays(talk.frame(again.req, again.from, 11, 11, again.d, {tombstone(1, 11)}));
        QCOMPARE(talk.held(1), 0);
    }

    void rule12FrameReadBeforeTheFirstOneIsDiscarded()
    {
        Dialogue talk;
        talk.signIn({{group, epoch, 12}});
        const Window window = talk.asked();
        talk.serverSays(talk.frame(0, 11, 12, 12, 11));
        talk.serverSays(talk.frame(window.req, 0, 10, 10, 10, {postRow(1, 3)})); // row 1 died at 12
        QCOMPARE(talk.held(1), 0);
    }

    void rule12FrameReadBeforeTheListOfIdsIsDiscarded()
    {
        Dialogue talk;
        talk.haveGroup(6);
        talk.serverPokes({{group, epoch, 9}});
        talk.serverSays(NeedIds{talk.asked().req, group, epoch, view});
        const SnapIds request = talk.said<SnapIds>();
        talk.serverSays(Ids{request.req, group, epoch, view, 12, {}, allOnes(), {}, true});
        talk.serverSays(talk.frame(0, 6, 9, 9, 6, {postRow(1, 8)})); // a push that was late: row 1 is not listed
        QCOMPARE(talk.held(1), 0);
        QVERIFY(talk.state(group).cursor() == 6);
    }

    void rule13DeletingAnEntityBuriesWhatHangsOnIt()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        const auto react = [](quint32 n, quint32 target) {
            const Reaction reaction{.target = uuid(target), .post = PostId(uuid(1)), .emoji = QStringLiteral("👍")};
            return operation(n, Action::Create, group, reactionId(uuid(target), me, reaction.emoji), reaction);
        };
        client.accepted(writePost(1, 1));
        client.accepted(writeComment(2, 2, 1));
        client.accepted(react(3, 1));
        client.accepted(react(4, 2));
        const qint64 before = world.info(group).head;
        client.forget();
        client.accepted(operation(5, Action::DeleteThread, group, uuid(1), Post{}));
        const Rows all = client.pulls(before, 0, before);
        const auto batch = Batch::unpack(all.batch);
        QCOMPARE(batch->rows().size(), size_t(4));
        for (const WireRow &row : batch->rows())
            QVERIFY(row.deleted);
        QCOMPARE(all.hi, before + 4);
    }

    void rule13DeletingAnAnsweredPostLeavesItsPlace()
    {
        ServerWorld world;
        world.usual();
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1));
        client.accepted(writeComment(2, 2, 1));
        client.accepted(deletePost(3, 1));
        const Post rest = world.entity<Post>(group, uuid(1));
        QVERIFY(rest.blank && rest.body.isEmpty() && rest.versions.isEmpty());
        QCOMPARE(rest.author, me);
        client.accepted(operation(4, Action::Delete, group, uuid(2), Comment{}));
        QVERIFY(world.row(group, uuid(2))->deleted);
    }

    void rule13EntitiesNeverChangeScope()
    {
        ServerWorld world;
        world.usual();
        world.addGroup(GroupId(uuid(0x2002)), QStringLiteral("second"));
        world.join(GroupId(uuid(0x2002)), me, Role::Owner);
        ScriptedClient client(world, me);
        client.signIn();
        client.accepted(writePost(1, 1));
        QCOMPARE(ScriptedClient::whyOf(client.performs(writePost(2, 1, QStringLiteral("again"), otherGroup))),
                 QStringLiteral("exists"));
        QCOMPARE(ScriptedClient::whyOf(client.performs(editPost(3, 1, QStringLiteral("moved"), otherGroup))),
                 QStringLiteral("gone"));
        QVERIFY(!world.row(otherGroup, uuid(1)));
    }
};

QTEST_GUILESS_MAIN(DeletionsTest)
#include "deletions_test.moc"

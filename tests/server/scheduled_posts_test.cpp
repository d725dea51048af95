// Posts that wait for their time on the server: published once, with their author's rights at that moment.
#include "model/derived_ids.h"
#include "support/server_world.h"

using namespace parvis;
using namespace parvis::test;

namespace {

const Time soon = noon.plusMs(60'000);
const Time later = noon.plusMs(3'600'000);

ScheduledPost planned(const QString &body, Time at, const ScopeId &place = group)
{
    return {.place = place.toString(), .body = body, .at = at};
}

Operation schedule(quint32 op, quint32 entity, const ScheduledPost &post)
{
    return operation(op, Action::Create, own, uuid(entity), post);
}

} // namespace

class ScheduledPostsTest : public QObject {
    Q_OBJECT

    struct World : ServerWorld {
        World()
        {
            usual();
            writer_ = std::make_unique<ScriptedClient>(*this, me);
            writer_->signIn();
        }
        ScriptedClient &client() { return *writer_; }
        std::optional<Post> published(quint32 scheduled, const ScopeId &place = group)
        {
            const auto view = rows.inner->read();
            return server::entityOf<Post>(*view, place, publishedId(uuid(scheduled)));
        }
        bool waits(quint32 scheduled)
        {
            const auto found = row(own, uuid(scheduled));
            return found && !found->deleted;
        }
        QStringList problems()
        {
            QStringList all;
            for (const auto &problem : rows.check().problems)
                all << problem.kind + u' ' + problem.where + u' ' + problem.detail;
            return all;
        }
        std::unique_ptr<ScriptedClient> writer_;
    };

private Q_SLOTS:
    void aPostAppearsAtItsTimeAndTheScheduledOneGoes()
    {
        World world;
        ScriptedClient reader(world, other);
        reader.signIn();
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        QCOMPARE(world.due, soon);
        world.advanceTo(soon.plusMs(-1));
        QVERIFY(!world.published(50));
        QVERIFY(world.waits(50));
        reader.forget();
        world.client().forget();
        world.advanceTo(soon);
        const auto post = world.published(50);
        QVERIFY(post);
        QCOMPARE(post->body, "hello");
        QCOMPARE(post->author, me);
        QVERIFY(!world.waits(50));
        QVERIFY(!world.due);
        // Told to those who listen, at once.
        QVERIFY(reader.hasGot<Rows>());
        QVERIFY(world.client().hasGot<Rows>());
        QCOMPARE(world.problems(), QStringList());
    }

    void rule37ThePostIsDatedWhenItIsPublishedNeverAfterTheServersTimeOfItsRev()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        world.advanceTo(soon);
        QCOMPARE(world.published(50)->createdAt, soon);
        QVERIFY(world.row(group, publishedId(uuid(50)))->at >= soon.us);
        // The clock goes back: the rev's time does not, and the post is not dated after it.
        world.client().accepted(schedule(2, 51, planned("again", later)));
        world.clock.setNow(later);
        world.client().accepted(writePost(3, 60, "meanwhile"));
        world.clock.setNow(later.plusMs(-1000));
        world.engine->publishDue();
        world.turn();
        QVERIFY(!world.published(51));
        world.advanceTo(later);
        QVERIFY(world.published(51)->createdAt.us <= world.row(group, publishedId(uuid(51)))->at);
        QCOMPARE(world.problems(), QStringList());
    }

    void soonestFirstAndEachAtItsOwnTime()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("later", later)));
        QCOMPARE(world.due, later);
        world.client().accepted(schedule(2, 51, planned("soon", soon)));
        QCOMPARE(world.due, soon);
        world.advanceTo(soon);
        QVERIFY(world.published(51) && !world.published(50));
        QCOMPARE(world.due, later);
        world.advanceTo(later);
        QCOMPARE(world.published(50)->createdAt, later);
    }

    void oneWhoseTimeHasPassedWhenItArrivesIsPublishedAtOnce()
    {
        World world;
        const OpOk ok = world.client().accepted(schedule(1, 50, planned("from the train", noon.plusMs(-5000))));
        QVERIFY(world.published(50));
        QCOMPARE(world.published(50)->createdAt, world.clock.now());
        QVERIFY(!world.due);
        // The answer names what the author will see: the row that is gone, and the post.
        QCOMPARE(ok.touched.size(), 2);
        QCOMPARE(ok.touched[0].entity, uuid(50));
        QCOMPARE(ok.touched[1].entity, publishedId(uuid(50)));
        QCOMPARE(ok.touched[1].rev, world.row(group, publishedId(uuid(50)))->rev);
        // Sent again it is the same post.
        const auto again =
            ScriptedClient::okOf(world.client().sends(world.client().lane, world.client().number,
                                                      schedule(1, 50, planned("from the train", noon.plusMs(-5000)))));
        QCOMPARE(again.touched.size(), 2);
        QCOMPARE(world.problems(), QStringList());
    }

    void publishNowIsAChangeOfTheTime()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("hello", later)));
        Operation now = operation(2, Action::Change, own, uuid(50), ScheduledPost());
        addChange(now, &ScheduledPost::at, Time{});
        world.client().accepted(now);
        QVERIFY(world.published(50));
        QVERIFY(!world.due);
    }

    void aChangeMovesTheTimeAndACancelledOneIsNeverPublished()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        world.client().accepted(
            operation(2, Action::Change, own, uuid(50), ScheduledPost{.body = "better", .at = later}));
        QCOMPARE(world.due, later);
        world.advanceTo(soon);
        QVERIFY(!world.published(50));
        world.client().accepted(schedule(3, 51, planned("no", soon.plusMs(5000))));
        world.client().accepted(operation(4, Action::Delete, own, uuid(51), ScheduledPost()));
        QCOMPARE(world.due, later);
        world.advanceTo(later);
        QCOMPARE(world.published(50)->body, "better");
        QVERIFY(!world.published(51));
        // What is published can no longer be changed: the text comes back to its author.
        QCOMPARE(ScriptedClient::whyOf(world.client().performs(
                     operation(5, Action::Change, own, uuid(50), ScheduledPost{.body = "late"}))),
                 "gone");
        QCOMPARE(ScriptedClient::whyOf(world.client().performs(schedule(6, 50, planned("twice", soon)))), "exists");
    }

    void whoMayNotPostThereAnyMoreKeepsTheTextWithTheReason()
    {
        World world;
        world.join(groupId, other, Role::Owner);
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        world.leave(groupId, me);
        world.advanceTo(soon);
        QVERIFY(!world.published(50));
        auto refused = world.entity<ScheduledPost>(own, uuid(50));
        QVERIFY(refused.state == ScheduleState::Refused);
        QCOMPARE(refused.why, "not_member");
        QCOMPARE(refused.body, "hello");
        QVERIFY(!world.due); // and is not tried again and again
        QCOMPARE(world.problems(), QStringList());
        world.join(groupId, me);
        world.advanceTo(later);
        QVERIFY(!world.published(50));
        Operation now = operation(2, Action::Change, own, uuid(50), ScheduledPost());
        addChange(now, &ScheduledPost::at, Time{});
        world.client().accepted(now);
        QCOMPARE(world.published(50)->body, "hello");
    }

    void archivedGroupsAndDisabledAuthorsRefuse()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("archived", soon)));
        world.client().accepted(schedule(2, 51, planned("disabled", later)));
        world.client().accepted(operation(3, Action::Change, group, groupId.uuid(), Group{.archived = true}));
        world.advanceTo(soon);
        QCOMPARE(world.entity<ScheduledPost>(own, uuid(50)).why, "archived");
        Person person = world.entity<Person>(ScopeId::directory(), me.uuid());
        person.disabled = true;
        world.change([&](WriteView &view) { QVERIFY(updatePerson(view, me, person, world.env())); });
        world.advanceTo(later);
        QCOMPARE(world.entity<ScheduledPost>(own, uuid(51)).why, "disabled");
    }

    void wallsArePlacesToo()
    {
        World world;
        ScheduledPost onWall = planned("to otto", soon, ScopeId::directory());
        onWall.wall = other;
        world.client().accepted(schedule(1, 50, onWall));
        world.client().accepted(schedule(2, 51, planned("to all", soon, ScopeId::directory())));
        world.advanceTo(soon);
        QCOMPARE(world.published(50, ScopeId::directory())->wall, other);
        QVERIFY(world.published(51, ScopeId::directory())->wall.isNull());
    }

    void placesThatCannotBeAreRefusedAtOnce()
    {
        World world;
        QCOMPARE(ScriptedClient::whyOf(world.client().performs(schedule(1, 50, planned("x", soon, own)))), "bad_field");
        ScheduledPost both = planned("x", soon);
        both.wall = other;
        QCOMPARE(ScriptedClient::whyOf(world.client().performs(schedule(2, 51, both))), "bad_field");
        ScheduledPost nowhere = planned("x", soon);
        nowhere.place = "nowhere";
        QCOMPARE(ScriptedClient::whyOf(world.client().performs(schedule(3, 52, nowhere))), "bad_field");
        Operation others = operation(4, Action::Create, ScopeId::person(other), uuid(53), planned("x", soon));
        QCOMPARE(ScriptedClient::whyOf(world.client().performs(others)), "not_yours");
    }

    void aCommitThatFailsAtThatMomentPublishesNothingAndTheNextTryOnce()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        world.rows.writesFail = true;
        world.advanceTo(soon);
        QVERIFY(!world.published(50));
        QVERIFY(world.waits(50));
        world.rows.writesFail = false;
        world.engine->publishDue();
        world.turn();
        const qint64 head = world.info(group).head;
        QVERIFY(world.published(50));
        world.engine->publishDue();
        world.turn();
        QCOMPARE(world.info(group).head, head);
        QVERIFY(!world.waits(50));
    }

    void aServerThatStartsAgainPublishesWhatCameDueMeanwhileOnce()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        world.writer_.reset();
        world.clock.setNow(later);
        world.start();
        QCOMPARE(world.due, soon);
        world.advanceTo(later);
        QCOMPARE(world.published(50)->createdAt, later);
        const qint64 head = world.info(group).head;
        world.start();
        QVERIFY(!world.due);
        world.engine->publishDue();
        world.turn();
        QCOMPARE(world.info(group).head, head);
    }

    void manyAtOnceAreAllPublished()
    {
        World world;
        for (quint32 n = 0; n < 450; ++n)
            world.client().accepted(schedule(1000 + n, 2000 + n, planned(QString::number(n), soon)));
        world.advanceTo(soon);
        for (quint32 n = 0; n < 450; ++n)
            QVERIFY(world.published(2000 + n));
        QVERIFY(!world.due);
        QCOMPARE(world.problems(), QStringList());
    }

    void checkNoticesAScheduledPostThatNobodyWouldWake()
    {
        World world;
        world.client().accepted(schedule(1, 50, planned("hello", soon)));
        world.direct([&](WriteView &view) {
            auto row = *view.row(own, uuid(50));
            row.due = 0;
            view.put(own, row, noon.us);
        });
        QCOMPARE(world.problems().size(), 1);
        QVERIFY(world.problems().first().startsWith("due"));
    }
};

QTEST_GUILESS_MAIN(ScheduledPostsTest)
#include "scheduled_posts_test.moc"

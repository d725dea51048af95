// Requests to be added to a group: a row for the asker, and while it waits one for the group; both always fit.
#include "model/derived_ids.h"
#include "support/server_world.h"

using namespace parvis;
using namespace parvis::test;

namespace {

const PersonId third(uuid(0x1003));
const ScopeId thirdsOwn = ScopeId::person(third);
const Uuid request = joinRequestId(group.toString(), third);

Operation ask(quint32 op, const QString &note = {}, const ScopeId &place = group)
{
    return operation(op, Action::Create, thirdsOwn, joinRequestId(place.toString(), third),
                     JoinRequest{.place = place.toString(), .note = note});
}

} // namespace

class JoinRequestsTest : public QObject {
    Q_OBJECT

    // anna owns the group, otto is in it, tina asks.
    struct World : ServerWorld {
        World()
        {
            usual();
            addPerson(third, QStringLiteral("tina"));
            owner = std::make_unique<ScriptedClient>(*this, me);
            asker = std::make_unique<ScriptedClient>(*this, third);
            asker->lane = LaneId(uuid(0x6002));
            owner->signIn();
            asker->signIn();
        }
        std::optional<JoinRequest> inGroup()
        {
            const auto view = rows.inner->read();
            return server::entityOf<JoinRequest>(*view, group, request);
        }
        std::optional<JoinRequest> ofAsker()
        {
            const auto view = rows.inner->read();
            return server::entityOf<JoinRequest>(*view, thirdsOwn, request);
        }
        QStringList problems()
        {
            QStringList all;
            for (const auto &problem : rows.check().problems)
                all << problem.kind + u' ' + problem.where + u' ' + problem.detail;
            return all;
        }
        std::unique_ptr<ScriptedClient> owner;
        std::unique_ptr<ScriptedClient> asker;
    };

private Q_SLOTS:
    void theGroupSeesWhoAsksAndWhy()
    {
        World world;
        const OpOk ok = world.asker->accepted(ask(1, "I build bridges"));
        QCOMPARE(ok.touched.size(), 1); // the group's rows are not the asker's to see
        QCOMPARE(ok.touched[0].scope, thirdsOwn);
        QCOMPARE(world.inGroup()->handle, "tina");
        QCOMPARE(world.inGroup()->note, "I build bridges");
        QCOMPARE(world.inGroup()->person, third);
        QVERIFY(world.ofAsker()->state == RequestState::Waiting);
        QVERIFY(world.owner->hasGot<Rows>());
        QCOMPARE(world.problems(), QStringList());
        // Asking twice changes nothing.
        const qint64 head = world.info(group).head;
        world.clock.advanceMs(1000);
        world.asker->accepted(ask(2, "I build bridges"));
        QCOMPARE(world.info(group).head, head);
        world.asker->accepted(ask(3, "and roads"));
        QCOMPARE(world.inGroup()->note, "and roads");
        QCOMPARE(world.problems(), QStringList());
    }

    void addingThePersonIsTheYes()
    {
        World world;
        world.asker->accepted(ask(1));
        world.owner->accepted(operation(2, Action::Create, group, memberId(groupId, third), Member{.person = third}));
        QVERIFY(!world.inGroup());
        QVERIFY(world.ofAsker()->state == RequestState::Accepted);
        QVERIFY(!world.ofAsker()->answeredAt.isNull());
        QCOMPARE(world.problems(), QStringList());
        // One who is in and asks again is told so.
        world.asker->accepted(ask(3));
        QVERIFY(!world.inGroup());
        QVERIFY(world.ofAsker()->state == RequestState::Accepted);
        // After leaving it begins anew.
        world.leave(groupId, third);
        world.asker->accepted(ask(4));
        QVERIFY(world.inGroup());
        QVERIFY(world.ofAsker()->state == RequestState::Waiting);
        QCOMPARE(world.problems(), QStringList());
    }

    void aModeratorRefusesAndTheAskerSeesIt()
    {
        World world;
        world.asker->accepted(ask(1));
        ScriptedClient member(world, other);
        member.lane = LaneId(uuid(0x6003));
        member.signIn();
        const auto refuse = [](quint32 op) { return operation(op, Action::Delete, group, request, JoinRequest()); };
        QCOMPARE(ScriptedClient::whyOf(member.performs(refuse(2))), "not_owner");
        QCOMPARE(ScriptedClient::whyOf(world.asker->performs(refuse(3))), "not_owner");
        const OpOk ok = world.owner->accepted(refuse(4));
        QCOMPARE(ok.touched.size(), 1);
        QVERIFY(!world.inGroup());
        QVERIFY(world.ofAsker()->state == RequestState::Refused);
        world.owner->accepted(refuse(5)); // two moderators refuse the same
        world.clock.advanceMs(1000);
        world.asker->accepted(ask(6, "please"));
        QVERIFY(world.inGroup());
        QCOMPARE(world.inGroup()->note, "please");
        QCOMPARE(world.problems(), QStringList());
    }

    void theAskerTakesItBack()
    {
        World world;
        world.asker->accepted(ask(1));
        world.asker->accepted(operation(2, Action::Delete, thirdsOwn, request, JoinRequest()));
        QVERIFY(!world.inGroup());
        QVERIFY(!world.ofAsker());
        world.owner->accepted(operation(3, Action::Delete, group, request, JoinRequest())); // crossed on the way
        QVERIFY(!world.ofAsker());
        QCOMPARE(world.problems(), QStringList());
    }

    void aSecretGroupAnswersAsOneThatIsNot()
    {
        World world;
        world.owner->accepted(
            operation(1, Action::Change, group, groupId.uuid(), Group{.visibility = Visibility::Secret}));
        const QString secret = ScriptedClient::whyOf(world.asker->performs(ask(2)));
        const QString missing = ScriptedClient::whyOf(world.asker->performs(ask(3, {}, otherGroup)));
        QCOMPARE(secret, "no_such_place");
        QCOMPARE(missing, secret);
        QVERIFY(!world.ofAsker());
    }

    void guestsAndOthersNamesAreRefused()
    {
        World world;
        world.addPerson(PersonId(uuid(0x1004)), "guest", CompanyRole::Guest);
        ScriptedClient guest(world, PersonId(uuid(0x1004)));
        guest.lane = LaneId(uuid(0x6003));
        guest.signIn();
        const ScopeId guests = ScopeId::person(PersonId(uuid(0x1004)));
        QCOMPARE(ScriptedClient::whyOf(guest.performs(operation(1, Action::Create, guests,
                                                                joinRequestId(group.toString(), PersonId(uuid(0x1004))),
                                                                JoinRequest{.place = group.toString()}))),
                 "guest");
        Operation forged = ask(2);
        forged.entity = joinRequestId(group.toString(), other);
        QCOMPARE(ScriptedClient::whyOf(world.asker->performs(forged)), "bad_field");
        QVERIFY(!world.inGroup());
    }

    void theNameOnTheRequestFollowsThePerson()
    {
        World world;
        world.asker->accepted(ask(1));
        world.asker->accepted(
            operation(2, Action::Change, ScopeId::directory(), third.uuid(), Person{.fullName = "Tina Other"}));
        QCOMPARE(world.inGroup()->fullName, "Tina Other");
        QCOMPARE(world.problems(), QStringList());
    }

    void requestsGoWithTheGroup()
    {
        World world;
        world.asker->accepted(ask(1));
        world.owner->accepted(operation(2, Action::Delete, group, groupId.uuid(), Group()));
        QVERIFY(!world.ofAsker());
        QCOMPARE(world.problems(), QStringList());
    }

    void checkNoticesARequestWithoutItsTwin()
    {
        World world;
        world.asker->accepted(ask(1));
        world.direct([&](WriteView &view) { server::putTombstone(view, group, request, noon.us); });
        QCOMPARE(world.problems().size(), 1);
    }
};

QTEST_GUILESS_MAIN(JoinRequestsTest)
#include "join_requests_test.moc"

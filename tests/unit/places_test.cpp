// Who may change what, for the kinds that are a person's own or that two scopes share.
#include "model/access.h"
#include "model/derived_ids.h"
#include "model/merge.h"

#include <QTest>

using namespace parvis;
using namespace parvis::model;

namespace {

Uuid idOf(char n)
{
    return Uuid::fromBytes(QByteArray(15, char(7)) + n);
}

const PersonId anna(idOf(1));
const PersonId bert(idOf(2));
const GroupId groupId(idOf(3));
const ScopeId group = ScopeId::group(groupId);

Actor actor(PersonId id, CompanyRole role = CompanyRole::Employee)
{
    return {id, role, false};
}

Operation operation(Action action, Kind kind, const ScopeId &scope)
{
    Operation op;
    op.action = action;
    op.kind = kind;
    op.scope = scope;
    op.entity = idOf(9);
    return op;
}

QString verdict(const Actor &who, const Place &place, Action action, Kind kind)
{
    return judge(who, place, operation(action, kind, place.scope), std::nullopt, std::nullopt);
}

} // namespace

class PlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsAndScheduledPostsAreOnesOwn()
    {
        const Place own{ScopeId::person(anna)};
        for (const Kind kind : {Kind::PlaceSetting, Kind::ScheduledPost}) {
            for (const Action action : {Action::Create, Action::Change, Action::Delete}) {
                QCOMPARE(verdict(actor(anna), own, action, kind), QString());
                QCOMPARE(verdict(actor(anna, CompanyRole::Guest), own, action, kind), QString());
                QCOMPARE(verdict(actor(bert), own, action, kind), "not_yours");
                QCOMPARE(verdict(actor(bert, CompanyRole::Administrator), own, action, kind), "not_yours");
                QCOMPARE(verdict(actor(anna), Place{group, true, Role::Owner}, action, kind), "not_yours");
            }
        }
        Actor disabled = actor(anna);
        disabled.disabled = true;
        QCOMPARE(verdict(disabled, own, Action::Create, Kind::PlaceSetting), "disabled");
    }

    void requestsAreMadeInOnesOwnScopeAndAnsweredByModerators()
    {
        const Place own{ScopeId::person(anna)};
        for (const Action action : {Action::Create, Action::Change, Action::Delete}) {
            QCOMPARE(verdict(actor(anna), own, action, Kind::JoinRequest), QString());
            QCOMPARE(verdict(actor(anna, CompanyRole::Guest), own, action, Kind::JoinRequest), "guest");
            QCOMPARE(verdict(actor(bert), own, action, Kind::JoinRequest), "server_only");
        }
        for (const Role role : {Role::Owner, Role::Moderator}) {
            QCOMPARE(verdict(actor(bert), Place{group, true, role}, Action::Delete, Kind::JoinRequest), QString());
            QCOMPARE(verdict(actor(bert), Place{group, true, role}, Action::Change, Kind::JoinRequest), "server_only");
            QCOMPARE(verdict(actor(bert), Place{group, true, role}, Action::Create, Kind::JoinRequest), "server_only");
        }
        QCOMPARE(verdict(actor(bert), Place{group, true, Role::Member}, Action::Delete, Kind::JoinRequest),
                 "not_owner");
        QCOMPARE(verdict(actor(bert), Place{group}, Action::Delete, Kind::JoinRequest), "not_owner");
    }

    void oneAsksOnlyOfGroupsThatOneMayKnowOf()
    {
        const auto place = [](Visibility visibility, bool archived = false) {
            return Place{group, true, std::nullopt, visibility, archived};
        };
        QCOMPARE(mayAsk(actor(anna), place(Visibility::Private)), QString());
        QCOMPARE(mayAsk(actor(anna), place(Visibility::Public)), QString());
        QCOMPARE(mayAsk(actor(anna), place(Visibility::Private, true)), "archived");
        QCOMPARE(mayAsk(actor(anna, CompanyRole::Guest), place(Visibility::Public)), "guest");
        // A secret group answers as one that does not exist.
        QCOMPARE(mayAsk(actor(anna), place(Visibility::Secret)), "no_such_place");
        QCOMPARE(mayAsk(actor(anna), Place{group, false}), "no_such_place");
        QCOMPARE(mayAsk(actor(anna), Place{ScopeId::directory()}), "no_such_place");
        QCOMPARE(mayAsk(actor(anna), Place{group, true, Role::Member, Visibility::Secret}), QString());
    }

    void askingAgainBeginsAnew()
    {
        Operation op = operation(Action::Create, Kind::JoinRequest, ScopeId::person(anna));
        addChange(op, &JoinRequest::place, group.toString());
        op.at = {1000};
        const auto first = merged(std::nullopt, op, anna, {2000});
        QVERIFY(first.has_value());
        QCOMPARE(std::get<JoinRequest>(*first).person, anna);
        QCOMPARE(std::get<JoinRequest>(*first).askedAt, Time{1000});
        JoinRequest refused = std::get<JoinRequest>(*first);
        refused.state = RequestState::Refused;
        refused.answeredAt = {1500};
        op.at = {3000};
        const auto again = std::get<JoinRequest>(*merged(Entity(refused), op, anna, {4000}));
        QVERIFY(again.state == RequestState::Waiting);
        QCOMPARE(again.askedAt, Time{3000});
        QVERIFY(again.answeredAt.isNull());
        // While it waits its place in the queue stays.
        QCOMPARE(std::get<JoinRequest>(*merged(*first, op, anna, {4000})).askedAt, Time{1000});
    }

    void changingARefusedScheduledPostMakesItWaitAgain()
    {
        ScheduledPost refused{.place = group.toString(),
                              .body = QStringLiteral("x"),
                              .state = ScheduleState::Refused,
                              .why = QStringLiteral("archived")};
        Operation op = operation(Action::Change, Kind::ScheduledPost, ScopeId::person(anna));
        addChange(op, &ScheduledPost::at, Time{9000});
        const auto after = std::get<ScheduledPost>(*merged(Entity(refused), op, anna, {10}));
        QVERIFY(after.state == ScheduleState::Waiting);
        QVERIFY(after.why.isEmpty());
        QCOMPARE(after.at, Time{9000});
    }

    void aPlaceWithoutASettingIsFollowed()
    {
        QVERIFY(PlaceSetting().followed);
        Operation op = operation(Action::Create, Kind::PlaceSetting, ScopeId::person(anna));
        addChange(op, &PlaceSetting::place, group.toString());
        addChange(op, &PlaceSetting::muted, true);
        const auto muted = merged(std::nullopt, op, anna, {1});
        QVERIFY(std::get<PlaceSetting>(*muted).followed && std::get<PlaceSetting>(*muted).muted);
        // Another device unfollows without having seen that: both hold.
        Operation unfollow = operation(Action::Create, Kind::PlaceSetting, ScopeId::person(anna));
        addChange(unfollow, &PlaceSetting::place, group.toString());
        addChange(unfollow, &PlaceSetting::followed, false);
        const auto both = std::get<PlaceSetting>(*merged(*muted, unfollow, anna, {2}));
        QVERIFY(!both.followed && both.muted);
        QVERIFY(placeSettingId(group.toString(), anna) != placeSettingId(group.toString(), bert));
    }
};

QTEST_GUILESS_MAIN(PlacesTest)
#include "places_test.moc"

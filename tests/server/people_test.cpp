#include "server/people.h"

#include "model/derived_ids.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::server;

class PeopleTest : public QObject {
    Q_OBJECT

private:
    base::ManualClock m_clock;
    base::SeededRandom m_random{1};
    Env m_env{m_clock, m_random};
    std::unique_ptr<RowStore> m_store;
    PersonId m_anna;
    PersonId m_guest;
    GroupId m_group;

    template<class F>
    void write(F &&body)
    {
        auto view = m_store->write();
        body(*view);
        view->commit();
    }
    static model::Person personNamed(const QString &handle, model::CompanyRole role = model::CompanyRole::Employee)
    {
        model::Person person;
        person.handle = handle;
        person.fullName = handle.toUpper();
        person.role = role;
        return person;
    }
    static model::Group groupNamed(const QString &handle, model::Visibility visibility = model::Visibility::Private)
    {
        model::Group group;
        group.handle = handle;
        group.title = handle.toUpper();
        group.visibility = visibility;
        return group;
    }
    QStringList problems()
    {
        QStringList all;
        for (const CheckProblem &problem : m_store->check().problems)
            all << problem.kind + ": " + problem.where.section('/', 0, 1) + ": " + problem.detail;
        return all;
    }
    // A row put past the helpers, as a damaged file would hold it.
    void plant(const ScopeId &scope, const Uuid &id, const model::Entity &entity, const Uuid &parent = {})
    {
        write([&](WriteView &view) {
            StoredRow row;
            row.kind = qint64(kindOf(entity));
            row.id = id;
            row.order = view.nextOrder(m_clock.now().us);
            row.parent = parent;
            row.payload = protocol::encodeEntity(entity);
            view.put(scope, row, m_clock.now().us);
        });
    }
    Uuid fresh() { return base::newUuid(m_clock, m_random); }

private Q_SLOTS:
    void init()
    {
        m_store = makeMemoryRowStore();
        write([&](WriteView &view) {
            QVERIFY(createCompany(view, {"Cie", {}, {}}, m_env));
            m_anna = *createPerson(view, personNamed("anna"), m_env);
            m_guest = *createPerson(view, personNamed("guest", model::CompanyRole::Guest), m_env);
            m_group = *createGroup(view, groupNamed("team"), m_env);
            QVERIFY(addMember(view, m_group, m_anna, model::Role::Owner, m_env));
        });
    }

    void everythingMadeHereFitsTogether()
    {
        write([&](WriteView &view) {
            const GroupId secret = *createGroup(view, groupNamed("hidden", model::Visibility::Secret), m_env);
            QVERIFY(addMember(view, secret, m_guest, model::Role::Guest, m_env));
            QVERIFY(changeRole(view, m_group, m_anna, model::Role::Moderator, m_env));
            QVERIFY(addMember(view, m_group, m_guest, model::Role::Member, m_env));
            QVERIFY(removeMember(view, m_group, m_guest, m_env));
        });
        QCOMPARE(problems(), QStringList());
        const CheckReport report = m_store->check();
        QCOMPARE(report.checked["person"], 2);
        QCOMPARE(report.checked["group"], 2);
        QCOMPARE(report.checked["group_card"], 1);
        QCOMPARE(report.checked["member"], 3); // a tombstone among them
        QCOMPARE(report.checked["scopes"], 6);
    }

    void guestHoldsTheCompanyButNotTheDirectory()
    {
        auto view = m_store->read();
        QVERIFY(seat(*view, m_anna, ScopeId::directory()));
        QVERIFY(seat(*view, m_guest, ScopeId::company()));
        QVERIFY(!seat(*view, m_guest, ScopeId::directory()));
        QVERIFY(!seat(*view, m_guest, ScopeId::group(m_group)));
        QVERIFY(!seat(*view, m_guest, ScopeId::person(m_anna)));
        QCOMPARE(seat(*view, m_guest, ScopeId::person(m_guest))->membership.view, model::ownView(m_guest).uuid());
    }

    void guestWhoIsHiredGetsTheDirectory()
    {
        write([&](WriteView &view) {
            QVERIFY(addMember(view, m_group, m_guest, model::Role::Guest, m_env));
            QVERIFY(updatePerson(view, m_guest, personNamed("guest"), m_env));
        });
        QVERIFY(seat(*m_store->read(), m_guest, ScopeId::directory()));
        QCOMPARE(problems(), QStringList());
        const auto card = entityOf<model::Member>(*m_store->read(), ScopeId::group(m_group), model::memberId(m_group, m_guest));
        QVERIFY(!card->guest);
    }

    void renamedPersonIsRenamedOnTheirCards()
    {
        write([&](WriteView &view) { QVERIFY(updatePerson(view, m_anna, personNamed("anne"), m_env)); });
        auto view = m_store->read();
        QCOMPARE(personByHandle(*view, "anne"), m_anna);
        QVERIFY(!personByHandle(*view, "anna"));
        QCOMPARE(members(*view, m_group).first().handle, "anne");
        QVERIFY(members(*view, m_group).first().role == model::Role::Owner);
        QCOMPARE(problems(), QStringList());
    }

    void leavingAndComingBackChangesTheView()
    {
        const ScopeId scope = ScopeId::group(m_group);
        const auto before = seat(*m_store->read(), m_anna, scope);
        write([&](WriteView &view) { QVERIFY(changeRole(view, m_group, m_anna, model::Role::Member, m_env)); });
        QCOMPARE(seat(*m_store->read(), m_anna, scope)->membership.view, before->membership.view);
        QVERIFY(seat(*m_store->read(), m_anna, scope)->membership.role == model::Role::Member);
        write([&](WriteView &view) {
            QVERIFY(removeMember(view, m_group, m_anna, m_env));
            QCOMPARE(removeMember(view, m_group, m_anna, m_env).error().where, "not_member");
            QVERIFY(!seat(view, m_anna, scope));
            QVERIFY(addMember(view, m_group, m_anna, model::Role::Member, m_env));
        });
        QVERIFY(seat(*m_store->read(), m_anna, scope)->membership.view != before->membership.view);
    }

    void memberOfAFromJoinGroupReadsWhatCameAfter()
    {
        write([&](WriteView &view) {
            model::Group group = groupNamed("late");
            group.history = model::History::FromJoin;
            const GroupId late = *createGroup(view, group, m_env);
            for (int i = 0; i < 3; ++i)
                putEntity(view, ScopeId::group(late), fresh(), model::Post{}, m_clock.now().us);
            QVERIFY(addMember(view, late, m_anna, model::Role::Member, m_env));
            const auto joined = seat(view, m_anna, ScopeId::group(late));
            QCOMPARE(joined->minRootRev, 5); // after the group's row and three posts
            QVERIFY(changeRole(view, late, m_anna, model::Role::Owner, m_env));
            QCOMPARE(seat(view, m_anna, ScopeId::group(late))->minRootRev, 5);
        });
        QCOMPARE(seat(*m_store->read(), m_anna, ScopeId::group(m_group))->minRootRev, 0);
    }

    void handlesAreCheckedAndUnique()
    {
        auto view = m_store->write();
        QCOMPARE(createPerson(*view, personNamed("anna"), m_env).error().where, "handle_taken");
        QCOMPARE(createGroup(*view, groupNamed("anna"), m_env).error().where, "handle_taken");
        QCOMPARE(createPerson(*view, personNamed("Not A Handle"), m_env).error().where, "bad_handle");
        QCOMPARE(createPerson(*view, personNamed("other"), m_env, m_anna).error().where, "already_exists");
        QCOMPARE(updateGroup(*view, m_group, groupNamed("anna"), m_env).error().where, "handle_taken");
    }

    void groupsCardFollowsItsVisibility()
    {
        const auto card = [&] { return entityOf<model::GroupCard>(*m_store->read(), ScopeId::directory(), m_group.uuid()); };
        QCOMPARE(card()->title, "TEAM");
        write([&](WriteView &view) {
            QVERIFY(updateGroup(view, m_group, groupNamed("squad", model::Visibility::Secret), m_env));
        });
        QVERIFY(!card());
        QCOMPARE(groupByHandle(*m_store->read(), "squad"), m_group);
        write([&](WriteView &view) {
            QVERIFY(updateGroup(view, m_group, groupNamed("squad", model::Visibility::Public), m_env));
        });
        QCOMPARE(card()->handle, "squad");
        QCOMPARE(problems(), QStringList());
    }

    void fieldsOfANewerBuildSurviveAChange()
    {
        const ScopeId scope = ScopeId::group(m_group);
        protocol::CborWriter unknown;
        unknown.map(1);
        unknown.integer(99);
        unknown.integer(7);
        write([&](WriteView &view) {
            StoredRow row = *view.row(scope, m_group.uuid());
            row.payload = protocol::encodeEntity(groupNamed("team"), unknown.data());
            view.put(scope, row, m_clock.now().us);
            QVERIFY(updateGroup(view, m_group, groupNamed("team", model::Visibility::Public), m_env));
        });
        const auto row = m_store->read()->row(scope, m_group.uuid());
        QCOMPARE(protocol::decodeEntity(Kind::Group, row->payload)->unknown, unknown.data());
    }

    void checkFindsWhatDoesNotFit()
    {
        const ScopeId scope = ScopeId::group(m_group);
        const Uuid post = fresh();
        plant(scope, fresh(), model::Comment{model::PostId(post), {}, m_anna, "lost", {}, {}, {}, {}, false});
        QCOMPARE(problems().size(), 1);
        QVERIFY(problems()[0].startsWith("dangling: group:"));
        plant(scope, fresh(), model::Reaction{post, model::PostId(post), m_anna, "👍", {}});
        QCOMPARE(problems().size(), 2);
        plant(scope, model::memberId(m_group, m_guest), model::Member{m_guest, model::Role::Member, "guest", "G", true, {}});
        QVERIFY(problems().join('\n').contains("a member without a membership"));
        plant(ScopeId::person(m_guest), model::membershipId(ScopeId::group(GroupId(post)), m_guest),
              model::Membership{ScopeId::group(GroupId(post)).toString(), model::Role::Member, fresh(), {}});
        QVERIFY(problems().join('\n').contains("membership of a scope that is gone"));
        model::Post future;
        future.createdAt = m_clock.now().plusMs(1);
        plant(scope, fresh(), future);
        QVERIFY(problems().join('\n').contains("dated after"));
        plant(ScopeId::directory(), fresh(), personNamed("unclaimed"));
        QVERIFY(problems().join('\n').contains("handle: directory/person"));
        write([&](WriteView &view) {
            StoredRow row = *view.row(scope, m_group.uuid());
            row.payload = "not cbor";
            view.put(scope, row, m_clock.now().us);
            view.claimHandle("orphan", fresh());
            view.storeAnswer({OpId(fresh()), LaneId(fresh()), 1, true, false, {}, {}});
        });
        const QString all = problems().join('\n');
        QVERIFY(all.contains("payload: "));
        QVERIFY(all.contains("handle: orphan"));
        QVERIFY(all.contains("lane: "));
    }

    void checkFindsTwoRowsOfOneOrder()
    {
        write([&](WriteView &view) {
            StoredRow row = *view.row(ScopeId::group(m_group), m_group.uuid());
            row.kind = qint64(Kind::Post);
            row.id = fresh();
            row.payload = protocol::encodeEntity(model::Post{});
            view.put(ScopeId::group(m_group), row, m_clock.now().us);
        });
        QCOMPARE(problems().size(), 1);
        QVERIFY(problems()[0].startsWith("order: "));
    }
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"

#include "store/world.h"

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class ReaderFeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagingDownAndUpMeetsEveryPostOnce()
    {
        World world;
        world.signIn();
        for (int i = 0; i < 25; ++i)
            world.holdPost(QString::number(i));
        world.write(world.newPost("en attente"));
        for (const FeedQuery::What what : {FeedQuery::Merged, FeedQuery::Group}) {
            FeedQuery query;
            query.what = what;
            query.id = world.group.uuid();
            query.limit = 10;
            QStringList down;
            for (auto page = value(world.reader->feed(query)); !page.isEmpty(); page = value(world.reader->feed(query))) {
                down += bodies(page);
                query.before = page.last().order;
            }
            QCOMPARE(down.size(), 26);
            QCOMPARE(down.first(), "en attente");
            QCOMPARE(down.last(), "0");
            QStringList up;
            query.before = 0;
            query.after = 1;
            for (auto page = value(world.reader->feed(query)); !page.isEmpty(); page = value(world.reader->feed(query))) {
                up = bodies(page) + up;
                query.after = page.first().order;
            }
            QCOMPARE(up, down);
        }
    }

    void laterPageKeepsOrderWhenPostsArrive()
    {
        World world;
        world.signIn();
        for (int i = 0; i < 10; ++i)
            world.holdPost(QString::number(i));
        FeedQuery query;
        query.limit = 5;
        const auto first = value(world.reader->feed(query));
        world.holdPost("arrivé");
        query.before = first.last().order;
        QCOMPARE(bodies(value(world.reader->feed(query))), QStringList({"4", "3", "2", "1", "0"}));
    }

    void theMergedFeedHoldsMyGroupsAndTheWallsOnly()
    {
        World world;
        world.signIn();
        const GroupId foreign = world.newId<GroupId>();
        for (int i = 0; i < 100; ++i)
            world.holdPost("ailleurs", world.other, ScopeId::group(foreign));
        world.holdPost("groupe");
        world.holdPost("mur de l'entreprise", world.other, ScopeId::directory());
        model::Post personal = World::post("mur de Jean", world.other);
        personal.wall = world.other;
        world.hold(ScopeId::directory(), personal, world.newId());
        for (int i = 0; i < 100; ++i)
            world.holdPost("ailleurs", world.other, ScopeId::group(foreign));
        QCOMPARE(world.feed(), QStringList({"mur de Jean", "mur de l'entreprise", "groupe"}));
        FeedQuery query;
        query.what = FeedQuery::CompanyWall;
        QCOMPARE(bodies(value(world.reader->feed(query))), QStringList{"mur de l'entreprise"});
        query.what = FeedQuery::PersonWall;
        query.id = world.other.uuid();
        const auto wall = value(world.reader->feed(query));
        QCOMPARE(bodies(wall), QStringList{"mur de Jean"});
        QCOMPARE(wall[0].place.handle, "jean");
        query.id = world.me.uuid();
        QVERIFY(value(world.reader->feed(query)).isEmpty());
    }

    void aThreadIsInOrderAndAnUnknownOneIsEmpty()
    {
        World world;
        world.signIn();
        const Uuid id = world.holdPost("racine");
        for (int i = 0; i < 5; ++i)
            world.holdComment(id, QString::number(i));
        const auto thread = value(world.reader->thread(PostId(id)));
        QCOMPARE(bodies(thread), QStringList({"racine", "0", "1", "2", "3", "4"}));
        QCOMPARE(thread[0].comments, 5);
        QCOMPARE(thread[1].post, id);
        QCOMPARE(thread[1].place.title, "Projets");
        QVERIFY(value(world.reader->thread(world.newId<PostId>())).isEmpty());
        QCOMPARE(value(world.reader->topOrder(world.place())), thread.last().order);
    }

    void anotherProcessSeesWhatWasCommitted()
    {
        World world;
        world.signIn();
        auto second = value(Reader::open(world.cachePath(), world.outboxPath()));
        QVERIFY(value(second->feed({})).isEmpty());
        world.holdPost("synchronisé");
        world.write(world.newPost("écrit"));
        QCOMPARE(bodies(value(second->feed({}))), QStringList({"écrit", "synchronisé"}));
    }

    void groupsListMineFirstThenThoseOneMayFind()
    {
        World world;
        world.signIn();
        world.join(world.newId<GroupId>(), "accueil", "Accueil");
        model::GroupCard card;
        card.handle = "abc";
        card.title = "Abc";
        world.hold(ScopeId::directory(), card, world.newId());
        QStringList handles;
        for (const GroupItem &group : value(world.reader->groups()))
            handles.append(group.handle);
        QCOMPARE(handles, QStringList({"accueil", "projets", "abc"}));
        QCOMPARE(value(world.reader->groups())[0].members, 1);
        QCOMPARE(value(world.reader->groups())[2].members, -1);
        QCOMPARE(value(world.reader->group(world.group.toString()))->handle, "projets");
        QVERIFY(!value(world.reader->group("rien")));
    }

    void peopleAreFoundByTheBeginningsOfTheirNames()
    {
        World world;
        world.signIn();
        world.hold(ScopeId::directory(), World::person("eloise", "Éloïse Dupré"), world.newId());
        const auto names = [&](const QString &query) {
            QStringList list;
            for (const PersonCard &card : value(world.reader->people(query, 10)))
                list.append(card.fullName);
            return list;
        };
        QCOMPARE(names(""), QStringList({"Jean Petit", "Marie Dupont", "Éloïse Dupré"}));
        QCOMPARE(names("elo"), QStringList{"Éloïse Dupré"});
        QCOMPARE(names("dup mar"), QStringList{"Marie Dupont"});
        QCOMPARE(names("DUP"), QStringList({"Marie Dupont", "Éloïse Dupré"}));
        QVERIFY(names("\" OR *").isEmpty());
        QCOMPARE(value(world.reader->people("", 2)).size(), 2);
        QCOMPARE(value(world.reader->person("eloise"))->fullName, "Éloïse Dupré");
        QCOMPARE(value(world.reader->person(world.other.toString()))->handle, "jean");
        QVERIFY(!value(world.reader->person("personne")));
    }

    void aGuestKnowsTheMembersOfTheirGroups()
    {
        World world;
        value(world.cache->setIdentity({"s", "marie", {}, world.me, {}}));
        world.join(world.group, "client", "Client");
        model::Member member;
        member.person = world.other;
        member.handle = "jean";
        member.fullName = "Jean Petit";
        world.hold(world.place(), member, model::memberId(world.group, world.other));
        world.holdPost("bonjour");
        QCOMPARE(value(world.reader->feed({}))[0].author.fullName, "Jean Petit");
        QCOMPARE(value(world.reader->person("jean"))->id, world.other);
        QCOMPARE(value(world.reader->people("jea", 10)).size(), 1);
        QCOMPARE(value(world.reader->people("", 10)).size(), 2);
    }

    void rule37TheSummaryIsAsLateAsTheLatestScopeAndUnknownBeforeThePersonsOwn()
    {
        World world;
        QCOMPARE(value(world.reader->summary()).completeUpTo, -1);
        QVERIFY(!value(world.reader->summary()).complete);
        world.signIn();
        QCOMPARE(value(world.reader->summary()).completeUpTo, -1); // the company's own scope is still missing
        world.hold(ScopeId::company(), model::Company(), world.newId());
        QCOMPARE(value(world.reader->summary()).completeUpTo, 0);
        QVERIFY(value(world.reader->summary()).complete);
        ScopeState partial = world.covered(world.place());
        partial.covered = {{1, partial.horizon, 5'000'000}};
        value(world.cache->apply(partial, {}));
        QCOMPARE(value(world.reader->summary()).completeUpTo, 5'000'000);
        QVERIFY(!value(world.reader->summary()).complete);
        partial.horizon += 1;
        value(world.cache->apply(partial, {}));
        QCOMPARE(value(world.reader->summary()).completeUpTo, -1);
        world.write(world.newPost("attend"));
        QCOMPARE(value(world.reader->summary()).pending, 1);
    }

    void aMissingCacheIsAnErrorThatSaysWhatToDo()
    {
        World world;
        const auto missing = Reader::open(world.folder.filePath("rien.db"), world.outboxPath());
        QVERIFY(!missing);
        QVERIFY(missing.error().kind == base::ErrorKind::Storage);
        QVERIFY(!missing.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReaderFeedTest)
#include "reader_feed_test.moc"

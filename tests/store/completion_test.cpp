#include "store/cache_connection.h"
#include "store/world.h"

using namespace parvis;
using namespace parvis::store;
using namespace parvis::store::test;

class CompletionTest : public QObject {
    Q_OBJECT

    static QStringList words(World &world, const QString &typed, CompletionQuery::What what = CompletionQuery::Handles)
    {
        QStringList found;
        for (const Completion &each : value(world.reader->complete({what, typed, world.place(), 8})))
            found.append(each.word);
        return found;
    }
    static QStringList tags(World &world, const QString &typed) { return words(world, typed, CompletionQuery::Tags); }

    static PersonId hire(World &world, const QString &handle, const QString &name)
    {
        const auto id = world.newId<PersonId>();
        world.hold(ScopeId::directory(), World::person(handle, name), id.uuid());
        return id;
    }
    static void enrol(World &world, PersonId id, const QString &handle, const QString &name)
    {
        model::Member member;
        member.person = id;
        member.handle = handle;
        member.fullName = name;
        world.hold(world.place(), member, model::memberId(world.group, id));
    }
    static Uuid tagged(World &world, const QStringList &tags, const ScopeId &scope)
    {
        model::Post post = World::post("A text", world.other);
        post.tags = tags;
        const Uuid id = world.newId();
        world.hold(scope, post, id);
        return id;
    }

private Q_SLOTS:
    void membersOfThePlaceComeFirstThenWhomOneTalksWith()
    {
        World world;
        world.signIn();
        const auto far = hire(world, "paul.abadie", "Paul Abadie");
        const auto partner = hire(world, "paul.zola", "Paul Zola");
        const auto member = hire(world, "paul.martin", "Paul Martin");
        Q_UNUSED(far);
        enrol(world, member, "paul.martin", "Paul Martin");
        const Uuid mine = world.holdPost("Who comes?", world.me, world.place());
        model::Comment answer;
        answer.post = PostId(mine);
        answer.author = partner;
        answer.body = "I do";
        world.hold(world.place(), answer, world.newId());
        QCOMPARE(words(world, "paul"), QStringList({"paul.martin", "paul.zola", "paul.abadie"}));
    }

    void everyWordOfANameBeginsACompletionWithoutItsAccents()
    {
        World world;
        world.signIn();
        hire(world, "chloe.lefevre", QString::fromUtf8("Chloé Lefèvre"));
        for (const char *typed : {"chl", "Chloé", "lefe", "LEFÈ", "chloe.lef"})
            QCOMPARE(words(world, QString::fromUtf8(typed)), QStringList{"chloe.lefevre"});
        QCOMPARE(words(world, "hloe"), QStringList());
    }

    void aBareSignOffersTheMembersOfThePlaceAndNotOneself()
    {
        World world;
        world.signIn();
        hire(world, "nobody.here", "Nobody Here");
        enrol(world, world.other, "jean", "Jean Petit");
        QCOMPARE(words(world, {}), QStringList{"jean"});
    }

    void whoLeftTheCompanyIsNotOffered()
    {
        World world;
        world.signIn();
        model::Person gone = World::person("gone", "Gone Away");
        gone.disabled = true;
        world.hold(ScopeId::directory(), gone, world.newId());
        QCOMPARE(words(world, "gone"), QStringList());
    }

    void groupsAreOfferedByTheirTitle()
    {
        World world;
        world.signIn();
        const auto found = value(world.reader->complete({CompletionQuery::Handles, "proj", world.place(), 8}));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().kind, Completion::Group);
        QCOMPARE(found.first().word, QString("projets"));
        QCOMPARE(found.first().title, QString("Projets"));
    }

    void tagsComeFromPostsTheMostUsedHereFirst()
    {
        World world;
        world.signIn();
        const auto elsewhere = ScopeId::group(world.newId<GroupId>());
        tagged(world, {"levage", "lever"}, world.place());
        tagged(world, {"lever"}, world.place());
        tagged(world, {"lecture"}, elsewhere);
        tagged(world, {"lecture"}, elsewhere);
        tagged(world, {"lecture"}, elsewhere);
        QCOMPARE(tags(world, "le"), QStringList({"lever", "levage", "lecture"}));
        QCOMPARE(tags(world, {}), QStringList({"lever", "levage"}));
        QCOMPARE(tags(world, "x"), QStringList());
    }

    void accentsAndCaseOfATagDoNotMatter()
    {
        World world;
        world.signIn();
        tagged(world, {QString::fromUtf8("sécurité")}, world.place());
        QCOMPARE(tags(world, "Secu"), QStringList{QString::fromUtf8("sécurité")});
    }

    void aTagGoesWithItsLastPost()
    {
        World world;
        world.signIn();
        const Uuid first = tagged(world, {"once", "twice"}, world.place());
        tagged(world, {"twice"}, world.place());
        model::Post edited = World::post("Another text", world.other);
        edited.tags = {"new"};
        world.hold(world.place(), edited, first);
        QCOMPARE(tags(world, {}), QStringList({"new", "twice"}));
        world.bury(world.place(), Kind::Post, first);
        QCOMPARE(tags(world, {}), QStringList{"twice"});
    }

    void noTagOfALostPlaceIsLeftOnTheDisk()
    {
        World world;
        world.signIn();
        tagged(world, {"secretproject"}, world.place());
        value(world.cache->purge(world.place()));
        QCOMPARE(tags(world, "secret"), QStringList());
        world.close();
        QFile file(world.cachePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secretproject"));
    }

    void aTagThatWaitsInTheOutboxIsOffered()
    {
        World world;
        world.signIn();
        model::Post post = World::post("Text", world.me);
        post.tags = {"fresh"};
        world.write(world.creation(world.place(), post, world.newId()));
        QCOMPARE(tags(world, "fr"), QStringList{"fresh"});
    }

    void thePostsOfAnOlderFileAreCountedWhenItIsOpened()
    {
        World world;
        world.signIn();
        tagged(world, {"old"}, world.place());
        world.close();
        {
            auto db = value(openCacheConnection(world.cachePath()));
            db->exec("DELETE FROM tag_use; INSERT INTO tag_use VALUES (0, '', '', 0)");
        }
        world.reopen();
        QCOMPARE(tags(world, "o"), QStringList{"old"});
        auto db = value(openCacheConnection(world.cachePath(), {.readOnly = true}));
        QCOMPARE(db->scalar("SELECT count(*) FROM tag_use"), 1);
    }

    void damagedOrEndlessTagsOfOthersAreNotOffered()
    {
        World world;
        world.signIn();
        tagged(world, {QString(500, u'a'), "", "fine"}, world.place());
        QCOMPARE(tags(world, {}), QStringList{"fine"});
    }
};

QTEST_GUILESS_MAIN(CompletionTest)
#include "completion_test.moc"

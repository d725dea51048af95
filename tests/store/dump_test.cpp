#include "store/world.h"

#include <QJsonDocument>

using namespace parvis::store;
using namespace parvis::store::test;
using namespace parvis;

class DumpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDumpLooksLikeThis()
    {
        World world;
        const auto id = [](quint8 last) {
            Uuid uuid;
            uuid.data()[15] = last;
            return uuid;
        };
        const ScopeId scope = ScopeId::group(GroupId(id(1)));
        model::Group group;
        group.handle = "projets";
        group.title = "Projets";
        group.groupKind = model::GroupKind::Site;
        group.visibility = model::Visibility::Secret;
        group.history = model::History::FromJoin;
        group.createdAt = Time::fromMs(1'700'000'000'000);
        world.hold(scope, group, id(1));
        model::Post post = World::post("deux\nlignes \"citées\"\t👍", PersonId(id(2)));
        post.mentions = {id(3)};
        post.tags = {"été"};
        post.versions = {{"avant", Time::fromMs(1'700'000'000'001)}};
        post.pinned = true;
        world.hold(scope, post, id(4));
        qint64 entities = 0;
        const QByteArray expected =
            "[{\"archived\":false,\"created_at\":\"2023-11-14T22:13:20.000Z\",\"description\":\"\",\"group_kind\":\"site\","
            "\"handle\":\"projets\",\"history\":\"from_join\",\"id\":\"00000000-0000-0000-0000-000000000001\","
            "\"kind\":\"group\",\"rules\":\"\",\"scope\":\"group:00000000-0000-0000-0000-000000000001\",\"title\":\"Projets\","
            "\"visibility\":\"secret\"},"
            "{\"author\":\"00000000-0000-0000-0000-000000000002\",\"blank\":false,"
            "\"body\":\"deux\\nlignes \\\"cit\u00e9es\\\"\\u0009\U0001F44D\",\"created_at\":\"2023-11-14T22:13:20.000Z\","
            "\"edited_at\":null,\"id\":\"00000000-0000-0000-0000-000000000004\",\"kind\":\"post\","
            "\"mentions\":[\"00000000-0000-0000-0000-000000000003\"],\"pinned\":true,"
            "\"scope\":\"group:00000000-0000-0000-0000-000000000001\",\"tags\":[\"\u00e9t\u00e9\"],"
            "\"versions\":[{\"body\":\"avant\",\"until\":\"2023-11-14T22:13:20.001Z\"}],\"wall\":null}]";
        QCOMPARE(value(world.reader->dump(std::nullopt, &entities)), expected);
        QCOMPARE(entities, 2);
        QVERIFY(QJsonDocument::fromJson(expected).isArray());
    }

    void twoPeopleOfAGroupDumpTheSameBytes()
    {
        World one(1);
        World two(2);
        two.lastOrder += 1'000'000;
        const ScopeId shared = one.place();
        const Uuid root = one.newId();
        std::vector<WireRow> rows{one.row(shared, World::post("racine", one.other), root)};
        for (int i = 0; i < 20; ++i) {
            model::Comment comment;
            comment.post = PostId(root);
            comment.author = one.other;
            comment.body = QString::number(i);
            rows.push_back(one.row(shared, comment, one.newId()));
        }
        one.apply(shared, rows);
        // The other holds more, under other local numbers, and got the same rows in two parts and another order.
        value(two.cache->setIdentity({"s", "jean", {}, two.other, {}}));
        two.holdPost("ailleurs", two.other, ScopeId::directory());
        std::vector<WireRow> later(rows.rbegin(), rows.rbegin() + 10);
        std::vector<WireRow> earlier(rows.rbegin() + 10, rows.rend());
        value(two.cache->apply(one.covered(shared), later));
        value(two.cache->apply(one.covered(shared), earlier));
        QVERIFY(value(one.reader->dump(shared)).contains("racine"));
        QCOMPARE(value(one.reader->dump(shared)), value(two.reader->dump(shared)));
        QVERIFY(value(one.reader->dump(std::nullopt)) != value(two.reader->dump(std::nullopt)));
    }

    void whatWaitsIsInAndWhatIsLocalIsNot()
    {
        World world;
        world.signIn();
        const Uuid hidden = world.holdPost("supprimé", world.me, world.place());
        const Uuid edited = world.holdPost("avant", world.me, world.place());
        world.write(world.deletion(Kind::Post, hidden));
        world.write(world.newBody(Kind::Post, edited, "après"));
        world.write(world.newPost("nouveau"));
        const QByteArray dump = value(world.reader->dump(world.place()));
        QVERIFY(!dump.contains("supprimé"));
        QVERIFY(dump.contains("\"body\":\"après\""));
        QVERIFY(dump.contains("\"body\":\"nouveau\""));
        for (const char *local : {"\"rev\"", "\"ord\"", "\"epoch\"", "\"state\"", "\"extra\""})
            QVERIFY2(!dump.contains(local), local);
        QVERIFY(value(world.reader->dump(std::nullopt)).size() > dump.size());
        QCOMPARE(value(world.reader->dump(ScopeId::group(world.newId<GroupId>()))), "[]");
    }

    void aDumpAfterTheAnswerIsTheDumpBefore()
    {
        World world;
        world.signIn();
        const Operation op = world.newPost("pareil");
        world.write(op);
        const QByteArray before = value(world.reader->dump(std::nullopt));
        const auto made = model::merged(std::nullopt, op, world.me, op.at);
        world.hold(world.place(), *made, op.entity);
        QCOMPARE(value(world.reader->dump(std::nullopt)), before);
        value(world.outbox->remove({op.id}));
        QCOMPARE(value(world.reader->dump(std::nullopt)), before);
    }
};

QTEST_GUILESS_MAIN(DumpTest)
#include "dump_test.moc"

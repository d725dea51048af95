#include "store/world.h"

using namespace parvis;
using namespace parvis::store;
using namespace parvis::store::test;

class DraftsTest : public QObject {
    Q_OBJECT

    static Uuid draft(World &world, const QString &place, const QString &body, qint64 atMs, const Uuid &contentOp = {})
    {
        model::Draft row;
        row.place = place;
        row.body = body;
        row.changedAt = Time::fromMs(atMs);
        row.contentOp = contentOp;
        const Uuid id = world.newId();
        world.hold(ScopeId::person(world.me), row, id);
        return id;
    }

private Q_SLOTS:
    void twoDevicesDraftsOfOnePlaceAreBothThereTheNewestFirst()
    {
        World world;
        world.signIn();
        const QString place = world.place().toString();
        draft(world, place, "train", 1);
        draft(world, place, "desk", 2);
        draft(world, "directory", "elsewhere", 3);
        const auto here = value(world.reader->drafts(place));
        QCOMPARE(here.size(), 2);
        QCOMPARE(here.at(0).body, QString("desk"));
        QCOMPARE(here.at(1).body, QString("train"));
        QCOMPARE(value(world.reader->drafts()).size(), 3);
    }

    void eachSaysWhereItLeads()
    {
        World world;
        world.signIn();
        const Uuid post = world.holdPost("a post");
        const Uuid comment = world.holdComment(post, "a comment");
        const struct {
            QString place;
            DraftItem::Purpose purpose;
            Uuid post;
            QString title;
        } rows[] = {{world.place().toString(), DraftItem::NewPost, {}, "Projets"},
                    {"directory", DraftItem::NewPost, {}, ""},
                    {world.other.toString(), DraftItem::WallPost, {}, "Jean Petit"},
                    {post.toString(), DraftItem::Comment, post, "Jean Petit"},
                    {comment.toString(), DraftItem::Answer, post, "Jean Petit"},
                    {"edit:" + comment.toString(), DraftItem::Edit, post, "Jean Petit"},
                    {world.newId().toString(), DraftItem::Unknown, {}, ""},
                    {"nonsense", DraftItem::Unknown, {}, ""}};
        for (const auto &row : rows) {
            draft(world, row.place, "text", 1);
            const auto found = value(world.reader->drafts(row.place));
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.first().purpose, row.purpose);
            QCOMPARE(found.first().post, row.post);
            QCOMPARE(found.first().title, row.title);
        }
    }

    void anEmptiedDraftIsNone()
    {
        World world;
        world.signIn();
        draft(world, "directory", "", 1);
        QVERIFY(value(world.reader->drafts()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(DraftsTest)
#include "drafts_test.moc"

#include "support/ui_world.h"
#include "ui/models/place_finder.h"
#include "ui/models/thread_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;

class PlaceFinderTest : public QObject {
    Q_OBJECT

    static QStringList bodiesOf(UiWorld &world, const ui::PlaceFinder &finder)
    {
        QStringList bodies;
        for (const auto &hit : finder.hits())
            bodies << world.backend.find(hit.id)->body;
        return bodies;
    }

private Q_SLOTS:
    void aGroupIsSearchedWholeNewestFirst()
    {
        UiWorld world;
        world.group();
        const auto other = model::ScopeId::group(world.backend.addGroup("b", "B", model::GroupKind::Site));
        for (int i = 0; i < 300; ++i) // far more than a list holds
            world.backend.addPost(world.group(), "thomas.berger", QString("crane %1").arg(i), 1000 - i);
        world.backend.addPost(other, "thomas.berger", "crane elsewhere", 5);
        ui::PlaceFinder finder(world.backend, world.scheduler);
        finder.setPlace({.what = store::FeedQuery::Group, .id = world.group().id});
        const QSignalSpy moved(&finder, &ui::PlaceFinder::moved);
        finder.find("crane", 0);
        QTRY_VERIFY(finder.isAnswered());
        QCOMPARE(finder.hits().size(), 300);
        QCOMPARE(bodiesOf(world, finder).first(), QString("crane 299"));
        QCOMPARE(finder.current(), 0);
        QCOMPARE(moved.size(), 1);
        finder.step(-1); // round to the oldest
        QCOMPARE(finder.current(), 299);
        finder.step(1);
        QCOMPARE(finder.current(), 0);
    }

    void findingBeginsWhereOneReads()
    {
        UiWorld world;
        QList<model::Uuid> ids;
        for (int i = 0; i < 10; ++i)
            ids << world.backend.addPost(world.group(), "thomas.berger", "crane", 100 - i);
        ui::PlaceFinder finder(world.backend, world.scheduler);
        finder.setPlace({.what = store::FeedQuery::Group, .id = world.group().id});
        finder.find("crane", world.backend.find(ids.at(4))->order);
        QTRY_VERIFY(finder.isAnswered());
        QCOMPARE(finder.hits().at(finder.current()).id, ids.at(4));
    }

    void aThreadIsSearchedInItsOrder()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "The crane", 100);
        for (int i = 0; i < 130; ++i) // more than a slice
            world.backend.addComment(post, "camille.morel", i % 2 ? "cranes!" : "nothing", 90 - i / 2);
        ui::ThreadModel thread(world.backend);
        thread.open(model::PostId(post));
        QTRY_COMPARE(thread.rowCount(), 131);
        ui::PlaceFinder finder(world.backend, world.scheduler);
        finder.setThread(&thread);
        finder.find("crane ", 0);
        QTRY_VERIFY(finder.isAnswered());
        QCOMPARE(finder.hits().size(), 66);
        QCOMPARE(finder.hits().first().id, post);
    }

    void bookmarksAreSearchedWholeTheLastMarkedFirst()
    {
        UiWorld world;
        const auto old = world.backend.addPost(world.group(), "thomas.berger", "The crane", 5000);
        const auto comment = world.backend.addComment(old, "camille.morel", "a crane, too", 4000);
        for (int i = 0; i < 130; ++i) { // more than a slice
            const auto id = world.backend.addPost(world.group(), "thomas.berger", "nothing", 100 + i);
            if (i == 60)
                world.backend.bookmark(comment, {}, true);
            world.backend.bookmark(id, {}, true);
        }
        world.backend.addPost(world.group(), "thomas.berger", "a crane that nobody marked", 5);
        world.backend.bookmark(old, {}, true);
        ui::PlaceFinder finder(world.backend, world.scheduler);
        finder.setPlace({.what = store::FeedQuery::Bookmarks});
        finder.find("crane", 0);
        QTRY_VERIFY(finder.isAnswered());
        QCOMPARE(bodiesOf(world, finder), (QStringList{"The crane", "a crane, too"}));
    }

    void anAnswerToWhatWasTypedBeforeIsDropped()
    {
        UiWorld world;
        world.backend.addPost(world.group(), "thomas.berger", "crane", 100);
        ui::PlaceFinder finder(world.backend, world.scheduler);
        finder.setPlace({.what = store::FeedQuery::Group, .id = world.group().id});
        finder.find("crane", 0);
        finder.find("bridge", 0);
        QTRY_VERIFY(finder.isAnswered());
        QVERIFY(finder.hits().isEmpty());
        finder.find("", 0);
        QVERIFY(finder.hits().isEmpty());
        QVERIFY(!finder.isAnswered());
    }
};

QTEST_MAIN(PlaceFinderTest)
#include "place_finder_test.moc"

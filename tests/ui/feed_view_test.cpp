#include "support/ui_world.h"
#include "ui/models/feed_model.h"
#include "ui/models/thread_model.h"
#include "ui/views/feed/feed_view.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::FeedModel;
using ui::FeedView;

class FeedViewTest : public QObject {
    Q_OBJECT

    struct Shown {
        explicit Shown(UiWorld &world) : model(world.backend, world.scheduler), view(world.context)
        {
            view.setModel(&model);
            view.resize(720, 600);
            view.show();
            store::FeedQuery query;
            query.what = store::FeedQuery::Group;
            query.id = world.group().id;
            model.open(query);
        }
        FeedModel model;
        FeedView view;
    };

    static bool shows(const FeedView &view, const base::Uuid &id)
    {
        const QList<int> rows = view.visibleRows();
        return std::any_of(rows.begin(), rows.end(), [&](int row) { return view.model()->item(row).id == id; });
    }

private Q_SLOTS:
    void nothingJumpsWhenPostsArriveAbove()
    {
        UiWorld world;
        world.posts(60);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        shown.view.scrollBy(1200);
        const int row = shown.view.visibleRows().value(1);
        const auto id = shown.model.item(row).id;
        const QRectF before = shown.view.rowRect(row);
        for (int i = 0; i < 3; ++i)
            world.backend.touch(world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0));
        QTRY_COMPARE(shown.model.rowOf(id), row + 3);
        QCOMPARE(shown.view.rowRect(row + 3), before);
        QCOMPARE(shown.view.newAbove(), 3);
    }

    void atTheTopNewPostsWaitBehindTheBarAndShowOnDemand()
    {
        UiWorld world;
        const auto ids = world.posts(30);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        QSignalSpy bar(&shown.view, &FeedView::newAboveChanged);
        const auto fresh = world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0);
        world.backend.touch(fresh);
        QTRY_COMPARE(bar.size(), 1);
        QCOMPARE(shown.view.newAbove(), 1);
        QVERIFY(shows(shown.view, ids.first()));
        shown.view.scrollToTop();
        QCOMPARE(shown.view.newAbove(), 0);
        QVERIFY(shows(shown.view, fresh));
    }

    void onesOwnPostIsShownAtOnce()
    {
        UiWorld world;
        world.posts(30);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        shown.view.scrollBy(900);
        world.backend.post(world.group(), {}, "Mine");
        QTRY_COMPARE(shown.model.item(0).body, QString("Mine"));
        QCOMPARE(shown.view.visibleRows().first(), 0);
        QCOMPARE(shown.view.newAbove(), 0);
    }

    void theAnchorHoldsWhenARowAboveGoesAway()
    {
        UiWorld world;
        const auto ids = world.posts(40);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        shown.view.scrollBy(1500);
        const int row = shown.view.visibleRows().value(1);
        const auto id = shown.model.item(row).id;
        const QRectF before = shown.view.rowRect(row);
        world.backend.remove(ids.first());
        QTRY_COMPARE(shown.model.rowOf(id), row - 1);
        QCOMPARE(shown.view.rowRect(row - 1), before);
    }

    void theAnchorHoldsWhilePagesAreLoadedBothWays()
    {
        UiWorld world;
        const auto ids = world.posts(500);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        for (int i = 0; i < 400 && !shows(shown.view, ids.last()); ++i) {
            shown.view.scrollBy(900);
            QCoreApplication::processEvents();
        }
        QVERIFY(shows(shown.view, ids.last()));
        for (int i = 0; i < 800 && !shows(shown.view, ids.first()); ++i) {
            shown.view.scrollBy(-900);
            QCoreApplication::processEvents();
        }
        QVERIFY(shows(shown.view, ids.first()));
        QVERIFY(shown.model.rowCount() <= FeedModel::maxRows);
    }

    void keysMoveThroughThePostsAndOpenThem()
    {
        UiWorld world;
        const auto ids = world.posts(10);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        QSignalSpy hits(&shown.view, &FeedView::hit);
        QTest::keyClick(&shown.view, Qt::Key_J);
        QTest::keyClick(&shown.view, Qt::Key_J);
        QTest::keyClick(&shown.view, Qt::Key_Down);
        QCOMPARE(shown.view.currentRow(), 2);
        QTest::keyClick(&shown.view, Qt::Key_K);
        QCOMPARE(shown.view.currentRow(), 1);
        QTest::keyClick(&shown.view, Qt::Key_Return);
        QCOMPARE(hits.size(), 1);
        QCOMPARE(hits.first().first().toInt(), 1);
    }

    void aLongPostIsFoldedUntilAskedFor()
    {
        UiWorld world;
        const auto id =
            world.backend.addPost(world.group(), "thomas.berger", QString("A line of text.\n\n").repeated(60), 1);
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        const qreal folded = shown.view.rowRect(shown.model.rowOf(id)).height();
        QVERIFY(folded < 450);
        shown.view.activate(0, ui::CardHit::More, {}, {});
        QVERIFY(shown.view.rowRect(0).height() > 1000);
        shown.view.activate(0, ui::CardHit::More, {}, {});
        QCOMPARE(shown.view.rowRect(0).height(), folded);
    }

    void screenReadersSeeAListOfSentences()
    {
        UiWorld world;
        world.languages.apply("en");
        const auto ids = world.posts(3);
        world.backend.find(ids.at(1))->state = store::ItemState::Rejected;
        world.backend.find(ids.at(1))->why = "archived";
        Shown shown(world);
        QTRY_VERIFY(shown.model.isLoaded());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&shown.view);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 3);
        QAccessibleInterface *first = list->child(0);
        QCOMPARE(first->role(), QAccessible::ListItem);
        QVERIFY2(first->text(QAccessible::Name).startsWith("Thomas Berger in The bridge, 10 min ago: Post number 0"),
                 qPrintable(first->text(QAccessible::Name)));
        QVERIFY(list->child(1)->text(QAccessible::Name).contains("archived"));
        QVERIFY(!first->rect().isEmpty());
        QCOMPARE(list->indexOfChild(first), 0);
        QSignalSpy hits(&shown.view, &FeedView::hit);
        first->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(hits.size(), 1);
    }

    void theFirstPaintWithAPostIsTold()
    {
        UiWorld world;
        world.posts(3);
        Shown shown(world);
        QSignalSpy painted(&shown.view, &FeedView::firstPainted);
        QTRY_COMPARE(painted.size(), 1);
        QVERIFY(shown.model.rowCount() > 0);
    }
};

QTEST_MAIN(FeedViewTest)
#include "feed_view_test.moc"

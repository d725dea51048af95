// Finding one's way in a feed: positions, the line of what was read, the first unread post, dates.
#include "support/ui_world.h"
#include "ui/models/feed_model.h"
#include "ui/views/feed/date_dialog.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/read_marker.h"
#include "ui/views/feed/reading_guide.h"

#include <QDateEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::FeedPage;
using ui::Place;

class ReadingTest : public QObject {
    Q_OBJECT

    struct Shown {
        explicit Shown(UiWorld &world, const Place &place) : page(world.context), place(place)
        {
            page.resize(760, 700);
            page.show();
            page.activateWindow();
            (void)QTest::qWaitForWindowActive(&page);
            page.open(place);
        }
        FeedPage page;
        Place place;
        ui::FeedView &view() { return *page.view(); }
        ui::FeedModel &model() { return *page.model(); }
    };

    static Place groupPlace(UiWorld &world) { return {.kind = Place::Group, .id = world.group().id}; }
    // `unread` new ones over `read` old ones, the newest first.
    static QList<base::Uuid> posts(UiWorld &world, int unread, int read)
    {
        QList<base::Uuid> ids;
        for (int i = 0; i < unread + read; ++i)
            ids.append(world.backend.addPost(world.group(), "thomas.berger",
                                             QString("Post %1\n\n").arg(i) + QString("word ").repeated(30), 10 + 60 * i,
                                             i < unread));
        return ids;
    }
    static bool shows(ui::FeedView &view, const base::Uuid &id)
    {
        for (const int row : view.visibleRows()) {
            const QRectF rect = view.rowRect(row);
            if (view.model()->item(row).id == id && rect.top() >= 0 && rect.bottom() <= view.viewport()->height())
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void onePlacesPositionIsThereAgainAfterAnother()
    {
        UiWorld world;
        posts(world, 0, 100);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        for (int i = 0; i < 25; ++i) {
            shown.view().scrollBy(400);
            QCoreApplication::processEvents();
        }
        const auto id = shown.model().item(shown.view().anchorRow()).id;
        const qreal offset = shown.view().anchorOffset();
        QVERIFY(shown.view().anchorRow() > 24); // further than the first page
        shown.page.open({.kind = Place::CompanyWall});
        QTRY_VERIFY(shown.model().isLoaded());
        shown.page.open(groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        QCOMPARE(shown.model().item(shown.view().anchorRow()).id, id);
        QCOMPARE(shown.view().anchorOffset(), offset);
        // Another window, as after a restart.
        shown.page.leave();
        Shown again(world, groupPlace(world));
        QTRY_VERIFY(again.model().isLoaded());
        QCOMPARE(again.model().item(again.view().anchorRow()).id, id);
        QCOMPARE(again.view().anchorOffset(), offset);
    }

    void atTheTopOneComesBackToTheTop()
    {
        UiWorld world;
        posts(world, 0, 40);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        shown.page.open({.kind = Place::CompanyWall});
        QTRY_VERIFY(shown.model().isLoaded());
        const auto fresh = world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0);
        shown.page.open(groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        QVERIFY(shows(shown.view(), fresh));
    }

    void aPostThatIsGoneLeavesThePlaceWhereItStood()
    {
        UiWorld world;
        const auto ids = posts(world, 0, 60);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        shown.view().scrollBy(3000);
        const int row = int(ids.indexOf(shown.model().item(shown.view().anchorRow()).id));
        shown.page.open({.kind = Place::CompanyWall});
        QTRY_VERIFY(shown.model().isLoaded());
        world.backend.items.removeIf([&](const auto &item) { return item.id == ids.at(row); });
        shown.page.open(groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        QCOMPARE(shown.view().rowRect(shown.model().rowOf(ids.at(row + 1))).top(), 16.0);
    }

    void theLineStandsBetweenReadAndUnreadAndStaysThere()
    {
        UiWorld world;
        const auto ids = posts(world, 3, 20);
        Shown shown(world, groupPlace(world));
        QTRY_COMPARE(shown.view().line(), ids.at(3));
        world.backend.markRead(world.group(), 0);
        QTRY_VERIFY(!shown.model().item(0).unread);
        QCOMPARE(shown.view().line(), ids.at(3));
        // All is read: when something new comes, the line moves up to it.
        world.backend.touch(world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0, true));
        QTRY_COMPARE(shown.view().line(), ids.at(0));
    }

    void whereAllIsReadThereIsNoLine()
    {
        UiWorld world;
        posts(world, 0, 10);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        QCoreApplication::processEvents();
        QVERIFY(shown.view().line().isNull());
    }

    void onlyWhatWasSeenIsMarkedAsRead()
    {
        UiWorld world;
        const auto ids = posts(world, 30, 20);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        // The newest few are on the screen, the older unread ones were never: nothing is marked.
        QTest::keyClick(&shown.view(), Qt::Key_U);
        QTRY_VERIFY(shows(shown.view(), ids.at(29)));
        QVERIFY(world.backend.readMarks.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!world.backend.readMarks.isEmpty(), 4 * ui::ReadMarker::seenAfterMs);
        const qint64 mark = world.backend.readMarks.last().second;
        QVERIFY(mark >= world.backend.find(ids.at(29))->order);
        QVERIFY2(mark < world.backend.find(ids.at(10))->order, "the ones far above were not in sight");
        QVERIFY(world.backend.find(ids.at(0))->unread);
    }

    void theFirstUnreadIsFoundFarBelowTheWindow()
    {
        UiWorld world;
        const auto ids = posts(world, 120, 30);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        auto *pill = shown.page.findChild<QPushButton *>("toUnread");
        QTRY_VERIFY(pill->isVisible());
        QTest::mouseClick(pill, Qt::LeftButton);
        QTRY_VERIFY(shows(shown.view(), ids.at(119)));
        QCOMPARE(shown.model().item(shown.view().currentRow()).id, ids.at(119));
        QCOMPARE(shown.view().line(), ids.at(120));
        QVERIFY(!pill->isVisible());
    }

    void nGoesToTheNextUnreadOverPages()
    {
        UiWorld world;
        const auto ids = posts(world, 0, 90);
        for (const int row : {2, 70})
            world.backend.find(ids.at(row))->unread = true;
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        QSignalSpy nothing(&shown.view(), &ui::FeedView::nothingUnread);
        QTest::keyClick(&shown.view(), Qt::Key_N);
        QTRY_COMPARE(shown.view().currentRow(), 2);
        QTest::keyClick(&shown.view(), Qt::Key_N);
        QTRY_COMPARE(shown.view().currentRow(), shown.model().rowOf(ids.at(70)));
        QTest::keyClick(&shown.view(), Qt::Key_N);
        QTRY_COMPARE(nothing.size(), 1);
        QTest::keyClick(&shown.view(), Qt::Key_N, Qt::ShiftModifier);
        QTRY_COMPARE(shown.view().currentRow(), shown.model().rowOf(ids.at(2)));
    }

    void aDateShowsThePostsOfThatDay()
    {
        UiWorld world;
        posts(world, 0, 600); // one an hour
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        const QDate day = QDateTime::fromMSecsSinceEpoch(world.clock.now().ms()).date().addDays(-14);
        shown.page.guide()->goToDate(day);
        QTRY_VERIFY(shown.model().isLoaded());
        QTRY_VERIFY(shown.view().currentRow() >= 0);
        const auto &found = shown.model().item(shown.view().currentRow());
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(found.createdAt.ms()).date(), day);
        QCOMPARE(shown.view().rowRect(shown.view().currentRow()).top(), 16.0);
        QVERIFY(shown.model().hasNewer());
        const auto &above = shown.model().item(shown.view().currentRow() - 1);
        QVERIFY(QDateTime::fromMSecsSinceEpoch(above.createdAt.ms()).date() > day);
        // And back.
        auto *newest = shown.page.findChild<QPushButton *>("toNewest");
        QTRY_VERIFY(newest->isVisible());
        QTest::mouseClick(newest, Qt::LeftButton);
        QTRY_VERIFY(shown.model().isLoaded() && !shown.model().hasNewer());
        QCOMPARE(shown.view().visibleRows().first(), 0);
    }

    void aDateBeforeAllPostsShowsTheOldest()
    {
        UiWorld world;
        const auto ids = posts(world, 0, 60);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        QSignalSpy said(&world.navigator, &ui::Navigator::said);
        shown.page.guide()->goToDate(QDate(2001, 2, 3));
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(shows(shown.view(), ids.last()));
    }

    void theDayIsTypedOrPickedInTheSheet()
    {
        UiWorld world;
        ui::DateDialog dialog(world.context);
        const QDate today = QDateTime::fromMSecsSinceEpoch(world.clock.now().ms()).date();
        QCOMPARE(dialog.date(), today);
        auto *field = dialog.findChild<QDateEdit *>();
        field->setDate(today.addDays(10)); // the future has no posts
        QCOMPARE(dialog.date(), today);
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(dialog.date() < today);
    }

    void newOnesAreAnnouncedWhileOneIsFarDown()
    {
        UiWorld world;
        posts(world, 0, 200);
        Shown shown(world, groupPlace(world));
        QTRY_VERIFY(shown.model().isLoaded());
        shown.page.guide()->goToDate(QDateTime::fromMSecsSinceEpoch(world.clock.now().ms()).date().addDays(-6));
        QTRY_VERIFY(shown.model().isLoaded());
        QTRY_VERIFY(shown.model().hasNewer());
        QTRY_VERIFY(shown.view().currentRow() >= 0);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents(); // the newest is asked for
        QCOMPARE(shown.view().newAbove(), 0);
        for (int i = 0; i < 2; ++i)
            world.backend.touch(world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0));
        QTRY_COMPARE(shown.view().newAbove(), 2);
        // Scrolling up over older rows is no news.
        for (int i = 0; i < 20; ++i) {
            shown.view().scrollBy(-500);
            QCoreApplication::processEvents();
        }
        QCOMPARE(shown.view().newAbove(), 2);
    }
};

QTEST_MAIN(ReadingTest)
#include "reading_test.moc"

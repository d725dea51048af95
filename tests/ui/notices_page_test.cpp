#include "support/ui_world.h"
#include "ui/models/notice_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/place_link.h"
#include "ui/shell/rail.h"
#include "ui/shell/shell.h"
#include "ui/views/notices/notices_page.h"

#include <QLabel>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using model::Reason;
using model::Uuid;
using tests::UiWorld;
using ui::Place;

class NoticesPageTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(bool withNotices = true) : window(world.context)
        {
            world.languages.apply("en");
            post = world.posts(2).first();
            if (withNotices) {
                comment = world.backend.addComment(post, "thomas.berger", "We pour on Thursday", 5);
                world.backend.addNotice(post, Reason::Mention);
                world.backend.addNotice(comment, Reason::CommentReply);
            }
            window.showShell();
            window.show();
            window.activateWindow();
            world.navigator.go({.kind = Place::Notices});
            settle();
        }
        static void settle()
        {
            for (int i = 0; i < 10; ++i)
                QCoreApplication::processEvents();
        }
        QListView *list() { return window.shell()->noticesPage()->list(); }
        QPushButton *button(const QString &text)
        {
            for (auto *each : window.findChildren<QPushButton *>()) {
                if (each->text() == text)
                    return each;
            }
            return nullptr;
        }
        int count() { return window.findChild<ui::Rail *>()->noticeCount(); }

        UiWorld world;
        Uuid post, comment;
        ui::MainWindow window;
    };

    static QString text(QListView *list, int row)
    {
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

private Q_SLOTS:
    void theNewestStandsFirstAndSaysWhy()
    {
        Window shown;
        QCOMPARE(shown.list()->model()->rowCount(), 2);
        QCOMPARE(text(shown.list(), 0),
                 "Thomas Berger replies to your comment, in The bridge, 5 min ago: We pour on Thursday. Unread");
        QVERIFY(text(shown.list(), 1).startsWith("Thomas Berger mentions you"));
        QCOMPARE(shown.count(), 2);
    }

    void enterOpensTheCommentInItsThreadAndMarksItRead()
    {
        Window shown;
        QVERIFY(shown.list()->hasFocus() || shown.list()->currentIndex().isValid());
        QTest::keyClick(shown.list(), Qt::Key_Return);
        Window::settle();
        QCOMPARE(shown.world.navigator.place().kind, Place::Thread);
        QCOMPARE(shown.world.navigator.place().id, shown.post);
        QCOMPARE(shown.world.navigator.place().highlight, shown.comment);
        QCOMPARE(shown.count(), 0);
    }

    void keysMoveAndMarkAsRead()
    {
        Window shown;
        QTest::keyClick(shown.list(), Qt::Key_J);
        QCOMPARE(shown.list()->currentIndex().row(), 1);
        QTest::keyClick(shown.list(), Qt::Key_M);
        Window::settle();
        QCOMPARE(shown.count(), 1); // up to the post, not the comment after it
        QTest::keyClick(shown.list(), Qt::Key_K);
        QCOMPARE(shown.list()->currentIndex().row(), 0);
        QTest::keyClick(shown.list(), Qt::Key_M, Qt::ShiftModifier);
        Window::settle();
        QCOMPARE(shown.count(), 0);
        QCOMPARE(shown.world.navigator.place().kind, Place::Notices);
    }

    void allAreMarkedByTheButtonAndTheFilterLeavesTheUnread()
    {
        Window shown;
        auto *filter = shown.button("Unread only");
        auto *all = shown.button("Mark all as read");
        QVERIFY(filter && all && all->isEnabled());
        filter->click();
        Window::settle();
        QCOMPARE(shown.list()->model()->rowCount(), 2);
        all->click();
        Window::settle();
        QCOMPARE(shown.list()->model()->rowCount(), 0);
        QVERIFY(!all->isEnabled());
        QVERIFY(!shown.list()->isVisible()); // the empty state says so
        filter->click();
        Window::settle();
        QCOMPARE(shown.list()->model()->rowCount(), 2);
    }

    void anEmptyListSaysWhatWillStandThere()
    {
        Window shown(false);
        QVERIFY(!shown.list()->isVisible());
        bool said = false;
        for (auto *label : shown.window.findChildren<QLabel *>())
            said = said || (label->isVisible() && label->text() == "Nothing for you yet");
        QVERIFY(said);
        QCOMPARE(shown.count(), 0);
    }

    void readingTheThreadEndsItsNotices()
    {
        Window shown;
        shown.world.navigator.go({.kind = Place::Thread, .id = shown.post});
        QTRY_COMPARE(shown.count(), 0);
        const Uuid later = shown.world.backend.addComment(shown.post, "thomas.berger", "And Friday", 0);
        shown.world.backend.addNotice(later, Reason::Thread);
        shown.world.backend.touch(later);
        QTRY_COMPARE(shown.world.backend.threadMarks.size(), 2);
        QTRY_COMPARE(shown.count(), 0);
    }

    void theModelMovesOnlyWhatChanged()
    {
        UiWorld world;
        const auto ids = world.posts(5);
        for (const Uuid &id : ids)
            world.backend.addNotice(id, Reason::Mention);
        ui::NoticeModel model(world.backend, world.clock);
        QAbstractItemModelTester tester(&model);
        Window::settle();
        QCOMPARE(model.rowCount(), 5);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const Uuid newest = world.backend.addPost(world.group(), "thomas.berger", "New", 0);
        world.backend.addNotice(newest, Reason::Mention);
        Window::settle();
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 0);
        world.backend.noticeList.removeAt(3);
        world.backend.tellNotices();
        Window::settle();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 3);
        QCOMPARE(reset.size(), 0);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        world.backend.markNoticesRead();
        Window::settle();
        QCOMPARE(changed.size(), 5);
        QCOMPARE(model.unread(), 0);
    }

    void aLongListComesInPages()
    {
        UiWorld world;
        for (const Uuid &id : world.posts(ui::NoticeModel::page + 20))
            world.backend.addNotice(id, Reason::Mention);
        ui::NoticeModel model(world.backend, world.clock);
        QTRY_COMPARE(model.rowCount(), ui::NoticeModel::page);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), ui::NoticeModel::page + 20);
        QVERIFY(!model.canFetchMore({}));
    }

    void linksLeadToTheirPlaceInTheWindow()
    {
        const Uuid post = *Uuid::fromString(u"01900000-0000-7000-8000-000000000001");
        const Uuid comment = *Uuid::fromString(u"01900000-0000-7000-8000-000000000002");
        const QString link = ui::placeLink("https://parvis.example.com:443", post, comment);
        QCOMPARE(link, "parvis://parvis.example.com/post/01900000-0000-7000-8000-000000000001"
                       "#01900000-0000-7000-8000-000000000002");
        auto read = ui::readPlaceLink(link);
        QVERIFY(read && read->hasPlace);
        QCOMPARE(read->server, "parvis.example.com");
        QCOMPARE(read->place.id, post);
        QCOMPARE(read->place.highlight, comment);
        QCOMPARE(ui::placeLink("http://127.0.0.1:4123", post, post),
                 "parvis://127.0.0.1:4123/post/01900000-0000-7000-8000-000000000001");
        for (const Place::Kind kind : {Place::Group, Place::PersonWall}) {
            read = ui::readPlaceLink(ui::placeLink("https://a.example", Place{.kind = kind, .id = post}));
            QVERIFY(read);
            QCOMPARE(read->place.kind, kind);
        }
        QVERIFY(!ui::readPlaceLink("parvis://a.example")->hasPlace);
        for (const char *bad :
             {"https://a.example/post/01900000-0000-7000-8000-000000000001", "parvis:///post/x",
              "parvis://a.example/post/nonsense", "parvis://a.example/run/01900000-0000-7000-8000-000000000001",
              "parvis://u@a.example/post/01900000-0000-7000-8000-000000000001", ""})
            QVERIFY2(!ui::readPlaceLink(bad), bad);
    }

    void aLinkOfAnotherCompanyIsNotFollowed()
    {
        Window shown;
        const QString server = shown.world.backend.identity()->server;
        QSignalSpy said(&shown.world.navigator, &ui::Navigator::said);
        QVERIFY(shown.world.navigator.follow(ui::placeLink(server, shown.post, shown.comment), server));
        QCOMPARE(shown.world.navigator.place().kind, Place::Thread);
        QVERIFY(said.isEmpty());
        shown.world.navigator.go({.kind = Place::Feed});
        QVERIFY(!shown.world.navigator.follow(ui::placeLink("https://other.example", shown.post, shown.post), server));
        QCOMPARE(shown.world.navigator.place().kind, Place::Feed);
        QVERIFY(said.takeFirst().first().toString().contains("other.example"));
        QVERIFY(!shown.world.navigator.follow("parvis://x/y", server));
        QCOMPARE(said.size(), 1);
    }
};

QTEST_MAIN(NoticesPageTest)
#include "notices_page_test.moc"

#include "support/ui_world.h"
#include "ui/actions/action_registry.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/place_find.h"
#include "ui/views/feed/thread_page.h"
#include "ui/widgets/find_bar.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class PlaceFindTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world) : window(world.context)
        {
            world.languages.apply("en");
            window.showShell();
            window.show();
            QApplication::setActiveWindow(&window);
            settle();
        }
        void find() { window.shell()->actions()->run("find.here"); }
        ui::MainWindow window;
    };

    static void settle()
    {
        for (int i = 0; i < 12; ++i)
            QCoreApplication::processEvents();
    }

    static model::Uuid current(ui::FeedView *view)
    {
        return view->currentRow() < 0 ? model::Uuid() : view->model()->item(view->currentRow()).id;
    }

private Q_SLOTS:
    void aPostFarDownIsFoundAndBroughtIntoSight()
    {
        UiWorld world;
        const auto far = world.backend.addPost(world.group(), "thomas.berger", "the crane of last year", 100'000);
        for (int i = 0; i < 400; ++i) // far more than a window of rows
            world.backend.addPost(world.group(), "thomas.berger", QString("post %1").arg(i), 50'000 - i);
        const auto near = world.backend.addPost(world.group(), "thomas.berger", "a crane", 10);
        Window shown(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        settle();
        auto *page = shown.window.shell()->feedPage();
        shown.find();
        auto *field = page->find()->bar()->field();
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, "crane");
        QTRY_COMPARE(page->find()->bar()->countText(), QString("1 of 2"));
        QCOMPARE(current(page->view()), near);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(current(page->view()), far);
        QVERIFY(!page->view()->rowRect(page->view()->currentRow()).isEmpty());
        QCOMPARE(page->find()->bar()->countText(), QString("2 of 2"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(current(page->view()), near);
    }

    void aFoldedPostIsUnfoldedWhereItsWordIsHidden()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger",
                                                QString("line\n\n").repeated(60) + "the crane at the end", 10);
        Window shown(world);
        auto *view = shown.window.shell()->feedPage()->view();
        const qreal folded = view->rowRect(0).height();
        shown.find();
        shown.window.shell()->feedPage()->find()->bar()->field()->setText("crane");
        QTRY_COMPARE(current(view), post);
        QVERIFY(view->rowRect(view->currentRow()).height() > folded + 200);
    }

    void aThreadIsSearchedToo()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "Question", 100);
        model::Uuid wanted;
        for (int i = 0; i < 60; ++i) {
            const auto id = world.backend.addComment(post, "camille.morel", i == 41 ? "the crane" : "no", 90 - i);
            wanted = i == 41 ? id : wanted;
        }
        Window shown(world);
        world.navigator.go({.kind = Place::Thread, .id = post});
        settle();
        shown.find();
        auto *page = shown.window.shell()->threadPage();
        page->find()->bar()->field()->setText("crane");
        QTRY_COMPARE(current(page->view()), wanted);
    }

    void bookmarksAreSearchedWhereTheyAre()
    {
        UiWorld world;
        const auto wanted = world.backend.addPost(world.group(), "thomas.berger", "the crane of last year", 100'000);
        world.backend.bookmark(wanted, {}, true);
        for (int i = 0; i < 150; ++i) // more than a window of rows
            world.backend.bookmark(world.backend.addPost(world.group(), "thomas.berger", "post", 900 - i), {}, true);
        Window shown(world);
        world.navigator.go({.kind = Place::Bookmarks});
        settle();
        shown.find();
        QCOMPARE(world.navigator.place().kind, Place::Bookmarks);
        auto *page = shown.window.shell()->feedPage();
        page->find()->bar()->field()->setText("crane");
        QTRY_COMPARE(current(page->view()), wanted);
        QCOMPARE(page->find()->bar()->countText(), QString("1 of 1"));
    }

    void escapeClosesTheBarAndTheListHasTheFocus()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        shown.find();
        auto *page = shown.window.shell()->feedPage();
        auto *field = page->find()->bar()->field();
        field->setText("number");
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(page->find()->bar()->isHidden());
        QVERIFY(page->view()->hasFocus());
        // Another place begins without it.
        shown.find();
        world.navigator.go({.kind = Place::CompanyWall});
        QVERIFY(page->find()->bar()->isHidden());
    }

    void whatIsNotThereIsSaid()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        shown.find();
        auto *bar = shown.window.shell()->feedPage()->find()->bar();
        bar->field()->setText("zygomatic");
        QTRY_COMPARE(bar->countText(), QString("Not in this place"));
    }

    void whereThereIsNoListTheSearchPageOpens()
    {
        UiWorld world;
        Window shown(world);
        world.navigator.go({.kind = Place::Settings});
        shown.find();
        QCOMPARE(world.navigator.place().kind, Place::Search);
    }
};

QTEST_MAIN(PlaceFindTest)
#include "place_find_test.moc"

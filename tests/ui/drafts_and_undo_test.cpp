#include "support/ui_world.h"
#include "ui/actions/post_actions.h"
#include "ui/models/feed_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/drafts/drafts_page.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/thread_page.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/drafts_row.h"
#include "ui/widgets/undo_bar.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class DraftsAndUndoTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world) : window(world.context)
        {
            window.showShell();
            window.resize(1200, 800);
            window.show();
            QApplication::setActiveWindow(&window);
        }
        template<class W>
        W *the()
        {
            return window.findChild<W *>();
        }
        QPushButton *button(const QString &text)
        {
            for (QPushButton *each : window.findChildren<QPushButton *>()) {
                if (each->isVisible() && each->text() == text)
                    return each;
            }
            return nullptr;
        }
        ui::MainWindow window;
    };

    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void aDeletedPostGoesAtOnceAndUndoBringsItBack()
    {
        UiWorld world;
        const auto mine = world.backend.addPost(world.group(), "camille.morel", "Mine", 3);
        Window window(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        auto *page = window.the<ui::FeedPage>();
        QTRY_VERIFY(page->model()->rowOf(mine) >= 0);
        page->view()->setCurrent(mine);
        page->view()->setFocus();
        QTest::keyClick(page->view(), Qt::Key_Delete);
        QTRY_COMPARE(page->model()->rowOf(mine), -1);
        auto *bar = window.the<ui::UndoBar>();
        QTRY_VERIFY(bar->isVisible());
        window.button("Undo")->click();
        QTRY_VERIFY(page->model()->rowOf(mine) >= 0);
        QVERIFY(!bar->isVisible());
    }

    void whatWasChangedInAPostIsThereAgainAfterTheProgramWasKilled()
    {
        UiWorld world;
        const auto mine = world.backend.addPost(world.group(), "camille.morel", "On Thursday", 3);
        Window window(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        auto *page = window.the<ui::FeedPage>();
        QTRY_VERIFY(page->model()->rowOf(mine) >= 0);
        page->view()->setCurrent(mine);
        page->view()->setFocus();
        // Runs `act` in the dialog that the key E opens.
        const auto inDialog = [&](const std::function<void(QWidget * dialog, ui::Composer * composer)> &act) {
            QMetaObject::invokeMethod(
                &window.window,
                [&] {
                    auto *dialog = QApplication::activeModalWidget();
                    QVERIFY(dialog);
                    settle();
                    act(dialog, dialog->findChild<ui::Composer *>());
                    dialog->close();
                },
                Qt::QueuedConnection);
            QTest::keyClick(page->view(), Qt::Key_E);
        };
        const QString place = "edit:" + mine.toString();
        inDialog([&](QWidget *, ui::Composer *composer) {
            QCOMPARE(composer->text(), "On Thursday");
            QTest::keyClicks(composer->findChild<QPlainTextEdit *>(), " at six");
            // Nothing is closed: it is written while one types.
            QTRY_COMPARE(world.backend.draftTexts.value(place), "On Thursday at six");
        });
        QCOMPARE(world.backend.find(mine)->body, "On Thursday");
        inDialog([&](QWidget *, ui::Composer *composer) {
            QTRY_COMPARE(composer->text(), "On Thursday at six");
            composer->submit();
            QTRY_COMPARE(world.backend.find(mine)->body, "On Thursday at six");
            QVERIFY(!world.backend.draftTexts.contains(place)); // in the same step
        });
    }

    void controlZUndoesItToo()
    {
        UiWorld world;
        const auto mine = world.backend.addPost(world.group(), "camille.morel", "Mine", 3);
        Window window(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        auto *page = window.the<ui::FeedPage>();
        QTRY_VERIFY(page->model()->rowOf(mine) >= 0);
        page->view()->setCurrent(mine);
        page->view()->setFocus();
        QTest::keyClick(page->view(), Qt::Key_Delete);
        QTRY_VERIFY(window.the<ui::UndoBar>()->isVisible());
        QTest::keyClick(page->view(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(page->model()->rowOf(mine) >= 0);
    }

    void aDeletionThatFailsSaysWhyAndOffersNoUndo()
    {
        UiWorld world;
        const auto mine = world.backend.addPost(world.group(), "camille.morel", "Mine", 3);
        Window window(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        auto *page = window.the<ui::FeedPage>();
        QTRY_VERIFY(page->model()->rowOf(mine) >= 0);
        world.backend.failWrites(base::Error{base::ErrorKind::Storage, "outbox", "disk full"});
        page->view()->setCurrent(mine);
        const QSignalSpy said(&world.navigator, &ui::Navigator::said);
        QTest::keyClick(page->view(), Qt::Key_Delete);
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(!window.the<ui::UndoBar>()->isVisible());
        QVERIFY(page->model()->rowOf(mine) >= 0);
    }

    void nobodyDeletesWhatOthersWrote()
    {
        UiWorld world;
        const auto theirs = world.backend.addPost(world.group(), "thomas.berger", "Theirs", 3);
        Window window(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        auto *page = window.the<ui::FeedPage>();
        QTRY_VERIFY(page->model()->rowOf(theirs) >= 0);
        page->view()->setCurrent(theirs);
        QTest::keyClick(page->view(), Qt::Key_Delete);
        settle();
        QVERIFY(page->model()->rowOf(theirs) >= 0);
        QVERIFY(!window.the<ui::UndoBar>()->isVisible());
    }

    void theSideListTellsOfDraftsOnlyWhileThereAreSome()
    {
        UiWorld world;
        Window window(world);
        auto *row = window.the<ui::DraftsRow>();
        settle();
        QVERIFY(!row->isVisible());
        world.backend.saveDraft(world.group().toString(), "Begun", {});
        QTRY_VERIFY(row->isVisible());
        QVERIFY(row->text().contains('1'));
        row->click();
        QTRY_VERIFY(window.the<ui::DraftsPage>());
        QTRY_VERIFY(window.button("Go on"));
    }

    void goingOnWithADraftOpensItsPlaceWithItsText()
    {
        UiWorld world;
        world.backend.draftTexts.insert(world.group().toString(), "Begun in the train");
        Window window(world);
        world.navigator.go({.kind = Place::Drafts});
        QTRY_VERIFY(window.button("Go on"));
        window.button("Go on")->click();
        QCOMPARE(world.navigator.place().kind, Place::Group);
        QTRY_VERIFY(window.the<ui::FeedPage>()->findChild<ui::Composer *>());
        QTRY_COMPARE(window.the<ui::FeedPage>()->findChild<ui::Composer *>()->text(), QString("Begun in the train"));
    }

    void aDraftOfACommentOpensItsThread()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "Question", 3);
        world.backend.draftTexts.insert(post.toString(), "An answer");
        Window window(world);
        world.navigator.go({.kind = Place::Drafts});
        QTRY_VERIFY(window.button("Go on"));
        window.button("Go on")->click();
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QTRY_COMPARE(window.the<ui::ThreadPage>()->findChild<ui::Composer *>()->text(), QString("An answer"));
    }
};

QTEST_MAIN(DraftsAndUndoTest)
#include "drafts_and_undo_test.moc"

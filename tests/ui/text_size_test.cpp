// The size of the text changes while the window is open: nothing is made anew for it, and nothing is lost.
#include "support/live_change.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/thread_page.h"
#include "ui/widgets/composer.h"

#include <QApplication>
#include <QPlainTextEdit>

using namespace parvis;
using tests::OpenView;
using tests::UiWorld;
using ui::Place;

class TextSizeTest : public QObject {
    Q_OBJECT

    static ui::Preferences ofPercent(int percent)
    {
        ui::Preferences preferences;
        preferences.textPercent = percent;
        return preferences;
    }

    static ui::FeedView *feed(ui::MainWindow &window) { return window.shell()->feedPage()->view(); }

private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); } // a caret that blinks makes two pictures of one view

    void everyViewGrows_data()
    {
        QTest::addColumn<int>("view");
        // One who is in the settings has none of these open; the others stand at a line that is elsewhere when all has grown.
        static const QStringList left{"go-to-date",  "history",         "schedule",     "edit-group",
                                      "ask-to-join", "create-group",    "members",      "reactors",
                                      "horizon",     "group-new-posts", "settings-end", "unread-line",
                                      "at-date",     "comments-below",  "thread-new",   "thread-highlight"};
        for (int i = 0; i < tests::gallery().size(); ++i) {
            const QString &name = tests::gallery().at(i).name;
            if (!left.contains(name) && !name.startsWith("emoji"))
                QTest::newRow(qPrintable(name)) << i;
        }
    }
    void everyViewGrows()
    {
        QFETCH(int, view);
        // Where there is room for all of it: what is too small grows, and then the two are not of one size.
        QVERIFY2(tests::isTakenLive(tests::gallery().at(view), ofPercent(130), {1920, 1200}),
                 "what stayed as it was is in the pictures in different/");
    }

    void whatIsBeingWrittenStays()
    {
        UiWorld world;
        world.posts(30);
        ui::MainWindow window(world.context);
        window.resize(1280, 800);
        window.showShell();
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        OpenView::settle();
        window.shell()->feedPage()->compose();
        OpenView::settle();
        auto *edit = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(edit);
        QTest::keyClicks(edit, "Not yet a draft, only typed");
        auto caret = edit->textCursor();
        caret.setPosition(7);
        edit->setTextCursor(caret);
        ui::Shell *const shell = window.shell();
        const int before = edit->fontMetrics().height();

        world.theme.apply(ofPercent(130));
        OpenView::settle();
        QCOMPARE(window.shell(), shell);
        QCOMPARE(QApplication::focusWidget(), edit);
        QCOMPARE(edit->toPlainText(), "Not yet a draft, only typed");
        QCOMPARE(edit->textCursor().position(), 7);
        QVERIFY(edit->document()->isUndoAvailable());
        QVERIFY(edit->fontMetrics().height() > before);
    }

    void theRowAtTheTopStaysThere()
    {
        UiWorld world;
        world.posts(40);
        ui::MainWindow window(world.context);
        window.resize(1280, 800);
        window.showShell();
        window.show();
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        OpenView::settle();
        feed(window)->scrollBy(2000);
        OpenView::settle();
        const int top = feed(window)->visibleRows().first();
        QVERIFY(top > 3);
        for (const int percent : {130, 90, 100}) {
            world.theme.apply(ofPercent(percent));
            OpenView::settle();
            QCOMPARE(feed(window)->visibleRows().first(), top);
        }
    }

    // As one does it: the list is not on the screen while the size changes.
    void theListThatOneComesBackToHasGrownWhereItWas()
    {
        UiWorld world;
        const auto posts = world.posts(40);
        ui::MainWindow window(world.context);
        window.resize(1280, 800);
        window.showShell();
        window.show();
        const Place group{.kind = Place::Group, .id = world.group().id};
        world.navigator.go(group);
        OpenView::settle();
        feed(window)->scrollBy(2000);
        OpenView::settle();
        const int top = feed(window)->visibleRows().first();
        const qreal height = feed(window)->rowRect(top).height();
        world.navigator.go({.kind = Place::Settings});
        OpenView::settle();
        world.theme.apply(ofPercent(130));
        OpenView::settle();
        world.navigator.back();
        OpenView::settle();
        QCOMPARE(feed(window)->visibleRows().first(), top);
        QVERIFY(feed(window)->rowRect(top).height() > height);
    }
};

QTEST_MAIN(TextSizeTest)
#include "text_size_test.moc"

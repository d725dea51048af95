#include "support/ui_world.h"
#include "ui/actions/action_registry.h"
#include "ui/models/action_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/help/shortcuts_page.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class ActionsTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world, const QString &language = QStringLiteral("en")) : window(world.context)
        {
            world.languages.apply(language);
            window.showShell();
            window.show();
            QApplication::setActiveWindow(&window);
            settle();
        }
        ui::Shell *shell() { return window.shell(); }
        ui::ActionRegistry &actions() { return *window.shell()->actions(); }
        ui::MainWindow window;
    };

    static void settle()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
    }

    static QStringList textsOf(const QMenu &menu)
    {
        QStringList texts;
        for (const QAction *action : menu.actions()) {
            texts << action->text().section(u'\t', 0, 0);
            if (action->menu())
                texts << textsOf(*action->menu());
        }
        return texts;
    }

    // The part of the window that has the focus.
    static QString part(ui::Shell *shell)
    {
        for (QWidget *widget = QApplication::focusWidget(); widget && widget != shell;
             widget = widget->parentWidget()) {
            const QString name = widget->metaObject()->className();
            for (const char *known : {"Rail", "SideList", "Header", "QStackedWidget", "ContextPanel"}) {
                if (name.endsWith(QLatin1String(known)))
                    return QLatin1String(known);
            }
        }
        return QStringLiteral("nowhere");
    }

private Q_SLOTS:
    void everyActionHasWordsOfItsOwnAndNoKeyMeansTwoThings()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        // A list hears its keys itself, so two lists may use the same; the window's are free everywhere but in the composer,
        // which takes a key before the window does.
        QStringList ids, ofWindow, ofLists;
        for (const ui::Action &action : shown.actions().actions()) {
            QVERIFY2(!action.text.isEmpty() && !action.id.isEmpty(), qPrintable(action.id));
            QVERIFY2(!ids.contains(action.id), qPrintable(action.id));
            ids << action.id;
            for (const QString &key : action.keys.split(u';', Qt::SkipEmptyParts)) {
                if (action.group == ui::ActionGroup::Write && action.hears == ui::Action::Elsewhere)
                    continue;
                const bool window = action.hears == ui::Action::Window;
                const QString known = window ? key : QString("%1 %2").arg(int(action.group)).arg(key);
                QStringList &keys = window ? ofWindow : ofLists;
                QVERIFY2(!keys.contains(known), qPrintable(action.id + " " + key));
                QVERIFY2(!QKeySequence(key, QKeySequence::PortableText).isEmpty(), qPrintable(key));
                keys << known;
            }
        }
        for (const QString &key : ofWindow)
            QVERIFY2(ofLists.filter(QRegularExpression(" " + QRegularExpression::escape(key) + "$")).isEmpty(),
                     qPrintable(key));
        QVERIFY(ids.size() > 30);
    }

    void keysAreCutIntoTheirCaps()
    {
        using Caps = QList<QStringList>;
        UiWorld world;
        world.languages.apply("en");
        QCOMPARE(ui::keyCaps("Ctrl+Shift+F;F1"), (Caps{{"Ctrl", "Shift", "F"}, {"F1"}}));
        QCOMPARE(ui::keyCaps("Ctrl++"), (Caps{{"Ctrl", "+"}}));
        QCOMPARE(ui::keyCaps("+"), (Caps{{"+"}}));
        QCOMPARE(ui::keyCaps(""), Caps{});
        world.languages.apply("fr");
        QCOMPARE(ui::shownKeys("Ctrl+Return"), QStringList{QString::fromUtf8("Ctrl+Entr\xC3\xA9"
                                                                             "e")});
    }

    void aKeyDoesWhatTheRegistrySays()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(world.navigator.place().kind, Place::Outbox);
        QTest::keyClick(shown.shell(), Qt::Key_F1);
        QCOMPARE(world.navigator.place().kind, Place::Shortcuts);
    }

    void theMenuHoldsWhatIsPossibleNow()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        std::unique_ptr<QMenu> menu(shown.actions().makeMenu(shown.shell()));
        QVERIFY(textsOf(*menu).contains("Keyboard shortcuts"));
        QVERIFY(!textsOf(*menu).contains("Reply")); // no post is chosen
        QVERIFY(!textsOf(*menu).contains("Leave the group…"));
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        settle();
        auto *view = shown.shell()->feedPage()->view();
        view->setCurrent(view->model()->item(0).id);
        menu.reset(shown.actions().makeMenu(shown.shell()));
        QVERIFY(textsOf(*menu).contains("Reply"));
        QVERIFY(!textsOf(*menu).contains("Edit…")); // it is Thomas's
        QVERIFY(textsOf(*menu).contains(QString::fromUtf8("Leave the group…")));
    }

    void anActionOfTheRegistryActsOnTheChosenPost()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        auto *view = shown.shell()->feedPage()->view();
        view->setCurrent(view->model()->item(1).id);
        shown.actions().run("post.markdown");
        QCOMPARE(QApplication::clipboard()->text(), view->model()->item(1).body);
        shown.actions().run("post.open");
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QCOMPARE(world.navigator.place().id, view->model()->item(1).id);
    }

    void thePageOfKeysIsFilteredWithoutAccentsAndDoesWhatIsChosen()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world, "fr");
        world.navigator.go({.kind = Place::Shortcuts});
        settle();
        auto *page = shown.window.findChild<ui::ShortcutsPage *>();
        const int all = page->model()->rowCount();
        QVERIFY(all > 40);
        QTest::keyClicks(page->field(), "boite envoi");
        QVERIFY(page->model()->rowCount() < all);
        QTest::keyClick(page->field(), Qt::Key_Down);
        const ui::Action *chosen = page->model()->action(page->list()->currentIndex().row());
        QVERIFY(chosen);
        QCOMPARE(chosen->id, QString("go.outbox"));
        QTest::keyClick(page->field(), Qt::Key_Return);
        QCOMPARE(world.navigator.place().kind, Place::Outbox);
    }

    void f6GoesThroughThePartsOfTheWindowAndBack()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        shown.shell()->feedPage()->view()->setFocus();
        QCOMPARE(part(shown.shell()), QString("QStackedWidget"));
        QStringList parts;
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
            parts << part(shown.shell());
        }
        QVERIFY2(parts.contains("Rail") && parts.contains("SideList") && parts.contains("Header"),
                 qPrintable(parts.join(' ')));
        const QString here = part(shown.shell());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(part(shown.shell()), here);
    }

    void escapeLeavesTheSideColumnThenThePlace()
    {
        UiWorld world;
        const auto post = world.posts(2).first();
        Window shown(world);
        world.navigator.go({.kind = Place::Thread, .id = post});
        settle();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QVERIFY(part(shown.shell()) != "QStackedWidget");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(part(shown.shell()), QString("QStackedWidget"));
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(world.navigator.place().kind, Place::Feed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(world.navigator.place().kind, Place::Feed);
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        for (auto *button : shown.window.findChildren<QAbstractButton *>()) {
            if (button->text() == "Settings")
                button->setFocus();
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(world.navigator.place().kind, Place::Settings);
    }

    void nGoesFromOneUnreadPostToTheNext()
    {
        UiWorld world;
        const auto scope = world.group();
        world.backend.addPost(scope, "thomas.berger", "old", 50);
        const auto second = world.backend.addPost(scope, "thomas.berger", "unread 2", 40, true);
        world.backend.addPost(scope, "thomas.berger", "read", 30);
        const auto first = world.backend.addPost(scope, "thomas.berger", "unread 1", 20, true);
        Window shown(world);
        auto *view = shown.shell()->feedPage()->view();
        QTest::keyClick(view, Qt::Key_N);
        QCOMPARE(view->model()->item(view->currentRow()).id, first);
        QTest::keyClick(view, Qt::Key_N);
        QCOMPARE(view->model()->item(view->currentRow()).id, second);
    }

    void aScreenReaderIsOfferedWhatTheMenuHas()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        auto *view = shown.shell()->feedPage()->view();
        auto *item = QAccessible::queryAccessibleInterface(view)->child(0);
        auto *actions = item->actionInterface();
        QVERIFY(actions->actionNames().contains("post.reply"));
        QVERIFY(!actions->actionNames().contains("post.edit"));
        QCOMPARE(actions->localizedActionName("post.reply"), QString("Reply"));
        QCOMPARE(actions->keyBindingsForAction("post.reply"), QStringList{"R"});
        actions->doAction("post.reply");
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QVERIFY(world.navigator.place().reply);
    }
};

QTEST_MAIN(ActionsTest)
#include "actions_test.moc"

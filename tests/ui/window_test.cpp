#include "support/ui_world.h"
#include "ui/shell/company_button.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/thread_page.h"
#include "ui/views/groups/create_group_dialog.h"
#include "ui/views/groups/members_dialog.h"
#include "ui/views/outbox/outbox_page.h"
#include "ui/views/signin/sign_in_page.h"
#include "ui/text/words.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/emoji_picker.h"
#include "ui/widgets/problem_bar.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class WindowTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world) : window(world.context)
        {
            if (world.backend.identity())
                window.showShell();
            else
                window.showSignIn();
            window.show();
        }
        ui::MainWindow window;
    };

    // What takes the focus or is pressed must have a name for a screen reader.
    static QStringList nameless(QWidget *root)
    {
        QStringList found;
        const auto widgets = root->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(root)
                || widget->objectName().startsWith("qt_"))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).isEmpty())
                found << QString("%1 in %2")
                             .arg(widget->metaObject()->className(), widget->parentWidget()->metaObject()->className());
        }
        return found;
    }

    static void settle()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void noControlIsNameless_data()
    {
        QTest::addColumn<int>("kind");
        for (const auto &[name, kind] : {std::pair{"feed", Place::Feed},
                                         {"group", Place::Group},
                                         {"wall", Place::CompanyWall},
                                         {"person", Place::PersonWall},
                                         {"thread", Place::Thread},
                                         {"search", Place::Search},
                                         {"outbox", Place::Outbox},
                                         {"settings", Place::Settings},
                                         {"groups", Place::Groups},
                                         {"notices", Place::Notices}})
            QTest::newRow(name) << int(kind);
    }
    void noControlIsNameless()
    {
        QFETCH(int, kind);
        UiWorld world;
        world.languages.apply("en");
        const auto post = world.posts(3).first();
        world.backend.post(world.group(), {}, "Refused");
        world.backend.reject(world.backend.items.first().id, "archived");
        Window shown(world);
        Place place;
        place.kind = Place::Kind(kind);
        place.id = place.kind == Place::Group        ? world.group().id
                   : place.kind == Place::PersonWall ? world.backend.identity()->person.uuid()
                                                     : post;
        world.navigator.go(place);
        settle();
        if (place.kind == Place::Group)
            shown.window.shell()->feedPage()->compose();
        settle();
        QVERIFY2(nameless(&shown.window).isEmpty(), qPrintable(nameless(&shown.window).join("; ")));
    }

    void noControlOfADialogIsNameless()
    {
        UiWorld world;
        world.languages.apply("en");
        world.group();
        world.backend.groupList[0].role = model::Role::Owner;
        ui::CreateGroupDialog create(world.context, nullptr);
        create.show();
        QVERIFY2(nameless(&create).isEmpty(), qPrintable(nameless(&create).join("; ")));
        ui::MembersDialog members(world.context, world.backend.groupList.first(), nullptr);
        members.show();
        QVERIFY2(nameless(&members).isEmpty(), qPrintable(nameless(&members).join("; ")));
        QWidget parent;
        parent.show();
        auto *picker = new ui::EmojiPicker(world.context, &parent);
        picker->pickAt({100, 400}, [](const QString &) {});
        QVERIFY2(nameless(picker).isEmpty(), qPrintable(nameless(picker).join("; ")));
    }

    void theWindowPaintsOnceThereIsAPageAndThenItsColumns()
    {
        UiWorld world;
        world.posts(5);
        ui::MainWindow window(world.context);
        window.showShell();
        QVERIFY(!window.updatesEnabled());
        QSignalSpy page(window.shell()->feedPage()->view(), &ui::FeedView::firstPainted);
        QSignalSpy all(window.shell(), &ui::Shell::painted);
        window.show();
        QTRY_COMPARE(page.size(), 1);
        QCOMPARE(all.size(), 0); // the columns wait for the page
        QTRY_COMPARE(all.size(), 1);
        QVERIFY(window.updatesEnabled());
    }

    void aWindowWithoutAnyPostIsPaintedToo()
    {
        UiWorld world;
        ui::MainWindow window(world.context);
        window.showShell();
        QSignalSpy all(window.shell(), &ui::Shell::painted);
        window.show();
        QTRY_COMPARE(all.size(), 1);
        QVERIFY(window.updatesEnabled());
    }

    void signingInLeadsToTheFeedAndAWrongPasswordSaysSo()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.signOut(true);
        Window shown(world);
        auto *page = shown.window.signIn();
        QVERIFY(page);
        QVERIFY2(nameless(page).isEmpty(), qPrintable(nameless(page).join("; ")));
        page->setAddress("parvis.example.com", "camille.morel");
        page->submit();
        QVERIFY(!page->errorText().isEmpty()); // no password
        for (auto *edit : page->findChildren<QLineEdit *>()) {
            if (edit->echoMode() == QLineEdit::Password)
                edit->setText("wrong");
        }
        world.backend.failSignIn(
            base::Error{base::ErrorKind::Refused, "wrong_password", "The handle or the password is wrong."});
        page->submit();
        QTRY_VERIFY(page->errorText().contains("password is wrong"));
        world.backend.failSignIn({});
        page->submit();
        QTRY_VERIFY(shown.window.shell());
    }

    void aPostGoesFromTheComposerToTheTopOfTheFeed()
    {
        UiWorld world;
        world.posts(10);
        Window shown(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        settle();
        auto *page = shown.window.shell()->feedPage();
        page->compose();
        auto *edit = page->findChild<QPlainTextEdit *>();
        QVERIFY(edit);
        QTest::keyClicks(edit, "Written here");
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page->model()->item(0).body, QString("Written here"));
        QCOMPARE(page->model()->item(0).place.scope, world.group());
        QCOMPARE(page->view()->visibleRows().first(), 0);
    }

    void aCommentIsWrittenInItsThread()
    {
        UiWorld world;
        const auto post = world.posts(2).first();
        Window shown(world);
        world.navigator.go({.kind = Place::Thread, .id = post, .reply = true});
        settle();
        auto *page = shown.window.shell()->threadPage();
        QVERIFY(page);
        page->composer()->setText("My answer");
        page->composer()->submit();
        QTRY_COMPARE(page->view()->model()->rowCount(), 2);
        QCOMPARE(page->view()->model()->item(1).body, QString("My answer"));
    }

    void comingBackFromAThreadFindsTheFeedWhereItWas()
    {
        UiWorld world;
        const auto ids = world.posts(60);
        Window shown(world);
        settle();
        auto *view = shown.window.shell()->feedPage()->view();
        view->scrollBy(1500);
        settle();
        const int row = view->anchorRow();
        const qreal offset = view->anchorOffset();
        QVERIFY(row > 0);
        world.navigator.go({.kind = Place::Thread, .id = ids.at(4)});
        settle();
        world.navigator.back();
        settle();
        QCOMPARE(view->anchorRow(), row);
        QCOMPARE(view->anchorOffset(), offset);
    }

    void theLanguageChangesWhileRunningAndTheDraftSurvives()
    {
        UiWorld world;
        world.languages.apply("en");
        world.posts(3);
        Window shown(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        settle();
        auto *page = shown.window.shell()->feedPage();
        page->compose();
        QTest::keyClicks(page->findChild<QPlainTextEdit *>(), "Unfinished");
        world.languages.apply("fr");
        shown.window.rebuild();
        settle();
        QVERIFY(world.backend.draftTexts.values().contains("Unfinished"));
        QStringList texts;
        for (auto *button : shown.window.findChildren<QAbstractButton *>())
            texts << button->text();
        QVERIFY2(texts.contains(QString::fromUtf8("R\xC3\xA9glages")), qPrintable(texts.join(", ")));
        // One writes on where one was.
        auto *after = shown.window.shell()->feedPage();
        QVERIFY(after->isComposing());
        QTRY_COMPARE(after->findChild<QPlainTextEdit *>()->toPlainText(), QString("Unfinished"));
        QCOMPARE(world.navigator.place().kind, Place::Group);
    }

    void endedSessionSaysSoAndOffersToSignInAgain()
    {
        UiWorld world;
        world.languages.apply("en");
        world.posts(1);
        Window shown(world);
        auto *bar = shown.window.findChild<ui::ProblemBar *>();
        QVERIFY(bar);
        QVERIFY(!bar->isVisible());
        client::SyncState state = world.backend.state();
        state.phase = client::SyncState::Offline;
        state.problem = client::SyncState::NoNetwork;
        world.backend.setSyncState(state);
        QVERIFY(!bar->isVisible()); // a train is no problem
        for (const auto problem : {client::SyncState::Disabled, client::SyncState::ClientTooOld,
                                   client::SyncState::ServerTooOld, client::SyncState::Certificate,
                                   client::SyncState::CertificateTime, client::SyncState::WrongClock,
                                   client::SyncState::DiskFull, client::SyncState::Unauthorized}) {
            state.problem = problem;
            world.backend.setSyncState(state);
            QVERIFY(bar->isVisible());
            QCOMPARE(bar->text(), ui::words::problem(problem));
        }
        QVERIFY(nameless(bar).isEmpty());
        for (auto *button : bar->findChildren<QPushButton *>()) {
            if (button->text() == "Sign in again")
                button->click();
        }
        QTRY_VERIFY(shown.window.signIn());
    }

    void severalCompaniesStandInTheRail()
    {
        UiWorld world;
        world.languages.apply("en");
        Window shown(world);
        QCOMPARE(shown.window.findChildren<ui::CompanyButton *>().size(), 1);
        auto entries = world.companies.entries();
        entries.append({.key = "two", .name = "Brasserie Lumière", .color = "#ffee00", .unread = 3});
        world.companies.set(entries, "one");
        settle();
        const auto buttons = shown.window.findChildren<ui::CompanyButton *>();
        QCOMPARE(buttons.size(), 2);
        QCOMPARE(buttons.at(1)->accessibleName(), QString("Brasserie Lumière"));
        QCOMPARE(buttons.at(1)->accessibleDescription(), QString("3 unread"));
        QSignalSpy wanted(&world.companies, &ui::Companies::showWanted);
        buttons.at(1)->click();
        QCOMPARE(wanted.value(0).value(0).toString(), QString("two"));
        QTest::keyClick(&shown.window, Qt::Key_Down, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(wanted.value(1).value(0).toString(), QString("two"));
    }

    void theOutboxOffersRetryAndTellsWhy()
    {
        UiWorld world;
        world.languages.apply("en");
        world.posts(1);
        world.backend.post(world.group(), {}, "Refused text");
        world.backend.reject(world.backend.items.first().id, "archived");
        Window shown(world);
        world.navigator.go({.kind = Place::Outbox});
        settle();
        auto *page = shown.window.findChild<ui::OutboxPage *>();
        QStringList texts;
        QPushButton *again = nullptr;
        for (auto *label : page->findChildren<QLabel *>())
            texts << label->text();
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->text() == "Try again")
                again = button;
        }
        QVERIFY(texts.join(' ').contains("archived"));
        QVERIFY(again);
        again->click();
        QTRY_COMPARE(world.backend.find(world.backend.items.first().id)->state, store::ItemState::Pending);
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"

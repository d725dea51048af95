// The side list, the pages of groups and the scheduled posts, by mouse and by keys.
#include "support/ui_world.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/shell/side_list.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/groups/ask_dialog.h"
#include "ui/views/groups/edit_group_dialog.h"
#include "ui/views/groups/group_page.h"
#include "ui/views/groups/groups_page.h"
#include "ui/views/groups/members_dialog.h"
#include "ui/views/scheduled/schedule_dialog.h"
#include "ui/views/scheduled/scheduled_page.h"
#include "ui/widgets/composer.h"

#include <QAccessible>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class GroupsTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world) : window(world.context)
        {
            window.resize(1280, 800);
            window.showShell();
            window.show();
            settle();
        }
        QListView *list() { return window.findChild<ui::SideList *>()->list(); }
        int rowOf(const QString &title)
        {
            for (int row = 0; row < list()->model()->rowCount(); ++row) {
                if (list()->model()->index(row, 0).data().toString() == title)
                    return row;
            }
            return -1;
        }
        void select(const QString &title)
        {
            list()->setFocus();
            list()->setCurrentIndex(list()->model()->index(rowOf(title), 0));
        }
        ui::MainWindow window;
    };

    static void settle()
    {
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }
    static QPushButton *button(QWidget *in, const QString &name)
    {
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->isVisibleTo(in) && (each->text() == name || each->accessibleName() == name))
                return each;
        }
        return nullptr;
    }
    static QString texts(QWidget *in)
    {
        QStringList all;
        for (auto *label : in->findChildren<QLabel *>()) {
            if (label->isVisibleTo(in))
                all << label->text();
        }
        return all.join(u'\n');
    }
    static QStringList nameless(QWidget *root)
    {
        QStringList found;
        for (QWidget *widget : root->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(root)
                || widget->objectName().startsWith("qt_"))
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).isEmpty())
                found << QString(widget->metaObject()->className());
        }
        return found;
    }
    static store::GroupItem &held(UiWorld &world, const QString &handle)
    {
        for (auto &group : world.backend.groupList) {
            if (group.handle == handle)
                return group;
        }
        qFatal("no such group");
    }

private Q_SLOTS:
    void keysOfTheListPinMuteAndFollow()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.addGroup("bridge", "Bridge", model::GroupKind::Project);
        world.backend.addGroup("lyon", "Lyon", model::GroupKind::Site);
        Window shown(world);
        shown.select("Lyon");
        QTest::keyClick(shown.list(), Qt::Key_P);
        QTRY_VERIFY(held(world, "lyon").pinned);
        QTRY_COMPARE(shown.rowOf("Pinned"), 0);
        QCOMPARE(shown.rowOf("Lyon"), 1);
        shown.select("Lyon");
        QTest::keyClick(shown.list(), Qt::Key_M);
        QTRY_VERIFY(held(world, "lyon").muted);
        QTest::keyClick(shown.list(), Qt::Key_F);
        QTRY_VERIFY(!held(world, "lyon").followed);
        settle();
        shown.select("Bridge");
        QTest::keyClick(shown.list(), Qt::Key_P);
        QTRY_COMPARE(shown.rowOf("Bridge"), 2);
        shown.select("Bridge");
        QTest::keyClick(shown.list(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(shown.rowOf("Bridge"), 1);
        QTest::keyClick(shown.list(), Qt::Key_Return);
        settle();
    }

    void aSectionFoldsByKeyAndByClickAndStaysSo()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.addGroup("bridge", "Bridge", model::GroupKind::Project);
        world.backend.addGroup("lyon", "Lyon", model::GroupKind::Site);
        {
            Window shown(world);
            shown.select("Projects");
            QTest::keyClick(shown.list(), Qt::Key_Left);
            QTRY_COMPARE(shown.rowOf("Bridge"), -1);
            QTest::keyClick(shown.list(), Qt::Key_Right);
            QTRY_VERIFY(shown.rowOf("Bridge") >= 0);
            const QRect header = shown.list()->visualRect(shown.list()->model()->index(shown.rowOf("Projects"), 0));
            QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {}, header.center());
            QTRY_COMPARE(shown.rowOf("Bridge"), -1);
        }
        Window again(world);
        settle();
        QCOMPARE(again.rowOf("Bridge"), -1);
        QVERIFY(again.rowOf("Lyon") >= 0);
    }

    void aPrivateGroupIsAskedAndTheRequestCanBeTakenBack()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.addGroup("board", "Board", model::GroupKind::Project, false);
        held(world, "board").visibility = model::Visibility::Private;
        Window shown(world);
        world.navigator.go({.kind = Place::Groups});
        settle();
        auto *page = shown.window.findChild<ui::GroupsPage *>();
        QVERIFY(button(page, "Ask to join Board"));
        world.backend.askToJoin(held(world, "board").id, "please");
        settle();
        QVERIFY(texts(page).contains("You have asked to join"));
        auto *withdraw = button(page, "Withdraw the request to join Board");
        QVERIFY(withdraw);
        withdraw->click();
        settle();
        QVERIFY(!held(world, "board").request);
        held(world, "board").request = model::RequestState::Refused;
        world.backend.setPlace(model::ScopeId::group(held(world, "board").id), {}); // tells that something changed
        settle();
        QVERIFY(texts(page).contains("Your request was refused"));
        QVERIFY(button(page, "Ask to join Board"));
    }

    void theOwnerSeesWhoAsksAndAnswersOnThePageOfTheGroup()
    {
        UiWorld world;
        world.languages.apply("en");
        const auto id = world.group().groupId();
        auto &group = held(world, "bridge");
        group.role = model::Role::Owner;
        group.description = "All about **the bridge**";
        group.rules = "- be kind";
        group.requests = 2;
        world.backend.addPerson("a.new", "Anna New");
        world.backend.addPerson("b.new", "Bert New");
        world.backend.requestLists[id] = {{world.backend.people_.value("a.new").card, "let me in", world.clock.now()},
                                          {world.backend.people_.value("b.new").card, {}, world.clock.now()}};
        Window shown(world);
        world.navigator.go({.kind = Place::GroupPage, .id = id.uuid()});
        settle();
        auto *page = shown.window.findChild<ui::GroupPage *>();
        QVERIFY(texts(page).contains("let me in"));
        QVERIFY(texts(page).contains("Rules of the group"));
        QVERIFY2(nameless(&shown.window).isEmpty(), qPrintable(nameless(&shown.window).join("; ")));
        button(page, "Accept the request of Anna New")->click();
        settle();
        QCOMPARE(world.backend.requestLists[id].size(), 1);
        QVERIFY(texts(page).contains("1 member"));
        button(page, "Refuse the request of Bert New")->click();
        settle();
        QVERIFY(world.backend.requestLists[id].isEmpty());
        QVERIFY(!texts(page).contains("Who asks to join"));
    }

    void pinnedPostsAreOnThePageHoweverOld()
    {
        UiWorld world;
        world.languages.apply("en");
        const auto id = world.backend.addPost(world.group(), "thomas.berger", "The plan of all plans", 90'000);
        world.backend.find(id)->pinned = true;
        world.posts(80);
        Window shown(world);
        world.navigator.go({.kind = Place::GroupPage, .id = world.group().id});
        settle();
        auto *link = button(shown.window.findChild<ui::GroupPage *>(), "The plan of all plans");
        QVERIFY(link);
        link->click();
        QCOMPARE(world.navigator.place().id, id);
    }

    void onlyWhatAnOwnerChangedIsWritten()
    {
        UiWorld world;
        world.languages.apply("en");
        world.group();
        auto &group = held(world, "bridge");
        group.role = model::Role::Owner;
        group.description = "before";
        ui::EditGroupDialog dialog(world.context, group, nullptr);
        dialog.show();
        QVERIFY2(nameless(&dialog).isEmpty(), qPrintable(nameless(&dialog).join("; ")));
        // Meanwhile another owner has changed the description.
        group.description = "of the other";
        for (auto *edit : dialog.findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == "Rules")
                edit->setPlainText("Be kind");
        }
        button(&dialog, "Save")->click();
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(group.rules, QString("Be kind"));
        QCOMPARE(group.description, QString("of the other"));
        QCOMPARE(group.title, QString("The bridge"));
    }

    void aGroupWithoutATitleIsNotSaved()
    {
        UiWorld world;
        world.languages.apply("en");
        world.group();
        held(world, "bridge").role = model::Role::Owner;
        ui::EditGroupDialog dialog(world.context, held(world, "bridge"), nullptr);
        dialog.show();
        for (auto *edit : dialog.findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == "Title")
                edit->clear();
        }
        button(&dialog, "Save")->click();
        settle();
        QVERIFY(dialog.isVisible());
        QVERIFY(texts(&dialog).contains("needs a title"));
    }

    void ownersGiveRolesAndModeratorsAddPeople()
    {
        UiWorld world;
        world.languages.apply("en");
        const auto id = world.group().groupId();
        auto &group = held(world, "bridge");
        world.backend.memberLists[id] = {{world.backend.people_.value("thomas.berger").card, model::Role::Member}};
        group.role = model::Role::Moderator;
        {
            ui::MembersDialog dialog(world.context, group, nullptr);
            dialog.show();
            settle();
            QVERIFY(button(&dialog, "Add"));
            QVERIFY(!dialog.findChild<QComboBox *>()->isVisible());
        }
        group.role = model::Role::Owner;
        ui::MembersDialog dialog(world.context, group, nullptr);
        dialog.show();
        settle();
        auto *role = dialog.findChild<QComboBox *>();
        QVERIFY(role->isVisible());
        dialog.findChild<QListWidget *>()->setCurrentRow(0);
        QVERIFY(role->isEnabled());
        role->setCurrentIndex(role->findData(int(model::Role::Moderator)));
        Q_EMIT role->activated(role->currentIndex());
        settle();
        QCOMPARE(int(world.backend.memberLists[id].first().role), int(model::Role::Moderator));
    }

    void scheduledPostsAreListedChangedPublishedAndCancelled()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.schedule(world.group(), {}, "For tomorrow", world.clock.now().plusMs(86'400'000));
        world.backend.schedule(world.group(), {}, "Refused one", world.clock.now().plusMs(-1000));
        world.backend.scheduledList[1].refused = "archived";
        Window shown(world);
        world.navigator.go({.kind = Place::Scheduled});
        settle();
        auto *page = shown.window.findChild<ui::ScheduledPage *>();
        QVERIFY(texts(page).contains("For tomorrow"));
        QVERIFY(texts(page).contains("archived"));
        QVERIFY2(nameless(&shown.window).isEmpty(), qPrintable(nameless(&shown.window).join("; ")));
        button(page, "Publish now")->click(); // of the refused one, which stands first
        settle();
        QVERIFY(world.backend.scheduledList[1].at.isNull());
        QVERIFY(world.backend.scheduledList[1].refused.isEmpty());
        world.backend.cancelScheduled(world.backend.scheduledList[1].id);
        world.backend.cancelScheduled(world.backend.scheduledList[0].id);
        settle();
        QVERIFY(texts(page).contains("Nothing is scheduled"));
    }

    void aPostIsScheduledFromTheComposer()
    {
        UiWorld world;
        world.languages.apply("en");
        world.posts(2);
        Window shown(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        settle();
        auto *page = shown.window.shell()->feedPage();
        page->compose();
        auto *composer = page->findChild<ui::Composer *>();
        QToolButton *later = nullptr;
        for (auto *each : composer->findChildren<QToolButton *>()) {
            if (each->accessibleName() == QString::fromUtf8("Later…"))
                later = each;
        }
        QVERIFY(later && later->isVisible());
        later->click(); // nothing is written yet
        QVERIFY(composer->stateText().contains("Write the post first"));
        composer->setText("For tomorrow");
        composer->submitAt(world.clock.now().plusMs(86'400'000));
        settle();
        QCOMPARE(world.backend.scheduledList.size(), 1);
        QCOMPARE(world.backend.scheduledList.first().body, QString("For tomorrow"));
        QCOMPARE(world.backend.scheduledList.first().place.scope, world.group());
        QVERIFY(texts(&shown.window).contains("Scheduled for"));
        QCOMPARE(page->model()->item(0).body.left(6), QString("Post n")); // and nothing is posted
        // A comment is not scheduled.
        composer->setTarget({.button = "Comment", .write = [](const QString &, const auto &, const auto &) {
                                 return ui::Backend::Answer<ui::Backend::Written>();
                             }});
        QVERIFY(!later->isVisible());
    }

    void theTimesThatAreOfferedAreInTheFutureAndOnWholeMinutes()
    {
        UiWorld world;
        world.languages.apply("en");
        for (int day = 0; day < 8; ++day) {
            const base::Time now = world.clock.now().plusMs(day * 86'400'000LL);
            base::Time last = now;
            for (const auto &choice : ui::ScheduleDialog::choices(now)) {
                QVERIFY(choice.at > now);
                QCOMPARE(choice.at.us % 60'000'000, 0);
                QVERIFY(!choice.text.isEmpty());
                last = choice.at;
            }
            QVERIFY(last.us - now.us <= 8LL * 86'400'000'000);
        }
    }

    void aTimeThatHasPassedIsTold()
    {
        UiWorld world;
        world.languages.apply("en");
        ui::ScheduleDialog dialog(world.context, nullptr);
        dialog.show();
        QVERIFY2(nameless(&dialog).isEmpty(), qPrintable(nameless(&dialog).join("; ")));
        QVERIFY(dialog.at() > world.clock.now());
        dialog.setAt(world.clock.now().plusMs(-3'600'000));
        QVERIFY(texts(&dialog).contains("has passed"));
        ui::AskDialog ask(world.context, store::GroupItem(), nullptr);
        ask.show();
        QVERIFY2(nameless(&ask).isEmpty(), qPrintable(nameless(&ask).join("; ")));
    }
};

QTEST_MAIN(GroupsTest)
#include "groups_test.moc"

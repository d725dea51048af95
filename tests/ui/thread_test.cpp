// Threads, and what one can learn of a post: who takes part, what is new, who reacted, what was edited, bookmarks.
#include "support/ui_world.h"
#include "ui/actions/post_actions.h"
#include "ui/models/feed_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/history_dialog.h"
#include "ui/views/feed/participants_bar.h"
#include "ui/views/feed/reactors_dialog.h"
#include "ui/views/feed/thread_page.h"
#include "ui/widgets/composer.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class ThreadTest : public QObject {
    Q_OBJECT

    struct Shown {
        explicit Shown(UiWorld &world) : world(world), window(world.context)
        {
            world.languages.apply("en");
            window.showShell();
            window.show();
        }
        void go(const Place &place) { world.navigator.go(place); }
        ui::FeedView &feed() { return *window.shell()->feedPage()->view(); }
        ui::ThreadPage &thread() { return *window.shell()->threadPage(); }
        UiWorld &world;
        ui::MainWindow window;
    };

private Q_SLOTS:
    void whoTakesPartIsSaidOnce()
    {
        UiWorld world;
        world.backend.addPerson("aline.durand", "Aline Durand");
        const auto post = world.posts(1).first();
        world.backend.addComment(post, "aline.durand", "One", 5);
        world.backend.addComment(post, "thomas.berger", "Two", 4);
        world.backend.addComment(post, "camille.morel", "Three", 3);
        Shown shown(world);
        shown.go({.kind = Place::Thread, .id = post});
        auto *bar = shown.thread().findChild<ui::ParticipantsBar *>();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<QLabel *>()->text(), "Thomas Berger, Aline Durand, Camille Morel take part");
        QCOMPARE(bar->findChildren<QAbstractButton *>().size(), 3);
        QSignalSpy moved(&world.navigator, &ui::Navigator::moved);
        QTest::mouseClick(bar->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
        QCOMPARE(world.navigator.place().kind, Place::PersonWall);
        QCOMPARE(world.navigator.place().id, world.backend.people_.value("aline.durand").card.id.uuid());
    }

    void newCommentsAreUnderALineAndFound()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "A post", 300);
        for (int i = 0; i < 12; ++i)
            world.backend.addComment(post, "thomas.berger", QString("Old %1\n\nmore\n\nmore").arg(i), 90 - i);
        Shown shown(world);
        shown.go({.kind = Place::Thread, .id = post});
        QTRY_COMPARE(shown.thread().view()->model()->rowCount(), 13);
        QVERIFY(shown.thread().view()->line().isNull());
        shown.thread().view()->scrollToEnd();
        shown.go({.kind = Place::Feed});
        base::Uuid first;
        for (int i = 0; i < 8; ++i) {
            const auto id = world.backend.addComment(post, "thomas.berger", QString("New %1").arg(i), 20 - i);
            first = i == 0 ? id : first;
        }
        shown.go({.kind = Place::Thread, .id = post});
        QTRY_COMPARE(shown.thread().view()->line(), first);
        auto *pill = shown.thread().findChild<QPushButton *>("toUnread");
        QTRY_VERIFY(pill->isVisible());
        QTest::keyClick(shown.thread().view(), Qt::Key_U);
        QCOMPARE(shown.thread().view()->model()->item(shown.thread().view()->currentRow()).id, first);
        QVERIFY(!pill->isVisible());
    }

    void aLinkToACommentHighlightsIt()
    {
        UiWorld world;
        const auto post = world.posts(1).first();
        base::Uuid comment;
        for (int i = 0; i < 30; ++i)
            comment = world.backend.addComment(post, "thomas.berger", QString("Comment %1").arg(i), 90 - i);
        Shown shown(world);
        world.navigator.go({.kind = Place::Thread, .id = post, .highlight = comment});
        QTRY_COMPARE(world.navigator.place().kind, Place::Thread);
        QTRY_VERIFY(shown.thread().view()->currentRow() == 30);
        QCOMPARE(shown.thread().view()->highlight(), comment);
        QVERIFY(shown.thread().view()->visibleRows().contains(30));
        QTest::keyClick(shown.thread().view(), Qt::Key_K); // going on ends it
        QVERIFY(shown.thread().view()->highlight().isNull());
    }

    void anAnswerQuotesWhatIsSelected()
    {
        UiWorld world;
        const auto post =
            world.backend.addPost(world.group(), "thomas.berger", "Shall we meet **on Thursday** at six?", 5);
        world.backend.draftTexts.insert(post.toString(), "Begun before");
        Shown shown(world);
        shown.go({.kind = Place::Group, .id = world.group().id});
        QTRY_COMPARE(shown.feed().model()->rowCount(), 1);
        shown.feed().select(0, 14, 25);
        QCOMPARE(shown.feed().selectedText(), "on Thursday");
        QTest::keyClick(&shown.feed(), Qt::Key_R);
        QTRY_COMPARE(world.navigator.place().kind, Place::Thread);
        QTRY_COMPARE(shown.thread().composer()->text(), "Begun before\n\n> **on Thursday**\n\n");
    }

    void commentsStandBelowTheirPostAndLeadToThemselves()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "A post", 50);
        QList<base::Uuid> comments;
        for (int i = 0; i < 3; ++i)
            comments.append(world.backend.addComment(post, "thomas.berger", QString("Comment %1").arg(i), 9 - i));
        Shown shown(world);
        shown.go({.kind = Place::Group, .id = world.group().id});
        QTRY_COMPARE(shown.feed().model()->rowCount(), 1);
        QCOMPARE(shown.feed().model()->item(0).latest.size(), 2);
        const qreal with = shown.feed().rowRect(0).height();
        shown.feed().activate(0, ui::CardHit::Preview, comments.last().toString(), {});
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QTRY_COMPARE(shown.thread().view()->highlight(), comments.last());
        // Without comments the card is lower.
        world.backend.find(post)->latest.clear();
        world.backend.touch(post);
        shown.go({.kind = Place::Group, .id = world.group().id});
        QTRY_VERIFY(shown.feed().rowRect(0).height() < with - 60);
    }

    void bAndTheListOfBookmarks()
    {
        UiWorld world;
        const auto ids = world.posts(4);
        Shown shown(world);
        shown.go({.kind = Place::Group, .id = world.group().id});
        QTRY_COMPARE(shown.feed().model()->rowCount(), 4);
        for (const int row : {2, 0}) {
            shown.feed().setCurrent(ids.at(row));
            QTest::keyClick(&shown.feed(), Qt::Key_B);
        }
        QTRY_VERIFY(shown.feed().model()->item(2).bookmarked);
        QVERIFY(shown.feed().sentence(2).contains("Bookmarked"));
        shown.go({.kind = Place::Bookmarks});
        QTRY_COMPARE(shown.feed().model()->rowCount(), 2);
        QCOMPARE(shown.feed().model()->item(0).id, ids.at(0)); // the last marked first
        QTest::keyClick(&shown.feed(), Qt::Key_J);
        QTest::keyClick(&shown.feed(), Qt::Key_B);
        QTRY_COMPARE(shown.feed().model()->rowCount(), 1);
        QCOMPARE(shown.feed().model()->item(0).id, ids.at(2));
        QCOMPARE(world.backend.bookmarks, QList<base::Uuid>{ids.at(2)});
    }

    void theHistoryShowsEveryVersionAndWhatChanged()
    {
        UiWorld world;
        world.languages.apply("en");
        const auto id = world.backend.addPost(world.group(), "camille.morel", "We meet on Monday.", 60);
        world.backend.edit(id, "We meet on Tuesday.");
        world.clock.advanceMs(60'000);
        world.backend.edit(id, "We all meet on Tuesday.");
        ui::HistoryDialog dialog(world.context, *world.backend.find(id));
        auto *text = dialog.findChild<QPlainTextEdit *>();
        const QString shown = text->toPlainText();
        QVERIFY2(shown.indexOf("Current version") < shown.indexOf("We all meet on Tuesday."), qPrintable(shown));
        QVERIFY(shown.contains("Version 2"));
        QVERIFY(shown.contains("We meet on MondayTuesday."));
        QVERIFY(shown.endsWith("We meet on Monday."));
        const auto format = [&](const QString &word) {
            QTextCursor cursor = text->document()->find(word);
            return cursor.charFormat();
        };
        QVERIFY(format("Monday").fontStrikeOut());
        QVERIFY(format("all").fontUnderline());
        QVERIFY(text->isReadOnly());
    }

    void whoReactedIsAListThatLeadsToPeople()
    {
        UiWorld world;
        const auto id = world.posts(1).first();
        world.backend.addReaction(id, QString::fromUtf8("👍"), 1);
        world.backend.find(id)->reactions[0].names << "Thomas Berger";
        ui::ReactorsDialog dialog(world.context, id);
        auto *list = dialog.findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 1);
        QCOMPARE(list->item(0)->text(), "Thomas Berger");
        QVERIFY(list->item(0)->data(Qt::AccessibleTextRole).toString().contains(QString::fromUtf8("👍")));
        dialog.show();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(world.navigator.place().kind, Place::PersonWall);
    }
};

QTEST_MAIN(ThreadTest)
#include "thread_test.moc"

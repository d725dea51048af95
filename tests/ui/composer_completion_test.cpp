#include "support/ui_world.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_completion.h"
#include "ui/widgets/composer_edit.h"

#include <QAccessible>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Composer;
using ui::ComposerCompletion;
using ui::ComposerEdit;

class ComposerCompletionTest : public QObject {
    Q_OBJECT

    struct Desk {
        UiWorld world;
        QWidget window;
        Composer composer{world.context, &window};
        ComposerEdit *edit = composer.findChild<ComposerEdit *>();
        ComposerCompletion *list = edit->findChild<ComposerCompletion *>();

        Desk()
        {
            world.backend.addPerson("thomas.roy", "Thomas Roy", "Surveyor");
            world.backend.addPerson("ines.garnier", QString::fromUtf8("Inès Garnier"), "Engineer");
            const auto scope = world.group();
            world.backend.memberLists[scope.groupId()].append({world.backend.people_.value("thomas.roy").card, {}});
            world.backend.addPost(scope, "thomas.roy", "Text #levage #securite", 5);
            composer.setTarget({.draftPlace = scope.toString(),
                                .button = "Post",
                                .write = [this](const QString &body,
                                                const auto &, const auto &) { return world.backend.post(world.group(), {}, body); },
                                .place = scope});
            window.resize(700, 600);
            composer.resize(600, 200);
            window.show();
            window.activateWindow();
            QApplication::setActiveWindow(&window);
            edit->setFocus();
        }
        void type(const QString &text) { QTest::keyClicks(edit, text); }
        void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(edit, key, with); }
        QStringList titles() const
        {
            QStringList titles;
            for (int row = 0; row < list->model()->rowCount(); ++row)
                titles.append(list->model()->at(row).title);
            return titles;
        }
    };

private Q_SLOTS:
    void aSignAndLettersOfferPeopleTheMembersFirst()
    {
        Desk desk;
        desk.type("ok @tho");
        QTRY_VERIFY(desk.list->isOpen());
        QCOMPARE(desk.titles(), QStringList({"Thomas Roy", "Thomas Berger"}));
        QCOMPARE(desk.list->currentRow(), 0);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.composer.text(), QString("ok @thomas.roy "));
        QVERIFY(!desk.list->isOpen());
        desk.edit->undo();
        QCOMPARE(desk.composer.text(), QString("ok @tho"));
    }

    void arrowsGoRoundAndTabTakes()
    {
        Desk desk;
        desk.type("@tho");
        QTRY_VERIFY(desk.list->isOpen());
        desk.key(Qt::Key_Down);
        QCOMPARE(desk.list->currentRow(), 1);
        desk.key(Qt::Key_Down);
        QCOMPARE(desk.list->currentRow(), 0);
        desk.key(Qt::Key_Up);
        desk.key(Qt::Key_Tab);
        QCOMPARE(desk.composer.text(), QString("@thomas.berger "));
        QVERIFY(desk.edit->hasFocus());
    }

    void escapeLeavesTheWordAloneAndTheComposerOpen()
    {
        Desk desk;
        QSignalSpy cancelled(&desk.composer, &Composer::cancelled);
        desk.type("@tho");
        QTRY_VERIFY(desk.list->isOpen());
        desk.key(Qt::Key_Escape);
        QVERIFY(!desk.list->isOpen());
        desk.type("m");
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(!desk.list->isOpen());
        QCOMPARE(cancelled.size(), 0);
        desk.type(" @th");
        QTRY_VERIFY(desk.list->isOpen());
        desk.key(Qt::Key_Escape);
        desk.key(Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
    }

    void aTagIsTakenOnlyIfChosen()
    {
        Desk desk;
        desk.type("#le");
        QTRY_VERIFY(desk.list->isOpen());
        QCOMPARE(desk.titles(), QStringList{"#levage"});
        QCOMPARE(desk.list->currentRow(), -1);
        desk.key(Qt::Key_Return);
        desk.type("#sec");
        QTRY_COMPARE(desk.titles(), QStringList{"#securite"});
        desk.key(Qt::Key_Down);
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.composer.text(), QString("#le\n#securite "));
    }

    void aKeyThatComesBeforeTheListKnowsOfTheWordBelongsToTheText()
    {
        Desk desk;
        desk.type("@tho");
        QTRY_VERIFY(desk.list->isOpen());
        desk.type("mas.b"); // the list still shows both, Thomas Roy first
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.composer.text(), QString("@thomas.b\n"));
        desk.type("@tho");
        QTRY_VERIFY(desk.list->isOpen());
        desk.type("m");
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.composer.text(), QString("@thomas.b\n@thomas.roy "));
    }

    void anEmojiIsOfferedByItsNameAndTakesItsPlace()
    {
        Desk desk;
        desk.world.preferences.skinTone = 2;
        desk.type("bravo :tad");
        QTRY_VERIFY(desk.list->isOpen());
        desk.key(Qt::Key_Return);
        desk.type(":thumbs_u");
        QCoreApplication::processEvents();
        desk.type("");
        QCOMPARE(desk.composer.text(), QString::fromUtf8("bravo 🎉 :thumbs_u"));
        for (int i = 0; i < 9; ++i)
            desk.key(Qt::Key_Backspace);
        desk.type(":+1");
        QCoreApplication::processEvents();
        QVERIFY(!desk.list->isOpen()); // two letters, and the first is one
        for (int i = 0; i < 3; ++i)
            desk.key(Qt::Key_Backspace);
        desk.type(":thumbsup");
        QTRY_VERIFY(desk.list->isOpen());
        desk.key(Qt::Key_Return);
        QCOMPARE(desk.composer.text(), QString::fromUtf8("bravo 🎉 👍🏼 "));
    }

    void codeAndLinksOfferNothing()
    {
        Desk desk;
        desk.composer.setText("`@tho`");
        QTextCursor cursor = desk.edit->textCursor();
        cursor.setPosition(5);
        desk.edit->setTextCursor(cursor);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QVERIFY(!desk.list->isOpen());
    }

    void anAnswerThatComesTooLateIsForgotten()
    {
        Desk desk;
        desk.type("@tho");
        desk.key(Qt::Key_Backspace);
        desk.key(Qt::Key_Backspace);
        desk.key(Qt::Key_Backspace);
        desk.key(Qt::Key_Backspace);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QVERIFY(!desk.list->isOpen());
    }

    void nobodyIsOfferedOnceTheWholeNameStands()
    {
        Desk desk;
        desk.type("@ines.garnie");
        QTRY_VERIFY(desk.list->isOpen());
        desk.type("r");
        QTRY_VERIFY(!desk.list->isOpen());
    }

    void theListIsToldToAScreenReaderWhileTheTextKeepsTheKeys()
    {
        Desk desk;
        desk.type("@tho");
        QTRY_VERIFY(desk.list->isOpen());
        auto *view = desk.list->findChild<QListView *>();
        QCOMPARE(view->accessibleName(), QString("Suggestions"));
        QCOMPARE(view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), QString("Thomas Roy, Surveyor"));
        QVERIFY(desk.edit->accessibleDescription().contains("2"));
        QVERIFY(desk.edit->hasFocus());
        desk.key(Qt::Key_Escape);
        QVERIFY(desk.edit->accessibleDescription().isEmpty());
    }

    void theListStaysInTheWindow()
    {
        Desk desk;
        desk.window.resize(300, 220);
        desk.composer.setGeometry(0, 120, 300, 100);
        desk.type("words words words words @t");
        QTRY_VERIFY(desk.list->isOpen());
        QVERIFY(desk.window.rect().contains(desk.list->geometry()));
    }

    void aComposerThatGoesWhileTheListIsOpenTakesItAlong()
    {
        UiWorld world;
        QWidget window;
        auto *composer = new Composer(world.context, &window);
        composer->setTarget({.button = "Post"});
        window.resize(600, 400);
        window.show();
        QApplication::setActiveWindow(&window);
        auto *edit = composer->findChild<ComposerEdit *>();
        edit->setFocus();
        QTest::keyClicks(edit, "@tho");
        QTRY_VERIFY(window.findChild<ComposerCompletion *>() && window.findChild<ComposerCompletion *>()->isOpen());
        QTest::keyClicks(edit, "m");
        delete composer;
        QVERIFY(!window.findChild<ComposerCompletion *>());
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(ComposerCompletionTest)
#include "composer_completion_test.moc"

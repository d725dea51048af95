#include "spelling/dictionary.h"
#include "support/ui_world.h"
#include "ui/text/spell_marks.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_edit.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace parvis;
using tests::UiWorld;
using ui::Composer;
using ui::ComposerEdit;

// A language of four words, so that nothing depends on what is installed.
class ComposerSpellingTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    struct Desk {
        UiWorld world;
        spelling::Speller speller;
        std::unique_ptr<Composer> composer;
        ComposerEdit *edit;

        explicit Desk(const QString &folder, bool on = true)
            : speller({.folders = {folder}, .ownWords = folder + "/own.txt"})
        {
            world.context.speller = &speller;
            world.preferences.spellCheck = on;
            composer = std::make_unique<Composer>(world.context);
            composer->setTarget({.button = "Post"});
            edit = composer->findChild<ComposerEdit *>();
            composer->show();
            composer->activateWindow();
            QApplication::setActiveWindow(composer.get());
            edit->setFocus();
        }
        // The underlined words of the first line.
        QStringList wrong() const
        {
            const QTextBlock block = edit->document()->firstBlock();
            QString marked(block.text().size(), u' ');
            for (const auto &range : block.layout()->formats()) {
                if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                    marked.replace(range.start, range.length, block.text().mid(range.start, range.length));
            }
            return marked.split(u' ', Qt::SkipEmptyParts);
        }
        QMenu *menuAt(int position)
        {
            QTextCursor cursor = edit->textCursor();
            cursor.setPosition(position);
            edit->setTextCursor(cursor);
            QContextMenuEvent event(QContextMenuEvent::Keyboard, edit->cursorRect().center(), {10, 10});
            QCoreApplication::sendEvent(edit, &event);
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                auto *menu = qobject_cast<QMenu *>(widget);
                if (menu && menu->isVisible())
                    return menu;
            }
            return nullptr;
        }
        static QAction *actionOf(QMenu *menu, const QString &text)
        {
            for (QAction *action : menu->actions()) {
                if (action->text().contains(text))
                    return action;
            }
            return nullptr;
        }
    };

private Q_SLOTS:
    void init()
    {
        const auto write = [this](const QString &name, const QByteArray &text) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("fr.aff", "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n");
        write("fr.dic", "2\nbonjour\nchantier\n");
        write("en_US.aff", "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n");
        write("en_US.dic", "2\nhello\nbridge\n");
        QFile::remove(m_folder.filePath("own.txt"));
    }

    void wrongWordsAreUnderlinedOnceTheyAreLeft()
    {
        Desk desk(m_folder.path());
        QTest::keyClicks(desk.edit, "bonjour helo");
        QCoreApplication::processEvents();
        QVERIFY(desk.wrong().isEmpty());
        QTest::keyClicks(desk.edit, " ");
        QTRY_COMPARE(desk.wrong(), QStringList{"helo"});
        QTest::keyClicks(desk.edit, "bridge `codd` @chantierr #tagg ");
        QTest::keyClicks(desk.edit, "chantierr ");
        QTRY_COMPARE(desk.wrong(), QStringList({"helo", "chantierr"}));
    }

    void aSuggestionTakesThePlaceOfTheWordInOneStepOfUndo()
    {
        Desk desk(m_folder.path());
        QTest::keyClicks(desk.edit, "hello chantir now");
        QTRY_VERIFY(desk.wrong().contains("chantir"));
        QMenu *menu = desk.menuAt(9);
        QVERIFY(menu);
        QTRY_VERIFY(Desk::actionOf(menu, "chantier"));
        Desk::actionOf(menu, "chantier")->trigger();
        menu->close();
        QCOMPARE(desk.composer->text(), QString("hello chantier now"));
        desk.edit->undo();
        QCOMPARE(desk.composer->text(), QString("hello chantir now"));
    }

    void ownWordsAreLearntFromTheMenu()
    {
        Desk desk(m_folder.path());
        QTest::keyClicks(desk.edit, "ardelune ");
        QTRY_COMPARE(desk.wrong(), QStringList{"ardelune"});
        QMenu *menu = desk.menuAt(3);
        QVERIFY(menu);
        Desk::actionOf(menu, "ardelune")->trigger();
        menu->close();
        QTRY_COMPARE(desk.wrong(), QStringList());
        QTRY_VERIFY(QFile::exists(m_folder.filePath("own.txt")));
    }

    void theKeyF7GoesToTheNextWrongWord()
    {
        Desk desk(m_folder.path());
        QTest::keyClicks(desk.edit, "helo bonjour chantir ");
        QTRY_COMPARE(desk.wrong().size(), 2);
        desk.edit->moveCursor(QTextCursor::Start);
        QTest::keyClick(desk.edit, Qt::Key_F7);
        QTRY_COMPARE(desk.edit->textCursor().selectedText(), QString("helo"));
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
        QTest::keyClick(desk.edit, Qt::Key_F7);
        QTRY_COMPARE(desk.edit->textCursor().selectedText(), QString("chantir"));
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
    }

    void whoSwitchedItOffSeesNoMark()
    {
        Desk desk(m_folder.path(), false);
        QTest::keyClicks(desk.edit, "helo chantir ");
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QVERIFY(desk.wrong().isEmpty());
    }

    void underliningIsNoChangeOfTheText()
    {
        Desk desk(m_folder.path());
        desk.composer->setTarget({.draftPlace = "directory", .button = "Post", .text = "helo chantir "});
        QTRY_COMPARE(desk.wrong().size(), 2);
        QVERIFY(!desk.edit->document()->isUndoAvailable());
        bool later = false; // than a change of the text would have been kept
        desk.world.scheduler.after(700, [&later] { later = true; });
        QTRY_VERIFY(later);
        QCOMPARE(desk.world.backend.draftWrites, 0);
    }
};

QTEST_MAIN(ComposerSpellingTest)
#include "composer_spelling_test.moc"

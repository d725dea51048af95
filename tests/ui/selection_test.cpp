// Selecting and copying text in the feed, by mouse, by keyboard, for a screen reader.
#include "support/ui_world.h"
#include "text/markdown.h"
#include "ui/models/feed_model.h"
#include "ui/text/body_layout.h"
#include "ui/text/markdown_slice.h"
#include "ui/text/open_link.h"
#include "ui/views/feed/feed_view.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::BodyLayout;
using ui::FeedView;

class SelectionTest : public QObject {
    Q_OBJECT

    struct Shown {
        Shown(UiWorld &world, const QStringList &bodies) : model(world.backend, world.scheduler), view(world.context)
        {
            world.languages.apply("en");
            for (int i = 0; i < bodies.size(); ++i)
                ids.append(world.backend.addPost(world.group(), "thomas.berger", bodies.at(i), 10 + i));
            view.setModel(&model);
            view.resize(720, 600);
            view.show();
            view.activateWindow();
            view.setFocus();
            store::FeedQuery query;
            query.what = store::FeedQuery::Group;
            query.id = world.group().id;
            model.open(query);
        }
        // The middle of the letter at this position.
        QPoint at(int row, int position) const
        {
            const QRectF here = view.letterRect(row, position), next = view.letterRect(row, position + 1);
            const qreal right = next.x() > here.x() ? next.x() : here.x() + 4;
            return QPointF(here.x() + (right - here.x()) * 0.3, here.center().y()).toPoint();
        }
        void drag(QPoint from, QPoint to)
        {
            QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
            QTest::mouseMove(view.viewport(), (from + to) / 2);
            QTest::mouseMove(view.viewport(), to);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
        }
        ui::FeedModel model;
        FeedView view;
        QList<base::Uuid> ids;
    };

    static BodyLayout laid(const ui::Theme &theme, const QString &markdown, qreal width = 600)
    {
        return {text::parseMarkdown(markdown), width, theme};
    }

private Q_SLOTS:
    void positionsCountTheTextOfAllBlocks()
    {
        UiWorld world;
        const auto body = laid(
            world.theme, "# Title\n\none **two**\n\n- a\n- b\n\n```\nx\ty\nz\n```\n\n| h | i |\n|---|---|\n| 1 | 2 |");
        QCOMPARE(body.text(), "Title\none two\na\nb\nx    y\nz\nh\ni\n1\n2");
        QCOMPARE(body.length(), body.text().size());
        QCOMPARE(body.plainText(0, body.length()), "Title\n\none two\n\n\u2022 a\n\u2022 b\n\nx    y\nz\nh\ti\n1\t2");
        QCOMPARE(body.plainText(2, 9), "tle\n\none");
        QCOMPARE(body.plainText(14, 15), "a");
    }

    void aPointAndItsPositionFindEachOther()
    {
        UiWorld world;
        const auto body = laid(
            world.theme,
            "# Title\n\n" + QString("word ").repeated(60) + "\n\n> quoted\n\n| a | b |\n|---|---|\n| c | d |", 300);
        for (int position = 0; position < body.length(); ++position) {
            const QRectF caret = body.caretRect(position);
            QVERIFY(!caret.isEmpty());
            if (body.text().at(position) != u'\n' && body.text().at(position) != u' ')
                QCOMPARE(body.positionAt(caret.center()), position);
        }
        QCOMPARE(body.positionAt({-50, -50}), 0);
        QCOMPARE(body.positionAt({1e5, 1e5}), body.length());
    }

    void theCaretWalks()
    {
        UiWorld world;
        using Move = BodyLayout::Move;
        const auto body = laid(world.theme, QString::fromUtf8("un deux\n\n👍🏽 trois"));
        QCOMPARE(body.moved(0, Move::NextWord), 3);
        QCOMPARE(body.moved(7, Move::Next), 8);
        QCOMPARE(body.moved(8, Move::Next), 12); // the emoji and its skin tone are one step
        QCOMPARE(body.moved(12, Move::Previous), 8);
        QCOMPARE(body.moved(8, Move::Previous), 7);
        QCOMPARE(body.moved(2, Move::LineEnd), 7);
        QCOMPARE(body.moved(5, Move::LineStart), 0);
        QCOMPARE(body.moved(body.moved(1, Move::Down), Move::LineStart), 8);
        QVERIFY(body.moved(9, Move::Up) < 8);
        QCOMPARE(body.moved(3, Move::Up), 3);
        QCOMPARE(body.moved(3, Move::End), body.length());
        QCOMPARE(body.moved(body.length(), Move::Next), body.length());
        QCOMPARE(body.moved(0, Move::Previous), 0);
    }

    void draggingSelectsAndCopiesWithinACard()
    {
        UiWorld world;
        Shown shown(world, {"The crane comes on Thursday at six."});
        QTRY_VERIFY(shown.model.isLoaded());
        QSignalSpy hits(&shown.view, &FeedView::hit);
        shown.drag(shown.at(0, 4), shown.at(0, 15));
        QCOMPARE(shown.view.selectedText(), "crane comes");
        QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "crane comes");
        QCOMPARE(hits.size(), 0);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QVERIFY(!shown.view.hasSelection());
        // Nothing is selected: the current card's text.
        QTest::keyClick(&shown.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "The crane comes on Thursday at six.");
    }

    void draggingOverCardsSaysWhoWroteWhat()
    {
        UiWorld world;
        Shown shown(world, {"First **bold** words", "Second words", "Third words"});
        QTRY_VERIFY(shown.model.isLoaded());
        shown.drag(shown.at(0, 6), shown.at(2, 5));
        const QString text = shown.view.selectedText();
        QVERIFY2(text.contains("bold words\n\nThomas Berger, "), qPrintable(text));
        QVERIFY(text.contains("\nSecond words\n"));
        QVERIFY(text.endsWith("\nThird"));
        QVERIFY(!text.contains("First"));
        QVERIFY(shown.view.selectedMarkdown().contains("**bold** words"));
        // Upwards it is the same.
        shown.drag(shown.at(2, 5), shown.at(0, 6));
        QCOMPARE(shown.view.selectedText(), text);
    }

    void aWordAParagraphAndTheWholePost()
    {
        UiWorld world;
        Shown shown(world, {"One two-three four.\n\nNext paragraph here."});
        QTRY_VERIFY(shown.model.isLoaded());
        const QPoint word = shown.at(0, 16);
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, word);
        QTest::mouseDClick(shown.view.viewport(), Qt::LeftButton, {}, word);
        QCOMPARE(shown.view.selectedText(), "four");
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, word);
        QCOMPARE(shown.view.selectedText(), "One two-three four.");
        QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(shown.view.selectedText(), "One two-three four.\n\nNext paragraph here.");
        QCOMPARE(shown.view.selectedMarkdown(), shown.model.item(0).body);
    }

    void selectingAllUnfoldsALongPost()
    {
        UiWorld world;
        const QString body = QString("A line of text.\n\n").repeated(900) + "The end.";
        Shown shown(world, {body});
        QTRY_VERIFY(shown.model.isLoaded());
        shown.view.setCurrent(shown.ids.first());
        QTest::keyClick(&shown.view, Qt::Key_A, Qt::ControlModifier);
        QVERIFY(shown.view.selectedText().endsWith("The end."));
        QCOMPARE(shown.view.selectedText().count("A line"), 900);
    }

    void theKeyboardSelectsWithACaret()
    {
        UiWorld world;
        Shown shown(world, {"Alpha beta gamma\n\nsecond line", "other"});
        QTRY_VERIFY(shown.model.isLoaded());
        QTest::keyClick(&shown.view, Qt::Key_J);
        QTest::keyClick(&shown.view, Qt::Key_F7);
        QVERIFY(shown.view.isCaretOn());
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(shown.view.selectedText(), "beta ");
        QTest::keyClick(&shown.view, Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(shown.view.selectedText().startsWith("beta gamma\n\nsecond"));
        QCOMPARE(shown.view.currentRow(), 0); // the arrows stay in the card
        QTest::keyClick(&shown.view, Qt::Key_J);
        QCOMPARE(shown.view.currentRow(), 1);
        QVERIFY(!shown.view.isCaretOn());
        // Shift and an arrow begin by themselves.
        QTest::keyClick(&shown.view, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(shown.view.isCaretOn());
        QCOMPARE(shown.view.selectedText(), "o");
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QVERIFY(!shown.view.isCaretOn());
        QVERIFY(!shown.view.hasSelection());
    }

    void aClickStillActsAndClearsTheSelection()
    {
        UiWorld world;
        Shown shown(world, {"See https://example.com/plan now"});
        QTRY_VERIFY(shown.model.isLoaded());
        QSignalSpy hits(&shown.view, &FeedView::hit);
        shown.drag(shown.at(0, 0), shown.at(0, 3));
        QCOMPARE(shown.view.selectedText(), "See");
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.at(0, 10));
        QCOMPARE(hits.size(), 1);
        QVERIFY(!shown.view.hasSelection());
    }

    void aPartOfAPostAsMarkdown_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("part"); // of the shown text
        QTest::addColumn<QString>("markdown");
        QTest::newRow("half a bold word") << "a **bolder** b"
                                          << "bold"
                                          << "**bold**";
        QTest::newRow("over a link") << "see [the plan](https://example.com/p) now"
                                     << "e the plan (example.com) n"
                                     << "e [the plan](https://example.com/p) n";
        QTest::newRow("two items") << "- one\n- two\n- three"
                                   << "two\nth"
                                   << "- two\n- th";
        QTest::newRow("the numbers go on") << "1. one\n2. two\n3. three"
                                           << "two\nthree"
                                           << "2. two\n3. three";
        QTest::newRow("into a quote") << "before\n\n> quoted *words*"
                                      << "fore\nquoted wo"
                                      << "fore\n\n> quoted *wo*";
        QTest::newRow("lines of code") << "```cpp\nint a;\nint b;\n```"
                                       << "int b;"
                                       << "```cpp\nint b;\n```";
        QTest::newRow("a row of a table") << "| h | i |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |"
                                          << "3\n4"
                                          << "| h | i |\n| --- | --- |\n| 3 | 4 |";
        QTest::newRow("a mention") << "ask @camille.morel today"
                                   << "@camille.morel"
                                   << "@camille.morel";
    }
    void aPartOfAPostAsMarkdown()
    {
        QFETCH(QString, body);
        QFETCH(QString, part);
        QFETCH(QString, markdown);
        UiWorld world;
        const auto layout = laid(world.theme, body);
        const auto from = int(layout.text().indexOf(part));
        QVERIFY2(from >= 0, qPrintable(layout.text()));
        QCOMPARE(ui::markdownSlice(body, from, from + int(part.size()), world.theme), markdown);
    }

    void aLinkIsDraggedAsItsAddress()
    {
        const std::unique_ptr<QMimeData> data(ui::linkData("https://example.com/a b"));
        QVERIFY(data);
        QCOMPARE(data->urls().size(), 1);
        QCOMPARE(data->text(), "https://example.com/a%20b");
        QVERIFY(!ui::linkData("javascript:alert(1)"));
        QVERIFY(!ui::linkData("file:///etc/passwd"));
    }

    void aScreenReaderReadsLetterByLetter()
    {
        UiWorld world;
        Shown shown(world, {"Alpha beta\n\ngamma"});
        QTRY_VERIFY(shown.model.isLoaded());
        QAccessibleInterface *card = QAccessible::queryAccessibleInterface(&shown.view)->child(0);
        QAccessibleTextInterface *text = card->textInterface();
        QVERIFY(text);
        QCOMPARE(text->characterCount(), 16);
        QCOMPARE(text->text(6, 10), "beta");
        text->setCursorPosition(6);
        QVERIFY(shown.view.isCaretOn());
        QCOMPARE(text->cursorPosition(), 6);
        text->setSelection(0, 6, 10);
        QCOMPARE(shown.view.selectedText(), "beta");
        int start = 0, end = 0;
        text->selection(0, &start, &end);
        QCOMPARE(start, 6);
        QCOMPARE(end, 10);
        const QRect letter = text->characterRect(6);
        QVERIFY(!letter.isEmpty());
        QCOMPARE(text->offsetAtPoint(letter.center()), 6);
    }
};

QTEST_MAIN(SelectionTest)
#include "selection_test.moc"

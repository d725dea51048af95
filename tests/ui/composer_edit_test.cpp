#include "support/ui_world.h"
#include "ui/widgets/body_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_edit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace parvis;
using tests::UiWorld;
using ui::Composer;
using ui::ComposerEdit;

class ComposerEditTest : public QObject {
    Q_OBJECT

    struct Desk {
        UiWorld world;
        Composer composer{world.context};
        ComposerEdit *edit;

        Desk()
        {
            composer.setTarget({.button = "Post", .write = [this](const QString &body, const auto &, const auto &) {
                                    return world.backend.post(world.group(), {}, body);
                                }});
            edit = composer.findChild<ComposerEdit *>();
            composer.resize(600, 300);
            composer.show();
            composer.activateWindow();
            edit->setFocus();
        }
        void type(const QString &text) { QTest::keyClicks(edit, text); }
        void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(edit, key, with); }
        void paste(const QMimeData &data)
        {
            auto *copy = new QMimeData;
            for (const QString &format : data.formats())
                copy->setData(format, data.data(format));
            QGuiApplication::clipboard()->setMimeData(copy);
            edit->paste();
        }
    };

    // The format that is shown at a place of the first line.
    static QTextCharFormat formatAt(ComposerEdit *edit, int at)
    {
        for (const auto &range : edit->document()->firstBlock().layout()->formats()) {
            if (at >= range.start && at < range.start + range.length)
                return range.format;
        }
        return {};
    }

private Q_SLOTS:
    void whatIsTypedLooksLikeWhatItWillBeAndStaysPlain()
    {
        Desk desk;
        desk.type("a **bold** `code` @jean ~~no~~");
        QCOMPARE(desk.composer.text(), QString("a **bold** `code` @jean ~~no~~"));
        QCOMPARE(formatAt(desk.edit, 5).fontWeight(), int(QFont::DemiBold));
        QCOMPARE(formatAt(desk.edit, 2).foreground().color(), desk.world.theme.tokens().third);
        QVERIFY(formatAt(desk.edit, 13).background().style() != Qt::NoBrush);
        QCOMPARE(formatAt(desk.edit, 19).foreground().color(), desk.world.theme.tokens().accent);
        QVERIFY(formatAt(desk.edit, 27).fontStrikeOut());
        QCOMPARE(formatAt(desk.edit, 0), QTextCharFormat());
    }

    void aFenceOpenedAboveTurnsTheLinesBelowIntoCode()
    {
        Desk desk;
        desk.composer.setText("x\n**a**");
        QTextCursor top(desk.edit->document());
        top.insertText("```\n");
        const QTextBlock last = desk.edit->document()->lastBlock();
        QCOMPARE(last.layout()->formats().size(), 1);
        QVERIFY(last.layout()->formats().first().format.background().style() != Qt::NoBrush);
    }

    void enterGoesOnWithAListAndEndsIt()
    {
        Desk desk;
        desk.type("- one");
        desk.key(Qt::Key_Return);
        desk.type("two");
        desk.key(Qt::Key_Return);
        desk.key(Qt::Key_Return);
        desk.type("after");
        QCOMPARE(desk.composer.text(), QString("- one\n- two\nafter"));
    }

    void shiftEnterIsAPlainEndOfLine()
    {
        Desk desk;
        desk.type("- one");
        desk.key(Qt::Key_Return, Qt::ShiftModifier);
        desk.type("same");
        QCOMPARE(desk.composer.text(), QString("- one\nsame"));
        QCOMPARE(desk.edit->document()->blockCount(), 2);
    }

    void keysFormatWhatIsSelectedAndUndoBringsItBack()
    {
        Desk desk;
        desk.type("plan");
        desk.edit->selectAll();
        desk.key(Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), QString("**plan**"));
        desk.key(Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), QString("_**plan**_"));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), QString("**plan**"));
        desk.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), QString("plan"));
        desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.composer.text(), QString("**plan**"));
        desk.edit->undo();
        desk.edit->selectAll();
        desk.key(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), QString("[plan]()"));
        QCOMPARE(desk.edit->textCursor().position(), 7);
    }

    void controlKBelongsToTheTextWhileOneWrites()
    {
        Desk desk;
        QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
        event.ignore();
        QCoreApplication::sendEvent(desk.edit, &event);
        QVERIFY(event.isAccepted());
    }

    void everyCommandOfTheMenuDoesSomethingThatCanBeUndone()
    {
        for (const auto &command : ComposerEdit::commands()) {
            Desk desk;
            const bool moves =
                command.format == ComposerEdit::Format::Deeper || command.format == ComposerEdit::Format::Shallower;
            const QString text = moves ? "  - words" : "words";
            desk.composer.setText(text);
            if (!moves)
                desk.edit->selectAll();
            desk.edit->format(command.format);
            QVERIFY2(desk.composer.text() != text, qPrintable(command.text));
            desk.edit->undo();
            QCOMPARE(desk.composer.text(), text);
        }
    }

    void richTextIsPastedAsPlainText()
    {
        Desk desk;
        QMimeData rich;
        rich.setHtml("<b>bold</b> <img src='https://evil.example/x.png'>");
        rich.setText("bold\r\nline");
        desk.paste(rich);
        QCOMPARE(desk.composer.text(), QString("bold\nline"));
        QCOMPARE(desk.edit->document()->blockCount(), 2);
        QMimeData picture;
        picture.setData("image/png", "x");
        desk.paste(picture);
        QCOMPARE(desk.composer.text(), QString("bold\nline"));
    }

    void anAddressPastedOverWordsMakesALink()
    {
        Desk desk;
        desk.composer.setText("see the plan");
        desk.edit->moveCursor(QTextCursor::End);
        desk.edit->moveCursor(QTextCursor::WordLeft, QTextCursor::KeepAnchor);
        QMimeData address;
        address.setText("https://plans.example/7");
        desk.paste(address);
        QCOMPARE(desk.composer.text(), QString("see the [plan](https://plans.example/7)"));
        desk.edit->undo();
        QCOMPARE(desk.composer.text(), QString("see the plan"));
        desk.edit->moveCursor(QTextCursor::End);
        desk.paste(address);
        QCOMPARE(desk.composer.text(), QString("see the planhttps://plans.example/7"));
    }

    void thePreviewShowsTheTextAndEscapeComesBackToIt()
    {
        Desk desk;
        desk.type("**now**");
        desk.composer.setPreview(true);
        auto *view = desk.composer.findChild<ui::BodyView *>();
        QVERIFY(view && view->isVisible() && !desk.edit->isVisible());
        QCOMPARE(view->accessibleDescription(), QString("now"));
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!desk.composer.isPreview());
        QVERIFY(desk.edit->isVisible());
        QCOMPARE(desk.composer.text(), QString("**now**"));
    }

    void aPreviewOfTheLongestTextIsCutAndSaysSo()
    {
        Desk desk;
        desk.composer.setText(QString("A line of words.\n\n").repeated(10'000));
        QElapsedTimer watch;
        watch.start();
        desk.composer.setPreview(true);
        QVERIFY2(watch.elapsed() < 500, qPrintable(QString::number(watch.elapsed())));
        QVERIFY(desk.composer.findChild<ui::BodyView *>()->accessibleDescription().endsWith(
            "Only the beginning is shown here."));
    }

    void anEmojiGoesToTheCaretWithItsBlanks()
    {
        Desk desk;
        desk.type("Bravo");
        desk.edit->insertWord(QString::fromUtf8("🎉"));
        desk.type("oui");
        QCOMPARE(desk.composer.text(), QString::fromUtf8("Bravo 🎉 oui"));
        desk.edit->undo();
        desk.edit->undo();
        QCOMPARE(desk.composer.text(), QString("Bravo"));
    }
};

QTEST_MAIN(ComposerEditTest)
#include "composer_edit_test.moc"

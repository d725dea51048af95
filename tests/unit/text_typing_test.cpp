#include "text/typing.h"

#include <QTest>

using namespace parvis::text;

class TextTypingTest : public QObject {
    Q_OBJECT

    // A text with the caret as '|', or what is selected between '[[' and ']]'.
    struct Given {
        QString text;
        Selection selection;
    };
    static Given given(QString marked)
    {
        Given given;
        if (marked.contains("[[")) {
            given.selection.anchor = marked.indexOf("[[");
            given.selection.caret = marked.indexOf("]]") - 2;
            given.text = marked.remove("[[").remove("]]");
        } else {
            given.selection.anchor = given.selection.caret = marked.indexOf('|');
            given.text = marked.remove('|');
        }
        return given;
    }
    static QString shown(const Given &before, const Edit &edit)
    {
        QString text = before.text;
        text.replace(edit.at, edit.removed, edit.inserted);
        if (edit.anchor == edit.caret)
            return text.insert(edit.caret, '|');
        return text.insert(edit.caret, "]]").insert(edit.anchor, "[[");
    }
    static QString entered(const QString &marked, bool inCode = false)
    {
        const Given before = given(marked);
        const auto edit = newLine(before.text, before.selection.caret, inCode);
        return edit ? shown(before, *edit) : "plain";
    }
    static QString marked(const QString &text, const QString &mark)
    {
        const Given before = given(text);
        return shown(before, toggleMark(before.text, before.selection, mark));
    }
    static QString lined(const QString &text, LineKind kind)
    {
        const Given before = given(text);
        return shown(before, toggleLines(before.text, before.selection, kind));
    }

private Q_SLOTS:
    void enterGoesOnWithAList()
    {
        QCOMPARE(entered("- a|"), QString("- a\n- |"));
        QCOMPARE(entered("  * a|b"), QString("  * a\n  * |b"));
        QCOMPARE(entered("x\n9. a|\ny"), QString("x\n9. a\n10. |\ny"));
        QCOMPARE(entered("3) a|"), QString("3) a\n4) |"));
        QCOMPARE(entered("- [x] done|"), QString("- [x] done\n- [ ] |"));
        QCOMPARE(entered("> quoted|"), QString("> quoted\n> |"));
        QCOMPARE(entered("> - a|"), QString("> - a\n> - |"));
        QCOMPARE(entered("plain|"), QString("plain"));
        QCOMPARE(entered("-a|"), QString("plain"));
        QCOMPARE(entered("|- a"), QString("plain"));
    }

    void enterOnAnEmptyItemEndsTheList()
    {
        QCOMPARE(entered("- a\n- |"), QString("- a\n|"));
        QCOMPARE(entered("1. |"), QString("|"));
        QCOMPARE(entered("- [ ] |"), QString("|"));
        QCOMPARE(entered("> |"), QString("|"));
    }

    void inCodeOnlyTheIndentationGoesOn()
    {
        QCOMPARE(entered("    a|", true), QString("    a\n    |"));
        QCOMPARE(entered("- a|", true), QString("plain"));
    }

    void aMarkIsPutRoundAndTakenAway()
    {
        QCOMPARE(marked("a [[b]] c", "**"), QString("a [[**b**]] c"));
        QCOMPARE(marked("a [[**b**]] c", "**"), QString("a [[b]] c"));
        QCOMPARE(marked("a **[[b]]** c", "**"), QString("a [[b]] c"));
        QCOMPARE(marked("a | c", "**"), QString("a **|** c"));
        QCOMPARE(marked("a **|** c", "**"), QString("a | c"));
        QCOMPARE(marked("[[ b ]]", "_"), QString("[[ _b_ ]]"));
        QCOMPARE(marked("[[a\n\nb]]", "**"), QString("[[**a**\n\n**b**]]"));
        QCOMPARE(marked("[[**a**\n**b**]]", "**"), QString("[[a\nb]]"));
        QCOMPARE(marked("[[**a**]]", "*"), QString("[[***a***]]"));
    }

    void linesBecomeListsAndBack()
    {
        QCOMPARE(lined("a|b", LineKind::Bullets), QString("- ab|"));
        QCOMPARE(lined("- ab|", LineKind::Bullets), QString("ab|"));
        QCOMPARE(lined("[[a\n\nb]]", LineKind::Numbers), QString("[[1. a\n\n2. b]]"));
        QCOMPARE(lined("[[1. a\n2. b]]", LineKind::Bullets), QString("[[- a\n- b]]"));
        QCOMPARE(lined("x\n[[a]]\ny", LineKind::Quote), QString("x\n[[> a]]\ny"));
        QCOMPARE(lined("|", LineKind::Bullets), QString("- |"));
        QCOMPARE(lined("## a|", LineKind::Heading), QString("a|"));
    }

    void codeIsInlineOrAFence()
    {
        const Given line = given("a [[b]]");
        QCOMPARE(shown(line, toggleCode(line.text, line.selection)), QString("a [[`b`]]"));
        const Given lines = given("[[a\nb]]");
        QCOMPARE(shown(lines, toggleCode(lines.text, lines.selection)), QString("[[```\na\nb\n```]]"));
        const Given fenced = given("[[```\na\nb\n```]]");
        QCOMPARE(shown(fenced, toggleCode(fenced.text, fenced.selection)), QString("[[a\nb]]"));
    }

    void aLinkStopsWhereSomethingIsMissing()
    {
        const auto link = [](const QString &text, const QString &address) {
            const Given before = given(text);
            return shown(before, makeLink(before.text, before.selection, address));
        };
        QCOMPARE(link("a [[the plan]]", "https://b.fr"), QString("a [the plan](https://b.fr)|"));
        QCOMPARE(link("a [[plan]]", {}), QString("a [plan](|)"));
        QCOMPARE(link("a |", "https://b.fr"), QString("a [|](https://b.fr)"));
        QCOMPARE(link("[[a [b]]]", "https://b.fr"), QString("[a \\[b](https://b.fr)|]"));
    }

    void itemsMoveInAndOut()
    {
        const auto moved = [](const QString &text, bool deeper) {
            const Given before = given(text);
            const auto edit = indentList(before.text, before.selection, deeper);
            return edit ? shown(before, *edit) : QString("plain");
        };
        QCOMPARE(moved("- a|", true), QString("  - a|"));
        QCOMPARE(moved("  - a|", false), QString("- a|"));
        QCOMPARE(moved("1. a|", true), QString("   1. a|"));
        QCOMPARE(moved("a|", true), QString("plain"));
        QCOMPARE(moved("[[- a\n- b]]", true), QString("[[  - a\n  - b]]"));
    }

    void onlyALoneAddressIsAnAddress()
    {
        QCOMPARE(soleAddress(" https://a.fr/b \n"), QString("https://a.fr/b"));
        QCOMPARE(soleAddress("https://a.fr/b_(c)"), QString("https://a.fr/b_%28c%29"));
        QCOMPARE(soleAddress("mailto:a@b.fr"), QString("mailto:a@b.fr"));
        for (const char *other :
             {"see https://a.fr", "javascript:alert(1)", "a.fr", "", "https://", "file:///etc/passwd"})
            QCOMPARE(soleAddress(other), QString());
    }

    void pastedTextIsPlain()
    {
        QCOMPARE(pastedText("a\r\nb\rc\u2028d\u2029e"), QString("a\nb\nc\nd\ne"));
        QCOMPARE(pastedText(QString("a\x01\x1b[0mb\tc\x7f")), QString("a[0mb\tc"));
        QCOMPARE(pastedText(QString::fromUtf8("é 😀")), QString::fromUtf8("é 😀"));
    }

    void whatIsBeingCompletedIsFoundBeforeTheCaret()
    {
        const auto at = [](const QString &line) {
            const auto found = completingAt(line);
            return found ? QString(found->sign) + QString::number(found->start) + found->typed : QString("none");
        };
        QCOMPARE(at("bonjour @cam"), QString("@8cam"));
        QCOMPARE(at("@"), QString("@0"));
        QCOMPARE(at("(@jean-p.m"), QString("@1jean-p.m"));
        QCOMPARE(at("#bud"), QString("#0bud"));
        QCOMPARE(at("ok :ta"), QString(":3ta"));
        for (const char *line :
             {"a@b", "a #1", "a:", "10:30", "note :", ":)", "http://x", "@a b", "a :t", "##", "\\@x"})
            QCOMPARE(at(line), QString("none"));
    }
};

QTEST_GUILESS_MAIN(TextTypingTest)
#include "text_typing_test.moc"

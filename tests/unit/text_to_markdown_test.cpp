#include "text/markdown.h"
#include "text/to_markdown.h"

#include <QTest>

using namespace parvis::text;

class TextToMarkdownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenParsesToTheSame_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const char *markdown : {"Just words",
                                     "two\nlines",
                                     "a hard\\\nbreak",
                                     "# Title\n\nText with *emphasis*, **strong**, ~~gone~~ and `code`.",
                                     "- one\n- two\n  - inner\n  - more\n- three",
                                     "1. first\n2. second",
                                     "7. seventh\n8. eighth",
                                     "- [ ] open\n- [x] done",
                                     "- loose\n\n- items\n\n  with a paragraph",
                                     "> quoted\n>\n> more\n>\n> > deeper",
                                     "```cpp\nint a;\n\nint b;\n```",
                                     "````\n```\ninner\n```\n````",
                                     "| a | b |\n|:--|--:|\n| 1 | 2 \\| 3 |",
                                     "---\n\nafter",
                                     "[words](https://example.com/a_b)",
                                     "https://example.com/x_y and mail@example.com",
                                     "[with space](<https://example.com/a b>)",
                                     "![a plan](https://example.com/p.png)",
                                     "@camille.morel see #levage",
                                     "stars \\* and \\_low\\_ and \\[brackets\\]",
                                     "\\# no title",
                                     "\\- no list",
                                     "1\\. no list",
                                     "`` a`b ``",
                                     "snake_case_word stays",
                                     "2 * 3 * 4",
                                     "a < b > c"})
            QTest::newRow(markdown) << QString::fromUtf8(markdown);
    }
    void whatIsWrittenParsesToTheSame()
    {
        QFETCH(QString, markdown);
        const Document document = parseMarkdown(markdown);
        const QString written = toMarkdown(document);
        QVERIFY2(parseMarkdown(written) == document, qPrintable(written));
    }

    void whatIsSimpleIsWrittenSimply_data()
    {
        QTest::addColumn<QString>("markdown");
        for (const char *markdown :
             {"Just words", "- one\n- two", "> quoted", "**a** b", "https://example.com/x_y", "@ann #tag"})
            QTest::newRow(markdown) << QString::fromUtf8(markdown);
    }
    void whatIsSimpleIsWrittenSimply()
    {
        QFETCH(QString, markdown);
        QCOMPARE(toMarkdown(parseMarkdown(markdown)), markdown);
    }
};

QTEST_APPLESS_MAIN(TextToMarkdownTest)
#include "text_to_markdown_test.moc"

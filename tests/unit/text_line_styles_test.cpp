#include "text/line_styles.h"

#include <QTest>

using namespace parvis::text;

class TextLineStylesTest : public QObject {
    Q_OBJECT

    // The pieces of a line that have a style, parted by '|'.
    static QString with(quint16 style, const QString &line, LineState state = 0)
    {
        QStringList pieces;
        int end = -1;
        for (const StyledSpan &span : lineStyles(line, state)) {
            if (!(span.styles & style))
                continue;
            const QString piece = line.mid(span.start, span.length);
            if (span.start == end)
                pieces.last() += piece;
            else
                pieces.append(piece);
            end = span.start + span.length;
        }
        return pieces.join(u'|');
    }

private Q_SLOTS:
    void emphasisIsStyledAndItsSignsArePale()
    {
        QCOMPARE(with(StrongText, "a **b c** d __e__ f"), QString("b c|e"));
        QCOMPARE(with(EmphasisText, "a *b* c _d_ e"), QString("b|d"));
        QCOMPARE(with(StruckText, "a ~~b~~ ~c~"), QString("b"));
        QCOMPARE(with(Mark, "a **b** c"), QString("**|**"));
        QCOMPARE(with(StrongText, "***x***"), QString("x"));
        QCOMPARE(with(EmphasisText, "**a *b* c**"), QString("b"));
        QCOMPARE(with(StrongText, "**a *b* c**"), QString("a *b* c"));
    }

    void whatIsNoEmphasisStaysPlain()
    {
        for (const char *line : {"2 * 3 * 4", "snake_case_name", "** a**", "**a", "a*", "\\*a\\*", "****"})
            QCOMPARE(with(StrongText | EmphasisText, line), QString());
    }

    void codeHidesWhatIsInIt()
    {
        QCOMPARE(with(CodeText, "a `b **c**` d"), QString("`b **c**`"));
        QCOMPARE(with(StrongText, "a `b **c**` d"), QString());
        QCOMPARE(with(CodeText, "`` a ` b ``"), QString("`` a ` b ``"));
        QCOMPARE(with(CodeText, "a ` b"), QString());
        QCOMPARE(with(MentionText, "`@marie` @jean"), QString("@jean"));
    }

    void aFenceGoesOnUntilItsLikeCloses()
    {
        LineState state = 0;
        lineStyles(u"```cpp", state);
        QVERIFY(state != 0);
        QCOMPARE(with(CodeText, "**x** @marie", state), QString("**x** @marie"));
        QCOMPARE(with(StrongText | MentionText, "**x** @marie", state), QString());
        lineStyles(u"~~~", state);
        lineStyles(u"``", state);
        QVERIFY(state != 0);
        lineStyles(u"````", state);
        QCOMPARE(state, 0);
        lineStyles(u"~~~~", state);
        lineStyles(u"~~~", state);
        QVERIFY(state != 0);
        lineStyles(u"~~~~", state);
        QCOMPARE(state, 0);
        lineStyles(u"``` a ` b", state); // no fence: a backtick follows
        QCOMPARE(state, 0);
    }

    void linksAndAddresses()
    {
        QCOMPARE(with(LinkText, "see [the plan](https://a.fr/b) now"), QString("the plan"));
        QCOMPARE(with(Mark, "see [the plan](https://a.fr/b) now"), QString("[|](https://a.fr/b)"));
        QCOMPARE(with(LinkText, "see https://a.fr/b, and"), QString("https://a.fr/b"));
        QCOMPARE(with(LinkText, "[a] (b) xhttps://c"), QString());
        QCOMPARE(with(TagText | MentionText, "[@a](http://b#c)"), QString());
    }

    void referencesHeadingsQuotesAndLists()
    {
        QCOMPARE(with(MentionText, QString::fromUtf8("à @jean-paul.martin, @Éloïse.")),
                 QString::fromUtf8("@jean-paul.martin|@Éloïse"));
        QCOMPARE(with(TagText, "#budget #12 a#b"), QString("#budget"));
        QCOMPARE(with(HeadingText, "## A *b*"), QString("## A *b*"));
        QCOMPARE(with(HeadingText, "##A"), QString());
        QCOMPARE(with(QuoteText, "> a > b"), QString("a > b"));
        QCOMPARE(with(ListMark, "- a"), QString("- "));
        QCOMPARE(with(ListMark, "  12. a"), QString("12. "));
        QCOMPARE(with(ListMark, "- [x] a"), QString("- [x] "));
        QCOMPARE(with(ListMark, "-a"), QString());
        QCOMPARE(with(StrongText, "> - **a**"), QString("a"));
    }

    void anyLineIsTaken()
    {
        const QString signs = QString::fromUtf8("*_`~[]()#>-\\@h1. \xF0\x9F\x98\x80");
        quint32 seed = 1;
        for (int round = 0; round < 4000; ++round) {
            QString line;
            for (int i = 0; i < 24; ++i) {
                seed = seed * 1664525 + 1013904223;
                line += signs[qsizetype(seed >> 16) % signs.size()];
            }
            LineState state = 0;
            int end = 0;
            for (const StyledSpan &span : lineStyles(line, state)) {
                QVERIFY(span.start >= end && span.length > 0);
                end = span.start + span.length;
            }
            QVERIFY(end <= line.size());
        }
    }
};

QTEST_GUILESS_MAIN(TextLineStylesTest)
#include "text_line_styles_test.moc"

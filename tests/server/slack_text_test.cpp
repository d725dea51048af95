#include "server/import/slack_text.h"

#include "text/markdown.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::server;

class SlackTextTest : public QObject {
    Q_OBJECT

    static SlackNames names()
    {
        return {[](const QString &id) -> std::optional<SlackName> {
                    if (id == "U1")
                        return SlackName{"ada", *base::Uuid::fromString(u"00000000-0000-0000-0000-000000000001")};
                    return std::nullopt;
                },
                [](const QString &id) -> std::optional<SlackName> {
                    if (id == "C1")
                        return SlackName{"general", *base::Uuid::fromString(u"00000000-0000-0000-0000-000000000002")};
                    return std::nullopt;
                }};
    }

private Q_SLOTS:
    void mrkdwnBecomesMarkdown_data()
    {
        QTest::addColumn<QString>("slack");
        QTest::addColumn<QString>("markdown");
        QTest::newRow("plain") << "Hello there"
                               << "Hello there";
        QTest::newRow("bold") << "a *bold* word"
                              << "a **bold** word";
        QTest::newRow("bold and punctuation") << "*bold*, really"
                                              << "**bold**, really";
        QTest::newRow("italic") << "an _italic_ word"
                                << "an _italic_ word";
        QTest::newRow("strike") << "~gone~ now"
                                << "~~gone~~ now";
        QTest::newRow("nested") << "*_both_*"
                                << "**_both_**";
        QTest::newRow("code") << "see `a*b` here"
                              << "see `a*b` here";
        QTest::newRow("code with entities") << "`a &lt; b &amp;&amp; c`"
                                            << "`a < b && c`";
        QTest::newRow("block") << "```x = 1\ny = 2```"
                               << "```\nx = 1\ny = 2\n```";
        QTest::newRow("block in text") << "before ```code``` after"
                                       << "before \n```\ncode\n```\n after";
        QTest::newRow("open block") << "```never closed"
                                    << "\\`\\`\\`never closed";
        QTest::newRow("link in block") << "```<tel:28919.86|28919.86>```"
                                       << "```\n28919.86\n```";
        QTest::newRow("quote") << "&gt; said\nanswer"
                               << "> said\n\nanswer";
        QTest::newRow("long quote") << "&gt;&gt;&gt;one\ntwo"
                                    << "> one  \n> two";
        QTest::newRow("lines") << "one\ntwo\n\nthree"
                               << "one  \ntwo\n\nthree";
        QTest::newRow("entities") << "a &lt;b&gt; &amp; c"
                                  << "a \\<b> & c";
        QTest::newRow("typed entity") << "&amp;lt;"
                                      << "\\&lt;";
        QTest::newRow("link") << "<https://a.example/x>"
                              << "<https://a.example/x>";
        QTest::newRow("labelled link") << "<https://a.example/x?a=1&amp;b=2|the *x*>"
                                       << "[the \\*x\\*](https://a.example/x?a=1&b=2)";
        QTest::newRow("parentheses in a link") << "<https://a.example/(x)|x>"
                                               << "[x](<https://a.example/(x)>)";
        QTest::newRow("mail") << "<mailto:a@b.example|a@b.example>"
                              << "<a@b.example>";
        QTest::newRow("dangerous link") << "<javascript:alert(1)|click>"
                                        << "click";
        QTest::newRow("person") << "<@U1> hello"
                                << "@ada hello";
        QTest::newRow("person and colon") << "<@U1>: hello"
                                          << "@ada: hello";
        QTest::newRow("person in a word") << "x<@U1>y"
                                          << "x @ada y";
        QTest::newRow("unknown person") << "<@U9|zoe> hello"
                                        << "@zoe hello";
        QTest::newRow("channel") << "in <#C1|general>"
                                 << "in @general";
        QTest::newRow("unknown channel") << "in <#C9|random>"
                                         << "in #random";
        QTest::newRow("everybody") << "<!here> and <!channel> and <!everyone>"
                                   << "@here and @channel and @everyone";
        QTest::newRow("here with label") << "<!here|@here> come"
                                         << "@here come";
        QTest::newRow("user group") << "<!subteam^S1|@devs> go"
                                    << "@devs go";
        QTest::newRow("date") << "<!date^1392734382^{date}|Feb 18, 2014>"
                              << "Feb 18, 2014";
        QTest::newRow("emoji") << ":+1: ok" << QString::fromUtf8("👍 ok");
        QTest::newRow("skin tone") << ":+1::skin-tone-2:" << QString::fromUtf8("👍🏻");
        QTest::newRow("own emoji") << ":botman:"
                                   << ":botman:";
        QTest::newRow("no emoji") << "at 10:30:00"
                                  << "at 10:30:00";
        QTest::newRow("star of a product") << "5 * 3 * 2"
                                           << "5 * 3 * 2";
        QTest::newRow("lonely star") << "5*3"
                                     << "5\\*3";
        QTest::newRow("snake") << "snake_case_name"
                               << "snake_case_name";
        QTest::newRow("dunder") << "__init__"
                                << "\\_\\_init\\_\\_";
        QTest::newRow("heading") << "# not a heading"
                                 << "\\# not a heading";
        QTest::newRow("rule") << "title\n---"
                              << "title  \n\\---";
        QTest::newRow("brackets") << "[x](y)"
                                  << "\\[x](y)";
        QTest::newRow("brackets alone") << "[enrique] branch"
                                        << "[enrique] branch";
        QTest::newRow("backslash") << "C:\\*"
                                   << "C:\\\\\\*";
        QTest::newRow("broken tag") << "a < b"
                                    << "a \\< b";
        QTest::newRow("empty") << ""
                               << "";
    }
    void mrkdwnBecomesMarkdown()
    {
        QFETCH(QString, slack);
        QFETCH(QString, markdown);
        QCOMPARE(markdownFromSlack(slack, names()).markdown, markdown);
    }

    void whatIsShownIsWhatSlackShows_data()
    {
        QTest::addColumn<QString>("slack");
        QTest::addColumn<QString>("shown");
        QTest::newRow("stars") << "5*3 and 2*4 = *nothing"
                               << "5*3 and 2*4 = *nothing";
        QTest::newRow("html") << "&lt;b&gt;no&lt;/b&gt;"
                              << "<b>no</b>";
        QTest::newRow("entity") << "&amp;amp; &amp;copy;"
                                << "&amp; &copy;";
        QTest::newRow("heading") << "## x"
                                 << "## x";
        QTest::newRow("image") << "![a](b)"
                               << "![a](b)";
        QTest::newRow("ticks") << "one ` tick"
                               << "one ` tick";
        QTest::newRow("unders") << "_a and __b__"
                                << "_a and __b__";
    }
    void whatIsShownIsWhatSlackShows()
    {
        QFETCH(QString, slack);
        QFETCH(QString, shown);
        QCOMPARE(text::plainText(text::parseMarkdown(markdownFromSlack(slack, names()).markdown)), shown);
    }

    void mentionsAreCollectedOnce()
    {
        const auto text = markdownFromSlack("<@U1> and <@U1> in <#C1>", names());
        QCOMPARE(text.mentions.size(), 2);
        QCOMPARE(text.mentions[0], names().person("U1")->id);
    }

    void deepNestingEnds()
    {
        const QString deep = QString("*_").repeated(20'000) + "x" + QString("_*").repeated(20'000);
        QVERIFY(markdownFromSlack(deep, names()).markdown.contains('x'));
    }
};

QTEST_GUILESS_MAIN(SlackTextTest)
#include "slack_text_test.moc"

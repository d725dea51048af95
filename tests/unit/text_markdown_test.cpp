#include "text/markdown.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace parvis::text;

namespace {

// The tree as nested brackets, so that a test reads like the tree.
QString drawn(const std::vector<Node> &nodes);

QString drawn(const Node &node)
{
    const QString inside = drawn(node.children);
    switch (node.type) {
    case NodeType::Paragraph: return "p(" + inside + ")";
    case NodeType::Heading: return QString("h%1(%2)").arg(node.level).arg(inside);
    case NodeType::List:
        return (node.ordered ? QString("ol%1").arg(node.start) : QString("ul")) + (node.tight ? "" : "~") + "(" + inside + ")";
    case NodeType::Item:
        return QString(node.task == Task::None ? "" : node.task == Task::Done ? "x" : "o") + "li(" + inside + ")";
    case NodeType::Quote: return "q(" + inside + ")";
    case NodeType::Code: return "code:" + node.language + "(" + node.text + ")";
    case NodeType::Table: return "table(" + inside + ")";
    case NodeType::TableRow: return QString(node.header ? "head" : "row") + "(" + inside + ")";
    case NodeType::TableCell: {
        static const char *const sides[] = {"", "<", "=", ">"};
        return QString("td") + sides[int(node.alignment)] + "(" + inside + ")";
    }
    case NodeType::Rule: return "hr";
    case NodeType::Text: return node.text;
    case NodeType::Emphasis: return "em(" + inside + ")";
    case NodeType::Strong: return "b(" + inside + ")";
    case NodeType::Strike: return "s(" + inside + ")";
    case NodeType::InlineCode: return "`" + node.text + "`";
    case NodeType::Link: return "a[" + node.href + "](" + inside + ")";
    case NodeType::Image: return "img[" + node.href + "](" + inside + ")";
    case NodeType::SoftBreak: return "/";
    case NodeType::LineBreak: return "//";
    case NodeType::Mention: return "@{" + node.href + "}";
    case NodeType::Tag: return "#{" + node.href + "}";
    }
    return "?";
}

QString drawn(const std::vector<Node> &nodes)
{
    QString all;
    for (const Node &node : nodes)
        all += drawn(node);
    return all;
}

int depthOf(const std::vector<Node> &nodes)
{
    int deepest = 0;
    for (const Node &node : nodes)
        deepest = std::max(deepest, 1 + depthOf(node.children));
    return deepest;
}

int countOf(const std::vector<Node> &nodes)
{
    int count = int(nodes.size());
    for (const Node &node : nodes)
        count += countOf(node.children);
    return count;
}

} // namespace

class TextMarkdownTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void markdownBecomesNodes_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &body, const QString &expected) {
            QTest::newRow(name) << body << expected;
        };
        row("paragraphs", "un\n\ndeux", "p(un)p(deux)");
        row("inlines", "*a* **b** ~~c~~ `d` \\*e\\*", "p(em(a) b(b) s(c) `d` *e*)");
        row("breaks", "a\nb  \nc", "p(a/b//c)");
        row("headings", "# Un\n### Trois", "h1(Un)h3(Trois)");
        row("tight list", "- a\n- b", "ul(li(p(a))li(p(b)))");
        row("loose list", "3. a\n\n4. b", "ol3~(li(p(a))li(p(b)))");
        row("nested list", "- a\n  - b", "ul(li(p(a)ul(li(p(b)))))");
        row("tasks", "- [ ] à faire\n- [x] fait", "ul(oli(p(à faire))xli(p(fait)))");
        row("quote", "> a\n> b", "q(p(a/b))");
        row("code", "```cpp\nint a;\n\n*b*\n```", "code:cpp(int a;\n\n*b*)");
        row("indented text is text", "    pas du code", "p(pas du code)");
        row("table", "|a|b|\n|:---|---:|\n|1|*2*|", "table(head(td<(a)td>(b))row(td<(1)td>(em(2))))");
        row("rule", "a\n\n---", "p(a)hr");
        row("link", "[texte *fort*](https://a.fr/x?y=1&amp;z=2)", "p(a[https://a.fr/x?y=1&z=2](texte em(fort)))");
        row("bare links", "voir https://a.fr/b ou www.a.fr ou x@a.fr.",
            "p(voir a[https://a.fr/b](https://a.fr/b) ou a[http://www.a.fr](www.a.fr) ou a[mailto:x@a.fr](x@a.fr).)");
        row("image is a link", "![plan](http://a.fr/p.png)", "p(img[http://a.fr/p.png](plan))");
        row("mention and tag", "Bonjour @Marie.Dupont, vois #Budget_2024.", "p(Bonjour @{marie.dupont}, vois #{budget_2024}.)");
        row("no mention in code or link", "`@a` [@b](http://c.fr) x@d #12 a#b", "p(`@a` a[http://c.fr](@b) x@d #12 a#b)");
        row("mention inside strong", "**@marie**", "p(b(@{marie}))");
        row("entities", "&lt;b&gt; &eacute; &#233; &#x1F44D; &nope; &#0; &#xD800;",
            QString("p(<b> é é 👍 &nope; &#0; &#xD800;)"));
        row("script is text", "<script>alert(1)</script>", "p(<script>alert(1)</script>)");
        row("unknown word in brackets", "garder <word> et la suite", "p(garder <word> et la suite)");
        row("html block is text", "<div onclick=\"x\">\n**a**\n</div>", "p(<div onclick=\"x\">/b(a)/</div>)");
        row("comment is text", "a <!-- b --> c", "p(a <!-- b --> c)");
        row("empty", "", "");
    }
    void markdownBecomesNodes()
    {
        QFETCH(QString, body);
        QTEST(drawn(parseMarkdown(body).blocks), "expected");
    }

    void dangerousLinksAreKeptAsWrittenForTheLinkPolicy()
    {
        const Document document = parseMarkdown("[a](javascript:alert(1)) [b](data:text/html,x)");
        QCOMPARE(document.blocks.front().children.front().href, QString("javascript:alert(1)"));
        QCOMPARE(plainText(document), QString("a b"));
    }

    void hostileBodyStaysInBoundsAndTime_data()
    {
        QTest::addColumn<QString>("body");
        const auto repeated = [](const char *name, const QString &piece, int bytes = 200'000) {
            QTest::newRow(name) << piece.repeated(std::max<qsizetype>(1, bytes / piece.size()));
        };
        repeated("quotes on one line", ">");
        repeated("quotes on every line", "> > > > > > > > > > > > > > > > > > > > > a\n");
        repeated("stars", "*");
        repeated("open emphasis", "*a ");
        repeated("mixed emphasis", "*a_b~~");
        repeated("nested strong", "**a ");
        repeated("brackets", "[");
        repeated("closing brackets", "]");
        repeated("open links", "[a](");
        repeated("open images", "![a](b");
        repeated("nested brackets", "[a");
        repeated("references", "[a]: b\n");
        repeated("backticks", "`");
        repeated("backtick runs", "` `` ``` ");
        repeated("html", "<a ");
        repeated("comments", "<!-- ");
        repeated("instructions", "<?");
        repeated("declarations", "<!A ");
        repeated("character data", "<![CDATA[");
        repeated("entities", "&amp;&#x41;&nope;");
        repeated("list markers", "- ");
        repeated("list per line", "- a\n");
        repeated("headings", "# a\n");
        repeated("pipes", "|");
        repeated("table rows", "|a|b|\n|---|---|\n");
        repeated("mentions", "@a ");
        repeated("at signs", "@");
        repeated("autolinks", "http://");
        repeated("dots", "www.");
        repeated("mail", "a@b.");
        repeated("backslashes", "\\");
        repeated("blank lines", "\n");
        repeated("nul", QString(QChar(0)));
        repeated("lone surrogates", QString(QChar(0xD800)));
        QString staircase;
        for (int i = 0; i < 500; ++i)
            staircase += QString(i, ' ') + "- a\n";
        QTest::newRow("staircase of lists") << staircase;
        QString wide = QString("|a").repeated(1000) + "|\n" + QString("|---").repeated(1000) + "|\n";
        QTest::newRow("wide table") << wide + QString("|\n").repeated(20'000);
        QTest::newRow("deep strong") << QString("**a *b ").repeated(5000) + QString("* **").repeated(5000);
    }
    void hostileBodyStaysInBoundsAndTime()
    {
        QFETCH(QString, body);
        QElapsedTimer timer;
        timer.start();
        const Document document = parseMarkdown(body);
        const auto parsedMs = timer.elapsed();
        QVERIFY(depthOf(document.blocks) <= maxNodeDepth);
        // A text with nothing but mentions holds one node for each and for each gap.
        QVERIFY(countOf(document.blocks) <= 140'000);
        QVERIFY(plainText(document).size() <= body.size() * 2 + 1000);
        summary(body, 200);
        QVERIFY2(parsedMs < 2000, qPrintable(QString("%1 ms").arg(parsedMs)));
    }

    void whatIsTooBigComesBackWhole()
    {
        const QString many = QString("*a* ").repeated(30'000);
        QCOMPARE(plainText(parseMarkdown(many)), many);
        const QString huge = QString("mot ").repeated(200'000);
        QCOMPARE(plainText(parseMarkdown(huge)), huge);
    }

    void deepNestingKeepsItsWords()
    {
        const QString text = plainText(parseMarkdown(QString("> ").repeated(500) + "fond"));
        QCOMPARE(text, QString("fond"));
        QString lists;
        for (int i = 0; i < 60; ++i)
            lists += QString(i * 2, ' ') + QString("- n%1\n").arg(i);
        const Document document = parseMarkdown(lists);
        QVERIFY(depthOf(document.blocks) <= maxNodeDepth);
        const QStringList lines = plainText(document).split('\n');
        QCOMPARE(lines.size(), 60);
        QCOMPARE(lines.last(), QString("n59"));
    }

    void plainTextHasTheWordsOnly()
    {
        const QString body = "# Titre\n\nUn **mot** @marie\n\n- a\n- b\n\n|x|y|\n|---|---|\n|1|2|\n\n```\ncode\n```\n> [lien](http://a.fr)";
        QCOMPARE(plainText(parseMarkdown(body)), QString("Titre\nUn mot @marie\na\nb\nx\ty\t\n1\t2\t\ncode\nlien"));
    }

    void summaryIsOneShortLine()
    {
        QCOMPARE(summary("# Titre\n\nUn **mot**\tici", 100), QString("Titre Un mot ici"));
        QCOMPARE(summary("alpha beta gamma", 11), QString("alpha beta…"));
        QCOMPARE(summary("", 20), QString());
        const QString family = QString("👩‍👩‍👧‍👦").repeated(10);
        for (int room = 1; room < 60; ++room) {
            const QString made = summary(family, room);
            QVERIFY(made.isValidUtf16());
            QVERIFY(!made.contains("\u200D…"));
        }
        QVERIFY(summary(QString("mot ").repeated(100'000), 80).size() <= 80);
    }
};

QTEST_GUILESS_MAIN(TextMarkdownTest)
#include "text_markdown_test.moc"

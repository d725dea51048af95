#include "text/handle.h"
#include "text/markdown.h"
#include "text/mentions.h"

#include <QTest>

using namespace parvis::text;

class TextMentionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mentionsAreUniqueAndInOrder()
    {
        QCOMPARE(mentionedHandles(u"@zoe puis @Adam, (@zoe) et @jean-paul.martin."),
                 QStringList({"zoe", "adam", "jean-paul.martin"}));
        QCOMPARE(mentionedHandles(u"@éloïse @иван @日本"), QStringList({"éloïse", "иван", "日本"}));
        QCOMPARE(mentionedHandles(u"&#64;marie"), QStringList({"marie"}));
    }

    void codeLinksAndAddressesMentionNobody()
    {
        QVERIFY(mentionedHandles(u"`@a` a@b.fr [@c](http://d.fr) x@y @@z @ @- @-e http://f.fr/@g").isEmpty());
        QVERIFY(mentionedHandles(u"```\n@a\n```").isEmpty());
        QVERIFY(mentionedHandles(QString("@" + QString(65, 'a'))).isEmpty());
    }

    void tagsNeedALetter()
    {
        QCOMPARE(tags(u"#Budget #budget_2024 #12 #é-té- (#x) a#b ##c `#d` #budget"),
                 QStringList({"budget", "budget_2024", "é-té", "x"}));
    }

    void decomposedNamesAreComposed()
    {
        QCOMPARE(mentionedHandles(u"@e\u0301lo"), QStringList({"élo"}));
    }

    void handlesAreChecked()
    {
        for (const char *good : {"marie", "jean-paul", "a.b_c", "x2", "éloïse", "日本", "_a", "7", "हिन्दी"})
            QVERIFY2(isHandle(QString(good)), good);
        for (const char *bad : {"", "-a", "Marie", "a b", "a@b", "a/b", "..", "-", "_", "é\u0301l\u200D", "e\u0301", "ǅ", "a\n", "👍"})
            QVERIFY2(!isHandle(QString(bad)), bad);
        QVERIFY(isHandle(QString(64, 'a')));
        QVERIFY(!isHandle(QString(65, 'a')));
        QVERIFY(!isHandle(QString("a") + QChar(0xD800)));
    }

    void aBareLinkToAPlaceIsALink()
    {
        const QString link = "parvis://parvis.example.com/post/01900000-0000-7000-8000-000000000001"
                             "#01900000-0000-7000-8000-000000000002";
        const auto blocks = parseMarkdown("See " + link + ", then (" + link + ").").blocks;
        QCOMPARE(blocks.size(), 1u);
        QStringList links;
        for (const Node &node : blocks[0].children) {
            if (node.type == NodeType::Link)
                links << node.href;
        }
        QCOMPARE(links, (QStringList{link, link}));
        QCOMPARE(plainText(parseMarkdown("See " + link)), "See " + link);
        for (const QString text :
             {"parvis:/x", "notparvis://a.example/post/x", "`parvis://a.example`", "parvis:// a"}) {
            for (const Node &node : parseMarkdown(text).blocks[0].children)
                QVERIFY2(node.type != NodeType::Link, qPrintable(text));
        }
    }

    void namesBecomeHandles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("handle");
        QTest::newRow("accents") << "Éloïse Dupré" << "eloise.dupre";
        QTest::newRow("apostrophe") << "Sean O’Brien" << "sean.obrien";
        QTest::newRow("hyphen") << "Jean-Paul  Martin (RH)" << "jean-paul.martin.rh";
        QTest::newRow("han") << "山田 太郎" << "山田.太郎";
        QTest::newRow("korean") << "김민수" << "김민수";
        QTest::newRow("emoji only") << "👍 !" << "person";
        QTest::newRow("empty") << "" << "person";
        QTest::newRow("leading signs") << "--_x" << "x";
    }
    void namesBecomeHandles()
    {
        QFETCH(QString, name);
        QTEST(handleFrom(name), "handle");
        QVERIFY(isHandle(handleFrom(name)));
        QVERIFY(isHandle(handleFrom(name.repeated(50))));
    }
};

QTEST_GUILESS_MAIN(TextMentionsTest)
#include "text_mentions_test.moc"

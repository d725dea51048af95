#include "text/snippet.h"

#include <QTest>

#include <algorithm>

using namespace parvis::text;

namespace {

Query asked(const QString &typed)
{
    return parseQuery(typed);
}

// The snippet with its highlights in brackets.
QString marked(const QString &text, const QString &typed, int maxChars)
{
    const Snippet made = snippet(text, asked(typed), maxChars);
    QString out;
    int at = 0;
    for (const Highlight &mark : made.highlights) {
        out += made.text.mid(at, mark.start - at) + '[' + made.text.mid(mark.start, mark.length) + ']';
        at = mark.start + mark.length;
    }
    return out + made.text.mid(at);
}

} // namespace

class TextSnippetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shortTextIsShownWhole()
    {
        QCOMPARE(marked("L'équipe\n\n se réunit ", "equipes ", 100), QString("L'[équipe] se réunit"));
        QCOMPARE(marked("Rien ici", "absent ", 100), QString("Rien ici"));
        QCOMPARE(marked("", "absent", 100), QString());
    }

    void prefixPhraseAndEmojiAreHighlighted()
    {
        QCOMPARE(marked("Le budget du projet 👍🏽 est validé", "bud", 100), QString("Le [budget] du projet 👍🏽 est validé"));
        QCOMPARE(marked("Le budget du projet est", "\"budget du projet\"", 100), QString("Le [budget du projet] est"));
        QCOMPARE(marked("Bravo 👍🏽 !", "👍", 100), QString("Bravo [👍🏽] !"));
        QCOMPARE(marked("lyon paris", "lyon -paris", 100), QString("[lyon] paris"));
    }

    void windowIsWhereMostTermsMeet()
    {
        const QString filler = QString("mot ").repeated(80);
        const QString text = "budget " + filler + "le budget du chantier de Lyon " + filler;
        const QString shown = marked(text, "budget chantier lyon ", 60);
        QVERIFY2(shown.contains("[budget] du [chantier] de [Lyon]"), qPrintable(shown));
        QVERIFY(shown.startsWith(u'…') && shown.endsWith(u'…'));
        QVERIFY(QString(shown).remove('[').remove(']').size() <= 62);
    }

    void cutsFallBetweenWords()
    {
        const QString text = QString("alpha beta gamma delta epsilon zeta ").repeated(10) + "cible " + QString("omega sigma ").repeated(20);
        const Snippet made = snippet(text, asked("cible "), 50);
        QString inner = made.text;
        inner.remove(u'…');
        for (const QString &word : inner.split(' '))
            QVERIFY2(QStringList({"alpha", "beta", "gamma", "delta", "epsilon", "zeta", "cible", "omega", "sigma"}).contains(word),
                     qPrintable(made.text));
    }

    void highlightsStayInsideWhateverIsCut()
    {
        const QString pieces[] = {QString("👩‍💻").repeated(100), QString("x").repeated(3000), QString("é \n").repeated(500),
                                  QString("a a ").repeated(3000), QString("\U0001F1EB\U0001F1F7").repeated(200)};
        for (const QString &text : pieces) {
            for (const char *typed : {"a ", "x", "é", "👩‍💻", "🇫🇷", "\"a a a\""}) {
                for (int room : {0, 1, 9, 40, 41, 42, 100}) {
                    const Snippet made = snippet(text, asked(typed), room);
                    QVERIFY(made.text.isValidUtf16());
                    QVERIFY(made.text.size() <= std::max(room, 8) + 2);
                    int end = 0;
                    for (const Highlight &mark : made.highlights) {
                        QVERIFY(mark.start >= end && mark.length > 0);
                        end = mark.start + mark.length;
                    }
                    QVERIFY(end <= made.text.size());
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TextSnippetTest)
#include "text_snippet_test.moc"

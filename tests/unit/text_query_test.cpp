#include "text/query.h"

#include <QTest>

#include <random>

using namespace parvis::text;

namespace {

Query asked(const QString &typed)
{
    return parseQuery(typed);
}

QString shape(const QString &typed)
{
    QStringList terms;
    for (const QueryTerm &term : asked(typed).terms) {
        QStringList words;
        for (const QueryToken &token : term.tokens)
            words << QString::fromUtf8(token.exact);
        QString one = words.join('+');
        if (term.quoted)
            one = '"' + one + '"';
        terms << (term.excluded ? "-" : "") + one + (term.prefix ? "*" : "");
    }
    return terms.join(' ');
}

// The little grammar that toFts5() may use; anything else would be a syntax error of FTS5 or nearly one.
class Grammar {
public:
    explicit Grammar(const QString &text) : m_text(text) { }
    bool accepts() { return expression() && m_at == m_text.size(); }

private:
    bool expression()
    {
        do {
            if (!operand())
                return false;
        } while (take(" AND ") || take(" OR ") || take(" NOT ") || take(" + "));
        return true;
    }
    bool operand()
    {
        if (take("("))
            return expression() && take(")");
        if (!take("\""))
            return false;
        while (m_at < m_text.size()) {
            if (take("\"\""))
                continue;
            if (take("\""))
                return take(" *"), true;
            if (m_text[m_at].unicode() == 0)
                return false;
            ++m_at;
        }
        return false;
    }
    bool take(const char *literal)
    {
        const QLatin1String wanted(literal);
        if (!QStringView(m_text).mid(m_at).startsWith(wanted))
            return false;
        m_at += wanted.size();
        return true;
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

class TextQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typedTextIsUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        QTest::newRow("words, the last a prefix") << "Budget équ" << "budget equ*";
        QTest::newRow("a blank ends the last word") << "budget équipe " << "budget equipe";
        QTest::newRow("punctuation ends it too") << "budget, équipe?" << "budget equipe";
        QTest::newRow("phrase") << "\"Gestion de projet\" x " << "\"gestion+de+projet\" x";
        QTest::newRow("unclosed phrase") << "\"gestion de pro" << "\"gestion+de+pro\"*";
        QTest::newRow("french quotes") << "«mise à jour» “sans délai” " << "\"mise+a+jour\" \"sans+delai\"";
        QTest::newRow("excluded") << "lyon -paris -\"en cours\" " << "lyon -paris -\"en+cours\"";
        QTest::newRow("excluded is no prefix") << "lyon -par" << "lyon -par";
        QTest::newRow("a hyphen alone") << "a - b -- --c " << "a b c";
        QTest::newRow("elided article") << "l'équipe d’été qu'il " << "equipe ete il";
        QTest::newRow("article alone") << "l'" << "l";
        QTest::newRow("aujourd'hui") << "aujourd'hui " << "aujourd+hui";
        QTest::newRow("elision in quotes stays") << "\"l'équipe\" " << "\"l+equipe\"";
        QTest::newRow("colon is no filter") << "de:marie " << "de+marie";
        QTest::newRow("handle and tag") << "@jean-paul #budget " << "jean+paul budget";
        QTest::newRow("operators are words") << "a AND b OR NOT NEAR(c) " << "a and b or not near+c";
        QTest::newRow("stars and brackets are nothing") << "* ( ) ^ {a}* " << "a";
        QTest::newRow("han") << "日本" << "日+本*";
        QTest::newRow("nothing") << " \"\" - " << "";
    }
    void typedTextIsUnderstood()
    {
        QFETCH(QString, typed);
        QTEST(shape(typed), "expected");
    }

    void expressionIsWellFormed()
    {
        QCOMPARE(toFts5(asked("abc ")), QString("\"\u0002abc\u0001abc\""));
        QCOMPARE(toFts5(asked("\"un deux\"")), QString("(\"\u0002un\" + \"\u0002deux\")"));
        QCOMPARE(toFts5(asked("\"un deux\""), Phrases::AsWords), QString("(\"\u0002un\" AND \"\u0002deux\")"));
        QCOMPARE(toFts5(asked("\"un\" -\"deux\" ")), QString("(\"\u0002un\") NOT (\"\u0002deux\")"));
        QCOMPARE(toFts5(asked("\"un\" -\"deux trois\" "), Phrases::AsWords), QString("\"\u0002un\""));
        QCOMPARE(toFts5(asked("42")), QString("\"\u000242\" *"));
        QCOMPARE(toFts5(asked("equipes")),
                 QString("(\"\u0002equipes\" * OR \"\u0001equipes\u0001equip\u0002equip\")"));
        QVERIFY(toFts5(asked("-seul")).isEmpty());
        QVERIFY(!asked("-seul").findsSomething());
        QVERIFY(toFts5({}).isEmpty());
    }

    void whateverIsTypedIsNoSyntaxError()
    {
        std::mt19937 dice(7);
        const QString alphabet = QString("\"\"''--**(){}^:+ \t\nANDORTab éÀ日👍1️⃣«»“”\u0001\u0002\u200D\uFFFD")
                                 + QChar(0) + QChar(0xD83D);
        int expressions = 0;
        for (int round = 0; round < 20'000; ++round) {
            QString typed;
            for (auto length = dice() % 24; length > 0; --length)
                typed += alphabet[qsizetype(dice() % std::size_t(alphabet.size()))];
            for (const auto phrases : {Phrases::InIndex, Phrases::AsWords}) {
                const QString expression = toFts5(asked(typed), phrases);
                if (expression.isEmpty())
                    continue;
                ++expressions;
                QVERIFY2(Grammar(expression).accepts(), qPrintable(typed + " → " + expression));
            }
        }
        QVERIFY(expressions > 10'000);
    }

    void handMadeTokensAreQuotedToo()
    {
        const Query nasty{{{{{"a\"b OR c", {"\"\" NOT"}}}}}};
        QVERIFY(Grammar(toFts5(nasty)).accepts());
    }

    void hugeInputIsBounded()
    {
        const Query query = asked(QString("\"a b c d\" -x yy ").repeated(10'000));
        QVERIFY(query.terms.size() <= 32);
        QVERIFY(toFts5(query).size() < 20'000);
        QCOMPARE(asked(QString("a-").repeated(5000)).terms.first().tokens.size(), 32);
    }

    void textsMatchByTheRulesOfTheIndex()
    {
        const QString text = "L'équipe a rédigé le compte-rendu aujourd’hui, à Lyon.";
        for (const char *typed : {"equipes ", "compte-rendu ", "\"compte rendu\"", "aujourd'hui", "redig", "lyon -paris ",
                                  "\"l'equipe a red", "\"a rédigé le\" "})
            QVERIFY2(matches(text, asked(typed)), typed);
        for (const char *typed : {"lyon -équipe ", "\"rendu compte\"", "\"equipes\"", "paris", "-paris", "", "\"le rendu\""})
            QVERIFY2(!matches(text, asked(typed)), typed);
    }

    void phraseThatRestartsIsFound()
    {
        QVERIFY(matches(u"un un deux", asked("\"un deux\"")));
        QVERIFY(matches(u"a b a b c", asked("\"a b c\"")));
    }
};

QTEST_GUILESS_MAIN(TextQueryTest)
#include "text_query_test.moc"

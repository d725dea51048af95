#include "text/query.h"
#include "text/stems.h"
#include "text/tokenizer_core.h"

#include <QTest>

#include <algorithm>

using namespace parvis::text;

namespace {

struct Emitted {
    QByteArray token;
    int start;
    int end;
    bool colocated;
};

QList<Emitted> emitted(const QByteArray &text, Mode mode)
{
    QList<Emitted> all;
    emitTokens(text.constData(), int(text.size()), mode, [&](const char *token, int length, int start, int end, bool same) {
        all << Emitted{QByteArray(token, length), start, end, same};
    });
    return all;
}

QByteArrayList tokens(const QString &text, Mode mode = Mode::Document)
{
    QByteArrayList all;
    for (const Emitted &one : emitted(text.toUtf8(), mode))
        all << one.token;
    return all;
}

// What the index would answer for a one-word query.
bool indexAnswers(const QString &document, const QString &typed)
{
    const QByteArrayList stored = tokens(document);
    const Query query = parseQuery(typed);
    for (const QueryTerm &term : query.terms) {
        const QueryToken &wanted = term.tokens.first();
        const bool direct = std::any_of(stored.begin(), stored.end(), [&](const QByteArray &token) {
            return term.prefix ? token.startsWith(wanted.exact) : token == wanted.exact;
        });
        const bool wide = std::any_of(wanted.alternates.begin(), wanted.alternates.end(),
                                      [&](const QByteArray &alternate) { return stored.contains(alternate); });
        if (!direct && !wide)
            return false;
    }
    return !query.isEmpty();
}

} // namespace

class TextTokenizerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queryMeetsIndex_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        struct Pair {
            const char *document;
            const char *typed;
            bool found = true;
        };
        const Pair pairs[] = {
            {"équipe", "equipes"}, {"équipes", "Équipe"}, {"L’équipe", "l'équipe"}, {"chantier", "chantiers"},
            {"chantiers", "chantier"}, {"écrit", "ecrit"}, {"écrite", "ecrits"}, {"sécurité", "securites"},
            {"sécurités", "securite"}, {"développée", "developpes"}, {"développer", "développement"},
            {"décisions", "decision"}, {"national", "nationale"}, {"nationaux", "nationale"},
            {"réunion", "réunions"}, {"première", "premiers"}, {"premier", "premieres"}, {"idées", "idee"},
            {"gestion", "gestions"}, {"responsabilités", "responsabilite"}, {"client", "clientes"},
            {"travaillé", "travailler"}, {"validée", "valider"}, {"cœurs", "coeur"}, {"œuvre", "oeuvres"},
            {"Noël", "noel"}, {"clés", "clé"}, {"clé", "cles"}, {"lots", "lot"}, {"projets", "projet"},
            {"projet", "projets"}, {"naïve", "naif", false}, {"meetings", "meeting"}, {"meeting", "meetings"},
            {"running late", "runs"}, {"studies", "study"}, {"study", "studies"}, {"cats", "cat"}, {"cat", "cats"},
            {"deployed", "deploying"}, {"companies", "company"}, {"C++", "c++"}, {"C", "C++", false},
            {"notepad++", "notepad"}, {"n° 12", "№"}, {"top 👍🏽", "👍"}, {"❤️", "❤"}, {"m²", "m2"},
            {"unité", "univers", false}, {"chat", "chantier", false},
        };
        for (const Pair &pair : pairs)
            QTest::addRow("%s / %s", pair.document, pair.typed) << pair.document << pair.typed << pair.found;
    }
    void queryMeetsIndex()
    {
        QFETCH(QString, document);
        QFETCH(QString, typed);
        QFETCH(bool, found);
        QCOMPARE(indexAnswers(document, typed + " "), found);
        QCOMPARE(matches(document, parseQuery(typed + " ")), found);
    }

    void stemsHoldInsideTextOfTheirLanguage()
    {
        const QString french = "Les équipes de la direction ont validé les chantiers avec nous";
        QVERIFY(indexAnswers(french, "équipe "));
        QVERIFY(indexAnswers(french, "chantier "));
        QVERIFY(indexAnswers(french, "valider "));
        const QString english = "The teams have been running the studies with all companies";
        QVERIFY(indexAnswers(english, "team "));
        QVERIFY(indexAnswers(english, "study "));
        QVERIFY(indexAnswers(english, "company "));
    }

    void clearLanguageHalvesTheStems()
    {
        QCOMPARE(tokens("chantiers"), QByteArrayList({"chantiers", "\x01""chanti", "\x01""chantier"}));
        QCOMPARE(tokens("les chantiers"), QByteArrayList({"les", "chantiers", "\x01""chanti"}));
        QCOMPARE(tokens("the chantiers"), QByteArrayList({"the", "chantiers", "\x01""chantier"}));
        QCOMPARE(tokens("projet"), QByteArrayList({"projet"}));
        QCOMPARE(tokens("equipes"), QByteArrayList({"equipes", "\x01""equip"}));
    }

    void laterWordsFollowTheVoteOfTheFirst()
    {
        const QByteArrayList all = tokens(QString("les ").repeated(64) + "chantiers");
        QCOMPARE(all.size(), 64 + 2);
        QCOMPARE(all.last(), QByteArray("\x01""chanti"));
    }

    void endingsGetTheirAccentsBack()
    {
        QCOMPARE(stemsOf("securites").french(), std::string_view("secur"));
        QCOMPARE(stemsOf("securite").french(), std::string_view("secur"));
        QCOMPARE(stemsOf("premieres").french(), std::string_view("premi"));
    }

    void rememberedStemsEqualFreshOnes()
    {
        QList<std::pair<QByteArray, QByteArray>> first;
        for (int i = 0; i < 30'000; ++i) {
            QByteArray word("w");
            for (int n = i; n > 0; n /= 26)
                word += char('a' + n % 26);
            word += "ations";
            const auto stem = stemsOf({word.constData(), std::size_t(word.size())}).french();
            first << std::pair(word, QByteArray(stem.data(), qsizetype(stem.size())));
        }
        for (const auto &[word, stem] : first) {
            const auto again = stemsOf({word.constData(), std::size_t(word.size())}).french();
            QCOMPARE(QByteArray(again.data(), qsizetype(again.size())), stem);
        }
    }

    void functionAndForeignWordsHaveNoStems()
    {
        for (const char *word : {"dans", "which", "abc", "été", "x264", "日", ""}) {
            QVERIFY2(stemsOf(word).french().empty(), word);
            QVERIFY2(stemsOf(word).english().empty(), word);
        }
    }

    void positionsAreBytesOfTheDocument()
    {
        const QByteArray text = QByteArray("à l’Équipes!");
        const auto all = emitted(text, Mode::Document);
        QCOMPARE(all.size(), 4);
        QCOMPARE(all[0].end - all[0].start, 2);
        QCOMPARE(text.mid(all[2].start, all[2].end - all[2].start), QByteArray("Équipes"));
        QVERIFY(!all[2].colocated);
        QVERIFY(all[3].colocated);
        QCOMPARE(all[3].start, all[2].start);
    }

    void markedQueryIsTakenLiterally()
    {
        const auto all = emitted("\x02""equipes\x01""equip\x02""equip", Mode::Query);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].token, QByteArray("equipes"));
        QVERIFY(!all[0].colocated);
        QCOMPARE(all[1].token, QByteArray("\x01""equip"));
        QVERIFY(all[1].colocated);
        QCOMPARE(all[2].token, QByteArray("equip"));
        QVERIFY(all[2].colocated);
        QVERIFY(emitted("\x02\x02\x02", Mode::Query).isEmpty());
    }

    void plainQueryGivesExactForms()
    {
        QCOMPARE(tokens("Équipes du Projet", Mode::Query), QByteArrayList({"equipes", "du", "projet"}));
    }

    void marksInDocumentsAreNotTokens()
    {
        QCOMPARE(tokens(QString("\u0001equip \u0002secret")), QByteArrayList({"equip", "secret"}));
    }

    void sinkCanStop()
    {
        int calls = 0;
        const auto stop = [&](const char *, int, int, int, bool) { return ++calls == 3 ? 7 : 0; };
        QCOMPARE(emitTokens("un deux trois quatre", 20, Mode::Document, stop), 7);
        QCOMPARE(calls, 3);
    }
};

QTEST_GUILESS_MAIN(TextTokenizerTest)
#include "text_tokenizer_test.moc"

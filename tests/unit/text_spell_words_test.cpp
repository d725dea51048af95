#include "text/spell_words.h"

#include <QTest>

using namespace parvis::text;

class TextSpellWordsTest : public QObject {
    Q_OBJECT

    static QStringList words(const char *utf8)
    {
        const QString line = QString::fromUtf8(utf8);
        LineState state = 0;
        QStringList found;
        for (const WordSpan &word : wordsToSpell(line, lineStyles(line, state)))
            found.append(line.mid(word.start, word.length));
        return found;
    }

private Q_SLOTS:
    void wordsKeepTheirApostrophesHyphensAndAccents()
    {
        QCOMPARE(words("Aujourd’hui, peut-être l'été: don't!"),
                 QStringList({QString::fromUtf8("Aujourd’hui"), QString::fromUtf8("peut-être"),
                              QString::fromUtf8("l'été"), "don't"}));
        QCOMPARE(words("'quoted' -dash- end-"), QStringList({"quoted", "dash", "end"}));
    }

    void codeLinksMentionsAndTagsAreNotRead()
    {
        QCOMPARE(
            words("voir `variabel` et @jean.dupond, #levaje, [le plan](https://exampel.fr) https://exampel.fr/paje"),
            QStringList({"voir", "et"}));
        LineState state = 0;
        lineStyles(u"```", state);
        const auto inside = lineStyles(u"some coude", state);
        QVERIFY(wordsToSpell(u"some coude", inside).isEmpty());
    }

    void whatIsNoOrdinaryWordIsNotRead()
    {
        QCOMPARE(words("SNCF B2B GitHub rapport.pdf foo_bar a C:\\Temp 12h30 x/y"), QStringList());
        QCOMPARE(words("Fin.Puis"), QStringList());
        QCOMPARE(words("Fin. Puis la suite."), QStringList({"Fin", "Puis", "la", "suite"}));
    }

    void emphasisIsRead()
    {
        QCOMPARE(words("**gras** _incliné_"), QStringList({"gras", QString::fromUtf8("incliné")}));
    }
};

QTEST_GUILESS_MAIN(TextSpellWordsTest)
#include "text_spell_words_test.moc"

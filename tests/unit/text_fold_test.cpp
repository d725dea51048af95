#include "text/fold.h"

#include <QTest>

using parvis::text::fold;

class TextFoldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldedFormIsWhatPeopleTypeWithoutAccents_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("accents") << "ÉQUIPE à Noël, ça" << "equipe a noel, ca";
        QTest::newRow("decomposed") << QString("E\u0301quipe") << "equipe";
        QTest::newRow("ligatures") << "Œuvre cœur Æther straße STRAẞE" << "oeuvre coeur aether strasse strasse";
        QTest::newRow("compatibility ligature") << QString("\uFB01chier") << "fichier";
        QTest::newRow("apostrophes") << QString("l\u2019a l\u2018a l\u02BCa l\uFF07a l'a") << "l'a l'a l'a l'a l'a";
        QTest::newRow("turkish i") << QString("\u0130stanbul \u0131l\u0131k") << "istanbul ilik";
        QTest::newRow("full width") << QString("\uFF30\uFF41\uFF52\uFF36\uFF29\uFF33\uFF12") << "parvis2";
        QTest::newRow("stroked letters") << "Łódź Søren Đorđe" << "lodz soren dorde";
        QTest::newRow("greek final sigma") << "ΟΔΟΣ οδός" << QString("οδοσ οδοσ");
        QTest::newRow("cyrillic") << "Ёлка" << "елка";
        QTest::newRow("arabic vowels") << QString("\u0645\u064F\u062D\u064E\u0645\u0651\u062F") << QString("\u0645\u062D\u0645\u062F");
        QTest::newRow("hindi keeps its vowels") << QString("\u0939\u093F\u0902\u0926\u0940") << QString("\u0939\u093F\u0902\u0926\u0940");
        QTest::newRow("kana keep their voicing") << QString("\u304C") << QString("\u304B\u3099");
        QTest::newRow("superscript") << "m²" << "m2";
        QTest::newRow("empty") << "" << "";
    }
    void foldedFormIsWhatPeopleTypeWithoutAccents()
    {
        QFETCH(QString, text);
        QTEST(fold(text), "expected");
    }

    void foldingTwiceChangesNothing()
    {
        for (char32_t c = 0x20; c < 0x30000; ++c) {
            if (QChar::isSurrogate(c))
                continue;
            const QString once = fold(QString::fromUcs4(&c, 1));
            if (fold(once) != once)
                QFAIL(qPrintable(QString("U+%1 folds to '%2', that to '%3'").arg(uint(c), 4, 16).arg(once, fold(once))));
        }
    }

    void loneSurrogatesAreReplaced()
    {
        const QString broken = QString("a") + QChar(0xD83D) + "b" + QChar(0xDE00);
        QCOMPARE(fold(broken), QString("a\uFFFDb\uFFFD"));
    }
};

QTEST_GUILESS_MAIN(TextFoldTest)
#include "text_fold_test.moc"

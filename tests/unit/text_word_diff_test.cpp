#include "text/word_diff.h"

#include <QElapsedTimer>
#include <QTest>

using namespace parvis::text;

namespace {

QString shown(const QList<DiffPiece> &pieces)
{
    QString out;
    for (const DiffPiece &piece : pieces)
        out += piece.kind == DiffPiece::Same      ? piece.text
               : piece.kind == DiffPiece::Removed ? "[-" + piece.text + "]"
                                                  : "[+" + piece.text + "]";
    return out;
}

QString joined(const QList<DiffPiece> &pieces, DiffPiece::Kind without)
{
    QString out;
    for (const DiffPiece &piece : pieces)
        out += piece.kind == without ? QString() : piece.text;
    return out;
}

} // namespace

class TextWordDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changesAreReadAsWords_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same") << "Rien de neuf"
                              << "Rien de neuf"
                              << "Rien de neuf";
        QTest::newRow("nothing at all") << ""
                                        << ""
                                        << "";
        QTest::newRow("one word") << "Rendez-vous mardi à 9 h"
                                  << "Rendez-vous jeudi à 9 h"
                                  << "Rendez-vous [-mardi][+jeudi] à 9 h";
        QTest::newRow("neighbours are one change") << "le grand mur rouge"
                                                   << "le petit toit rouge"
                                                   << "le [-grand mur][+petit toit] rouge";
        QTest::newRow("added at the end") << "Bonjour"
                                          << "Bonjour à tous"
                                          << "Bonjour[+ à tous]";
        QTest::newRow("removed at the beginning") << "Note : c'est prêt"
                                                  << "c'est prêt"
                                                  << "[-Note : ]c'est prêt";
        QTest::newRow("an apostrophe stands inside a word") << "l’arc central"
                                                            << "l’arche centrale"
                                                            << "[-l’arc central][+l’arche centrale]";
        QTest::newRow("a line is added") << "un\ndeux"
                                         << "un\ntrois\ndeux"
                                         << "un\n[+trois\n]deux";
        QTest::newRow("all of it") << "abc"
                                   << "xyz"
                                   << "[-abc][+xyz]";
    }
    void changesAreReadAsWords()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(shown(wordDiff(before, after)), "expected");
    }

    void bothTextsCanBeReadOutOfIt()
    {
        const QString before = "A b c, d e f.\n\n- x\n- y 👍🏽 z\n";
        const QString after = "A c, d g f!\n\n- x\n- y 👍 z\nnew";
        const auto pieces = wordDiff(before, after);
        QCOMPARE(joined(pieces, DiffPiece::Added), before);
        QCOMPARE(joined(pieces, DiffPiece::Removed), after);
    }

    void longTextsTakeAMoment()
    {
        QString before, after;
        for (int i = 0; i < 60'000; ++i) {
            before += QString("mot%1 ").arg(i);
            after += QString("wort%1 ").arg(i);
            if (i % 9 == 0)
                before += '\n', after += '\n';
        }
        QElapsedTimer timer;
        timer.start();
        const auto pieces = wordDiff(before, after);
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(joined(pieces, DiffPiece::Added), before);
        QCOMPARE(joined(pieces, DiffPiece::Removed), after);
    }
};

QTEST_APPLESS_MAIN(TextWordDiffTest)
#include "text_word_diff_test.moc"

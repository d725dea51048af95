#include "base/deliver.h"
#include "spelling/dictionary.h"
#include "spelling/speller.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using spelling::Speller;

class SpellerTest : public QObject {
    Q_OBJECT

    static QStringList answer(const QFuture<QStringList> &future)
    {
        QStringList result;
        bool came = false;
        QObject receiver;
        base::deliver(future, &receiver, [&](const QStringList &words) {
            result = words;
            came = true;
        });
        return QTest::qWaitFor([&] { return came; }, 20'000) ? result : QStringList{"no answer"};
    }
    static QString u(const char *utf8) { return QString::fromUtf8(utf8); }

private Q_SLOTS:
    void initTestCase()
    {
        if (spelling::findAffixFile(spelling::systemFolders(), "fr").isEmpty()
            || spelling::findAffixFile(spelling::systemFolders(), "en").isEmpty())
            QSKIP("the dictionaries hunspell-fr and hunspell-en-us are not installed");
    }

    void aWordIsRightIfEitherLanguageAcceptsIt()
    {
        Speller speller({.folders = spelling::systemFolders()});
        QCOMPARE(
            answer(speller.misspelt({"bonjour", "hello", u("été"), u("l’élingue"), "don't", u("don’t"), "peut-être"})),
            QStringList());
        QCOMPARE(answer(speller.misspelt({"bonjoru", "hello", "helo"})), QStringList({"bonjoru", "helo"}));
        QCOMPARE(answer(speller.misspelt({"chantier-pilote", "chantier-pilotte"})), QStringList{"chantier-pilotte"});
    }

    void suggestionsComeFromBoth()
    {
        Speller speller({.folders = spelling::systemFolders()});
        QVERIFY(answer(speller.suggestions("bonjoru")).contains("bonjour"));
        QVERIFY(answer(speller.suggestions("recieve")).contains("receive"));
        QVERIFY(answer(speller.suggestions("recieve")).size() <= 6);
    }

    void ownWordsAreRightAndAreKept()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath("words.txt");
        {
            Speller speller({.folders = spelling::systemFolders(), .ownWords = file});
            QSignalSpy changed(&speller, &Speller::ownWordsChanged);
            QCOMPARE(answer(speller.misspelt({"Ardelune"})), QStringList{"Ardelune"});
            speller.learn("Ardelune");
            QCOMPARE(changed.size(), 1);
            QCOMPARE(answer(speller.misspelt({"Ardelune", "ardelune", "d'Ardelune"})), QStringList());
        }
        Speller again({.folders = spelling::systemFolders(), .ownWords = file});
        QCOMPARE(answer(again.ownWords()), QStringList{"ardelune"});
        again.forget("Ardelune");
        QCOMPARE(answer(again.misspelt({"Ardelune"})), QStringList{"Ardelune"});
    }

    void aDamagedFileOfOwnWordsIsReadAsFarAsItGoes()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath("words.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("parvis\n" + QByteArray(5000, 'x') + "\n\xff\xfe\n\nfine");
        file.close();
        Speller speller({.folders = spelling::systemFolders(), .ownWords = file.fileName()});
        QVERIFY(answer(speller.ownWords()).contains("fine"));
        QVERIFY(!answer(speller.ownWords()).contains(QString(5000, 'x')));
    }

    void withoutDictionariesNothingIsWrong()
    {
        QTemporaryDir empty;
        Speller speller({.folders = {empty.path()}});
        QCOMPARE(answer(speller.misspelt({"bonjoru"})), QStringList());
        QCOMPARE(answer(speller.suggestions("bonjoru")), QStringList());
    }
};

QTEST_GUILESS_MAIN(SpellerTest)
#include "speller_test.moc"

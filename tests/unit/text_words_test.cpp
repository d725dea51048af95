#include "text/words.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTest>

using namespace parvis::text;

namespace {

QStringList foldedWords(const QString &text)
{
    QStringList found;
    const QByteArray utf8 = text.toUtf8();
    tokenizeUtf8(utf8.constData(), int(utf8.size()), [&](std::string_view folded, int, int) {
        found << QString::fromUtf8(folded.data(), qsizetype(folded.size()));
    });
    return found;
}

QStringList writtenWords(const QString &text)
{
    QStringList found;
    for (const Word &word : words(text))
        found << text.mid(word.start, word.length);
    return found;
}

} // namespace

class TextWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsCutIntoWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("written");
        QTest::addColumn<QStringList>("folded");
        const auto row = [](const char *name, const QString &text, const QStringList &written, const QStringList &folded) {
            QTest::newRow(name) << text << written << folded;
        };
        row("elision", "L’équipe d'été", {"L", "équipe", "d", "été"}, {"l", "equipe", "d", "ete"});
        row("today", "aujourd’hui", {"aujourd", "hui"}, {"aujourd", "hui"});
        row("digits", "Le 14 juin, 3,5 km v2", {"Le", "14", "juin", "3", "5", "km", "v2"},
            {"le", "14", "juin", "3", "5", "km", "v2"});
        row("C++ and its kin", "C++ et C# ou notepad++, c+d", {"C++", "et", "C#", "ou", "notepad++", "c", "d"},
            {"c++", "et", "c#", "ou", "notepad++", "c", "d"});
        row("number sign", "n°12 N° 3 № 4 20°", {"n°", "12", "N°", "3", "№", "4", "20"},
            {"no", "12", "no", "3", "no", "4", "20"});
        row("handle and tag", "@jean-paul #Budget_2024", {"jean", "paul", "Budget", "2024"},
            {"jean", "paul", "budget", "2024"});
        row("tag after a letter", "c#tag", {"c", "tag"}, {"c", "tag"});
        row("han and kana", "日本語が", {"日", "本", "語", "が"}, {"日", "本", "語", QString("\u304B\u3099")});
        row("korean", "한국 서울", {"한국", "서울"}, {QString("한국").normalized(QString::NormalizationForm_KD),
                                                QString("서울").normalized(QString::NormalizationForm_KD)});
        row("emoji", "ok👍🏽top", {"ok", "👍🏽", "top"}, {"ok", "👍", "top"});
        row("emoji sequences", "👩‍💻🇫🇷🇩🇪❤️", {"👩‍💻", "🇫🇷", "🇩🇪", "❤️"}, {"👩‍💻", "🇫🇷", "🇩🇪", "❤"});
        row("keycap", "tape 1️⃣ ou 12", {"tape", "1️⃣", "ou", "12"}, {"tape", "1", "ou", "12"});
        row("text symbol", "Parvis™ ©️", {"Parvis", "©️"}, {"parvis", "©"});
        row("decomposed accents", QString("e\u0301te\u0301"), {QString("e\u0301te\u0301")}, {"ete"});
        row("soft hyphen", QString("pro\u00ADjet fin\u00AD"), {QString("pro\u00ADjet"), "fin"}, {"projet", "fin"});
        row("nothing", " … — !? ", {}, {});
    }
    void textIsCutIntoWords()
    {
        QFETCH(QString, text);
        QTEST(writtenWords(text), "written");
        QTEST(foldedWords(text), "folded");
    }

    void utf8AndUtf16AreCutAlike()
    {
        const QString text = "L’Œuvre d'été n°5 👨‍👩‍👧 日本 ½ C++ a\u0301 \u1EC7 x\U0001F1EB y ﬁn ＡＢ";
        const QByteArray utf8 = text.toUtf8();
        std::vector<Word> fromBytes;
        tokenizeUtf8(utf8.constData(), int(utf8.size()), [&](std::string_view, int start, int end) {
            const int begin = int(QString::fromUtf8(utf8.left(start)).size());
            fromBytes.push_back({begin, int(QString::fromUtf8(utf8.left(end)).size()) - begin});
        });
        QVERIFY(words(text) == fromBytes);
        QVERIFY(fromBytes.size() > 12);
    }

    void malformedUtf8OnlyPartsWords()
    {
        const QByteArray broken("abc\xC3 d\xE9""f\xF0\x9F\x98 g\xED\xA0\x80h\xC0\xAFi\xFF");
        QByteArrayList found;
        tokenizeUtf8(broken.constData(), int(broken.size()), [&](std::string_view folded, int start, int end) {
            QVERIFY(start >= 0 && start < end && end <= broken.size());
            found << QByteArray(folded.data(), qsizetype(folded.size()));
        });
        QCOMPARE(found, QByteArrayList({"abc", "d", "f", "g", "h", "i"}));
    }

    void endlessWordIsCutBetweenCodePoints()
    {
        const QString text = QString("x") + QString("é\u1EC7ж").repeated(5000);
        const QStringList folded = foldedWords(text);
        QCOMPARE(folded.size(), 1);
        QVERIFY(folded.first().toUtf8().size() <= WordScanner<Utf8Text>::maxFolded);
        QVERIFY(!folded.first().contains(QChar(QChar::ReplacementCharacter)));
        QCOMPARE(words(text), (std::vector<Word>{{0, int(text.size())}}));
    }

    void longTextTakesTimeInProportion()
    {
        const QString text = QString("L’équipe 👍🏽 \u0301\u200D 1️⃣ ").repeated(20'000);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(words(text).size(), std::size_t(80'000));
        QVERIFY2(timer.elapsed() < 3000, "200 times slower than it should be");
    }
};

QTEST_GUILESS_MAIN(TextWordsTest)
#include "text_words_test.moc"

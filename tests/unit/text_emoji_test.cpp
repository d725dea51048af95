#include "text/emoji.h"

#include <QTest>

using namespace parvis::text;

class TextEmojiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allWritingsOfAnEmojiHaveOneForm()
    {
        QCOMPARE(fullyQualified("\u2764"), QString("\u2764\uFE0F"));
        QCOMPARE(fullyQualified("\u2764\uFE0F"), QString("\u2764\uFE0F"));
        QCOMPARE(fullyQualified("\u2764\uFE0E"), QString("\u2764\uFE0F"));
        QCOMPARE(fullyQualified("👍"), QString("👍"));
        QCOMPARE(fullyQualified("👍\uFE0F"), QString("👍"));
        QCOMPARE(fullyQualified("👍🏽"), QString("👍🏽"));
        QCOMPARE(fullyQualified("1\u20E3"), QString("1\uFE0F\u20E3"));
        // Minimally qualified: the man shrugging without the selector of his sign.
        QCOMPARE(fullyQualified("🤷\u200D\u2642"), QString("🤷\u200D\u2642\uFE0F"));
        QCOMPARE(fullyQualified("🏳\u200D🌈"), QString("🏳\uFE0F\u200D🌈"));
    }

    void whatIsNoEmojiIsOnlyNormalised()
    {
        QCOMPARE(fullyQualified("e\u0301"), QString("é"));
        QCOMPARE(fullyQualified(""), QString());
    }

    void oneEmojiIsRecognised()
    {
        for (const char *yes : {"👍", "👍🏿", "❤", "❤️", "🇫🇷", "1️⃣", "#️⃣", "👩‍💻", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "☺", "🐦‍⬛"})
            QVERIFY2(isEmoji(QString(yes)), yes);
        for (const char *no : {"", "a", "1", "#", "👍👍", "🇫", "👍a", " 👍", "\uFE0F", "\u200D", "🏽\u200D"})
            QVERIFY2(!isEmoji(QString(no)), no);
        QVERIFY(!isEmoji(QString("👍").repeated(1000)));
    }

    void shortNamesAreKnown_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("emoji");
        const auto row = [](const char *name, const char *emoji) { QTest::newRow(name) << QString(name) << QString(emoji); };
        row("+1", "👍");
        row(":+1:", "👍");
        row("thumbsup", "👍");
        row("-1", "👎");
        row("tada", "🎉");
        row("heart", "❤️");
        row("smile", "😄");
        row("joy", "😂");
        row("100", "💯");
        row("white_check_mark", "✅");
        row("raised_hands", "🙌");
        row("slightly_smiling_face", "🙂");
        row("red_heart", "❤️");
        row("thinking_face", "🤔");
        row("flag-fr", "🇫🇷");
        row("flag-zz", "");
        row("+1::skin-tone-3", "👍🏼");
        row(":wave::skin-tone-6:", "👋🏿");
        row("tada::skin-tone-2", "🎉");
        row("man-shrugging::skin-tone-4", "🤷🏽‍♂️");
        row("TADA", "🎉");
        row("party_parrot", "");
        row("", "");
        row("::", "");
    }
    void shortNamesAreKnown()
    {
        QFETCH(QString, name);
        QFETCH(QString, emoji);
        QCOMPARE(fromShortName(name), emoji);
        QVERIFY(emoji.isEmpty() || isEmoji(emoji));
        QCOMPARE(fullyQualified(emoji), emoji);
    }
};

QTEST_GUILESS_MAIN(TextEmojiTest)
#include "text_emoji_test.moc"

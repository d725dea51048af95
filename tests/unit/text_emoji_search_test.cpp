#include "text/emoji.h"
#include "text/emoji_search.h"
#include "text/fold.h"

#include <QTest>

using namespace parvis::text;

class TextEmojiSearchTest : public QObject {
    Q_OBJECT

    static QStringList found(const QString &query, int limit = 12)
    {
        QStringList emoji;
        for (const int index : findEmoji(query, limit))
            emoji.append(emojiAt(index, false).emoji);
        return emoji;
    }

private Q_SLOTS:
    void everyEmojiIsOneAndHasANameInBothLanguages()
    {
        QVERIFY(emojiCount() > 1800);
        int lastGroup = 0;
        for (int index = 0; index < emojiCount(); ++index) {
            const EmojiInfo english = emojiAt(index, false);
            const EmojiInfo french = emojiAt(index, true);
            QVERIFY2(isEmoji(english.emoji), qPrintable(english.name));
            QCOMPARE(fullyQualified(english.emoji), english.emoji);
            QVERIFY(!english.name.isEmpty() && !french.name.isEmpty());
            QVERIFY(english.group >= lastGroup && english.group < emojiGroupCount);
            lastGroup = english.group;
        }
        QCOMPARE(lastGroup, emojiGroupCount - 1);
    }

    void bothLanguagesAndKeywordsFind()
    {
        QCOMPARE(found("party popper").first(), QString("🎉"));
        QCOMPARE(found("cotillons").first(), QString("🎉"));
        QVERIFY(found("fête").contains("🎉"));
        QVERIFY(found("FETE").contains("🎉"));
        QVERIFY(found("coeur rouge").contains("❤️"));
        QVERIFY(found("cœur ro").contains("❤️"));
        QVERIFY(found("drapeau franc").contains("🇫🇷"));
        QCOMPARE(found("xyzzy"), QStringList());
        QCOMPARE(found("  "), QStringList());
    }

    void shortNamesOfOtherSystemsFind()
    {
        QCOMPARE(found("tada").first(), QString("🎉"));
        QCOMPARE(found("+1").first(), QString("👍"));
        QVERIFY(found("thumbsu").contains("👍"));
    }

    void everyNameFindsItsEmoji()
    {
        for (int index = 0; index < emojiCount(); index += 7) {
            for (const bool french : {false, true}) {
                const QString name = emojiAt(index, french).name;
                QVERIFY2(findEmoji(name, 2000).contains(index), qPrintable(name));
            }
        }
    }

    void tonesAreGivenAndTakenAway()
    {
        QCOMPARE(withTone("👍", 3), QString("👍🏽"));
        QCOMPARE(withTone("👍🏽", 5), QString("👍🏿"));
        QCOMPARE(withTone("👍🏽", 0), QString("👍"));
        QCOMPARE(withTone("☝️", 1), QString("☝🏻"));
        QCOMPARE(withoutTone("☝🏻"), QString("☝️"));
        QCOMPARE(withTone("🎉", 3), QString("🎉"));
        QCOMPARE(withTone("👩‍💻", 2), QString("👩🏼‍💻"));
        for (int index = 0; index < emojiCount(); ++index) {
            const EmojiInfo info = emojiAt(index, false);
            QCOMPARE(withTone(info.emoji, 4) != info.emoji, info.tones);
        }
    }

    void anEmojiIsFoundAgainWhateverItsToneAndQualification()
    {
        for (int index = 0; index < emojiCount(); index += 5)
            QCOMPARE(emojiIndex(emojiAt(index, true).emoji), index);
        QCOMPARE(emojiIndex("❤"), emojiIndex("❤️"));
        QCOMPARE(emojiIndex("👍🏿"), emojiIndex("👍"));
        QCOMPARE(emojiIndex("a"), -1);
    }
};

QTEST_GUILESS_MAIN(TextEmojiSearchTest)
#include "text_emoji_search_test.moc"

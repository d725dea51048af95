#include "support/ui_world.h"
#include "ui/models/emoji_model.h"
#include "ui/widgets/emoji_picker.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace parvis;
using tests::UiWorld;
using ui::EmojiModel;
using ui::EmojiPicker;

class EmojiPickerTest : public QObject {
    Q_OBJECT

    struct Desk {
        UiWorld world;
        QWidget window;
        QPointer<EmojiPicker> picker;
        QString picked;
        QLineEdit *search;
        QListView *list;

        explicit Desk(const QStringList &recent = {})
        {
            world.preferences.recentEmoji = recent;
            window.show();
            picker = new EmojiPicker(world.context, &window);
            picker->pickAt({300, 300}, [this](const QString &emoji) { picked = emoji; });
            search = picker->findChild<QLineEdit *>();
            list = picker->findChild<QListView *>();
        }
    };

private Q_SLOTS:
    void typingFindsAndEnterPicks()
    {
        Desk desk;
        QSignalSpy kept(&desk.world.navigator, &ui::Navigator::habitsChanged);
        QTest::keyClicks(desk.search, "cotillons");
        QTest::keyClick(desk.search, Qt::Key_Return);
        QCOMPARE(desk.picked, QString::fromUtf8("🎉"));
        QCOMPARE(desk.world.preferences.recentEmoji, QStringList{QString::fromUtf8("🎉")});
        QCOMPARE(kept.size(), 1);
        QTRY_VERIFY(!desk.picker); // gone, with all that it held
    }

    void thoseUsedLatelyComeFirst()
    {
        Desk desk({QString::fromUtf8("🦄"), QString::fromUtf8("👍🏽")});
        QCOMPARE(desk.picker->model()->emoji(0), QString::fromUtf8("🦄"));
        QCOMPARE(desk.picker->model()->emoji(1), QString::fromUtf8("👍🏽"));
        QVERIFY(desk.picker->model()->emoji(2) != QString::fromUtf8("👍"));
        desk.picker->close();
    }

    void arrowsWalkTheGridAndLettersGoBackToTheSearch()
    {
        Desk desk;
        QTest::keyClick(desk.search, Qt::Key_Down);
        QTest::keyClick(desk.list, Qt::Key_Right);
        const QString second = desk.picker->model()->emoji(1);
        QCOMPARE(desk.list->currentIndex().row(), 1);
        QTest::keyClicks(desk.list, "h");
        QCOMPARE(desk.search->text(), QString("h"));
        desk.search->clear();
        QTest::keyClick(desk.search, Qt::Key_Down);
        QTest::keyClick(desk.list, Qt::Key_Right);
        QTest::keyClick(desk.list, Qt::Key_Return);
        QCOMPARE(desk.picked, second);
    }

    void everyGroupIsReachedByKeysAndNothingIsMissing()
    {
        Desk desk;
        int count = 0;
        for (int group = 0; group < text::emojiGroupCount; ++group) {
            QTest::keyClick(desk.search, Qt::Key_PageDown, Qt::ControlModifier);
            QVERIFY(desk.picker->model()->rowCount() > 50);
            count += desk.picker->model()->rowCount();
        }
        QCOMPARE(count, text::emojiCount());
        desk.picker->close();
    }

    void aSkinToneIsKeptAndShownAtOnce()
    {
        Desk desk;
        QTest::keyClicks(desk.search, "thumbs up");
        QCOMPARE(desk.picker->model()->emoji(0), QString::fromUtf8("👍"));
        for (QToolButton *button : desk.picker->findChildren<QToolButton *>()) {
            if (button->menu())
                button->menu()->actions().at(4)->trigger();
        }
        QCOMPARE(desk.world.preferences.skinTone, 4);
        QCOMPARE(desk.picker->model()->emoji(0), QString::fromUtf8("👍🏾"));
        QTest::keyClick(desk.search, Qt::Key_Return);
        QCOMPARE(desk.picked, QString::fromUtf8("👍🏾"));
    }

    void escapePicksNothing()
    {
        Desk desk;
        QTest::keyClick(desk.search, Qt::Key_Escape);
        QTRY_VERIFY(!desk.picker);
        QVERIFY(desk.picked.isEmpty());
        QVERIFY(desk.world.preferences.recentEmoji.isEmpty());
    }

    void aNameThatNoEmojiHasPicksNothing()
    {
        Desk desk;
        QTest::keyClicks(desk.search, "xyzzy");
        QCOMPARE(desk.picker->model()->rowCount(), 0);
        QTest::keyClick(desk.search, Qt::Key_Return);
        QVERIFY(desk.picked.isEmpty());
        desk.picker->close();
    }

    void everyControlHasAName()
    {
        Desk desk;
        for (QWidget *widget : desk.picker->findChildren<QWidget *>()) {
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(!desk.picker->model()->index(0).data(Qt::AccessibleTextRole).toString().isEmpty());
        desk.picker->close();
    }

    void theModelKeepsItsContract()
    {
        EmojiModel model(true, 0);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.showGroup(1);
        model.search("coeur");
        model.setTone(3);
        model.showThese({QString::fromUtf8("👍"), "x"});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.name(0), QString("pouce vers le haut"));
    }

    void whatWasPickedAgainMovesToTheFront()
    {
        const QStringList recent{QString::fromUtf8("🎉"), QString::fromUtf8("👍🏽")};
        QCOMPARE(EmojiModel::remembered(recent, QString::fromUtf8("👍")),
                 QStringList({QString::fromUtf8("👍"), QString::fromUtf8("🎉")}));
        QStringList many;
        for (int index = 0; index < 60; ++index)
            many = EmojiModel::remembered(many, text::emojiAt(index, false).emoji);
        QCOMPARE(many.size(), 32);
    }
};

QTEST_MAIN(EmojiPickerTest)
#include "emoji_picker_test.moc"

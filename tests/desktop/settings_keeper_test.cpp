#include "app/desktop/settings_keeper.h"
#include "base/thread_guard.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using app::SettingsKeeper;

class SettingsKeeperTest : public QObject {
    Q_OBJECT

    static inline QStringList entered;
    static void note(const char *place) { entered.append(QString::fromLatin1(place)); }

private Q_SLOTS:
    void theLastStateIsThereWhenTheKeeperHasEnded()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath("window.ini");
        const QStringList searches{"one", QString::fromUtf8("béton, bas carbone")};
        entered.clear();
        {
            const base::UiThreadMark mark(note);
            SettingsKeeper keeper;
            for (int i = 0; i < 200; ++i)
                keeper.keep(file, {{"text_percent", i}, {"notify", i % 2 == 0}, {"searches", searches}});
            QCOMPARE(keeper.read(file).value("text_percent").toInt(), 199);
        }
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
        const auto values = SettingsKeeper().read(file);
        QCOMPARE(values.value("text_percent").toInt(), 199);
        QCOMPARE(values.value("notify").toBool(), false);
        QCOMPARE(values.value("searches").toStringList(), searches);
    }

    void aStateIsOnTheDiskSoonAndWhole()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath("window.ini");
        SettingsKeeper keeper;
        keeper.keep(file, {{"a", 1}, {"left_out_later", 2}});
        QTRY_COMPARE(SettingsKeeper().read(file).value("a").toInt(), 1);
        keeper.keep(file, {{"a", 3}});
        QTRY_COMPARE(SettingsKeeper().read(file), (QVariantMap{{"a", "3"}})); // values are text in the file
    }

    void whatIsForgottenIsGone()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath("place.ini");
        {
            SettingsKeeper keeper;
            keeper.keep(file, {{"place", "feed"}});
            keeper.forget(file);
            QVERIFY(keeper.read(file).isEmpty());
        }
        QVERIFY(!QFile::exists(file));
        {
            SettingsKeeper keeper;
            keeper.forget(file); // it is not there
            keeper.keep(file, {{"place", "group"}});
        }
        QCOMPARE(SettingsKeeper().read(file).value("place").toString(), "group");
    }

    void aFileThatCannotBeWrittenIsToldAndTheOthersAreKept()
    {
        QTemporaryDir dir;
        QFile blocks(dir.filePath("file"));
        QVERIFY(blocks.open(QIODevice::WriteOnly));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression("cannot be written"));
        {
            SettingsKeeper keeper;
            keeper.keep(dir.filePath("file/window.ini"), {{"a", 1}});
            keeper.keep(dir.filePath("companies.ini"), {{"current", "."}});
        }
        QCOMPARE(SettingsKeeper().read(dir.filePath("companies.ini")).value("current").toString(), ".");
    }

    void aDamagedFileGivesNothing()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath("window.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\x01\x02[[[=\n===");
        file.close();
        QCOMPARE(SettingsKeeper().read(file.fileName()).value("language").toString(), QString());
    }
};

QTEST_GUILESS_MAIN(SettingsKeeperTest)
#include "settings_keeper_test.moc"

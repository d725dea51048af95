#include "app/desktop/desk.h"
#include "base/thread_guard.h"
#include "ui/shell/shell.h"
#include "ui/views/signin/sign_in_page.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;

// The whole program but main(), with real files and the demo company's real server.
class DeskTest : public QObject {
    Q_OBJECT

    static QPushButton *button(QWidget *in, const QString &text)
    {
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisibleTo(in))
                return each;
        }
        return nullptr;
    }
    static app::DeskOptions at(const QTemporaryDir &home)
    {
        app::DeskOptions options;
        options.home = home.path();
        options.language = "en";
        return options;
    }
    static int companies(const app::Desk &desk) { return int(desk.companies().entries().size()); }

private Q_SLOTS:
    void companiesAreJoinedShownAndLeftEachOnItsOwn()
    {
        QTemporaryDir home;
        {
            app::Desk desk(at(home));
            QVERIFY(desk.begin());
            desk.window().show();
            QVERIFY(desk.window().shown()->signIn());
            QVERIFY(!button(desk.window().shown(), "Back without joining")); // there is nowhere to go back to
            button(desk.window().shown(), "Try it on a demo company")->click();
            QTRY_VERIFY_WITH_TIMEOUT(desk.window().shown()->shell(), 60'000);
            QTRY_COMPARE(companies(desk), 1); // the page to join has gone
            QTRY_VERIFY(!desk.companies().entries().first().name.isEmpty());
            QTRY_VERIFY(desk.window().windowTitle().startsWith(desk.companies().entries().first().name));
            QTRY_VERIFY(desk.companies().entries().first().unread > 0);

            Q_EMIT desk.companies().addWanted();
            QTRY_VERIFY(desk.window().shown()->signIn());
            QCOMPARE(companies(desk), 2);
            Q_EMIT desk.companies().addWanted(); // not a second page
            QCoreApplication::processEvents();
            QCOMPARE(companies(desk), 2);
            auto *back = button(desk.window().shown(), "Back without joining");
            QVERIFY(back);
            back->click();
            QTRY_VERIFY(desk.window().shown()->shell());
            QTRY_COMPARE(companies(desk), 1);
        }
        app::Desk again(at(home));
        QVERIFY(again.begin());
        QVERIFY(again.window().shown()->shell()); // without a network, at once
        QCOMPARE(again.companies().current(), QString("try/people/camille.morel"));
    }

    void whatIsChosenIsKeptAndTheWindowsThreadWritesNothing()
    {
        static QStringList entered;
        QTemporaryDir home;
        {
            QSettings newer(home.filePath("window.ini"), QSettings::IniFormat);
            newer.setValue("of_a_newer_build", 7);
        }
        QByteArray geometry;
        {
            app::Desk desk(at(home));
            QVERIFY(desk.begin());
            desk.window().show();
            QTRY_VERIFY(desk.window().isVisible());
            const base::UiThreadMark mark([](const char *place) { entered.append(QString::fromLatin1(place)); });
            desk.window().resize(900, 700);
            geometry = desk.window().geometryToKeep();
            QVERIFY(desk.window().close());
            const auto kept = [&] {
                return QSettings(home.filePath("window.ini"), QSettings::IniFormat).value("geometry").toByteArray();
            };
            QTRY_COMPARE(kept(), geometry); // however the program ends from here
        }
        QVERIFY2(entered.isEmpty(), qPrintable(entered.join(", ")));
        const QSettings after(home.filePath("window.ini"), QSettings::IniFormat);
        QCOMPARE(after.value("of_a_newer_build").toInt(), 7);
        QCOMPARE(after.value("text_percent").toInt(), 100);
    }

    void aFolderThatCannotBeMadeIsToldAndChangesNothing()
    {
        QTemporaryDir home;
        QFile file(home.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        app::DeskOptions options;
        options.home = home.filePath("file/profile");
        app::Desk desk(options);
        const auto begun = desk.begin();
        QVERIFY(!begun);
        QVERIFY(!begun.error().detail.isEmpty());
    }
};

QTEST_MAIN(DeskTest)
#include "desk_test.moc"

#include "app/desktop/desk.h"
#include "app/desktop/kept_place.h"
#include "app/desktop/settings_keeper.h"
#include "ui/shell/header.h"
#include "ui/shell/shell.h"

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis;
using ui::Place;

// The program beside its window: tray, links, closing, and the place that it was left at.
class DeskPresenceTest : public QObject {
    Q_OBJECT

    static base::Uuid someId() { return *base::Uuid::fromString(u"01900000-0000-7000-8000-000000000001"); }

    static bool says(QWidget *in, const QString &text)
    {
        for (auto *label : in->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void thePlaceIsFoundAgainHoweverTheLastRunEnded()
    {
        QTemporaryDir profile;
        transport::TimerScheduler scheduler;
        {
            app::SettingsKeeper keeper;
            ui::Navigator navigator;
            app::KeptPlace kept(navigator, scheduler, keeper, profile.path());
            kept.restore();
            QCOMPARE(navigator.place().kind, Place::Feed); // nothing was kept
            navigator.go({.kind = Place::Search});         // no place to come back to
            navigator.go({.kind = Place::Thread, .id = someId(), .highlight = someId(), .reply = true});
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(profile.filePath("place.ini")), 10'000); // without ending well
        }
        app::SettingsKeeper keeper;
        ui::Navigator next;
        app::KeptPlace kept(next, scheduler, keeper, profile.path());
        kept.restore();
        QCOMPARE(next.place(), (Place{.kind = Place::Thread, .id = someId()}));
        QVERIFY(next.canGoBack());
        next.go({.kind = Place::Feed});
        kept.forget();
        ui::Navigator other;
        app::KeptPlace(other, scheduler, keeper, profile.path()).restore();
        QCOMPARE(other.place().kind, Place::Feed);
    }

    void aDamagedFileLeadsToTheFeed()
    {
        QTemporaryDir profile;
        transport::TimerScheduler scheduler;
        app::SettingsKeeper keeper;
        QFile file(profile.filePath("place.ini"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nplace=group\nid=nonsense\n");
        file.close();
        ui::Navigator navigator;
        app::KeptPlace(navigator, scheduler, keeper, profile.path()).restore();
        QCOMPARE(navigator.place().kind, Place::Feed);
    }

    void closingHidesOnlyWhereTheProgramRunsOn()
    {
        ui::Window window({});
        QSignalSpy closed(&window, &ui::Window::closed);
        QSignalSpy hidden(&window, &ui::Window::hidden);
        bool hides = true;
        window.setHidesOnClose([&] { return hides; });
        window.show();
        QVERIFY(!window.close());
        QVERIFY(!window.isVisible());
        QCOMPARE(hidden.size(), 1);
        QCOMPARE(closed.size(), 1); // drafts are kept either way
        window.comeToFront();
        QVERIFY(window.isVisible());
        hides = false;
        QVERIFY(window.close());
        QCOMPARE(hidden.size(), 1);
    }

    void theTrayCountsWhatIsUnread()
    {
        ui::Tray tray;
        QCOMPARE(tray.toolTip(), "Parvis");
        const QImage plain = ui::countedIcon(64, 0).toImage();
        QVERIFY(ui::countedIcon(64, 3).toImage() != plain);
        QVERIFY(ui::countedIcon(64, 3).toImage() != ui::countedIcon(64, 12).toImage());
        tray.setUnread(3);
        QVERIFY(tray.toolTip().contains('3'));
        QSignalSpy open(&tray, &ui::Tray::openWanted), notices(&tray, &ui::Tray::noticesWanted),
            quit(&tray, &ui::Tray::quitWanted);
        const auto actions = tray.menu()->actions();
        QVERIFY(actions.at(1)->text().contains('3'));
        for (QAction *action : actions)
            action->trigger();
        QCOMPARE(open.size() + notices.size() + quit.size(), 3);
    }

    void aLinkFromAnotherStartLeadsToItsPlace()
    {
        QTemporaryDir home;
        app::DeskOptions options;
        options.home = home.path();
        options.language = "en";
        options.demo = true;
        app::Desk desk(options);
        QVERIFY(desk.begin());
        desk.window().show();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window().shown()->shell(), 60'000);
        QFile address(home.filePath("try/address"));
        QVERIFY(address.open(QIODevice::ReadOnly));
        const QString server = QString::fromUtf8(address.readAll()).trimmed().section("//", 1);
        desk.window().hide();
        desk.openLink("parvis://" + server + "/post/" + someId().toString());
        QVERIFY(desk.window().isVisible());
        QTRY_COMPARE(desk.window().findChild<ui::Header *>()->title(), "Thread");
        desk.openLink("parvis://other.example/post/" + someId().toString());
        QTRY_VERIFY(says(&desk.window(), "This link belongs to another company: other.example"));
        desk.openLink("parvis:nonsense");
        QTRY_VERIFY(says(&desk.window(), "This link leads to no place of Parvis."));
    }
};

QTEST_MAIN(DeskPresenceTest)
#include "desk_presence_test.moc"

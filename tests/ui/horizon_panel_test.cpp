#include "support/ui_world.h"
#include "ui/text/words.h"
#include "ui/widgets/horizon_button.h"
#include "ui/widgets/horizon_panel.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using client::SyncState;
using tests::UiWorld;
using ui::HorizonPanel;
using ui::Place;

class HorizonPanelTest : public QObject {
    Q_OBJECT

    struct Details {
        Details()
        {
            world.languages.apply("en");
            world.backend.addGroup("bridge", "The bridge", model::GroupKind::Project);
            world.backend.addGroup("lab", "Laboratory", model::GroupKind::Site);
            button = std::make_unique<ui::HorizonButton>(world.context);
            button->show();
        }
        HorizonPanel *open()
        {
            QTest::mouseClick(button.get(), Qt::LeftButton);
            settle();
            return button->panel();
        }
        static void settle()
        {
            for (int i = 0; i < 6; ++i)
                QCoreApplication::processEvents();
        }
        void become(const std::function<void(SyncState &)> &change)
        {
            SyncState state = world.backend.state();
            change(state);
            world.backend.setSyncState(state);
            settle();
        }
        QStringList texts()
        {
            QStringList texts;
            for (auto *label : button->panel()->findChildren<QLabel *>()) {
                if (label->isVisibleTo(button->panel()))
                    texts << label->text();
            }
            return texts;
        }
        QPushButton *push(const QString &text)
        {
            for (auto *each : button->panel()->findChildren<QPushButton *>()) {
                if (each->text() == text && each->isVisibleTo(button->panel()))
                    return each;
            }
            return nullptr;
        }
        UiWorld world;
        std::unique_ptr<ui::HorizonButton> button;
    };

private Q_SLOTS:
    void aClickShowsEveryPlaceAndWhatIsMissing()
    {
        Details details;
        details.become([&](SyncState &state) {
            state.phase = SyncState::Syncing;
            state.complete = false;
            state.roundTripMs = 38;
            state.pending = 2;
            state.lastContact = details.world.clock.now();
        });
        QVERIFY(details.open()->isVisible());
        QCOMPARE(details.world.backend.probes, 1); // measured when looked at
        const QStringList texts = details.texts();
        for (const char *expected : {"good: the server answers in 38 ms", "2 waiting", "just now", "The bridge",
                                     "Laboratory", "The company", "Directory and walls", "4 of 5 places complete"})
            QVERIFY2(texts.contains(expected), qPrintable(texts.join(" | ")));
        QVERIFY(texts.indexOf("The bridge") < texts.indexOf("Laboratory")); // what is missing stands first
        QVERIFY2(!texts.filter(QRegularExpression("^… everything since")).isEmpty(), qPrintable(texts.join(" | ")));
        QVERIFY(details.push("What waits to be sent"));
        details.push("What waits to be sent")->click();
        QCOMPARE(details.world.navigator.place().kind, Place::Outbox);
        QVERIFY(!details.button->panel()->isVisible());
    }

    void offlineItSaysWhyAndOffersToConnect()
    {
        Details details;
        details.become([](SyncState &state) {
            state.phase = SyncState::Offline;
            state.problem = SyncState::NoNetwork;
        });
        details.open();
        QVERIFY(details.texts().contains(ui::words::problem(SyncState::NoNetwork)));
        QVERIFY(details.texts().contains("no connection"));
        QVERIFY(details.push("Try to connect now"));
        QVERIFY(!details.push("Sign in again…"));
        details.become([](SyncState &state) { state.problem = SyncState::Unauthorized; });
        QSignalSpy signedOut(&details.world.navigator, &ui::Navigator::signedOut);
        QVERIFY(details.push("Sign in again…"));
        details.push("Sign in again…")->click();
        QCOMPARE(signedOut.size(), 1);
    }

    void workingOfflineIsChosenHereToo()
    {
        Details details;
        details.open();
        QSignalSpy changed(&details.world.navigator, &ui::Navigator::stayOfflineChanged);
        auto *box = details.button->panel()->findChild<QCheckBox *>();
        box->click();
        QVERIFY(details.world.preferences.stayOffline);
        QVERIFY(details.world.backend.state().stayOffline);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!details.push("Try to connect now"));
    }

    void escapeClosesIt()
    {
        Details details;
        details.open();
        QTest::keyClick(details.button->panel(), Qt::Key_Escape);
        QVERIFY(!details.button->panel()->isVisible());
    }

    void everythingHasAName()
    {
        Details details;
        details.open();
        for (auto *widget : details.button->panel()->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->objectName().startsWith("qt_"))
                continue;
            auto *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }

    void sentencesForDelaysAndPlaces()
    {
        UiWorld world;
        world.languages.apply("en");
        QCOMPARE(ui::words::delay(-1), "not measured yet");
        QCOMPARE(ui::words::delay(400), "slow: the server answers in 400 ms");
        QCOMPARE(ui::words::delay(2400), "very slow: the server answers in 2.4 s");
        QCOMPARE(ui::words::waiting(0, 0), "nothing: the server has everything");
        QCOMPARE(ui::words::waiting(1, 2), "1 waiting · 2 not sent");
        const base::Time now = world.clock.now();
        QCOMPARE(ui::words::completeness({.complete = true}, now), "everything");
        QCOMPARE(ui::words::completeness({.completeUpTo = -1}, now), "not all here yet");
    }
};

QTEST_MAIN(HorizonPanelTest)
#include "horizon_panel_test.moc"

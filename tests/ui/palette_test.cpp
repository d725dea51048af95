#include "support/ui_world.h"
#include "ui/actions/action_registry.h"
#include "ui/models/palette_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/text/fuzzy.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/palette/palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class PaletteTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world) : window(world.context)
        {
            world.languages.apply("en");
            window.showShell();
            window.show();
            QApplication::setActiveWindow(&window);
            settle();
        }
        ui::Palette *open()
        {
            window.shell()->actions()->run("find.palette");
            settle();
            return window.shell()->commandPalette();
        }
        ui::MainWindow window;
    };

    static void settle()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
    }

    static int scoreOf(const QString &name, const QString &typed)
    {
        const auto match = ui::fuzzyMatch(ui::FuzzyText(name), typed);
        return match ? match->score : 0;
    }

    static QStringList textsOf(const ui::PaletteModel *model)
    {
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->entry(row).text;
        return texts;
    }

private Q_SLOTS:
    void namesAreFoundWithoutAccentsByBeginningsAndInitials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("marked"); // the letters that are told to answer
        QTest::newRow("accents") << QString::fromUtf8("Sécurité") << "secu" << QString::fromUtf8("Sécu");
        QTest::newRow("accents typed") << "Securite" << QString::fromUtf8("sécu") << "Secu";
        QTest::newRow("a later word") << QString::fromUtf8("Équipe sécurité") << "secu" << QString::fromUtf8("sécu");
        QTest::newRow("after an apostrophe") << QString::fromUtf8("Vie de l’équipe") << "equi" << QString::fromUtf8("équi");
        QTest::newRow("initials") << "Chantier Lyon-Confluence" << "clc" << "CLC";
        QTest::newRow("beginnings run together") << "Chantier Lyon-Confluence" << "chly" << "ChLy";
        QTest::newRow("several words") << "Chantier Lyon-Confluence" << "con cha" << "ChaCon";
        QTest::newRow("inside") << "Confluence" << "flu" << "flu";
        QTest::newRow("letters") << "Documents" << "dcmt" << "Dcmt";
        QTest::newRow("ligature") << QString::fromUtf8("Gros œuvre") << "oeu" << QString::fromUtf8("œu");
    }
    void namesAreFoundWithoutAccentsByBeginningsAndInitials()
    {
        QFETCH(QString, name);
        QFETCH(QString, typed);
        QFETCH(QString, marked);
        const auto match = ui::fuzzyMatch(ui::FuzzyText(name), typed);
        QVERIFY(match);
        QString told;
        for (const auto &[start, length] : match->marks)
            told += name.mid(start, length);
        QCOMPARE(told, marked);
    }

    void whatDoesNotFitIsNotFound()
    {
        QCOMPARE(scoreOf("Confluence", "xyz"), 0);
        QCOMPARE(scoreOf("Confluence", "ecn"), 0); // the letters are there, in another order
        QCOMPARE(scoreOf("Confluence", "con xyz"), 0);
        QCOMPARE(scoreOf("Confluence", " "), 0);
        QCOMPARE(scoreOf("", "a"), 0);
    }

    void theBetterAnswerScoresHigher()
    {
        const QStringList best{"Lyon", "Lyonnais", "Chantier Lyon", "Le yack orange noir", "Montlyon"};
        for (int i = 0; i + 1 < best.size(); ++i)
            QVERIFY2(scoreOf(best.at(i), "lyon") > scoreOf(best.at(i + 1), "lyon"), qPrintable(best.at(i + 1)));
        QVERIFY(scoreOf("Site de Lyon", "lyon") > scoreOf("Site de la ville de Lyon, rive gauche", "lyon"));
        QVERIFY(scoreOf("Chantier Lyon", "cha ly") > scoreOf("Chantier Lyon", "ly cha"));
    }

    void rankingPutsNamesBeforeOtherWordsAndRecentOnesFirst()
    {
        QList<ui::PaletteCandidate> candidates{
            ui::PaletteCandidate({.key = "help", .text = "Outbox", .also = "What waits to be sent."}),
            ui::PaletteCandidate({.key = "old", .text = "Site A"}),
            ui::PaletteCandidate({.key = "lately", .text = "Site B", .bonus = 60}),
            ui::PaletteCandidate({.key = "sent", .text = "Sent things"})};
        auto keys = [&](const QString &typed, int limit = 9) {
            QStringList found;
            for (const auto &entry : ui::ranked(candidates, typed, limit))
                found << entry.key;
            return found;
        };
        QCOMPARE(keys("site"), (QStringList{"lately", "old"}));
        QCOMPARE(keys("sent"), (QStringList{"sent", "help"}));
        QCOMPARE(keys("s", 2).size(), 2);
        QCOMPARE(keys("nothing"), QStringList());
    }

    void typingLeadsToAGroup()
    {
        UiWorld world;
        world.posts(3);
        const auto id = world.backend.addGroup("safety", QString::fromUtf8("Sécurité des chantiers"),
                                               model::GroupKind::Community);
        Window shown(world);
        ui::Palette *palette = shown.open();
        QVERIFY(palette->isVisible());
        QVERIFY(palette->field()->hasFocus());
        QTest::keyClicks(palette->field(), "secu");
        settle();
        QCOMPARE(palette->model()->entry(0).text, QString::fromUtf8("Sécurité des chantiers"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(world.navigator.place().kind, Place::Group);
        QCOMPARE(world.navigator.place().id, id.uuid());
    }

    void typingLeadsToAPersonAndAPostAndTheSearch()
    {
        UiWorld world;
        world.posts(3);
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "The crane is repaired", 5);
        Window shown(world);
        ui::Palette *palette = shown.open();
        QTest::keyClicks(palette->field(), "berg");
        QTRY_COMPARE(palette->model()->entry(0).kind, ui::PaletteEntry::Person);
        palette->field()->setText("crane");
        QTRY_VERIFY(palette->model()->rowOf("hit:" + post.toString()) >= 0);
        const int last = palette->model()->rowCount() - 1;
        QCOMPARE(palette->model()->entry(last).kind, ui::PaletteEntry::Search);
        for (int i = 0; i < palette->model()->rowOf("hit:" + post.toString()); ++i)
            QTest::keyClick(palette->field(), Qt::Key_Down);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QCOMPARE(world.navigator.place().id, post);
    }

    void anActionIsFoundByItsWordsAndDone()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        ui::Palette *palette = shown.open();
        QTest::keyClicks(palette->field(), "shortcuts");
        settle();
        QCOMPARE(palette->model()->entry(0).key, QString("app.keys"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(world.navigator.place().kind, Place::Shortcuts);
    }

    void whatWasChosenStaysChosenWhenAnswersComeIn()
    {
        UiWorld world;
        world.posts(1);
        Window shown(world);
        ui::Palette *palette = shown.open();
        palette->field()->setText("se"); // Settings, Search, … at once
        QTest::keyClick(palette->field(), Qt::Key_Down);
        const QString chosen = palette->model()->entry(palette->list()->currentIndex().row()).key;
        settle(); // people and posts
        QCOMPARE(palette->model()->entry(palette->list()->currentIndex().row()).key, chosen);
    }

    void placesGoneToLatelyStandFirst()
    {
        UiWorld world;
        const auto ids = world.posts(3);
        Window shown(world);
        world.navigator.go({.kind = Place::Group, .id = world.group().id});
        world.navigator.go({.kind = Place::Thread, .id = ids.at(2)});
        world.navigator.go({.kind = Place::Feed});
        settle();
        ui::Palette *palette = shown.open();
        const QStringList texts = textsOf(palette->model());
        QVERIFY2(texts.mid(0, 2).contains("The bridge"), qPrintable(texts.join(", ")));
        QVERIFY2(texts.mid(0, 2).filter("Post number 2").size() == 1, qPrintable(texts.join(", ")));
    }

    void escapeClosesAndTheFocusGoesBackToWhereItWas()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        auto *view = shown.window.shell()->feedPage()->view();
        view->setFocus();
        ui::Palette *palette = shown.open();
        QTest::keyClick(palette->field(), Qt::Key_Tab); // there is nowhere else to go
        QVERIFY(palette->field()->hasFocus());
        QTest::keyClick(palette->field(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
        QVERIFY(view->hasFocus());
    }
};

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"

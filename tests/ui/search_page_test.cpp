#include "support/ui_world.h"
#include "ui/models/search_model.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/thread_page.h"
#include "ui/views/search/search_filters.h"
#include "ui/views/search/search_page.h"
#include "ui/widgets/choice_popup.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;
using ui::Place;

class SearchPageTest : public QObject {
    Q_OBJECT

    struct Window {
        explicit Window(UiWorld &world, const QString &language = QStringLiteral("en")) : window(world.context)
        {
            world.languages.apply(language);
            window.showShell();
            window.show();
            QApplication::setActiveWindow(&window);
            world.navigator.go({.kind = Place::Search});
            settle();
        }
        ui::SearchPage *page() { return window.shell()->searchPage(); }
        // What is found for this, as texts.
        QStringList found(const QString &typed)
        {
            page()->field()->setText(typed);
            settle();
            QStringList texts;
            for (int row = 0; row < page()->model()->rowCount(); ++row)
                texts << page()->model()->hit(row).snippet;
            return texts;
        }
        QPushButton *button(const QString &name)
        {
            for (auto *each : page()->findChildren<QPushButton *>()) {
                if (each->accessibleName() == name || each->text() == name)
                    return each;
            }
            return nullptr;
        }
        ui::MainWindow window;
    };

    static void settle()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void aDocumentIsShownWithItsPlaceAndOpened()
    {
        UiWorld world;
        const auto bridge = world.group().groupId();
        const auto folder = world.backend.addFolder(bridge, {}, "Plans", "thomas.berger");
        const auto plan = world.backend.addDocument(bridge, folder, "crane.pdf", "thomas.berger", 5, 60);
        world.backend.addPost(world.group(), "thomas.berger", "the girder of Thomas", 60);
        world.backend.documentTexts.insert(plan, "the girder stands here");
        Window shown(world);
        QCOMPARE(shown.found("girder type:document"), QStringList{"the girder stands here"});
        QCOMPARE(shown.found("girder").size(), 2);
        shown.found("crane");
        auto *model = shown.page()->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0).data().toString(), "crane.pdf");
        shown.found("girder type:document");
        const QString told = model->index(0).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"crane.pdf", "document", "page 3", "Plans", "Thomas Berger", "the girder stands here"})
            QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
        shown.found("Plans ");
        QVERIFY(model->index(0).data(Qt::AccessibleTextRole).toString().contains("folder"));
        shown.found("girder type:document");
        Q_EMIT shown.page()->field()->returnPressed();
        QVERIFY(world.navigator.place() == Place({.kind = Place::Documents, .id = bridge.uuid(), .highlight = plan}));
    }

    void whatNarrowsASearchIsTypedInBothLanguages()
    {
        UiWorld world;
        const auto bridge = world.group();
        const auto other = model::ScopeId::group(
            world.backend.addGroup("safety", QString::fromUtf8("Sécurité"), model::GroupKind::Community));
        world.backend.addPost(bridge, "thomas.berger", "the crane of Thomas", 60);
        world.backend.addPost(bridge, "camille.morel", "the crane of Camille", 50);
        world.backend.addPost(other, "thomas.berger", "an old crane", 60 * 24 * 100);
        Window shown(world);
        QCOMPARE(shown.found("crane").size(), 3);
        QCOMPARE(shown.found("from:camille.morel crane"), QStringList{"the crane of Camille"});
        QCOMPARE(shown.found("crane de:moi"), QStringList{"the crane of Camille"});
        QCOMPARE(shown.found("dans:securite crane"), QStringList{"an old crane"});
        QCOMPARE(shown.found("crane avant:30j"), QStringList{"an old crane"});
        QCOMPARE(shown.found("crane since:yesterday").size(), 2);
        QCOMPARE(shown.found("from:thomas").size(), 2); // everything from him
        QVERIFY2(shown.page()->stateText().contains("from Thomas Berger"), qPrintable(shown.page()->stateText()));
    }

    void whatIsNotUnderstoodIsSaid()
    {
        UiWorld world;
        world.posts(2);
        Window shown(world);
        shown.found("before:whenever post");
        QVERIFY2(shown.page()->stateText().contains("before:whenever"), qPrintable(shown.page()->stateText()));
        QVERIFY(shown.found("from:nobody post").isEmpty());
        QVERIFY2(shown.page()->stateText().contains("nobody"), qPrintable(shown.page()->stateText()));
    }

    void aPickedFilterIsWrittenIntoTheField()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world, "fr");
        auto *filters = shown.page()->findChild<ui::SearchFilters *>();
        shown.found("number");
        Q_EMIT filters->picked(text::SearchOperator::From, "thomas.berger");
        QCOMPARE(shown.page()->field()->text(), QString("de:thomas.berger number"));
        // Days replace one another, whatever their operator.
        Q_EMIT filters->picked(text::SearchOperator::Since, "7j");
        Q_EMIT filters->picked(text::SearchOperator::During, "2026-03");
        QCOMPARE(shown.page()->field()->text(), QString("pendant:2026-03 de:thomas.berger number"));
        Q_EMIT filters->picked(text::SearchOperator::During, "");
        Q_EMIT filters->picked(text::SearchOperator::From, "");
        QCOMPARE(shown.page()->field()->text(), QString("number"));
    }

    void theButtonsShowWhatStandsInTheField()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        QVERIFY(shown.button("Person"));
        shown.found("from:thomas during:2026 number");
        QVERIFY(shown.button("Person: thomas"));
        QVERIFY(shown.button("Date: during 2026"));
        shown.found("number");
        QVERIFY(shown.button("Person"));
    }

    void aPersonIsPickedByTheKeyboard()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        shown.button("Person")->click();
        settle();
        auto *popup = shown.page()->findChild<ui::ChoicePopup *>();
        QVERIFY(popup);
        QTest::keyClicks(popup->field(), "berg");
        settle();
        QTest::keyClick(popup->field(), Qt::Key_Return);
        QCOMPARE(shown.page()->field()->text(), QString("from:thomas.berger "));
    }

    void theArrowsChooseWhileOneTypesAndEnterOpensInContext()
    {
        UiWorld world;
        const auto post = world.backend.addPost(world.group(), "thomas.berger", "The crane", 20);
        const auto comment = world.backend.addComment(post, "camille.morel", "The crane is repaired", 10);
        Window shown(world);
        QCOMPARE(shown.found("repaired").size(), 1);
        QTest::keyClick(shown.page()->field(), Qt::Key_Down);
        QTest::keyClick(shown.page()->field(), Qt::Key_Return);
        QCOMPARE(world.navigator.place().kind, Place::Thread);
        QCOMPARE(world.navigator.place().id, post);
        settle();
        auto *view = shown.window.shell()->threadPage()->view();
        QCOMPARE(view->model()->item(view->currentRow()).id, comment);
        // Escape leads back, and the results are still there.
        QTest::keyClick(view, Qt::Key_Escape);
        QCOMPARE(world.navigator.place().kind, Place::Search);
        QCOMPARE(shown.page()->model()->rowCount(), 1);
    }

    void whatWasLookedForIsOfferedAgainAndCanBeForgotten()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        const QSignalSpy kept(&world.navigator, &ui::Navigator::habitsChanged);
        shown.found("number");
        QTest::keyClick(shown.page()->field(), Qt::Key_Return);
        QCOMPARE(world.preferences.recentSearches, QStringList{"number"});
        QCOMPARE(kept.size(), 1);
        world.navigator.go({.kind = Place::Search});
        shown.found("");
        auto *again = shown.page()->findChild<QAbstractButton *>();
        for (auto *each : shown.page()->findChildren<QAbstractButton *>()) {
            if (each->text() == "number")
                again = each;
        }
        again->click();
        QCOMPARE(shown.page()->field()->text(), QString("number"));
        shown.found("");
        shown.button("Forget what was looked for")->click();
        QVERIFY(world.preferences.recentSearches.isEmpty());
    }

    void nothingFoundOffersToLeaveTheFiltersOut()
    {
        UiWorld world;
        world.posts(3);
        Window shown(world);
        QVERIFY(shown.found("from:camille.morel number").isEmpty());
        auto *without = shown.button("Search without the filters");
        QVERIFY(without && without->isVisible());
        without->click();
        settle();
        QCOMPARE(shown.page()->field()->text(), QString("number"));
        QCOMPARE(shown.page()->model()->rowCount(), 3);
    }
};

QTEST_MAIN(SearchPageTest)
#include "search_page_test.moc"

#include "support/ui_world.h"
#include "ui/models/group_model.h"
#include "ui/models/search_model.h"
#include "ui/models/thread_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using tests::UiWorld;

class OtherModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aThreadIsThePostThenItsCommentsOldestFirst()
    {
        UiWorld world;
        const auto post = world.posts(1).first();
        const auto later = world.backend.addComment(post, "camille.morel", "Second", 3);
        const auto earlier = world.backend.addComment(post, "thomas.berger", "First", 5);
        ui::ThreadModel model(world.backend);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(model::PostId(post));
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.item(0).id, post);
        QCOMPARE(model.item(1).id, earlier);
        QCOMPARE(model.item(2).id, later);
    }

    void aNewCommentIsAddedBelowWithoutTouchingTheOthers()
    {
        UiWorld world;
        const auto post = world.posts(1).first();
        world.backend.addComment(post, "thomas.berger", "First", 5);
        ui::ThreadModel model(world.backend);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(model::PostId(post));
        QTRY_COMPARE(model.rowCount(), 2);
        QSignalSpy inserted(&model, &ui::ThreadModel::rowsInserted);
        world.backend.comment(model::PostId(post), {}, "Second");
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 2);
        QCOMPARE(model.item(2).body, QString("Second"));
    }

    void aThreadThatIsGoneSaysSo()
    {
        UiWorld world;
        ui::ThreadModel model(world.backend);
        QSignalSpy gone(&model, &ui::ThreadModel::gone);
        base::SeededRandom random(1);
        model.open(model::PostId(base::randomUuid(random)));
        QVERIFY(gone.wait());
    }

    void groupsStandUnderTheirKindsWithTheirUnreadCounts()
    {
        UiWorld world;
        world.backend.addGroup("lyon", "Lyon", model::GroupKind::Site);
        const auto bridge = world.backend.addGroup("bridge", "Bridge", model::GroupKind::Project);
        world.backend.addGroup("hidden", "Not mine", model::GroupKind::Project, false);
        world.backend.addPost(model::ScopeId::group(bridge), "thomas.berger", "Unread", 1, true);
        ui::GroupModel model(world.backend);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 4);
        QVERIFY(!model.group(0));
        QCOMPARE(model.group(1)->title, QString("Bridge"));
        QCOMPARE(model.index(1).data(ui::GroupModel::UnreadRole).toInt(), 1);
        QCOMPARE(model.group(3)->title, QString("Lyon"));
        QCOMPARE(model.unread(), 1);
    }

    void theFilterIgnoresCaseAndAccents()
    {
        UiWorld world;
        world.backend.addGroup("etude", QString::fromUtf8("Bureau d'\xC3\xA9tudes"), model::GroupKind::Community);
        world.backend.addGroup("lyon", "Lyon", model::GroupKind::Site);
        ui::GroupModel model(world.backend);
        QTRY_COMPARE(model.rowCount(), 4);
        model.setFilter("ETUDE");
        QCOMPARE(model.rowCount(), 2);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 4);
    }

    void readingAGroupTakesItsCountAway()
    {
        UiWorld world;
        world.backend.addPost(world.group(), "thomas.berger", "Unread", 1, true);
        ui::GroupModel model(world.backend);
        QTRY_COMPARE(model.unread(), 1);
        world.backend.markRead(world.group(), 0);
        QTRY_COMPARE(model.unread(), 0);
    }

    void onlyTheLastSearchIsShown()
    {
        UiWorld world;
        world.posts(3);
        ui::SearchModel model(world.backend, world.clock);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        store::SearchQuery first, second;
        first.text = "number";
        second.text = "nowhere";
        QSignalSpy answered(&model, &ui::SearchModel::answered);
        model.search(first);
        model.search(second);
        QVERIFY(answered.wait());
        QCoreApplication::processEvents();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(model.rowCount(), 0);
        model.search(first);
        QTRY_COMPARE(model.rowCount(), 3);
        QVERIFY(!model.hit(0).highlights.isEmpty());
    }

    void anEmptySearchShowsNothingAndAsksNothing()
    {
        UiWorld world;
        world.posts(3);
        ui::SearchModel model(world.backend, world.clock);
        store::SearchQuery query;
        query.text = "number";
        model.search(query);
        QTRY_COMPARE(model.rowCount(), 3);
        query.text = "  ";
        model.search(query);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isAnswered());
    }
};

QTEST_MAIN(OtherModelsTest)
#include "other_models_test.moc"

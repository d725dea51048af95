#include "support/ui_world.h"
#include "ui/models/feed_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace parvis;
using store::FeedQuery;
using tests::UiWorld;
using ui::FeedModel;

// No pause ever ends.
class StoppedScheduler : public base::Scheduler {
public:
    Handle after(qint64, Task) override { return ++m_last; }
    void cancel(Handle) override { }

private:
    Handle m_last = 0;
};

class FeedModelTest : public QObject {
    Q_OBJECT

    static QList<base::Uuid> shown(const FeedModel &model)
    {
        QList<base::Uuid> ids;
        for (int row = 0; row < model.rowCount(); ++row)
            ids.append(model.item(row).id);
        return ids;
    }
    static FeedQuery groupQuery(UiWorld &world)
    {
        FeedQuery query;
        query.what = FeedQuery::Group;
        query.id = world.group().id;
        return query;
    }
    static void loadAllBelow(FeedModel &model)
    {
        for (int i = 0; i < 100 && model.hasOlder(); ++i) {
            QSignalSpy spy(&model, &FeedModel::loaded);
            model.loadOlder();
            QVERIFY(spy.wait());
        }
    }

private Q_SLOTS:
    void firstPageIsNewestFirst()
    {
        UiWorld world;
        const auto ids = world.posts(60);
        FeedModel model(world.backend, world.scheduler);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        QCOMPARE(shown(model), ids.first(model.rowCount()));
        QVERIFY(model.hasOlder());
        QVERIFY(!model.hasNewer());
    }

    void pagingDownAndUpAgainKeepsTheWindowBoundedAndInOrder()
    {
        UiWorld world;
        const auto ids = world.posts(400);
        FeedModel model(world.backend, world.scheduler);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        loadAllBelow(model);
        QVERIFY(model.rowCount() <= FeedModel::maxRows);
        QCOMPARE(model.item(model.rowCount() - 1).id, ids.last());
        QVERIFY(model.hasNewer());
        for (int i = 0; i < 100 && model.hasNewer(); ++i) {
            QSignalSpy spy(&model, &FeedModel::loaded);
            model.loadNewer();
            QVERIFY(spy.wait());
        }
        QCOMPARE(shown(model), ids.first(model.rowCount()));
        QVERIFY(model.rowCount() <= FeedModel::maxRows);
    }

    void aReactionRereadsOnlyItsPost()
    {
        UiWorld world;
        const auto ids = world.posts(20);
        FeedModel model(world.backend, world.scheduler);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        const int feedReads = world.backend.feedReads;
        QSignalSpy changed(&model, &FeedModel::dataChanged);
        QSignalSpy inserted(&model, &FeedModel::rowsInserted);
        world.backend.react(ids.at(3), QString::fromUtf8("\xF0\x9F\x91\x8D"), true);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 3);
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(world.backend.feedReads, feedReads);
        QCOMPARE(world.backend.itemReads, 1);
    }

    void aNewPostComesInAloneAndOthersAreNotTouched()
    {
        UiWorld world;
        world.posts(20);
        FeedModel model(world.backend, world.scheduler);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        QSignalSpy inserted(&model, &FeedModel::rowsInserted);
        QSignalSpy removed(&model, &FeedModel::rowsRemoved);
        QSignalSpy changed(&model, &FeedModel::dataChanged);
        const auto id = world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0);
        world.backend.touch(id);
        QTRY_COMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 0);
        QCOMPARE(inserted.first().at(2).toInt(), 0);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(model.item(0).id, id);
    }

    void aChangeElsewhereReadsNothing()
    {
        UiWorld world;
        world.posts(5);
        const auto other = model::ScopeId::group(world.backend.addGroup("other", "Other", model::GroupKind::Site));
        FeedModel model(world.backend, world.scheduler);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        const int reads = world.backend.feedReads + world.backend.itemReads;
        world.backend.touch(world.backend.addPost(other, "thomas.berger", "Elsewhere", 0));
        QCoreApplication::processEvents();
        QCOMPARE(world.backend.feedReads + world.backend.itemReads, reads);
    }

    void anAnsweredPostMovesToItsPlaceWithoutBeingRemoved()
    {
        UiWorld world;
        world.posts(5);
        FeedModel model(world.backend, world.scheduler);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        world.backend.post(world.group(), {}, "Mine");
        QTRY_COMPARE(model.rowCount(), 6);
        QCOMPARE(model.item(0).state, store::ItemState::Pending);
        const auto id = model.item(0).id;
        QSignalSpy removed(&model, &FeedModel::rowsRemoved);
        world.backend.ackAll();
        QTRY_COMPARE(model.item(model.rowOf(id)).state, store::ItemState::Acked);
        QCOMPARE(removed.size(), 0);
    }

    void whatOneWritesDoesNotWaitForThePauseBetweenReads()
    {
        UiWorld world;
        world.posts(20);
        StoppedScheduler stopped;
        FeedModel model(world.backend, stopped);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        world.backend.touch(world.backend.addPost(world.group(), "thomas.berger", "Fresh", 0));
        QTRY_COMPARE(model.rowCount(), 21);
        world.backend.touch(world.backend.addPost(world.group(), "thomas.berger", "Fresher", 0));
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 21); // what pours in waits
        world.backend.post(world.group(), {}, "Mine");
        QTRY_COMPARE(model.rowCount(), 23);
        QCOMPARE(model.item(0).body, "Mine");
    }

    void aDeletedPostLeaves()
    {
        UiWorld world;
        const auto ids = world.posts(5);
        FeedModel model(world.backend, world.scheduler);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open(groupQuery(world));
        QTRY_VERIFY(model.isLoaded());
        world.backend.remove(ids.at(2));
        QTRY_COMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(ids.at(2)), -1);
    }

    void answersToAnEarlierPlaceAreIgnored()
    {
        UiWorld world;
        world.posts(5);
        FeedModel model(world.backend, world.scheduler);
        model.open(groupQuery(world));
        FeedQuery wall;
        wall.what = FeedQuery::CompanyWall;
        model.open(wall);
        QTRY_VERIFY(model.isLoaded());
        QCoreApplication::processEvents();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(FeedModelTest)
#include "feed_model_test.moc"

#include "support/ui_world.h"
#include "ui/models/feed_model.h"
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

    void pinnedGroupsComeFirstInTheirOwnOrder()
    {
        UiWorld world;
        const auto a = world.backend.addGroup("a", "A", model::GroupKind::Site);
        const auto b = world.backend.addGroup("b", "B", model::GroupKind::Project);
        const auto c = world.backend.addGroup("c", "C", model::GroupKind::Project);
        for (const auto id : {c, a, b})
            world.backend.setPlace(model::ScopeId::group(id), {.followed = {}, .muted = {}, .pinned = true});
        ui::GroupModel model(world.backend);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto titles = [&] {
            QStringList list;
            for (int row = 0; row < model.rowCount(); ++row)
                list << model.index(row).data().toString();
            return list.mid(1).join(' ');
        };
        QTRY_COMPARE(model.rowCount(), 4); // the title "Pinned" and no other section
        QCOMPARE(titles(), QString("C A B"));
        QVERIFY(model.flags(model.index(1)) & Qt::ItemIsDragEnabled);
        QVERIFY(model.movePinned(3, -1));
        QTRY_COMPARE(titles(), QString("C B A"));
        QVERIFY(model.moveRow({}, 3, {}, 1)); // dropped at the top
        QTRY_COMPARE(titles(), QString("A C B"));
        QVERIFY(model.moveRow({}, 1, {}, 4)); // and below the last
        QTRY_COMPARE(titles(), QString("C B A"));
        QVERIFY(!model.movePinned(1, -1)); // above the first there is nothing
        QVERIFY(!model.movePinned(3, 1));
        world.backend.setPlace(model::ScopeId::group(b), {.followed = {}, .muted = {}, .pinned = false});
        QTRY_COMPARE(titles(), QString("C A %1 B").arg(model.index(3).data().toString()));
        QVERIFY(!(model.flags(model.index(4)) & Qt::ItemIsDragEnabled));
        QVERIFY(!model.movePinned(4, -1));
    }

    void sectionsFoldButNotWhileAFilterLooksThroughThem()
    {
        UiWorld world;
        world.backend.addGroup("lyon", "Lyon", model::GroupKind::Site);
        world.backend.addGroup("bridge", "Bridge", model::GroupKind::Project);
        ui::GroupModel model(world.backend);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model.rowCount(), 4);
        model.fold(0, true);
        QCOMPARE(model.rowCount(), 3);
        QVERIFY(model.index(0).data(ui::GroupModel::FoldedRole).toBool());
        QCOMPARE(model.folded(), QStringList{"project"});
        model.setFilter("bri");
        QCOMPARE(model.rowCount(), 2);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
        model.fold(2, true); // a group: nothing
        QCOMPARE(model.rowCount(), 3);
        model.setFolded({"site", "nonsense"});
        QCOMPARE(model.folded(), QStringList{"site"});
        model.fold(2, false);
        QCOMPARE(model.rowCount(), 4);
    }

    void onlyUnreadLeavesTheOthersOut()
    {
        UiWorld world;
        world.backend.addGroup("lyon", "Lyon", model::GroupKind::Site);
        const auto bridge = world.backend.addGroup("bridge", "Bridge", model::GroupKind::Project);
        world.backend.addPost(model::ScopeId::group(bridge), "thomas.berger", "Unread", 1, true);
        ui::GroupModel model(world.backend);
        QTRY_COMPARE(model.rowCount(), 4);
        model.setUnreadOnly(true);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.group(1)->title, QString("Bridge"));
    }

    void aMutedGroupCountsForNothingAndSaysSo()
    {
        UiWorld world;
        world.languages.apply("en");
        world.backend.addPost(world.group(), "thomas.berger", "Unread", 1, true);
        ui::GroupModel model(world.backend);
        QTRY_COMPARE(model.unread(), 1);
        world.backend.setPlace(world.group(), {.followed = false, .muted = true, .pinned = {}});
        QTRY_COMPARE(model.unread(), 0);
        const QString sentence = model.index(1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains("1 unread") && sentence.contains("muted") && sentence.contains("not in your feed"),
                 qPrintable(sentence));
    }

    void theMergedFeedFollowsWhatOneFollows()
    {
        UiWorld world;
        world.posts(5);
        ui::FeedModel model(world.backend, world.scheduler);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.open({});
        QTRY_COMPARE(model.rowCount(), 5);
        world.backend.setPlace(world.group(), {.followed = false, .muted = {}, .pinned = {}});
        QTRY_COMPARE(model.rowCount(), 0);
        world.backend.setPlace(world.group(), {.followed = true, .muted = {}, .pinned = {}});
        QTRY_COMPARE(model.rowCount(), 5);
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

#include "ui/models/read_progress.h"

#include "base/random.h"
#include "ui/models/reading_positions.h"

#include <QTest>

using namespace parvis;
using model::ScopeId;
using store::FeedItem;

namespace {

base::SeededRandom dice(3);
const model::PersonId me(base::randomUuid(dice));
const model::PersonId other(base::randomUuid(dice));
const ScopeId bridge = ScopeId::group(model::GroupId(base::randomUuid(dice)));
const ScopeId site = ScopeId::group(model::GroupId(base::randomUuid(dice)));

FeedItem post(qint64 order, bool unread, const ScopeId &scope = bridge, model::PersonId author = other)
{
    FeedItem item;
    item.id = base::randomUuid(dice);
    item.order = order;
    item.unread = unread;
    item.place.scope = scope;
    item.author.id = author;
    return item;
}

} // namespace

class ReadProgressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasNotSeenStaysUnread()
    {
        const QList<FeedItem> rows{post(9, true), post(8, true), post(7, true), post(6, false)};
        // The newest alone was on the screen: two older ones were not, so nothing may be marked.
        QVERIFY(ui::readProgress(rows, {rows[0].id}, me, false).isEmpty());
        QCOMPARE(ui::readProgress(rows, {rows[2].id}, me, false).value(bridge), 7);
        QCOMPARE(ui::readProgress(rows, {rows[0].id, rows[2].id}, me, false).value(bridge), 7);
        QCOMPARE(ui::readProgress(rows, {rows[0].id, rows[1].id, rows[2].id}, me, false).value(bridge), 9);
    }

    void whatMayStandBelowTheWindowHoldsTheMark()
    {
        const QList<FeedItem> rows{post(9, true), post(8, true)};
        const QSet<model::Uuid> all{rows[0].id, rows[1].id};
        QVERIFY(ui::readProgress(rows, all, me, false).isEmpty());
        QCOMPARE(ui::readProgress(rows, all, me, true).value(bridge), 9);
    }

    void onesOwnPostsTellNothingOfTheMark()
    {
        const QList<FeedItem> rows{post(9, true), post(8, false, bridge, me), post(7, true), post(6, false)};
        QCOMPARE(ui::readProgress(rows, {rows[2].id}, me, false).value(bridge), 7);
        QCOMPARE(ui::readProgress(rows, {rows[0].id, rows[2].id}, me, false).value(bridge), 9);
        // An own post below unread ones does not prove that nothing older is unread.
        const QList<FeedItem> cut{post(9, true), post(8, false, bridge, me)};
        QVERIFY(ui::readProgress(cut, {cut[0].id}, me, false).isEmpty());
    }

    void eachPlaceHasItsOwnMark()
    {
        const QList<FeedItem> rows{post(9, true, site), post(8, true), post(7, false, site), post(6, false)};
        const auto marks = ui::readProgress(rows, {rows[0].id}, me, false);
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.value(site), 9);
    }

    void whatWaitsToBeSentIsPassedOver()
    {
        const QList<FeedItem> rows{post(store::pendingOrderBase + 1, true), post(8, true), post(6, false)};
        QCOMPARE(ui::readProgress(rows, {rows[0].id, rows[1].id}, me, false).value(bridge), 8);
    }

    void positionsComeBackFromTheSettings()
    {
        ui::ReadingPositions before;
        for (int i = 0; i < ui::ReadingPositions::maxPlaces + 5; ++i)
            before.set(QString("group:%1").arg(i), {base::randomUuid(dice), i + 1, -12.5, i + 2});
        ui::ReadingPositions after;
        after.setLines(QStringList{"nonsense"} + before.lines());
        QCOMPARE(after.value("group:9"), before.value("group:9"));
        QCOMPARE(after.value("group:9").offset, -12.5);
        QCOMPARE(after.value("group:0"), ui::ReadingPosition()); // the oldest are let go
        QVERIFY(after == before);
    }
};

QTEST_APPLESS_MAIN(ReadProgressTest)
#include "read_progress_test.moc"

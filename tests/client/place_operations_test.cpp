// What a wish about a place becomes: one operation, or as few as there can be.
#include "client/place_operations.h"
#include "model/derived_ids.h"
#include "model/merge.h"

#include <QTest>

using namespace parvis;
using namespace parvis::client;

class PlaceOperationsTest : public QObject {
    Q_OBJECT

    base::ManualClock m_clock;
    base::SeededRandom m_random{3};
    const PersonId m_me{base::randomUuid(m_random)};
    Maker maker() { return {m_me, m_clock, m_random}; }
    QList<ScopeId> places(int count)
    {
        QList<ScopeId> list;
        for (int i = 0; i < count; ++i)
            list.append(ScopeId::group(GroupId(base::randomUuid(m_random))));
        return list;
    }
    // The order after the positions were written.
    static QList<ScopeId> ordered(QList<Pinned> pinned, const QList<Pinned> &written)
    {
        for (const Pinned &each : written) {
            pinned.removeIf([&](const Pinned &held) { return held.place == each.place; });
            pinned.append(each);
        }
        std::sort(pinned.begin(), pinned.end(), [](const auto &a, const auto &b) { return a.position < b.position; });
        QList<ScopeId> order;
        for (const Pinned &each : pinned)
            order.append(each.place);
        return order;
    }

private Q_SLOTS:
    void aMovedPlaceIsWrittenAlone()
    {
        const auto p = places(4);
        QList<Pinned> pinned;
        for (int i = 0; i < 4; ++i)
            pinned.append({p[i], (i + 1) * pinStep});
        const auto moved = [&](const ScopeId &place, const std::optional<ScopeId> &below) {
            const auto written = positionsAfterMove(pinned, place, below);
            return written.size() == 1 ? ordered(pinned, written) : QList<ScopeId>();
        };
        QCOMPARE(moved(p[3], std::nullopt), (QList<ScopeId>{p[3], p[0], p[1], p[2]}));
        QCOMPARE(moved(p[0], p[3]), (QList<ScopeId>{p[1], p[2], p[3], p[0]}));
        QCOMPARE(moved(p[0], p[1]), (QList<ScopeId>{p[1], p[0], p[2], p[3]}));
        QCOMPARE(moved(p[2], p[0]), (QList<ScopeId>{p[0], p[2], p[1], p[3]}));
        QCOMPARE(positionsAfterMove({}, p[0], std::nullopt).size(), 1);
    }

    void whereThereIsNoRoomAllAreSpacedAnew()
    {
        const auto p = places(3);
        const QList<Pinned> tight{{p[0], 5}, {p[1], 6}, {p[2], 7}};
        const auto written = positionsAfterMove(tight, p[2], p[0]);
        QCOMPARE(written.size(), 3);
        QCOMPARE(ordered(tight, written), (QList<ScopeId>{p[0], p[2], p[1]}));
        // Pinned on two devices at once, both stand at one position.
        const QList<Pinned> same{{p[0], 5}, {p[1], 5}};
        QCOMPARE(ordered(same, positionsAfterMove(same, p[2], p[0])), (QList<ScopeId>{p[0], p[2], p[1]}));
    }

    void manyMovesIntoTheSameGapKeepTheOrder()
    {
        const auto p = places(60);
        QList<Pinned> pinned{{p[0], pinStep}, {p[1], 2 * pinStep}};
        QList<ScopeId> expected{p[0], p[1]};
        for (int i = 2; i < p.size(); ++i) {
            for (const Pinned &each : positionsAfterMove(pinned, p[i], p[0])) {
                pinned.removeIf([&](const Pinned &held) { return held.place == each.place; });
                pinned.append(each);
            }
            std::sort(pinned.begin(), pinned.end(), [](const auto &a, const auto &b) { return a.position < b.position; });
            expected.insert(1, p[i]);
        }
        QCOMPARE(ordered(pinned, {}), expected);
    }

    void aSettingNamesOnlyWhatChanges()
    {
        const auto op = makePlaceSetting(maker(), places(1).first(), {.followed = {}, .muted = true, .pinned = {}}, {});
        QCOMPARE(op.changes.size(), 2);
        QCOMPARE(op.changes[0].number, 1);
        QCOMPARE(op.changes[1].number, 3);
        QVERIFY(op.action == model::Action::Create);
        QCOMPARE(op.scope, ScopeId::person(m_me));
    }

    void aGroupChangesByField()
    {
        const GroupId group(base::randomUuid(m_random));
        const auto op = makeGroupChange(maker(), group, 7, {.rules = QStringLiteral("be kind")});
        QVERIFY(op);
        QCOMPARE(op->changes.size(), 1);
        QCOMPARE(op->changes[0].number, 9);
        QVERIFY(makeGroupChange(maker(), group, 7, {}).error().kind == base::ErrorKind::Usage);
        QVERIFY(!makeGroupChange(maker(), group, 7, {.title = QStringLiteral("  ")}));
        QVERIFY(!makeGroupChange(maker(), group, 7, {.description = QString(5000, u'x')}));
    }

    void aScheduledPostIsCheckedAsAPostIs()
    {
        const ScopeId group = places(1).first();
        QVERIFY(!makeScheduled(maker(), group, {}, QStringLiteral("   "), {}, {1}));
        QVERIFY(!makeScheduled(maker(), ScopeId::company(), {}, QStringLiteral("x"), {}, {1}));
        const auto op = makeScheduled(maker(), group, {}, QStringLiteral("x"), {{}, {QStringLiteral("tag")}}, {1'000'000});
        QVERIFY(op && op->scope == ScopeId::person(m_me));
        const auto entity = model::merged(std::nullopt, *op, m_me, m_clock.now());
        const auto &scheduled = std::get<model::ScheduledPost>(*entity);
        QCOMPARE(scheduled.place, group.toString());
        QCOMPARE(scheduled.at.us, 1'000'000);
        QCOMPARE(scheduled.tags, QStringList{"tag"});
        QVERIFY(!makeScheduledChange(maker(), {op->entity, {op->scope, 1, *entity}}, {}, {}));
        QVERIFY(makeScheduledChange(maker(), {op->entity, {op->scope, 1, *entity}}, {.body = {}, .at = base::Time{}}, {}));
        QVERIFY(!makeScheduledChange(maker(), {op->entity, {op->scope, 1, model::Post()}}, {.body = {}, .at = base::Time{}}, {}));
    }

    void aRequestIsTheAskersOwn()
    {
        const GroupId group(base::randomUuid(m_random));
        const auto op = makeJoinRequest(maker(), group, QStringLiteral("please"));
        QVERIFY(op);
        QCOMPARE(op->scope, ScopeId::person(m_me));
        QCOMPARE(op->entity, model::joinRequestId(ScopeId::group(group).toString(), m_me));
        QVERIFY(!makeJoinRequest(maker(), group, QString(1001, u'x')));
        const PersonId other(base::randomUuid(m_random));
        const auto refusal = makeRefusal(maker(), group, other);
        QCOMPARE(refusal.scope, ScopeId::group(group));
        QCOMPARE(refusal.entity, model::joinRequestId(ScopeId::group(group).toString(), other));
    }
};

QTEST_GUILESS_MAIN(PlaceOperationsTest)
#include "place_operations_test.moc"

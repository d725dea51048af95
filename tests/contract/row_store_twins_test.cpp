#include "contract/row_store_fixture.h"

#include <QtTest>

using namespace parvis;
using namespace parvis::contract;

namespace {

// One random life, applied to a store; the same seed does the same to each.
class Life {
public:
    Life(RowStore &store, quint64 seed) : m_store(store), m_random(seed) { }

    void transaction()
    {
        auto view = m_store.write();
        const int operations = 1 + pick(6);
        for (int i = 0; i < operations; ++i) {
            const bool saved = pick(2) == 0;
            if (saved)
                view->beginOperation();
            step(*view);
            if (saved && pick(4) == 0)
                view->refuseOperation();
            else if (saved)
                view->acceptOperation();
        }
        if (pick(8) != 0)
            view->commit();
    }

private:
    int pick(int bound) { return int(m_random.below(quint64(bound))); }
    ScopeId anyScope() { return groupScope(pick(4)); }
    Uuid anyId() { return idOf(pick(60)); }

    void step(WriteView &view)
    {
        m_now += pick(2000) - 400; // the clock goes back at times
        const ScopeId scope = anyScope();
        if (!view.scope(scope))
            view.createScope(scope, EpochId(base::randomUuid(m_random)));
        switch (pick(16)) {
        case 0: view.renumber(scope, EpochId(base::randomUuid(m_random))); break;
        case 1: view.purgeTombstones(scope, m_now - pick(3000)); break;
        case 2: view.renewEpochs(m_random); break;
        case 3: view.killScope(scope); break;
        case 4: view.claimHandle(QString::number(pick(9)), anyId()); break;
        case 5: view.releaseHandles(anyId()); break;
        case 6: answer(view); break;
        case 7: view.trimAnswers(LaneId(idOf(pick(3))), pick(30)); break;
        case 8: view.raiseOrder(view.nextOrder(m_now) + pick(1000)); break;
        default: put(view, scope); break;
        }
    }
    void answer(WriteView &view)
    {
        const LaneId lane(idOf(pick(3)));
        const qint64 number = view.laneLast(lane) + 1;
        view.storeAnswer({OpId(base::randomUuid(m_random)), lane, number, pick(2) == 0, false, "why",
                          {{anyScope(), epochOf(1), number, anyId()}}});
        view.setLaneLast(lane, number);
    }
    void put(WriteView &view, const ScopeId &scope)
    {
        StoredRow row = view.row(scope, anyId()).value_or(StoredRow{});
        if (row.id.isNull()) {
            row = postRow(1 + pick(60), view.nextOrder(m_now));
            row.kind = std::array{6, 6, 7, 8, 4, 10}[size_t(pick(6))];
            row.parent = pick(2) ? anyId() : Uuid();
            row.rootRev = pick(2) ? view.scope(scope)->head + 1 : 0;
        }
        row.deleted = pick(4) == 0;
        row.payload = m_random.bytes(pick(50));
        view.put(scope, row, m_now);
    }

    RowStore &m_store;
    base::SeededRandom m_random;
    qint64 m_now = start;
};

// Everything that a view can tell, as text: equal stores give equal text.
QString portrait(RowStore &store, base::SeededRandom random)
{
    auto view = store.read();
    QStringList out;
    const auto rows = [&](const std::vector<StoredRow> &all) {
        for (const StoredRow &row : all)
            out << QStringLiteral("%1 %2 %3 %4 %5").arg(row.kind).arg(row.id.toString()).arg(row.rev).arg(row.order).arg(row.deleted)
                << QStringLiteral("%1 %2 %3 ").arg(row.parent.toString()).arg(row.rootRev).arg(row.at) + row.payload.toHex();
    };
    for (const ScopeInfo &info : view->scopes()) {
        out << QStringLiteral("%1 %2 %3 %4 %5 %6").arg(info.scope.toString(), info.epoch.toString()).arg(info.head).arg(info.floor)
                   .arg(info.memberRev).arg(info.dead);
        for (int i = 0; i < 6; ++i) {
            const qint64 from = qint64(random.below(quint64(info.head) + 2));
            const qint64 to = from + qint64(random.below(40));
            const RowFilter filter{qint64(random.below(20)), qint64(random.below(40))};
            const auto up = view->ascending(info.scope, from, to, filter, 1 + int(random.below(9)), 200);
            const auto down = view->descending(info.scope, from, to, filter, 1 + int(random.below(9)), 200);
            rows(up.rows);
            rows(down.rows);
            out << QString::number(up.reached) << QString::number(down.reached)
                << QString::number(view->timeOf(info.scope, from));
            const Uuid id = idOf(int(random.below(60)));
            rows(view->children(info.scope, id));
            rows(view->ofKind(info.scope, Kind(6 + random.below(3)), id, 4));
            rows(view->ofKind(info.scope, Kind::Member, {}, 4));
            for (const Uuid &live : view->liveIds(info.scope, id, filter.minRootRev, 7))
                out << live.toString();
        }
    }
    for (int n = 0; n < 60; ++n) {
        const auto where = view->scopeOf(idOf(n));
        out << QString::number(view->everUsed(idOf(n))) << (where ? where->toString() : QString());
    }
    for (int n = 0; n < 9; ++n)
        out << view->handleOwner(QString::number(n)).value_or(Uuid()).toString();
    for (int lane = 0; lane < 3; ++lane) {
        out << QString::number(view->laneLast(LaneId(idOf(lane))));
        for (int number = 0; number < 40; ++number) {
            const auto op = view->answerAt(LaneId(idOf(lane)), number);
            out << (op ? op->toString() + view->answer(*op)->touched[0].scope.toString() : QString());
        }
    }
    return out.join('\n');
}

} // namespace

class RowStoreTwinsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void randomLivesLookTheSame_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %d", int(seed)) << seed;
    }
    void randomLivesLookTheSame()
    {
        QFETCH(quint64, seed);
        const QTemporaryDir dir;
        const auto file = makeStore(true, dir);
        const auto memory = makeStore(false, dir);
        Life onFile(*file, seed);
        Life inMemory(*memory, seed);
        for (int i = 0; i < 60; ++i) {
            onFile.transaction();
            inMemory.transaction();
            const base::SeededRandom look(seed * 1000 + quint64(i));
            QCOMPARE(portrait(*file, look), portrait(*memory, look));
        }
    }
};

QTEST_GUILESS_MAIN(RowStoreTwinsTest)
#include "row_store_twins_test.moc"

#include "bench/cache_files.h"
#include "bench/rows/rows.h"

#include "base/random.h"
#include "protocol/rows.h"
#include "store/database.h"
#include "store/outbox.h"

#include <sqlite3.h>

// One post into the outbox until it is on the disk, against a bare commit of the same row into the same table.

namespace parvis::bench {

namespace {

constexpr int fullSamplesAPair = 560; // nine of these: more than 5 000

std::vector<model::Operation> makeOperations(int count)
{
    Corpus corpus(1, makePeopleIds(50));
    Dice dice(3);
    const auto scope = model::ScopeId::group(model::GroupId(dice.uuidAt(Corpus::startUs)));
    std::vector<model::Operation> operations;
    while (int(operations.size()) < count) {
        const Item item = corpus.next();
        if (item.kind != model::Kind::Post)
            continue;
        model::Operation op;
        op.id = model::OpId(dice.uuidAt(item.at));
        op.scope = scope;
        op.entity = item.id;
        op.changes = model::creationChanges(item.entity);
        op.at = {item.at};
        operations.push_back(op);
    }
    return operations;
}

std::vector<double> runOurs(const QString &path, const std::vector<model::Operation> &operations)
{
    removeDatabase(path);
    base::SeededRandom random(5);
    const auto outbox = take(store::Outbox::open(path, random));
    std::vector<double> samples;
    for (const model::Operation &op : operations) {
        const Stopwatch watch;
        take(outbox->append({op}));
        samples.push_back(watch.seconds());
    }
    return samples;
}

std::vector<double> runFloor(const QString &path, const std::vector<model::Operation> &operations)
{
    removeDatabase(path);
    base::SeededRandom random(5);
    take(store::Outbox::open(path, random)); // the same table and indexes
    const auto db = take(store::Database::open(path, {.durability = store::Durability::Full, .cacheKiB = 512}));
    take(store::guarded([&] { db->exec("PRAGMA secure_delete=ON"); }));
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v3(db->handle(), "INSERT INTO operation (id, scope, entity, bytes) VALUES (?1, ?2, ?3, ?4)", -1,
                       SQLITE_PREPARE_PERSISTENT, &insert, nullptr);
    const QByteArray scope = operations.front().scope.toString().toUtf8();
    std::vector<double> samples;
    for (const model::Operation &op : operations) {
        const QByteArray bytes = protocol::encodeOperation(op);
        const Stopwatch watch;
        sqlite3_bind_blob(insert, 1, op.id.uuid().view().data(), 16, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, scope.constData(), int(scope.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, op.entity.view().data(), 16, SQLITE_STATIC);
        sqlite3_bind_blob(insert, 4, bytes.constData(), int(bytes.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE)
            throw NotMeasured{QStringLiteral("floor: the commit failed")};
        sqlite3_reset(insert);
        samples.push_back(watch.seconds());
    }
    sqlite3_finalize(insert);
    return samples;
}

} // namespace

Outcome measureWriteDurable(const Settings &settings)
{
    const auto operations = makeOperations(int(settings.items(fullSamplesAPair, 50)));
    const QString path = settings.scratch + QStringLiteral("/outbox.db");
    std::vector<double> ours;
    std::vector<double> floor;
    std::vector<double> oursP99;
    std::vector<double> floorP99;
    const auto run = [&](auto measure, std::vector<double> &all, std::vector<double> &p99) {
        const std::vector<double> samples = measure(path, operations);
        all.insert(all.end(), samples.begin(), samples.end());
        p99.push_back(percentile(samples, 0.99));
        return Spent{};
    };
    const Pairs runs = interleaved(
        settings.pairs(), [&] { return run(runFloor, floor, floorP99); }, [&] { return run(runOurs, ours, oursP99); });

    Outcome outcome;
    outcome.value = percentile(ours, 0.99) * 1e3;
    outcome.unit = QStringLiteral("ms p99");
    outcome.floor = percentile(floor, 0.99) * 1e3;
    outcome.setRatio(quotient(oursP99, floorP99));
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("p50_ms"), median(ours) * 1e3},
                    {QStringLiteral("floor_p50_ms"), median(floor) * 1e3},
                    {QStringLiteral("samples"), double(ours.size())}};
    outcome.met = *outcome.ratio <= 3;
    return outcome;
}

} // namespace parvis::bench

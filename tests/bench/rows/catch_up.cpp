#include "bench/cache_files.h"
#include "bench/company.h"
#include "bench/rows/rows.h"
#include "bench/sync_client.h"

#include "store/cache_connection.h"
#include "store/scope_table.h"

#include <QDir>

// A client that was away comes back and finds 10 000 rows more in one of its groups: from the first byte of the
// conversation until it says that it is complete, against the raw loop that only writes those rows.

namespace parvis::bench {

namespace {

constexpr qint64 fullBefore = 100'000;
constexpr qint64 fullMissed = 10'000;

// What was missed, read from the server and cut as it cuts.
std::vector<Chunk> missedChunks(server::RowStore &store, const model::ScopeId &scope, qint64 from)
{
    std::vector<Chunk> chunks;
    const auto view = store.read();
    qint64 to = view->scope(scope)->head;
    while (to > from) {
        const auto read = view->descending(scope, from, to, {0, from}, 10'000, 960 * 1024);
        Chunk chunk;
        chunk.hi = to;
        for (const server::StoredRow &row : read.rows) {
            const auto kind = *model::kindFromNumber(row.kind);
            const auto decoded = take(protocol::decodeEntity(kind, row.payload));
            chunk.rows.push_back(plainRow(kind, row.id, row.rev, row.order, decoded.entity));
        }
        to = chunk.lo = read.reached;
        chunk.arrange();
        chunks.push_back(std::move(chunk));
    }
    return chunks;
}

qint64 keyOf(const QString &path, const model::ScopeId &scope)
{
    const auto db = take(store::openCacheConnection(path, {.readOnly = true}));
    return take(store::guarded([&] {
        for (const store::ScopeRow &row : store::readScopes(*db)) {
            if (row.state.scope == scope)
                return row.key.key;
        }
        return qint64(0);
    }));
}

} // namespace

Outcome measureCatchUp(const Settings &settings)
{
    constexpr int group = 3;
    const qint64 missed = settings.items(fullMissed, 500);
    const Company company;
    const model::ScopeId scope = company.scope(group);
    const QString storePath = settings.scratch + QStringLiteral("/catch-up.db");
    removeDatabase(storePath);
    const auto store = take(server::openSqliteRowStore(storePath));
    foundCompany(*store, company);
    Filler filler(*store, company);
    filler.addRows(settings.items(fullBefore, 3'000));

    const QString before = settings.scratch + QStringLiteral("/before");
    const QString dir = settings.scratch + QStringLiteral("/catch-up");
    for (const QString &each : {before, dir}) {
        QDir(each).removeRecursively();
        QDir().mkpath(each);
    }
    {
        LocalServer server(*store, LocalServer::Mode::Threads);
        SyncClient client(before, server, company.reader());
        client.connect();
        client.runUntil([&] { return client.progress().complete; });
        while (take(client.cache().mergeText(1'000))) {
        }
    }
    const qint64 from = store->read()->scope(scope)->head;
    filler.addRows(missed, group);
    const std::vector<Chunk> chunks = missedChunks(*store, scope, from);
    const qint64 key = keyOf(before + QStringLiteral("/cache.db"), scope);

    const auto fresh = [&] {
        for (const char *name : {"/cache.db", "/outbox.db"})
            copyDatabase(before + QLatin1String(name), dir + QLatin1String(name));
    };
    const auto floor = [&] {
        fresh();
        return applyRaw(dir + QStringLiteral("/cache.db"), chunks, key, FullText::Filled);
    };
    const auto ours = [&] {
        fresh();
        LocalServer server(*store, LocalServer::Mode::Threads);
        SyncClient client(dir, server, company.reader());
        const Stopwatch watch;
        client.connect();
        client.runUntil([&] { return client.progress().complete; });
        const Spent spent = watch.spent();
        if (client.progress().rowsApplied < missed)
            throw NotMeasured{QStringLiteral("only %1 rows came").arg(client.progress().rowsApplied)};
        return spent;
    };
    const Pairs runs = interleaved(settings.pairs(), floor, ours);
    Outcome outcome;
    outcome.value = runs.oursWall() * 1e3;
    outcome.unit = QStringLiteral("ms");
    outcome.floor = runs.floorWall() * 1e3;
    outcome.setRatio(runs.slowness());
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("cpu_s"), runs.oursCpu()},
                    {QStringLiteral("floor_cpu_s"), runs.floorCpu()},
                    {QStringLiteral("rows"), double(missed)},
                    {QStringLiteral("batches"), double(chunks.size())}};
    outcome.met = *outcome.ratio <= 2;
    return outcome;
}

} // namespace parvis::bench

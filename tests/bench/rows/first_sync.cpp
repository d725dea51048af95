#include "bench/cache_files.h"
#include "bench/rows/rows.h"

#include "store/cache_connection.h"

// Rows a second of a first sync, from the packed batch to the committed row that queries find.

namespace parvis::bench {

namespace {

constexpr qint64 fullRows = 200'000;

void checkCount(const QString &path, qint64 wanted)
{
    const auto db = take(store::openCacheConnection(path, {.readOnly = true}));
    const qint64 held = take(store::guarded([&] {
        return db->scalar("SELECT (SELECT count(*) FROM post) + (SELECT count(*) FROM comment)"
                          " + (SELECT count(*) FROM reaction)");
    }));
    if (held != wanted)
        throw NotMeasured{QStringLiteral("%1 rows of %2 are in the file").arg(held).arg(wanted)};
}

Outcome measure(const Settings &settings, FullText text)
{
    const qint64 rows = settings.items(fullRows, 5'000);
    const std::vector<Chunk> chunks = makeChunks(rows);
    const model::ScopeId scope = model::ScopeId::group(model::GroupId(chunks.front().rows.front().id));
    const QString empty = settings.scratch + QStringLiteral("/empty.db");
    const QString path = settings.scratch + QStringLiteral("/sync.db");
    makeEmptyCache(empty, text);

    const auto fresh = [&](auto &&run) {
        copyDatabase(empty, path);
        const Spent spent = run();
        checkCount(path, rows);
        return spent;
    };
    const Pairs runs = interleaved(
        settings.pairs(), [&] { return fresh([&] { return applyRaw(path, chunks, 1, text); }); },
        [&] { return fresh([&] { return applyWithCache(path, chunks, scope); }); });

    Outcome outcome;
    outcome.value = double(rows) / runs.oursWall();
    outcome.unit = QStringLiteral("rows/s");
    outcome.floor = double(rows) / runs.floorWall();
    outcome.setRatio(runs.speed());
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("cpu_s"), runs.oursCpu()},
                    {QStringLiteral("floor_cpu_s"), runs.floorCpu()},
                    {QStringLiteral("rows"), double(rows)}};
    outcome.met = *outcome.ratio >= 0.6;
    return outcome;
}

} // namespace

Outcome measureFirstSync(const Settings &settings)
{
    return measure(settings, FullText::Swallowed);
}

Outcome measureFirstSyncText(const Settings &settings)
{
    return measure(settings, FullText::Filled);
}

} // namespace parvis::bench

#include "bench/prepared.h"
#include "bench/rows/rows.h"
#include "bench/sync_client.h"

#include "store/reader.h"

#include <QDir>

// An empty client signs in: how long until a page of the feed can be read? Everything on one thread, without a network.

namespace parvis::bench {

namespace {

constexpr int pageItems = 20;

Spent firstPage(const Settings &settings, server::RowStore &store)
{
    const QString dir = settings.scratch + QStringLiteral("/first-feed");
    QDir(dir).removeRecursively();
    QDir().mkpath(dir);
    LocalServer server(store, LocalServer::Mode::Turned);
    SyncClient client(dir, server, Company().reader());
    bool maybe = false;
    client.onChanged = [&](const store::ChangeSet &changes) {
        for (const store::Change &change : changes.changes)
            maybe = maybe || change.kind == model::Kind::Post;
        maybe = maybe || changes.wide;
    };
    std::unique_ptr<store::Reader> reader;
    store::FeedQuery query;
    query.limit = pageItems;
    const Stopwatch watch;
    client.connect();
    client.runUntil([&] {
        if (!std::exchange(maybe, false))
            return false;
        if (!reader)
            reader = take(store::Reader::open(dir + QStringLiteral("/cache.db"), dir + QStringLiteral("/outbox.db")));
        return take(reader->feed(query)).size() == pageItems;
    });
    return watch.spent();
}

} // namespace

Outcome measureFirstFeed(const Settings &settings)
{
    const auto large = take(server::openSqliteRowStore(preparedStore(settings, settings.items(million, 20'000))));
    const auto small = take(server::openSqliteRowStore(preparedStore(settings, 1'000)));
    firstPage(settings, *small);
    firstPage(settings, *large);
    const Pairs runs = interleaved(
        settings.pairs(31), [&] { return firstPage(settings, *small); }, [&] { return firstPage(settings, *large); });
    Outcome outcome;
    outcome.setRatio(runs.slowness());
    outcome.value = *outcome.ratio;
    outcome.unit = QStringLiteral("x");
    outcome.floor = runs.floorWall() * 1e3;
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("ms_at_1m"), runs.oursWall() * 1e3},
                    {QStringLiteral("ms_at_1k"), runs.floorWall() * 1e3},
                    {QStringLiteral("cpu_s"), runs.oursCpu()},
                    {QStringLiteral("floor_cpu_s"), runs.floorCpu()}};
    outcome.met = *outcome.ratio <= 1.1;
    return outcome;
}

} // namespace parvis::bench

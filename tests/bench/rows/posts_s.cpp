#include "bench/cache_files.h"
#include "bench/company.h"
#include "bench/local_server.h"
#include "bench/rows/rows.h"

#include "protocol/codec.h"
#include "protocol/limits.h"
#include "server/row_store.h"
#include "store/database.h"

#include <atomic>
#include <condition_variable>

#include <sqlite3.h>

// Durable posts a second through the engine with its SQLite store: many people post, each with a few posts under way;
// the floor writes the same rows, answers and lanes in one loop, in groups of the same size.

namespace parvis::bench {

namespace {

using namespace server;

constexpr int writers = 64;
constexpr int underWay = 8; // of each writer
constexpr qint64 fullPosts = 20'000;

// Counts the commits on their way to the real store.
class CountingStore final : public RowStore {
public:
    explicit CountingStore(RowStore &store) : m_store(store) { }
    std::unique_ptr<ReadView> read() override { return m_store.read(); }
    std::unique_ptr<WriteView> write() override
    {
        ++groups;
        return m_store.write();
    }
    CheckReport check() override { return m_store.check(); }
    std::atomic<qint64> groups = 0;

private:
    RowStore &m_store;
};

struct Posted {
    model::LaneId lane;
    qint64 number = 0;
    model::OpId op;
    base::Uuid id;
    QByteArray payload; // as it is stored
    QByteArray record;  // the op as it is sent
};

// posts[writer][i]
std::vector<std::vector<Posted>> makePosts(const Company &company, qint64 count)
{
    Corpus corpus(1, company.people);
    Dice dice(23);
    std::vector<std::vector<Posted>> posts(writers);
    for (auto &each : posts) {
        each.resize(size_t(count / writers));
        const model::LaneId lane(dice.uuidAt(Corpus::startUs));
        for (Posted &posted : each)
            posted.lane = lane;
    }
    for (size_t i = 0; i < posts.front().size(); ++i) {
        for (size_t writer = 0; writer < writers; ++writer) {
            Item item = corpus.next();
            while (item.kind != model::Kind::Post)
                item = corpus.next();
            auto &post = std::get<model::Post>(item.entity);
            post.author = company.people[writer];
            post.pinned = false;
            Posted &posted = posts[writer][i];
            posted.number = qint64(i + 1);
            posted.op = model::OpId(dice.uuidAt(item.at));
            posted.id = item.id;
            posted.payload = protocol::encodeEntity(item.entity);
            model::Operation op;
            op.id = posted.op;
            op.scope = company.scope(0);
            op.entity = item.id;
            op.changes = model::creationChanges(item.entity);
            op.at = {item.at};
            posted.record = protocol::encode(
                protocol::Op{posted.lane, posted.number, posted.op, protocol::encodeOperation(op), false});
        }
    }
    return posts;
}

struct Driver {
    std::mutex mutex;
    std::condition_variable moved;
    qint64 answered = 0;
    qint64 refused = 0;
};

// One writer: keeps `underWay` posts under way; all on the shard's thread.
class Writer {
public:
    Writer(LocalServer &server, model::PersonId person, const std::vector<Posted> &posts, Driver &driver)
        : m_posts(posts), m_driver(driver), m_link(server, [this](const QByteArray &frame) { take(frame); })
    {
        m_link.send(protocol::encode(protocol::Hello{protocol::version, QStringLiteral("bench")}));
        m_link.send(protocol::encode(protocol::Auth{person.uuid().toString(), {}}));
    }
    void start()
    {
        for (int i = 0; i < underWay; ++i)
            sendNext();
    }
    bool ready() const { return m_ready; }

private:
    void sendNext()
    {
        if (m_next < m_posts.size())
            m_link.send(m_posts[m_next++].record);
    }
    void take(const QByteArray &frame)
    {
        const auto messages = protocol::decode(frame);
        for (const protocol::Message &message : *messages) {
            if (std::holds_alternative<protocol::AuthOk>(message)) {
                m_ready = true;
                count(0, 0);
            } else if (std::holds_alternative<protocol::OpOk>(message)) {
                sendNext();
                count(1, 0);
            } else if (std::holds_alternative<protocol::OpNo>(message)) {
                count(1, 1);
            }
        }
    }
    void count(int answered, int refused)
    {
        const std::lock_guard lock(m_driver.mutex);
        m_driver.answered += answered;
        m_driver.refused += refused;
        m_driver.moved.notify_one();
    }

    const std::vector<Posted> &m_posts;
    Driver &m_driver;
    std::atomic<bool> m_ready = false;
    size_t m_next = 0;
    LocalServer::Link m_link;
};

Spent runOurs(const QString &path, const Company &company, const std::vector<std::vector<Posted>> &posts, double &group)
{
    const auto store = bench::take(openSqliteRowStore(path));
    CountingStore counting(*store);
    LocalServer server(counting, LocalServer::Mode::Threads);
    Driver driver;
    std::vector<std::unique_ptr<Writer>> all;
    for (size_t i = 0; i < writers; ++i)
        all.push_back(std::make_unique<Writer>(server, company.people[i], posts[i], driver));
    const auto waitFor = [&](auto done) {
        std::unique_lock lock(driver.mutex);
        if (!driver.moved.wait_for(lock, std::chrono::seconds(120), done))
            throw NotMeasured{QStringLiteral("the engine does not answer")};
    };
    waitFor([&] { return std::all_of(all.begin(), all.end(), [](const auto &each) { return each->ready(); }); });
    const qint64 wanted = qint64(posts.size() * posts.front().size());
    counting.groups = 0;
    const Stopwatch watch;
    for (const auto &each : all)
        each->start();
    waitFor([&] { return driver.answered == wanted; });
    const Spent spent = watch.spent();
    if (driver.refused > 0)
        throw NotMeasured{QStringLiteral("%1 posts were refused").arg(driver.refused)};
    group = double(wanted) / double(counting.groups);
    return spent;
}

Spent runFloor(const QString &path, const std::vector<std::vector<Posted>> &posts, qint64 group)
{
    const auto db =
        bench::take(store::Database::open(path, {.durability = store::Durability::Full, .cacheKiB = 32 * 1024}));
    sqlite3 *raw = db->handle();
    const qint64 scope = bench::take(store::guarded([&] { return db->scalar("SELECT max(n) FROM scopes"); }));
    std::vector<sqlite3_stmt *> all;
    const auto prepare = [&](const char *sql) {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(raw, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            throw NotMeasured{QString::fromUtf8(sqlite3_errmsg(raw))};
        all.push_back(statement);
        return statement;
    };
    const auto run = [&](sqlite3_stmt *statement) {
        if (sqlite3_step(statement) != SQLITE_DONE)
            throw NotMeasured{QStringLiteral("floor: ") + QString::fromUtf8(sqlite3_errmsg(raw))};
        sqlite3_reset(statement);
    };
    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE");
    sqlite3_stmt *commit = prepare("COMMIT");
    sqlite3_stmt *row = prepare("INSERT INTO rows (scope, rev, id, kind, ord, deleted, parent, root, at, payload)"
                                " VALUES (?1, ?2, ?3, 6, ?4, 0, NULL, ?2, ?5, ?6)");
    sqlite3_stmt *answer = prepare("INSERT INTO answers (op, lane, number, ok, void, why, touched)"
                                   " VALUES (?1, ?2, ?3, 1, 0, '', ?4)");
    sqlite3_stmt *lane = prepare("INSERT INTO lanes (lane, last) VALUES (?1, ?2)"
                                 " ON CONFLICT (lane) DO UPDATE SET last = excluded.last");
    sqlite3_stmt *head = prepare("UPDATE scopes SET head = ?1, last_at = ?2 WHERE n = ?3");
    sqlite3_stmt *counter = prepare("INSERT INTO counters (name, value) VALUES ('last_order', ?1)"
                                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    const QByteArray touched(90, 't'); // as long as what the engine stores
    const auto blob = [](sqlite3_stmt *statement, int at, QByteArrayView bytes) {
        sqlite3_bind_blob(statement, at, bytes.data(), int(bytes.size()), SQLITE_STATIC);
    };
    qint64 rev = 1'000'000;
    qint64 inGroup = 0;
    const Stopwatch watch;
    for (size_t i = 0; i < posts.front().size(); ++i) {
        for (size_t writer = 0; writer < posts.size(); ++writer) {
            const Posted &post = posts[writer][i];
            if (inGroup == 0)
                run(begin);
            ++rev;
            const qint64 at = Corpus::startUs + rev;
            sqlite3_bind_int64(row, 1, scope);
            sqlite3_bind_int64(row, 2, rev);
            blob(row, 3, post.id.view());
            sqlite3_bind_int64(row, 4, at * 256);
            sqlite3_bind_int64(row, 5, at);
            blob(row, 6, post.payload);
            run(row);
            blob(answer, 1, post.op.uuid().view());
            blob(answer, 2, post.lane.uuid().view());
            sqlite3_bind_int64(answer, 3, post.number);
            blob(answer, 4, touched);
            run(answer);
            blob(lane, 1, post.lane.uuid().view());
            sqlite3_bind_int64(lane, 2, post.number);
            run(lane);
            if (++inGroup < group && !(i + 1 == posts.front().size() && writer + 1 == posts.size()))
                continue;
            inGroup = 0;
            sqlite3_bind_int64(head, 1, rev);
            sqlite3_bind_int64(head, 2, at);
            sqlite3_bind_int64(head, 3, scope);
            run(head);
            sqlite3_bind_int64(counter, 1, at * 256);
            run(counter);
            run(commit);
        }
    }
    const Spent spent = watch.spent();
    for (sqlite3_stmt *each : all)
        sqlite3_finalize(each);
    return spent;
}

} // namespace

Outcome measurePostsS(const Settings &settings)
{
    const Company company;
    const qint64 count = settings.items(fullPosts, writers * 10) / writers * writers;
    const auto posts = makePosts(company, count);
    const QString empty = settings.scratch + QStringLiteral("/posts-empty.db");
    const QString path = settings.scratch + QStringLiteral("/posts.db");
    removeDatabase(empty);
    foundCompany(*bench::take(openSqliteRowStore(empty)), company, true);

    std::vector<double> groups;
    const auto ours = [&] {
        copyDatabase(empty, path);
        double group = 0;
        const Spent spent = runOurs(path, company, posts, group);
        groups.push_back(group);
        return spent;
    };
    ours(); // tells the size of the groups
    const auto floor = [&] {
        copyDatabase(empty, path);
        return runFloor(path, posts, qint64(median(groups) + 0.5));
    };
    const Pairs runs = interleaved(settings.pairs(), floor, ours);
    Outcome outcome;
    outcome.value = double(count) / runs.oursWall();
    outcome.unit = QStringLiteral("posts/s");
    outcome.floor = double(count) / runs.floorWall();
    outcome.setRatio(runs.speed());
    outcome.pairs = int(runs.ours.size());
    outcome.also = {{QStringLiteral("cpu_s"), runs.oursCpu()},
                    {QStringLiteral("floor_cpu_s"), runs.floorCpu()},
                    {QStringLiteral("group"), median(groups)},
                    {QStringLiteral("posts"), double(count)}};
    outcome.met = *outcome.ratio >= 0.5;
    return outcome;
}

} // namespace parvis::bench

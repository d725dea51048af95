#include "server/row_store.h"

#include "server/check.h"
#include "server/forwarding_view.h"
#include "server/rows_sql.h"
#include "server/sqlite_writer.h"

#include <mutex>

namespace parvis::server {

namespace sql = rows::sql;
using store::Database;
using store::Failure;

namespace {

struct Reader {
    explicit Reader(std::unique_ptr<Database> opened) : db(std::move(opened)), reads(*db) { }
    std::unique_ptr<Database> db;
    SqliteReads reads;
};

// Connections that wait for a reader: opening one and preparing its statements costs a hundred times a read.
struct Pool {
    std::mutex mutex;
    std::vector<std::unique_ptr<Reader>> idle;
};

std::unique_ptr<Database> openOrThrow(const QString &path, const store::OpenOptions &options)
{
    auto db = Database::open(path, options);
    if (!db)
        throw Failure{db.error()};
    return std::move(*db);
}

class SqliteReadView final : public ForwardingView<ReadView, SqliteReads> {
public:
    SqliteReadView(std::shared_ptr<Pool> pool, std::unique_ptr<Reader> reader)
        : ForwardingView(reader->reads), m_pool(std::move(pool)), m_reader(std::move(reader))
    {
        m_reader->reads.forget();
        m_reader->db->exec("BEGIN");
        try {
            m_reads.lastOrder(); // the first read takes the snapshot
        } catch (...) {
            end();
            throw;
        }
    }
    ~SqliteReadView() override
    {
        if (end()) {
            const std::lock_guard lock(m_pool->mutex);
            m_pool->idle.push_back(std::move(m_reader));
        }
    }

    Database &db() { return *m_reader->db; }

private:
    bool end() noexcept
    {
        try {
            m_reader->db->exec("COMMIT");
            return true;
        } catch (const Failure &) {
            return false; // closed instead of used again
        }
    }
    std::shared_ptr<Pool> m_pool;
    std::unique_ptr<Reader> m_reader;
};

class SqliteWriteView final : public ForwardingView<WriteView, SqliteReads> {
public:
    explicit SqliteWriteView(std::shared_ptr<SqliteWriter> writer)
        : ForwardingView(writer->reads()), m_writer(std::move(writer))
    {
        m_writer->begin();
    }
    ~SqliteWriteView() override
    {
        if (!m_committed)
            m_writer->rollback();
    }

    void beginOperation() override { m_writer->beginOperation(); }
    void acceptOperation() override { m_writer->acceptOperation(); }
    void refuseOperation() override { m_writer->refuseOperation(); }
    ScopeInfo createScope(const ScopeId &scope, EpochId epoch) override { return m_writer->createScope(scope, epoch); }
    void killScope(const ScopeId &scope) override { m_writer->killScope(scope); }
    void put(const ScopeId &scope, StoredRow &row, qint64 now) override { m_writer->put(scope, row, now); }
    qint64 nextOrder(qint64 nowUs) override { return m_writer->nextOrder(nowUs); }
    void raiseOrder(qint64 order) override { m_writer->raiseOrder(order); }
    bool claimHandle(const QString &handle, const Uuid &owner) override { return m_writer->claimHandle(handle, owner); }
    void releaseHandles(const Uuid &owner) override { m_writer->releaseHandles(owner); }
    void storeAnswer(const StoredAnswer &answer) override { m_writer->storeAnswer(answer); }
    void setLaneLast(LaneId lane, qint64 last) override { m_writer->setLaneLast(lane, last); }
    void trimAnswers(LaneId lane, qint64 upTo) override { m_writer->trimAnswers(lane, upTo); }
    void setMeta(const QString &key, const QByteArray &value) override { m_writer->setMeta(key, value); }
    void grantBlob(const Uuid &upload, const BlobGrant &grant) override { m_writer->grantBlob(upload, grant); }
    void dropBlobGrants(qint64 olderThan) override { m_writer->dropBlobGrants(olderThan); }
    void renewEpochs(base::Random &random) override { m_writer->renewEpochs(random); }
    void renumber(const ScopeId &scope, EpochId epoch) override { m_writer->renumber(scope, epoch); }
    qint64 purgeTombstones(const ScopeId &scope, qint64 olderThan) override
    {
        return m_writer->purgeTombstones(scope, olderThan);
    }
    void commit() override
    {
        m_writer->commit();
        m_committed = true;
    }
    std::vector<ScopeId> touchedScopes() const override { return m_writer->touched().list(); }

private:
    std::shared_ptr<SqliteWriter> m_writer;
    bool m_committed = false;
};

class SqliteRowStore final : public RowStore {
public:
    SqliteRowStore(const QString &path, std::unique_ptr<Database> db)
        : m_path(path), m_writer(std::make_shared<SqliteWriter>(std::move(db)))
    {
    }

    std::unique_ptr<ReadView> read() override { return std::make_unique<SqliteReadView>(m_pool, takeReader()); }

    std::unique_ptr<WriteView> write() override { return std::make_unique<SqliteWriteView>(m_writer); }

    CheckReport check() override
    {
        CheckReport report;
        try {
            // One snapshot for all: a company that is being written to must not look damaged.
            SqliteReadView view(m_pool, takeReader());
            checkIntegrity(report);
            checkView(view, registers(view.db()), report);
        } catch (const Failure &failure) {
            report.problems.append({QStringLiteral("integrity"), failure.error.where, failure.error.detail});
        }
        return report;
    }

private:
    std::unique_ptr<Reader> takeReader()
    {
        {
            const std::lock_guard lock(m_pool->mutex);
            if (!m_pool->idle.empty()) {
                auto reader = std::move(m_pool->idle.back());
                m_pool->idle.pop_back();
                return reader;
            }
        }
        return std::make_unique<Reader>(openOrThrow(m_path, {.readOnly = true, .cacheKiB = 4 * 1024}));
    }

    void checkIntegrity(CheckReport &report)
    {
        const auto db = openOrThrow(m_path, {.readOnly = true});
        auto integrity = db->prepare("PRAGMA integrity_check");
        while (integrity.step()) {
            if (const QString found = integrity.text(0); found != QLatin1String("ok"))
                report.problems.append({QStringLiteral("integrity"), QStringLiteral("server.db"), found});
        }
        auto stray = db->prepare(sql::strayRows);
        while (stray.step())
            report.problems.append({QStringLiteral("dangling"), QStringLiteral("scope number %1").arg(stray.integer(0)),
                                    QStringLiteral("%1 rows have no scope").arg(stray.integer(1))});
    }

    static Registers registers(Database &db)
    {
        Registers all;
        auto handles = db.prepare(sql::allHandles);
        while (handles.step())
            all.handles.append({handles.text(0), handles.uuid(1)});
        auto lanes = db.prepare(sql::allLanes);
        while (lanes.step())
            all.lanes.insert(lanes.id<LaneId>(0), lanes.integer(1));
        auto answers = db.prepare(sql::allAnswers);
        while (answers.step())
            all.answers.append({answers.id<OpId>(0), answers.id<LaneId>(1), answers.integer(2)});
        return all;
    }

    QString m_path;
    std::shared_ptr<SqliteWriter> m_writer;
    std::shared_ptr<Pool> m_pool = std::make_shared<Pool>();
};

} // namespace

base::Result<std::unique_ptr<RowStore>> openSqliteRowStore(const QString &path)
{
    return store::guarded([&]() -> std::unique_ptr<RowStore> {
        auto db = openOrThrow(path, {.durability = store::Durability::Full, .cacheKiB = 32 * 1024});
        if (auto done = store::migrate(*db, sql::migrations); !done)
            throw Failure{done.error()};
        return std::make_unique<SqliteRowStore>(path, std::move(db));
    });
}

} // namespace parvis::server

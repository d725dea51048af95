#include "bench/cache_files.h"

#include "store/cache.h"
#include "store/cache_connection.h"
#include "store/fts_tokenizer.h"
#include "store/kind_sql.h"

#include <QFile>

#include <sqlite3.h>

namespace parvis::bench {

using namespace model;

void makeEmptyCache(const QString &path, FullText text)
{
    removeDatabase(path);
    take(store::Cache::open(path));
    if (text == FullText::Filled)
        return;
    const auto db = take(store::openCacheConnection(path));
    take(store::guarded([&] {
        db->exec("DROP TABLE words;"
                 "CREATE VIEW words AS SELECT '' AS words, 0 AS rank, 0 AS rowid, '' AS body, '' AS place;"
                 "CREATE TABLE words_docsize (id INTEGER PRIMARY KEY);"
                 "CREATE TRIGGER words_swallowed INSTEAD OF INSERT ON words BEGIN SELECT 1; END;");
    }));
}

void removeDatabase(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

void copyDatabase(const QString &from, const QString &to)
{
    removeDatabase(to);
    for (const char *suffix : {"", "-wal"}) {
        const QString source = from + QLatin1String(suffix);
        if (QFile::exists(source) && !QFile::copy(source, to + QLatin1String(suffix)))
            throw NotMeasured{QStringLiteral("cannot copy %1").arg(source)};
    }
}

Spent applyWithCache(const QString &path, std::span<const Chunk> chunks, const ScopeId &scope)
{
    const auto cache = take(store::Cache::open(path));
    store::ScopeState state;
    state.scope = scope;
    state.epoch = EpochId(scope.id);
    state.view = ViewId(scope.id);
    state.horizon = state.d = chunks.front().hi;
    const qint64 hi = chunks.front().hi;
    const Stopwatch watch;
    for (const Chunk &chunk : chunks) {
        const auto batch = take(protocol::Batch::unpack(chunk.packed));
        state.covered = {{chunk.lo, hi, chunk.lo}};
        take(cache->apply(state, batch.rows()));
    }
    return watch.spent();
}

namespace {

class RawWriter {
public:
    RawWriter(store::Database &db, qint64 scopeKey, FullText text) : m_db(db.handle()), m_scopeKey(scopeKey)
    {
        m_begin = prepare("BEGIN IMMEDIATE");
        m_commit = prepare("COMMIT");
        for (const Kind kind : {Kind::Post, Kind::Comment, Kind::Reaction}) {
            QByteArray sql = store::kindSql(kind).insert;
            sql.truncate(sql.indexOf(") ON CONFLICT") + 1);
            m_insert[size_t(kind)] = prepare(sql.constData());
        }
        if (text == FullText::Filled)
            m_words = prepare("INSERT INTO words (rowid, body, place) VALUES (?1, ?2, ?3)");
        m_place = store::placeToken(scopeKey);
    }
    ~RawWriter()
    {
        for (sqlite3_stmt *each : m_all)
            sqlite3_finalize(each);
    }

    void write(const std::vector<PlainRow> &rows)
    {
        run(m_begin);
        for (const PlainRow &row : rows) {
            sqlite3_stmt *insert = m_insert[size_t(row.kind)];
            sqlite3_bind_int64(insert, 1, m_scopeKey);
            sqlite3_bind_blob(insert, 2, row.id.view().data(), 16, SQLITE_STATIC);
            sqlite3_bind_int64(insert, 3, row.rev);
            sqlite3_bind_int64(insert, 4, row.order);
            int at = store::firstFieldParameter;
            for (const Cell &cell : row.fields)
                bind(insert, at++, cell);
            run(insert);
            if (m_words && row.hasBody()) {
                const QByteArray &body = row.fields[size_t(row.body)].bytes;
                sqlite3_bind_int64(m_words, 1, row.textRow);
                sqlite3_bind_text(m_words, 2, body.constData(), int(body.size()), SQLITE_STATIC);
                sqlite3_bind_text(m_words, 3, m_place.constData(), int(m_place.size()), SQLITE_STATIC);
                run(m_words);
            }
        }
        run(m_commit);
    }

private:
    sqlite3_stmt *prepare(const char *sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            throw NotMeasured{QString::fromUtf8(sqlite3_errmsg(m_db))};
        m_all.push_back(statement);
        return statement;
    }
    void run(sqlite3_stmt *statement)
    {
        if (sqlite3_step(statement) != SQLITE_DONE)
            throw NotMeasured{QStringLiteral("floor: ") + QString::fromUtf8(sqlite3_errmsg(m_db))};
        sqlite3_reset(statement);
    }
    static void bind(sqlite3_stmt *statement, int at, const Cell &cell)
    {
        switch (cell.type) {
        case Cell::Null: sqlite3_bind_null(statement, at); break;
        case Cell::Integer: sqlite3_bind_int64(statement, at, cell.integer); break;
        case Cell::Text:
            sqlite3_bind_text(statement, at, cell.bytes.constData(), int(cell.bytes.size()), SQLITE_STATIC);
            break;
        case Cell::Blob:
            sqlite3_bind_blob(statement, at, cell.bytes.constData(), int(cell.bytes.size()), SQLITE_STATIC);
            break;
        }
    }

    sqlite3 *m_db;
    qint64 m_scopeKey;
    QByteArray m_place;
    std::vector<sqlite3_stmt *> m_all;
    sqlite3_stmt *m_begin = nullptr;
    sqlite3_stmt *m_commit = nullptr;
    sqlite3_stmt *m_words = nullptr;
    sqlite3_stmt *m_insert[model::allKinds.size() + 1] = {};
};

} // namespace

Spent applyRaw(const QString &path, std::span<const Chunk> chunks, qint64 scopeKey, FullText text)
{
    const auto db = take(store::openCacheConnection(path));
    take(store::guarded([&] { db->exec("PRAGMA secure_delete=FAST"); })); // as the client
    RawWriter writer(*db, scopeKey, text);
    const Stopwatch watch;
    for (const Chunk &chunk : chunks)
        writer.write(chunk.rows);
    return watch.spent();
}

} // namespace parvis::bench

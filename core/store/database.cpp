#include "store/database.h"

#include "base/thread_guard.h"

#include <sqlite3.h>

namespace parvis::store {

using base::Error;
using base::ErrorKind;

namespace {

[[noreturn]] void raise(sqlite3 *db, const char *where, int code)
{
    const QString message = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    QString detail = message;
    if ((code & 0xff) == SQLITE_FULL)
        detail = QStringLiteral("The disk is full. Make room, then try again; nothing was changed.");
    else if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
        detail = QStringLiteral("Another program holds the database. Try again.");
    else if ((code & 0xff) == SQLITE_READONLY || (code & 0xff) == SQLITE_CANTOPEN)
        detail = QStringLiteral("The folder or its files cannot be written: check that it exists and who owns it (%1).")
                     .arg(message);
    else if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB)
        detail = QStringLiteral("The database file is damaged (%1). Nothing was changed; move the file aside and start again.")
                     .arg(message);
    throw Failure{{ErrorKind::Storage, QString::fromLatin1(where), detail}};
}

} // namespace

Statement::Statement(sqlite3 *db, const char *sql)
{
    base::offUiThread("SQL: prepare");
    const int code = sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_stmt, nullptr);
    if (code != SQLITE_OK)
        raise(db, sql, code);
}

Statement::~Statement()
{
    sqlite3_finalize(m_stmt);
}

Statement::Statement(Statement &&other) noexcept : m_stmt(std::exchange(other.m_stmt, nullptr)), m_stepped(other.m_stepped)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_stmt, other.m_stmt);
    std::swap(m_stepped, other.m_stepped);
    return *this;
}

Statement &Statement::bind(int at, qint64 value)
{
    if (m_stepped)
        reset();
    sqlite3_bind_int64(m_stmt, at, value);
    return *this;
}

Statement &Statement::bind(int at, double value)
{
    if (m_stepped)
        reset();
    sqlite3_bind_double(m_stmt, at, value);
    return *this;
}

Statement &Statement::bind(int at, const QString &value)
{
    if (m_stepped)
        reset();
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text64(m_stmt, at, utf8.constData(), quint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindUtf8(int at, QByteArrayView value)
{
    if (m_stepped)
        reset();
    sqlite3_bind_text64(m_stmt, at, value.isNull() ? "" : value.data(), quint64(value.size()), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement &Statement::bindBlob(int at, QByteArrayView value)
{
    if (m_stepped)
        reset();
    sqlite3_bind_blob64(m_stmt, at, value.isNull() ? "" : value.data(), quint64(value.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bind(int at, const base::Uuid &value)
{
    if (value.isNull())
        return bindNull(at);
    if (m_stepped)
        reset();
    sqlite3_bind_blob(m_stmt, at, value.view().data(), 16, SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindNull(int at)
{
    if (m_stepped)
        reset();
    sqlite3_bind_null(m_stmt, at);
    return *this;
}

bool Statement::step()
{
    base::offUiThread("SQL: step");
    const int code = sqlite3_step(m_stmt);
    if (code == SQLITE_ROW) {
        m_stepped = true;
        return true;
    }
    sqlite3 *db = sqlite3_db_handle(m_stmt);
    if (code != SQLITE_DONE) {
        const Error failed = [&] {
            try {
                raise(db, sqlite3_sql(m_stmt), code);
            } catch (const Failure &failure) {
                return failure.error;
            }
        }();
        sqlite3_reset(m_stmt);
        m_stepped = false;
        throw Failure{failed};
    }
    sqlite3_reset(m_stmt);
    m_stepped = false;
    return false;
}

void Statement::run()
{
    while (step()) { }
}

void Statement::reset()
{
    sqlite3_reset(m_stmt);
    sqlite3_clear_bindings(m_stmt);
    m_stepped = false;
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_stmt, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_stmt, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(view(column));
}

QByteArrayView Statement::view(int column) const
{
    const char *data = static_cast<const char *>(sqlite3_column_blob(m_stmt, column));
    return {data, qsizetype(sqlite3_column_bytes(m_stmt, column))};
}

QByteArray Statement::blob(int column) const
{
    return view(column).toByteArray();
}

base::Uuid Statement::uuid(int column) const
{
    return base::Uuid::fromBytes(view(column));
}

base::Result<std::unique_ptr<Database>> Database::open(const QString &path, const OpenOptions &options)
{
    base::offUiThread("SQL: open");
    return guarded([&] {
        sqlite3 *raw = nullptr;
        const int flags = (options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
                          | SQLITE_OPEN_NOMUTEX;
        const int code = sqlite3_open_v2(path.toUtf8().constData(), &raw, flags, nullptr);
        std::unique_ptr<Database> db(new Database(raw, path));
        if (code != SQLITE_OK)
            raise(raw, "open", code);
        sqlite3_extended_result_codes(raw, 1);
        sqlite3_busy_timeout(raw, options.busyTimeoutMs);
        if (!options.readOnly)
            db->exec("PRAGMA journal_mode=WAL");
        db->exec(options.durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        db->exec(QByteArray("PRAGMA cache_size=-" + QByteArray::number(options.cacheKiB)).constData());
        if (options.mmapMiB > 0)
            db->exec(QByteArray("PRAGMA mmap_size=" + QByteArray::number(qint64(options.mmapMiB) << 20)).constData());
        return db;
    });
}

Database::~Database()
{
    sqlite3_close_v2(m_db);
}

void Database::exec(const char *sql)
{
    base::offUiThread("SQL: exec");
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        raise(m_db, sql, code);
}

qint64 Database::scalar(const char *sql)
{
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_db);
}

qint64 Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_db);
}

Transaction::Transaction(Database &db, Kind kind) : m_db(db)
{
    m_db.exec(kind == Immediate ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction()
{
    // A failed COMMIT may have rolled back by itself: the answer of this one does not matter then.
    if (m_open)
        sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_db.exec("COMMIT");
    m_open = false;
}

base::Result<void> migrateAll(Database &db, std::span<const Migration> migrations)
{
    return guarded([&] {
        const int have = int(db.scalar("PRAGMA user_version"));
        if (have > int(migrations.size()))
            throw Failure{{ErrorKind::Storage, QStringLiteral("migrate"),
                           QStringLiteral("%1 was written by a newer version. Install that version to open it.")
                               .arg(db.path())}};
        for (const Migration &migration : migrations) {
            if (migration.number <= have)
                continue;
            Transaction transaction(db);
            // Another process may have done it while this one waited for the lock.
            if (db.scalar("PRAGMA user_version") >= migration.number)
                continue;
            db.exec(migration.text);
            db.exec(QByteArray("PRAGMA user_version=" + QByteArray::number(migration.number)).constData());
            transaction.commit();
        }
    });
}

} // namespace parvis::store

#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"

#include <QByteArrayView>

#include <memory>
#include <span>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace parvis::store {

// Thrown inside store and server code when SQLite fails; guarded() turns it into a Result at the public edge.
struct Failure {
    base::Error error;
};

// A prepared statement, reset by its own next use. Parameters count from 1, columns from 0. One thread at a time.
class Statement {
public:
    Statement() = default;
    Statement(sqlite3 *db, const char *sql);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    Statement &bind(int at, qint64 value);
    Statement &bind(int at, int value) { return bind(at, qint64(value)); }
    Statement &bind(int at, bool value) { return bind(at, qint64(value)); }
    Statement &bind(int at, base::Time value) { return bind(at, value.us); }
    Statement &bind(int at, double value);
    Statement &bind(int at, const QString &value);
    Statement &bindUtf8(int at, QByteArrayView value);   // text that is UTF-8 already; must outlive the step
    Statement &bindBlob(int at, QByteArrayView value);   // must outlive the step
    Statement &bind(int at, const base::Uuid &value);    // null UUID is NULL
    template<class Tag>
    Statement &bind(int at, const base::Id<Tag> &value)
    {
        return bind(at, value.uuid());
    }
    Statement &bindNull(int at);
    template<class... T>
    Statement &with(const T &...values)
    {
        reset();
        int at = 0;
        (bind(++at, values), ...);
        return *this;
    }

    bool step();  // true: a row is there. Resets itself after the last row. Throws Failure.
    void run();   // steps to the end
    void reset(); // also clears the bindings

    bool isNull(int column) const;
    qint64 integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    double real(int column) const;
    QString text(int column) const;
    QByteArrayView view(int column) const; // bytes of a blob or UTF-8 text, valid until the next step
    QByteArray blob(int column) const;
    base::Uuid uuid(int column) const;
    template<class I>
    I id(int column) const
    {
        return I(uuid(column));
    }

    sqlite3_stmt *handle() const { return m_stmt; }
    explicit operator bool() const { return m_stmt != nullptr; }

private:
    sqlite3_stmt *m_stmt = nullptr;
    bool m_stepped = false;
};

enum class Durability {
    Full,  // a commit is on the disk when it returns
    Normal // a commit survives a crash of the process; a power cut may take the last ones
};

struct OpenOptions {
    bool readOnly = false;
    Durability durability = Durability::Normal;
    int busyTimeoutMs = 5000;
    int cacheKiB = 8 * 1024;
    int mmapMiB = 0;
};

// One connection. The only place of the project that opens a database file: encryption at rest belongs here.
// Path ":memory:" is a private database in memory. WAL mode; foreign keys are not used. One thread at a time.
class Database {
public:
    static base::Result<std::unique_ptr<Database>> open(const QString &path, const OpenOptions &options = {});
    ~Database();
    Database(const Database &) = delete;

    void exec(const char *sql);  // any number of statements; throws Failure
    Statement prepare(const char *sql) { return Statement(m_db, sql); }
    qint64 scalar(const char *sql); // first column of the first row, 0 if none
    qint64 changes() const;
    qint64 lastRowId() const;
    QString path() const { return m_path; }
    sqlite3 *handle() const { return m_db; }

private:
    Database(sqlite3 *db, QString path) : m_db(db), m_path(std::move(path)) { }
    sqlite3 *m_db;
    QString m_path;
};

// Rolls back unless committed.
class Transaction {
public:
    enum Kind { Deferred, Immediate };
    explicit Transaction(Database &db, Kind kind = Immediate);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    void commit();

private:
    Database &m_db;
    bool m_open = true;
};

struct Migration {
    int number; // from 1, gapless
    const char *name;
    const char *text;
};

// Brings the file up to the last migration, each with its number in one transaction. Error Storage if the file comes
// from a newer build (nothing is changed then).
template<class M>
base::Result<void> migrate(Database &db, const M *migrations);
base::Result<void> migrateAll(Database &db, std::span<const Migration> migrations);

template<class M>
base::Result<void> migrate(Database &db, const M *migrations)
{
    std::vector<Migration> list;
    for (const M *each = migrations; each->number != 0; ++each)
        list.push_back({each->number, each->name, each->text});
    return migrateAll(db, list);
}

// Runs code that may throw Failure and gives its value as a Result.
template<class F>
auto guarded(F &&body) -> base::Result<decltype(body())>
{
    try {
        if constexpr (std::is_void_v<decltype(body())>) {
            body();
            return {};
        } else {
            return body();
        }
    } catch (const Failure &failure) {
        return base::fail(failure.error);
    }
}

} // namespace parvis::store

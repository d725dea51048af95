#pragma once

#include "server/people.h"
#include "store/database.h"

#include <QTemporaryDir>

#include <limits>

namespace parvis::contract {

using namespace parvis::server;

inline constexpr qint64 noLimit = std::numeric_limits<qint64>::max();
inline constexpr qint64 start = 1'700'000'000'000'000;

inline Uuid idOf(int n)
{
    return base::Uuid::fromBytes(QByteArray(12, char(1)) + QByteArray(1, char(n >> 24)) + QByteArray(1, char(n >> 16))
                                 + QByteArray(1, char(n >> 8)) + QByteArray(1, char(n)));
}

inline ScopeId groupScope(int n = 1)
{
    return ScopeId::group(GroupId(idOf(1'000'000 + n)));
}

inline EpochId epochOf(int n)
{
    return EpochId(idOf(2'000'000 + n));
}

inline StoredRow postRow(int n, qint64 order = 0, const QByteArray &payload = "payload")
{
    StoredRow row;
    row.kind = qint64(Kind::Post);
    row.id = idOf(n);
    row.order = order ? order : n;
    row.payload = payload;
    return row;
}

inline QList<qint64> revs(const std::vector<StoredRow> &rows)
{
    QList<qint64> all;
    for (const StoredRow &row : rows)
        all.append(row.rev);
    return all;
}

inline std::unique_ptr<RowStore> makeStore(bool sqlite, const QTemporaryDir &dir)
{
    if (!sqlite)
        return makeMemoryRowStore();
    auto opened = openSqliteRowStore(dir.filePath("server.db"));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

} // namespace parvis::contract

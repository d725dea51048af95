#include "store/kind_sql.h"

#include "model/entities.h"

#include <QList>

namespace parvis::store {

namespace {

QList<QByteArray> fieldColumns(model::Kind kind)
{
    QList<QByteArray> names;
    model::withKind(kind, [&](auto tag) {
        model::forEachField<decltype(tag)>([&](const auto &field) { names.append(field.name); });
    });
    return names;
}

QByteArray placeholders(int count)
{
    QByteArray text;
    for (int i = 1; i <= count; ++i)
        text += (i > 1 ? ", ?" : "?") + QByteArray::number(i);
    return text;
}

QByteArray assignments(const QList<QByteArray> &fields)
{
    QByteArray text;
    for (int i = 0; i < fields.size(); ++i)
        text += ", " + fields[i] + " = ?" + QByteArray::number(firstFieldParameter + i);
    return text;
}

} // namespace

KindSql kindSql(model::Kind kind)
{
    const QByteArray table = '"' + model::toString(kind).toUtf8() + '"';
    const QByteArray key = isKeyedByOrder(kind) ? "ord" : "key";
    const auto fields = fieldColumns(kind);
    const QByteArray columns = "scope, id, rev, ord, extra, " + key + ", " + fields.join(", ");
    const QByteArray from = " FROM " + table;
    const QByteArray byId = " WHERE scope = ?1 AND id = ?2";
    KindSql sql;
    sql.insert = "INSERT INTO " + table + " (scope, id, rev, ord, extra, " + fields.join(", ") + ") VALUES ("
                 + placeholders(firstFieldParameter - 1 + int(fields.size())) + ") ON CONFLICT DO NOTHING";
    sql.update = "UPDATE OR IGNORE " + table + " SET rev = ?3, ord = ?4, extra = ?5" + assignments(fields) + byId;
    sql.held = "SELECT rev, " + key + from + byId;
    sql.row = "SELECT " + columns + from + byId;
    sql.rowOfKey = "SELECT " + columns + from + " WHERE " + key + " = ?1";
    sql.rowsOfScope = "SELECT " + columns + from + " WHERE scope = ?1 ORDER BY id";
    sql.idsOfScope = "SELECT id" + from + " WHERE scope = ?1 ORDER BY id";
    sql.idRange = "SELECT id, rev" + from + " WHERE scope = ?1 AND id > ?2 AND id <= ?3";
    sql.remove = "DELETE" + from + byId;
    sql.removeScope = "DELETE" + from + " WHERE scope = ?1";
    sql.unverify = "UPDATE " + table + " SET rev = 0 WHERE scope = ?1";
    sql.unverifiedIds = "SELECT id" + from + " WHERE scope = ?1 AND rev = 0";
    sql.wipe = "DELETE" + from;
    return sql;
}

} // namespace parvis::store

#pragma once

#include "model/kind.h"

#include <QByteArray>

namespace parvis::store {

// The statements that every kind's table has, written from the kind's description. All of them use the index
// (scope, id), so none walks a table. Columns of a row: scope, id, rev, ord, extra, key, then the fields in the order of
// their numbers; key is the rowid (ord itself where isKeyedByOrder).
struct KindSql {
    QByteArray insert;        // ?1 scope ?2 id ?3 rev ?4 ord ?5 extra ?6… fields; does nothing if (scope, id) is there
    QByteArray update;        // the same parameters
    QByteArray held;          // ?1 scope ?2 id: rev, key
    QByteArray row;           // ?1 scope ?2 id: columns
    QByteArray rowOfKey;      // ?1 key: columns
    QByteArray rowsOfScope;   // ?1 scope: columns, in order of id
    QByteArray idsOfScope;    // ?1 scope: id, in order
    QByteArray idRange;       // ?1 scope, id in (?2, ?3]: id, rev
    QByteArray remove;        // ?1 scope ?2 id
    QByteArray removeScope;   // ?1 scope
    QByteArray unverify;      // ?1 scope: rev becomes 0
    QByteArray unverifiedIds; // ?1 scope: id of rows with rev 0
    QByteArray wipe;          // empties the table
};

KindSql kindSql(model::Kind kind);

inline constexpr int firstFieldParameter = 6;
inline constexpr int firstFieldColumn = 6;

// Posts, comments and texts of documents, whose order is the key of their table.
constexpr bool isKeyedByOrder(model::Kind kind)
{
    return kind == model::Kind::Post || kind == model::Kind::Comment || kind == model::Kind::DocumentText;
}

} // namespace parvis::store

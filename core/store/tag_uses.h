#pragma once

#include "store/database.h"

#include <QByteArrayView>
#include <QStringList>

namespace parvis::store {

// The writing side of `tag_use`, on the writer's connection and in its transactions: which tags the posts of a scope have.
// Throws Failure.
class TagUses {
public:
    explicit TagUses(Database &db);

    // `packed`: the list as it stands in the column and on the wire; empty for none.
    void add(qint64 scopeKey, QByteArrayView packed);
    void remove(qint64 scopeKey, const QStringList &tags);
    void replace(qint64 scopeKey, const QStringList &before, QByteArrayView after);
    void purge(qint64 scopeKey);
    void wipe();
    bool isUncounted(); // of a file from before this table
    void countAll();

private:
    void add(qint64 scopeKey, const QStringList &tags);

    Database &m_db;
    Statement m_add;
    Statement m_remove;
    Statement m_drop;
};

} // namespace parvis::store

#pragma once

#include "store/database.h"
#include "store/scope_state.h"

#include <QHash>

namespace parvis::store {

// A scope as rows name it: a small number, and its token in the full text.
struct ScopeKey {
    qint64 key = 0;
    QByteArray token;
};

// One row of the table `scope`.
struct ScopeRow {
    ScopeKey key;
    ScopeState state;
};

QList<ScopeRow> readScopes(Database &db);

// The table `scope` on the writer's connection, remembered. Throws Failure.
class ScopeTable {
public:
    explicit ScopeTable(Database &db) : m_db(db) { reload(); }

    void reload(); // after a transaction was rolled back
    QList<ScopeState> states() const;
    QList<ScopeKey> keys() const;
    const ScopeRow *find(const model::ScopeId &scope) const; // null if unknown
    ScopeKey keyOf(const model::ScopeId &scope);             // makes it if unknown
    bool store(const ScopeState &state);                     // true if anything changed
    void remove(const model::ScopeId &scope);

private:
    Database &m_db;
    QHash<model::ScopeId, ScopeRow> m_rows;
};

} // namespace parvis::store

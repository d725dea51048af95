#pragma once

#include "bench/plain_rows.h"
#include "bench/row.h"
#include "model/scope.h"

#include <memory>
#include <span>

namespace parvis::store {
class Cache;
class Database;
} // namespace parvis::store

namespace parvis::bench {

enum class FullText {
    Filled,
    Swallowed // a view takes the place of the full text's table and drops what is written to it
};

// Makes an empty cache.db as the client does.
void makeEmptyCache(const QString &path, FullText text);
void removeDatabase(const QString &path); // with its log
void copyDatabase(const QString &from, const QString &to);

// Ours: unpacks each chunk and applies it through store::Cache, coverage too. Gives what it took from opened file to
// the last commit.
Spent applyWithCache(const QString &path, std::span<const Chunk> chunks, const model::ScopeId &scope);

// The floor: the rows are decoded already; one loop over prepared statements of the C API writes them, a transaction a
// chunk, into a file of the same schema with the same pragmas and the same tokenizer.
Spent applyRaw(const QString &path, std::span<const Chunk> chunks, qint64 scopeKey, FullText text);

} // namespace parvis::bench

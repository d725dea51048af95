#pragma once

namespace parvis::store {

class Database;

// Teaches FTS5 on this connection the ranking function `relevance(words, newest)`: bm25 of the column `body` (k1 1.2,
// b 0.75, as FTS5's own), best lowest. FTS5's own walks all rows of every word of the query before the first result,
// 0.2 µs each; this one stops at 20 000 and takes what follows, up to the rowid `newest`, to be as dense. Throws Failure.
void registerRelevance(Database &db);

} // namespace parvis::store

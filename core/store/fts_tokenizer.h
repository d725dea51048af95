#pragma once

#include <QByteArray>

struct fts5_api;

namespace parvis::store {

class Database;

// Teaches FTS5 on this connection the tokenizer "parvis": the words and stems of core/text. A text that begins with
// placeMark is one token as it stands: the name of a place. Throws Failure.
void registerTokenizer(Database &db);

fts5_api *ftsApi(Database &db); // null if this SQLite has no FTS5

inline constexpr char placeMark = '\x03';

// The token under which the rows of one scope are found.
inline QByteArray placeToken(qint64 scopeKey)
{
    return placeMark + QByteArray::number(scopeKey, 36);
}

} // namespace parvis::store

#pragma once

#include <QByteArray>
#include <QByteArrayView>

struct fts5_api;

namespace parvis::store {

class Database;

// Teaches FTS5 on this connection the tokenizer "parvis": the words and stems of core/text. A short text that begins with
// placeMark is no language: each piece from one mark to the next is a token as it stands. Throws Failure.
void registerTokenizer(Database &db);

fts5_api *ftsApi(Database &db); // null if this SQLite has no FTS5

inline constexpr char placeMark = '\x03';

// The token under which the rows of one scope are found.
inline QByteArray placeToken(qint64 scopeKey)
{
    return placeMark + QByteArray::number(scopeKey, 36);
}

// The token under which what a person wrote is found: 40 random bits of the id, so two may share one. Nobody has none.
inline QByteArray authorToken(QByteArrayView id)
{
    quint64 bits = 0;
    if (id.size() != 16)
        return {};
    for (const char each : id.last(5))
        bits = bits << 8 | quint8(each);
    return bits == 0 ? QByteArray() : placeMark + QByteArray("@") + QByteArray::number(bits, 36);
}

} // namespace parvis::store

#pragma once

#include "bench/corpus.h"
#include "protocol/rows.h"

#include <QByteArray>

#include <vector>

namespace parvis::bench {

// One value of a column, ready to be bound.
struct Cell {
    enum Type : quint8 { Null, Integer, Text, Blob };
    Type type = Null;
    bool isBool = false;
    qint64 integer = 0;
    QByteArray bytes;

    qint64 plainSize() const { return type == Null ? 0 : type == Integer ? (isBool ? 1 : 8) : bytes.size(); }
};

// A row with its fields decoded already: what the floors write.
struct PlainRow {
    model::Kind kind = model::Kind::Post;
    base::Uuid id;
    qint64 rev = 0;
    qint64 order = 0;
    std::vector<Cell> fields; // in the order of the kind's description
    int body = -1;            // which field is full text; -1: none
    qint64 textRow = 0;       // rowid in the full text; set by Chunk::arrange()
    bool hasBody() const { return body >= 0 && !fields[size_t(body)].bytes.isEmpty(); }
};

PlainRow plainRow(model::Kind kind, const base::Uuid &id, qint64 rev, qint64 order, const model::Entity &entity);

// Rows of one scope as the server sends them in one answer.
struct Chunk {
    std::vector<PlainRow> rows;
    QByteArray packed; // protocol::packBatch of the same rows
    qint64 lo = 0;     // (lo, hi] of rev
    qint64 hi = 0;

    // Puts the rows into the order in which they are written fastest, oldest first, and gives each text the rowid that
    // the client would give it.
    void arrange();
};

// `count` rows of one group, revs from 1, as a first sync brings them: from the newest downwards, cut where the server
// cuts them.
std::vector<Chunk> makeChunks(qint64 count, quint64 seed = 7);

std::vector<model::PersonId> makePeopleIds(int count);

} // namespace parvis::bench

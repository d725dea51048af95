#pragma once

#include "store/reader_private.h"
#include "text/query.h"

namespace parvis::store {

// A post or comment by its place in the feed.
struct WordMatch {
    qint64 order = 0;
    model::Kind kind = model::Kind::Post;
};

// Matches of one expression in the order of the feed, newest first, read as they are asked for. A rowid of the full text
// stands for a second, see text_index.h: where several texts share one, each is matched by itself.
class WordMatches {
public:
    WordMatches(Reader::Private &reader, const QString &expression, const text::Query &query);
    ~WordMatches();
    std::optional<WordMatch> next();

private:
    void advanceCells();
    void advanceCrowded();

    Reader::Private &m_reader;
    const text::Query &m_query;
    Statement &m_cells;
    Statement &m_crowded;
    std::optional<qint64> m_cell;
    std::optional<qint64> m_crowdedOrder;
    QList<WordMatch> m_ready; // of one cell, newest first
};

// The rows that a rowid stands for and that match, newest first.
QList<WordMatch> rowsOfWordRow(Reader::Private &reader, qint64 rowId, const text::Query &query);

// Whether the stored text answers the query.
bool answersQuery(Reader::Private &reader, const WordMatch &match, const text::Query &query);

} // namespace parvis::store

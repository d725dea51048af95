#pragma once

#include "store/reader_private.h"
#include "text/query.h"

namespace parvis::store {

// A post or comment by its place in the feed.
struct WordMatch {
    qint64 order = 0;
    model::Kind kind = model::Kind::Post;
};

// Matches of one expression in the order of the feed, newest first, read as they are asked for.
class WordMatches {
public:
    WordMatches(Reader::Private &reader, const QString &expression);
    ~WordMatches();
    std::optional<WordMatch> next();

private:
    std::optional<WordMatch> step(Statement &rows);

    Reader::Private &m_reader;
    Statement &m_cells;
    Statement &m_crowded;
    std::optional<WordMatch> m_ofCell;
    std::optional<WordMatch> m_ofCrowd;
};

// The text that a rowid of the full text stands for (text_index.h); nothing if it is not held.
std::optional<WordMatch> textOfWordRow(Reader::Private &reader, qint64 rowId);

// Where the newest `size` matches begin, to about a second, and whether crowded rows are among them.
struct WordWindow {
    qint64 oldest = 0; // order
    bool crowded = false;
};
WordWindow newestWindow(Reader::Private &reader, const QString &expression, qint64 size);

// Whether the stored text answers the query.
bool answersQuery(Reader::Private &reader, const WordMatch &match, const text::Query &query);

} // namespace parvis::store

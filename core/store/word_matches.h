#pragma once

#include "store/reader_private.h"
#include "store/text_index.h"
#include "text/query.h"

#include <limits>

namespace parvis::store {

// A post or comment by its place in the feed.
struct WordMatch {
    qint64 order = 0;
    model::Kind kind = model::Kind::Post;
};

// A stretch of the feed, and the rowids of the full text (text_index.h) that it takes: cells at its ends reach beyond it.
struct OrderSpan {
    static constexpr qint64 noEnd = std::numeric_limits<qint64>::max();
    qint64 since = 0;      // the first order
    qint64 before = noEnd; // exclusive

    bool isWhole() const { return since == 0 && before == noEnd; }
    bool contains(qint64 order) const { return order >= since && order < before; }
    qint64 lowCell() const { return cellOf(since); }
    qint64 highCell() const { return cellOf(before - 1); }
    qint64 lowCrowded() const { return crowdedRow(before - 1); } // the newest
    qint64 highCrowded() const { return crowdedRow(since); }
};

// Matches of one expression in the order of the feed, newest first, read as they are asked for.
class WordMatches {
public:
    WordMatches(Reader::Private &reader, const QString &expression, const OrderSpan &span);
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
WordWindow newestWindow(Reader::Private &reader, const QString &expression, const OrderSpan &span, qint64 size);

// Whether the stored text answers the query.
bool answersQuery(Reader::Private &reader, const WordMatch &match, const text::Query &query);

} // namespace parvis::store

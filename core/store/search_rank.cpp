#include "store/search.h"

#include "store/cache_sql.h"
#include "store/word_matches.h"

#include <algorithm>

namespace parvis::store {

using namespace cache;

// By relevance: bm25 over all matches, or over a window of the newest where they are too many.

namespace {

constexpr qint64 rankAllUpTo = 50'000; // matches; bm25 costs about 0.85 µs each
constexpr qint64 rankedWindow = 2'000; // of the newest, above that
constexpr qint64 bytesARow = 600;      // of the file, about

} // namespace

// Whether the last word is the beginning of so many that only a window of them can be ranked; judged by the newest texts
// and the size of the file, since asking the index would cost what this avoids.
bool Search::beginsTooMuch()
{
    const text::QueryTerm &last = m_query.terms.last();
    if (!last.prefix || last.excluded)
        return false;
    const text::Query alone{{last}};
    bool everything = false;
    const QList<WordMatch> newest = newestOfAll(m_span, everything);
    if (everything || newest.isEmpty())
        return false;
    const auto matching = std::count_if(newest.begin(), newest.end(),
                                        [&](const auto &each) { return answersQuery(m_reader, each, alone); });
    const qint64 rows = m_reader.number("PRAGMA page_count") * m_reader.number("PRAGMA page_size") / bytesARow;
    return rows * matching / newest.size() > rankAllUpTo;
}

void Search::takeRanked(const char *sql, const QString &match, const OrderSpan &span)
{
    const qint64 newest = m_reader.number(sql::searchNewestCell);
    // Most of what is ranked is wanted and visible; where it is not, more is asked for.
    for (qint64 limit = m_asked.limit * 2 + 50;; limit *= 8) {
        // The statements take as many of these as they need.
        Statement &read = m_reader.of(sql).with(match, limit, newest, span.lowCell(), span.highCell(),
                                                span.lowCrowded(), span.highCrowded());
        qint64 rows = 0;
        for (; !isFull() && read.step(); ++rows) {
            if (const auto found = textOfWordRow(m_reader, read.integer(0)))
                consider(*found);
        }
        read.reset();
        if (isFull() || rows < limit)
            return;
    }
}

SearchResult::Ranked Search::rank(const text::Query &query)
{
    const QString match = expressionOf(query);
    const qint64 matches = m_span.isWhole()
                               ? m_reader.number(sql::searchWordsCount, match, rankAllUpTo + 1)
                               : m_reader.number(sql::searchWordsCountBetween, match, rankAllUpTo + 1, m_span.lowCell(),
                                                 m_span.highCell(), m_span.lowCrowded(), m_span.highCrowded());
    if (matches <= rankAllUpTo) {
        takeRanked(m_span.isWhole() ? sql::searchWordsRanked : sql::searchWordsRankedCrowded, match, m_span);
        return SearchResult::All;
    }
    const WordWindow window = newestWindow(m_reader, match, m_span, rankedWindow);
    takeRanked(window.crowded ? sql::searchWordsRankedCrowded : sql::searchWordsRankedNewest, match,
               {window.oldest, m_span.before});
    return SearchResult::Window;
}

SearchResult::Ranked Search::findRanked()
{
    if (!beginsTooMuch())
        return rank(m_query);
    // The word as it stands is ranked; what only begins so follows, newest first.
    text::Query complete = m_query;
    complete.terms.last().prefix = false;
    rank(complete);
    if (!isFull())
        foundByReading();
    return SearchResult::Window;
}

} // namespace parvis::store

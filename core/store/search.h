#pragma once

#include "store/reader_private.h"
#include "text/query.h"

namespace parvis::store {

// One search, inside one snapshot. Newest first: the full text's rowid is the order, so the walk stops when the page is
// full. Ranked: bm25 over all matches up to 50 000, above that over the newest 2 000.
class Search {
public:
    Search(Reader::Private &reader, const SearchQuery &query);
    SearchResult run();

private:
    bool wants(model::Kind kind) const;
    bool isFull() const;
    bool isVisible(const SeenRow &row) const;
    void add(const SeenRow &row);
    void consider(qint64 order);
    void addWaiting();
    bool foundAmongNewest();
    void findNewest();
    SearchResult::Ranked findRanked();
    void findNames();
    void sortNewestFirst();

    Reader::Private &m_reader;
    const SearchQuery &m_asked;
    const text::Query m_query;
    const QSet<model::ScopeId> m_places;
    QString m_match;
    QList<SearchHit> m_hits;
};

} // namespace parvis::store

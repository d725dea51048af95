#pragma once

#include "store/word_matches.h"

namespace parvis::store {

// One search, inside one snapshot. Newest first: the full text is walked in the feed's order, so it stops when the page
// is full. Ranked: bm25 over all matches up to 50 000, above that over the newest 2 000.
class Search {
public:
    Search(Reader::Private &reader, const SearchQuery &query);
    SearchResult run();

private:
    bool wants(model::Kind kind) const;
    bool isFull() const;
    bool isVisible(const SeenRow &row) const;
    void add(const SeenRow &row);
    QString inPlace(const QString &expression) const;
    void consider(const WordMatch &match);
    void addWaiting();
    QList<WordMatch> newestOfAll(bool &everything);
    bool foundByReading();
    void findNewest();
    bool beginsTooMuch();
    void takeRanked(const char *sql, const QString &match, qint64 oldest);
    SearchResult::Ranked rank(const text::Query &query);
    SearchResult::Ranked findRanked();
    void findNames();
    void sortNewestFirst();

    Reader::Private &m_reader;
    const SearchQuery &m_asked;
    const text::Query m_query;
    const QSet<model::ScopeId> m_places;
    QString m_match;
    QList<SearchHit> m_hits;
    QSet<qint64> m_met; // orders
};

} // namespace parvis::store

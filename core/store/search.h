#pragma once

#include "store/word_matches.h"

namespace parvis::store {

// One search, inside one snapshot. Newest first: the full text is walked in the feed's order, so it stops when the page
// is full. Ranked: bm25 over all matches up to 50 000, above that over the newest 2 000. People and places are tokens of the
// full text and days are a stretch of its rowids, so none of them makes a search slower. Documents and folders are found
// by their names and by what stands in them, in an index of their own, among all others.
class Search {
public:
    Search(Reader::Private &reader, const SearchQuery &query);
    SearchResult run();

private:
    void understand();
    QList<PersonCard> peopleNamed(const QString &name);
    QList<model::ScopeId> groupsNamed(const QString &name);
    bool isNarrowed() const; // to people, places or days
    bool isOnWall(const SeenRow &row);
    bool answers(const QString &body) const;
    bool wants(model::Kind kind) const;
    bool isFull() const;
    bool isVisible(const SeenRow &row);
    void add(const SeenRow &row);
    QString narrowed(const QString &expression, const QString &columns, const QSet<model::ScopeId> &in) const;
    QString expressionOf(const text::Query &query) const;
    void consider(const WordMatch &match);
    void addWaiting();
    QList<WordMatch> newestOfAll(const OrderSpan &span, bool &everything);
    void walk();
    bool foundByReading();
    void findNewest();
    bool beginsTooMuch();
    void takeRanked(const char *sql, const QString &match, const OrderSpan &span);
    SearchResult::Ranked rank(const text::Query &query);
    SearchResult::Ranked findRanked();
    void findNames();
    bool wantsFiles() const;
    bool hasJustBegun() const;
    QString fileExpression() const;
    QList<SearchHit> findFiles();
    void considerFile(const FileRow &row, QHash<model::Uuid, qsizetype> &met, QList<SearchHit> &files);
    bool isVisibleFile(const SeenRow &row, QStringList &path);
    std::optional<SearchHit> fileHit(const SeenRow &row, const model::DocumentText *text);
    void addWaitingFiles(QHash<model::Uuid, qsizetype> &met, QList<SearchHit> &files);
    void mixIn(const QList<SearchHit> &files);
    void sortNewestFirst();

    Reader::Private &m_reader;
    const SearchQuery &m_asked;
    const text::Query m_query;
    const QSet<model::ScopeId> m_places;
    OrderSpan m_span;
    QSet<model::Uuid> m_authors;
    QSet<model::ScopeId> m_in;
    SearchResult m_result;
    QString m_match;
    QList<SearchHit> m_hits;
    QSet<qint64> m_met; // orders
};

} // namespace parvis::store

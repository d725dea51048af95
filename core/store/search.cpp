#include "store/search.h"

#include "store/cache_sql.h"
#include "store/fts_tokenizer.h"
#include "store/text_index.h"
#include "store/word_matches.h"
#include "text/cut.h"
#include "text/markdown.h"
#include "text/snippet.h"

#include <QElapsedTimer>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr qint64 rankAllUpTo = 50'000; // matches; bm25 costs about 0.85 µs each
constexpr qint64 rankedWindow = 2'000; // of the newest, above that
constexpr qint64 newestLookedAt = 400; // texts of each kind that are read while a word is being typed
constexpr int candidates = 600;        // matches of the other words that are read then
constexpr qint64 bytesARow = 600;      // of the file, about
constexpr int snippetChars = 160;
constexpr qint64 maxNames = 500;

} // namespace

Search::Search(Reader::Private &reader, const SearchQuery &query)
    : m_reader(reader), m_asked(query), m_query(text::parseQuery(query.text)), m_places(reader.myPlaces())
{
    m_match = inPlace(text::toFts5(m_query));
}

// The expression narrowed to the group that is asked for; for an empty one, all of that group.
QString Search::inPlace(const QString &expression) const
{
    if (m_asked.group.isNull())
        return expression;
    const auto row = m_reader.scopes.constFind(ScopeId::group(model::GroupId(m_asked.group)));
    // A place without rows: the mark alone is no token, so nothing is found.
    const QString token = row == m_reader.scopes.constEnd() ? QChar::fromLatin1(placeMark) + QStringLiteral(" nowhere")
                                                            : QString::fromUtf8(row->key.token);
    const QString place = QStringLiteral("place : \"%1\"").arg(token);
    return expression.isEmpty() ? place : QStringLiteral("({body} : (%1)) AND %2").arg(expression, place);
}

bool Search::wants(Kind kind) const
{
    if (m_asked.kind)
        return *m_asked.kind == kind;
    return m_asked.group.isNull() || kind == Kind::Post || kind == Kind::Comment;
}

bool Search::isFull() const
{
    return m_hits.size() >= m_asked.limit;
}

bool Search::isVisible(const SeenRow &row) const
{
    if (!m_places.contains(row.scope) && row.state == ItemState::Acked)
        return false;
    return m_asked.group.isNull() || row.scope.id == m_asked.group;
}

void Search::add(const SeenRow &row)
{
    SearchHit hit;
    hit.kind = row.kind;
    hit.id = row.id;
    QString body;
    if (row.kind == Kind::Post) {
        const auto &post = row.as<model::Post>();
        hit.post = row.id;
        hit.author = m_reader.card(post.author);
        hit.place = m_reader.place(row.scope, post.wall);
        hit.createdAt = post.createdAt;
        body = post.body;
    } else {
        const auto &comment = row.as<model::Comment>();
        const auto post = m_reader.heldRow(Kind::Post, row.scope, comment.post.uuid());
        hit.post = comment.post.uuid();
        hit.author = m_reader.card(comment.author);
        hit.place = m_reader.place(row.scope, post ? std::get<model::Post>(post->entity).wall : model::PersonId());
        hit.createdAt = comment.createdAt;
        body = comment.body;
    }
    hit.order = row.order;
    hit.state = row.state;
    const text::Snippet snippet =
        text::snippet(text::plainText(text::parseMarkdown(body)), m_query, snippetChars);
    hit.snippet = snippet.text;
    for (const text::Highlight &each : snippet.highlights)
        hit.highlights.append({each.start, each.length});
    m_hits.append(hit);
}

// A match, if it is wanted and new here. What the outbox touches is looked at by its new text elsewhere.
void Search::consider(const WordMatch &match)
{
    if (!wants(match.kind) || m_met.contains(match.order))
        return;
    m_met.insert(match.order);
    const auto held = m_reader.heldRow(match.kind, match.order);
    if (!held || m_reader.overlay.touches(held->id))
        return;
    const auto row = m_reader.seen(match.kind, *held);
    if (row && isVisible(*row))
        add(*row);
}

// The few texts that wait in the outbox are matched one by one.
void Search::addWaiting()
{
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        if (!wants(kind))
            continue;
        QSet<Uuid> met;
        for (const Overlay::Target &target : m_reader.overlay.created(kind) + m_reader.overlay.changed(kind)) {
            if (met.contains(target.id))
                continue;
            met.insert(target.id);
            const auto row = m_reader.seen(kind, target.scope, target.id);
            if (!row || !isVisible(*row))
                continue;
            const QString body = kind == Kind::Post ? row->as<model::Post>().body : row->as<model::Comment>().body;
            if (text::matches(body, m_query))
                add(*row);
        }
    }
}

void Search::sortNewestFirst()
{
    std::stable_sort(m_hits.begin(), m_hits.end(), [](const auto &a, const auto &b) { return a.order > b.order; });
    if (m_hits.size() > m_asked.limit)
        m_hits.resize(m_asked.limit);
}

QList<WordMatch> Search::newestOfAll(bool &everything)
{
    QList<WordMatch> newest;
    qint64 lowest = 0; // below it not every kind was read
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        if (!wants(kind))
            continue;
        Statement &read = m_reader.of(kind == Kind::Post ? sql::newestPostsOfAll : sql::newestCommentsOfAll)
                              .with(newestLookedAt);
        qint64 rows = 0;
        for (; read.step(); ++rows)
            newest.append({read.integer(0), kind});
        if (rows == newestLookedAt)
            lowest = qMax(lowest, newest.last().order);
    }
    newest.removeIf([&](const WordMatch &each) { return each.order < lowest; });
    std::sort(newest.begin(), newest.end(), [](const auto &a, const auto &b) { return a.order > b.order; });
    everything = lowest == 0;
    return newest;
}

// For the beginning of a word the index must gather all words that begin so, and their rows, before it gives the first.
// A common beginning is found sooner by reading texts: the newest, or those that the other words of the query find. A
// rare one is not, but then the index is quick. True if the page is full, or nothing else can be there.
bool Search::foundByReading()
{
    const text::QueryTerm &last = m_query.terms.last();
    if (!last.prefix || last.excluded)
        return false;
    text::Query others = m_query;
    others.terms.removeLast();
    const QString match = inPlace(text::toFts5(others));
    const qsizetype full = m_hits.size() + m_asked.limit;
    if (match.isEmpty()) {
        bool everything = false;
        for (const WordMatch &each : newestOfAll(everything)) {
            if (m_hits.size() >= full)
                return true;
            if (answersQuery(m_reader, each, m_query))
                consider(each);
        }
        return everything || m_hits.size() >= full;
    }
    WordMatches found(m_reader, match);
    for (int i = 0; i < candidates && m_hits.size() < full; ++i) {
        const auto each = found.next();
        if (!each)
            return true;
        if (wants(each->kind) && answersQuery(m_reader, *each, m_query))
            consider(*each);
    }
    return m_hits.size() >= full;
}

void Search::findNewest()
{
    const qsizetype full = m_hits.size() + m_asked.limit;
    if (foundByReading())
        return;
    WordMatches found(m_reader, m_match);
    while (m_hits.size() < full) {
        const auto each = found.next();
        if (!each)
            return;
        consider(*each);
    }
}

// Whether the last word is the beginning of so many that only a window of them can be ranked; judged by the newest texts
// and the size of the file, since asking the index would cost what this avoids.
bool Search::beginsTooMuch()
{
    const text::QueryTerm &last = m_query.terms.last();
    if (!last.prefix || last.excluded)
        return false;
    const text::Query alone{{last}};
    bool everything = false;
    const QList<WordMatch> newest = newestOfAll(everything);
    if (everything || newest.isEmpty())
        return false;
    const auto matching = std::count_if(newest.begin(), newest.end(),
                                        [&](const auto &each) { return answersQuery(m_reader, each, alone); });
    const qint64 rows = m_reader.number("PRAGMA page_count") * m_reader.number("PRAGMA page_size") / bytesARow;
    return rows * matching / newest.size() > rankAllUpTo;
}

void Search::takeRanked(const char *sql, const QString &match, qint64 oldest)
{
    const qint64 newest = m_reader.number(sql::searchNewestCell);
    // Most of what is ranked is wanted and visible; where it is not, more is asked for.
    for (qint64 limit = m_asked.limit * 2 + 50;; limit *= 8) {
        // The statements take as many of these as they need.
        Statement &read = m_reader.of(sql).with(match, limit, newest, cellOf(oldest), crowdedRow(oldest));
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
    const QString match = inPlace(text::toFts5(query));
    if (m_reader.number(sql::searchWordsCount, match, rankAllUpTo + 1) <= rankAllUpTo) {
        takeRanked(sql::searchWordsRanked, match, 0);
        return SearchResult::All;
    }
    const WordWindow window = newestWindow(m_reader, match, rankedWindow);
    takeRanked(window.crowded ? sql::searchWordsRankedCrowded : sql::searchWordsRankedNewest, match, window.oldest);
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

void Search::findNames()
{
    if (!m_asked.group.isNull() || !(wants(Kind::Person) || wants(Kind::Group)))
        return;
    QList<NameRow> rows;
    Statement &read = m_reader.of(sql::searchNames).with(text::toFts5(m_query), maxNames);
    while (read.step())
        rows.append(nameRowOf(read.integer(0)));
    QSet<Uuid> met;
    for (const NameRow &each : rows) {
        const Kind shown = each.kind == Kind::GroupCard ? Kind::Group : each.kind;
        const auto held = m_reader.heldRow(each.kind, each.key);
        const auto row = held && wants(shown) ? m_reader.seen(each.kind, *held) : std::nullopt;
        if (!row || met.contains(row->id))
            continue;
        met.insert(row->id);
        SearchHit hit;
        hit.kind = shown;
        hit.id = row->id;
        hit.order = row->order;
        hit.state = row->state;
        if (shown == Kind::Person) {
            hit.author = m_reader.card(model::PersonId(row->id));
            hit.title = hit.author.fullName;
            hit.snippet = row->as<model::Person>().title;
        } else {
            const ScopeId scope = ScopeId::group(model::GroupId(row->id));
            hit.place = m_reader.place(scope, {});
            hit.title = hit.place.title;
            hit.snippet = text::shortened(each.kind == Kind::Group ? row->as<model::Group>().description
                                                                   : row->as<model::GroupCard>().description,
                                          snippetChars);
        }
        m_hits.append(hit);
    }
}

SearchResult Search::run()
{
    SearchResult result;
    if (m_query.findsSomething()) {
        const bool words = wants(Kind::Post) || wants(Kind::Comment);
        if (m_asked.ranked) {
            result.ranked = SearchResult::All;
            addWaiting();
            if (words)
                result.ranked = findRanked();
            if (!isFull())
                findNames();
            if (m_hits.size() > m_asked.limit)
                m_hits.resize(m_asked.limit);
        } else {
            addWaiting();
            if (words)
                findNewest();
            findNames();
            sortNewestFirst();
        }
    }
    result.hits = m_hits;
    const SyncSummary summary = m_reader.summary();
    result.completeUpTo = summary.completeUpTo;
    for (const SyncSummary::Scope &scope : summary.scopes) {
        if (!m_asked.group.isNull() && scope.scope.id == m_asked.group)
            result.completeUpTo = scope.completeUpTo;
    }
    return result;
}

Result<SearchResult> Reader::search(const SearchQuery &query)
{
    QElapsedTimer spent;
    spent.start();
    auto result = d->read([&] { return Search(*d, query).run(); });
    if (result)
        result->tookUs = spent.nsecsElapsed() / 1000;
    return result;
}

} // namespace parvis::store

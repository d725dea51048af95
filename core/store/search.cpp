#include "store/search.h"

#include "store/cache_sql.h"
#include "store/text_index.h"
#include "store/word_matches.h"
#include "text/cut.h"
#include "text/markdown.h"
#include "text/matching.h"
#include "text/snippet.h"

#include <QElapsedTimer>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr qint64 newestLookedAt = 400; // texts of each kind that are read while a word is being typed
constexpr int candidates = 600;        // matches of the other words that are read then
constexpr int snippetChars = 160;
constexpr qint64 maxNames = 500;

QString bodyOf(const SeenRow &row)
{
    return row.kind == Kind::Post ? row.as<model::Post>().body : row.as<model::Comment>().body;
}

} // namespace

Search::Search(Reader::Private &reader, const SearchQuery &query)
    : m_reader(reader), m_asked(query), m_query(text::parseQuery(query.text)), m_places(reader.myPlaces()),
      m_span{qMax<qint64>(0, query.since), query.before > 0 ? query.before : OrderSpan::noEnd}
{
    understand();
    m_match = expressionOf(m_query);
}

bool Search::isFull() const
{
    return m_hits.size() >= m_asked.limit;
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
    if (!row || !isVisible(*row))
        return;
    if (m_query.findsSomething() || m_query.isEmpty() || answers(bodyOf(*row)))
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
            if (answers(bodyOf(*row)))
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

QList<WordMatch> Search::newestOfAll(const OrderSpan &span, bool &everything)
{
    QList<WordMatch> newest;
    qint64 lowest = 0; // below it not every kind was read
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        if (!wants(kind))
            continue;
        Statement &read = m_reader.of(kind == Kind::Post ? sql::newestPostsOfAll : sql::newestCommentsOfAll)
                              .with(newestLookedAt, span.before, span.since);
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

// Nothing but days is asked for: the feed itself is walked.
void Search::walk()
{
    const qsizetype full = m_hits.size() + m_asked.limit;
    OrderSpan rest = m_span;
    for (bool everything = false; !everything && m_hits.size() < full;) {
        const QList<WordMatch> page = newestOfAll(rest, everything);
        for (qsizetype i = 0; i < page.size() && m_hits.size() < full; ++i)
            consider(page.at(i));
        if (!page.isEmpty())
            rest.before = page.last().order;
    }
}

// For the beginning of a word the index must gather all words that begin so, and their rows, before it gives the first.
// A common beginning is found sooner by reading texts: the newest, or those that the other words of the query find. A
// rare one is not, but then the index is quick. True if the page is full, or nothing else can be there.
bool Search::foundByReading()
{
    if (m_query.isEmpty() || !m_query.terms.last().prefix || m_query.terms.last().excluded)
        return false;
    text::Query others = m_query;
    others.terms.removeLast();
    const QString match = expressionOf(others);
    const qsizetype full = m_hits.size() + m_asked.limit;
    if (match.isEmpty()) {
        bool everything = false;
        for (const WordMatch &each : newestOfAll(m_span, everything)) {
            if (m_hits.size() >= full)
                return true;
            if (answersQuery(m_reader, each, m_query))
                consider(each);
        }
        return everything || m_hits.size() >= full;
    }
    WordMatches found(m_reader, match, m_span);
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
    if (m_match.isEmpty())
        return walk();
    if (foundByReading())
        return;
    WordMatches found(m_reader, m_match, m_span);
    while (m_hits.size() < full) {
        const auto each = found.next();
        if (!each)
            return;
        consider(*each);
    }
}

void Search::findNames()
{
    if (!m_query.findsSomething() || !(wants(Kind::Person) || wants(Kind::Group)))
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
    const bool words = wants(Kind::Post) || wants(Kind::Comment);
    const bool asked = m_query.findsSomething() || (isNarrowed() && words);
    if (asked && m_result.unknown.isEmpty()) {
        addWaiting();
        const QList<SearchHit> files = findFiles();
        if (m_asked.ranked && m_query.findsSomething()) {
            m_result.ranked = words ? findRanked() : SearchResult::All;
            if (!isFull())
                findNames();
            mixIn(files);
        } else {
            if (words)
                findNewest();
            findNames();
            m_hits.append(files);
            sortNewestFirst();
        }
    }
    m_result.hits = m_hits;
    const SyncSummary summary = m_reader.summary();
    m_result.completeUpTo = summary.completeUpTo;
    for (const SyncSummary::Scope &scope : summary.scopes) {
        if (m_in.size() == 1 && m_in.contains(scope.scope))
            m_result.completeUpTo = scope.completeUpTo;
    }
    return m_result;
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

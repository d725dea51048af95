#include "store/search.h"

#include "store/cache_sql.h"
#include "store/text_index.h"
#include "text/cut.h"
#include "text/markdown.h"
#include "text/snippet.h"

#include <QElapsedTimer>

#include <limits>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr qint64 rankAllUpTo = 50'000; // matches; bm25 costs about 0.85 µs each
constexpr qint64 rankedWindow = 2'000; // of the newest, above that
constexpr qint64 newestLookedAt = 400; // texts of each kind, while few letters are typed
constexpr int fewLetters = 3;          // bytes of the folded word
constexpr int snippetChars = 160;
constexpr qint64 maxNames = 500;

} // namespace

Search::Search(Reader::Private &reader, const SearchQuery &query)
    : m_reader(reader), m_asked(query), m_query(text::parseQuery(query.text)), m_places(reader.myPlaces())
{
    m_match = text::toFts5(m_query);
    if (!m_match.isEmpty() && !query.group.isNull()) {
        const ScopeId scope = ScopeId::group(model::GroupId(query.group));
        const auto row = reader.scopes.constFind(scope);
        const QString token = row == reader.scopes.constEnd() ? QString(u'\x03') : QString::fromUtf8(row->key.token);
        m_match = QStringLiteral("({body} : (%1)) AND place : \"%2\"").arg(m_match, token);
    }
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

// A match of the index, if it is wanted. What the outbox touches is looked at by its new text elsewhere.
void Search::consider(qint64 order)
{
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        const auto held = m_reader.heldRow(kind, order);
        if (!held)
            continue;
        if (!wants(kind) || m_reader.overlay.touches(held->id))
            return;
        const auto row = m_reader.seen(kind, *held);
        if (row && isVisible(*row))
            add(*row);
        return;
    }
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

// With a letter or two typed, an index would gather a large part of all rows before it gives the first; but then the
// newest texts nearly always have enough.
bool Search::foundAmongNewest()
{
    const text::QueryTerm &last = m_query.terms.last();
    if (!last.prefix || last.excluded || last.tokens.last().exact.size() > fewLetters || !m_asked.group.isNull())
        return false;
    struct Candidate {
        qint64 order;
        Kind kind;
    };
    QList<Candidate> matching;
    qint64 lowest = 0; // below it nothing was looked at
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        if (!wants(kind))
            continue;
        Statement &read = m_reader.of(kind == Kind::Post ? sql::newestPostsOfAll : sql::newestCommentsOfAll)
                              .with(newestLookedAt);
        qint64 rows = 0;
        qint64 order = 0;
        for (; read.step(); ++rows) {
            order = read.integer(0);
            if (m_places.contains(m_reader.scopeOfKey.value(read.integer(1))) && text::matches(read.text(2), m_query))
                matching.append({order, kind});
        }
        if (rows == newestLookedAt)
            lowest = qMax(lowest, order);
    }
    std::sort(matching.begin(), matching.end(), [](const auto &a, const auto &b) { return a.order > b.order; });
    matching.removeIf([&](const Candidate &each) { return each.order < lowest; });
    if (matching.size() < m_asked.limit && lowest > 0)
        return false;
    const qsizetype before = m_hits.size();
    for (const Candidate &each : matching) {
        if (m_hits.size() - before >= m_asked.limit)
            break;
        consider(each.order);
    }
    return true;
}

void Search::findNewest()
{
    if (foundAmongNewest())
        return;
    const qsizetype before = m_hits.size();
    Statement &read = m_reader.of(sql::searchWordsNewest)
                          .with(m_match, std::numeric_limits<qint64>::max(), qint64(-1));
    while (m_hits.size() - before < m_asked.limit && read.step())
        consider(read.integer(0));
    read.reset();
}

SearchResult::Ranked Search::findRanked()
{
    const qint64 count = m_reader.number(sql::searchWordsCount, m_match, rankAllUpTo + 1);
    const bool all = count <= rankAllUpTo;
    const qint64 lowest = all ? 0 : m_reader.number(sql::searchWordsWindow, m_match, rankedWindow - 1);
    Statement &read = m_reader.of(sql::searchWordsRanked).with(m_match, lowest, qint64(-1));
    while (!isFull() && read.step())
        consider(read.integer(0));
    read.reset();
    return all ? SearchResult::All : SearchResult::Window;
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

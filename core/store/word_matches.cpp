#include "store/word_matches.h"

#include "store/cache_sql.h"
#include "store/text_index.h"

namespace parvis::store {

using namespace cache;
using model::Kind;

namespace {

QList<WordMatch> rowsBetween(Reader::Private &reader, qint64 first, qint64 last)
{
    QList<WordMatch> rows;
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        Statement &read = reader.of(kind == Kind::Post ? sql::postsBetween : sql::commentsBetween).with(first, last);
        while (read.step())
            rows.append({read.integer(0), kind});
    }
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.order > b.order; });
    return rows;
}

} // namespace

bool answersQuery(Reader::Private &reader, const WordMatch &match, const text::Query &query)
{
    const auto held = reader.heldRow(match.kind, match.order);
    if (!held)
        return false;
    const auto *post = std::get_if<model::Post>(&held->entity);
    return text::matches(post ? post->body : std::get<model::Comment>(held->entity).body, query);
}

QList<WordMatch> rowsOfWordRow(Reader::Private &reader, qint64 rowId, const text::Query &query)
{
    if (isCrowdedRow(rowId))
        return rowsBetween(reader, orderOfCrowded(rowId), orderOfCrowded(rowId));
    QList<WordMatch> rows = rowsBetween(reader, rowId << cellBits, ((rowId + 1) << cellBits) - 1);
    if (rows.size() > 1)
        rows.removeIf([&](const WordMatch &row) { return !answersQuery(reader, row, query); });
    return rows;
}

WordMatches::WordMatches(Reader::Private &reader, const QString &expression, const text::Query &query)
    : m_reader(reader), m_query(query), m_cells(reader.of(sql::searchWordsNewest).with(expression)),
      m_crowded(reader.of(sql::searchWordsCrowded).with(expression))
{
    advanceCells();
    advanceCrowded();
}

WordMatches::~WordMatches()
{
    m_cells.reset();
    m_crowded.reset();
}

void WordMatches::advanceCells()
{
    m_cell = m_cells.step() ? std::optional(m_cells.integer(0)) : std::nullopt;
}

void WordMatches::advanceCrowded()
{
    m_crowdedOrder = m_crowded.step() ? std::optional(orderOfCrowded(m_crowded.integer(0))) : std::nullopt;
}

std::optional<WordMatch> WordMatches::next()
{
    while (m_ready.isEmpty() && (m_cell || m_crowdedOrder)) {
        if (!m_cell || (m_crowdedOrder && cellOf(*m_crowdedOrder) > *m_cell)) {
            m_ready = rowsBetween(m_reader, *m_crowdedOrder, *m_crowdedOrder);
            advanceCrowded();
            continue;
        }
        // All rows of the cell are looked at here, those with a rowid of their own too.
        while (m_crowdedOrder && cellOf(*m_crowdedOrder) == *m_cell)
            advanceCrowded();
        m_ready = rowsOfWordRow(m_reader, *m_cell, m_query);
        advanceCells();
    }
    if (m_ready.isEmpty())
        return std::nullopt;
    return m_ready.takeFirst();
}

} // namespace parvis::store

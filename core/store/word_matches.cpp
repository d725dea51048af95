#include "store/word_matches.h"

#include "store/cache_sql.h"

namespace parvis::store {

using namespace cache;
using model::Kind;

namespace {

bool isIndexedAs(Reader::Private &reader, qint64 rowId)
{
    return reader.number(sql::wordsHas, rowId) != 0;
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

std::optional<WordMatch> textOfWordRow(Reader::Private &reader, qint64 rowId)
{
    const bool crowded = isCrowdedRow(rowId);
    const qint64 first = crowded ? orderOfCrowded(rowId) : rowId << cellBits;
    const qint64 last = crowded ? first : ((rowId + 1) << cellBits) - 1;
    QList<WordMatch> texts;
    for (const Kind kind : {Kind::Post, Kind::Comment}) {
        Statement &read = reader.of(kind == Kind::Post ? sql::postsBetween : sql::commentsBetween).with(first, last);
        while (read.step())
            texts.append({read.integer(0), kind});
    }
    if (!crowded && texts.size() > 1)
        texts.removeIf([&](const WordMatch &each) { return isIndexedAs(reader, crowdedRow(each.order)); });
    return texts.isEmpty() ? std::nullopt : std::optional(texts.first());
}

WordWindow newestWindow(Reader::Private &reader, const QString &expression, const OrderSpan &span, qint64 size)
{
    std::vector<qint64> orders;
    Statement &cells = reader.of(sql::searchWordsNewest).with(expression, span.lowCell(), span.highCell());
    while (qint64(orders.size()) < size && cells.step())
        orders.push_back(cells.integer(0) << cellBits);
    cells.reset();
    Statement &crowd = reader.of(sql::searchWordsCrowded).with(expression, span.lowCrowded(), span.highCrowded());
    qint64 newestOfCrowd = -1;
    for (qint64 i = 0; i < size && crowd.step(); ++i) {
        orders.push_back(orderOfCrowded(crowd.integer(0)));
        newestOfCrowd = qMax(newestOfCrowd, orders.back());
    }
    crowd.reset();
    if (orders.empty())
        return {};
    std::sort(orders.begin(), orders.end(), std::greater<>());
    const qint64 oldest = orders[size_t(qMin(size, qint64(orders.size())) - 1)];
    return {oldest, newestOfCrowd >= oldest};
}

WordMatches::WordMatches(Reader::Private &reader, const QString &expression, const OrderSpan &span)
    : m_reader(reader),
      m_cells(reader.of(sql::searchWordsNewest).with(expression, span.lowCell(), span.highCell())),
      m_crowded(reader.of(sql::searchWordsCrowded).with(expression, span.lowCrowded(), span.highCrowded())), m_ofCell(step(m_cells)), m_ofCrowd(step(m_crowded))
{
}

WordMatches::~WordMatches()
{
    m_cells.reset();
    m_crowded.reset();
}

std::optional<WordMatch> WordMatches::step(Statement &rows)
{
    while (rows.step()) {
        if (const auto match = textOfWordRow(m_reader, rows.integer(0)))
            return match;
    }
    return std::nullopt;
}

std::optional<WordMatch> WordMatches::next()
{
    const bool crowdFirst = m_ofCrowd && (!m_ofCell || m_ofCrowd->order > m_ofCell->order);
    if (crowdFirst)
        return std::exchange(m_ofCrowd, step(m_crowded));
    return m_ofCell ? std::exchange(m_ofCell, step(m_cells)) : std::nullopt;
}

} // namespace parvis::store

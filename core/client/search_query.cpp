#include "client/search_query.h"

#include <QDateTime>

namespace parvis::client {

namespace {

qint64 orderAtStartOf(QDate day)
{
    return day.isValid() ? store::orderAt(base::Time::fromMs(day.startOfDay().toMSecsSinceEpoch())) : 0;
}

model::Kind kindOf(text::SearchType type)
{
    switch (type) {
    case text::SearchType::Post: return model::Kind::Post;
    case text::SearchType::Comment: return model::Kind::Comment;
    case text::SearchType::Person: return model::Kind::Person;
    case text::SearchType::Group: return model::Kind::Group;
    case text::SearchType::Document: return model::Kind::Document;
    }
    return model::Kind::Post;
}

} // namespace

store::SearchQuery searchQuery(const text::SearchWords &words)
{
    store::SearchQuery query;
    query.text = words.text;
    query.from = words.from;
    query.in = words.in;
    query.since = orderAtStartOf(words.since);
    query.before = orderAtStartOf(words.until);
    if (words.type)
        query.kind = kindOf(*words.type);
    return query;
}

} // namespace parvis::client

#include "ui/models/search_model.h"

#include "base/deliver.h"
#include "ui/text/words.h"

namespace parvis::ui {

SearchModel::SearchModel(Backend &backend, const base::Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_backend(backend), m_clock(clock)
{ }

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::SearchHit &found = hit(index.row());
    const bool filed = isFiled(found);
    const bool named = found.kind == model::Kind::Person || found.kind == model::Kind::Group;
    if (role == Qt::DisplayRole)
        return named || filed ? found.title : found.snippet;
    if (role != Qt::AccessibleTextRole)
        return {};
    if (filed)
        return tr("%1, %2. %3", "name, kind and where, text")
            .arg(found.title, describe(found, m_clock.now()).join(QStringLiteral(", ")), found.snippet);
    if (named)
        return tr("%1. %2", "title, text").arg(found.title, found.snippet);
    return tr("%1 in %2, %3: %4", "author, place, time, text")
        .arg(found.author.fullName, words::placeTitle(found.place), words::relativeTime(found.createdAt, m_clock.now()),
             found.snippet);
}

bool SearchModel::isFiled(const store::SearchHit &hit)
{
    return hit.kind == model::Kind::Document || hit.kind == model::Kind::Folder;
}

QStringList SearchModel::describe(const store::SearchHit &hit, base::Time now)
{
    QStringList parts;
    switch (hit.kind) {
    case model::Kind::Group: return {tr("group")};
    case model::Kind::Person: return {tr("person")};
    case model::Kind::Folder: return {tr("folder"), words::whereFiled(hit)};
    case model::Kind::Document:
        parts << tr("document");
        if (hit.spot)
            parts << words::placeInDocument(*hit.spot);
        return parts << words::whereFiled(hit) << hit.author.fullName << words::relativeTime(hit.createdAt, now);
    case model::Kind::Comment: parts << tr("comment"); break;
    default: break;
    }
    return parts << words::placeTitle(hit.place) << words::relativeTime(hit.createdAt, now);
}

void SearchModel::search(const store::SearchQuery &query)
{
    ++m_generation;
    m_query = query;
    m_query.limit = limit;
    if (query.text.trimmed().isEmpty() && query.from.isEmpty() && query.in.isEmpty() && query.since == 0
        && query.before == 0) {
        beginResetModel();
        m_result = {};
        m_answered = false;
        endResetModel();
        Q_EMIT answered();
        return;
    }
    base::deliver(m_backend.search(m_query), this,
                  [this, generation = m_generation](const base::Result<store::SearchResult> &answer) {
                      if (generation != m_generation)
                          return;
                      if (!answer) {
                          Q_EMIT failed(answer.error());
                          return;
                      }
                      beginResetModel();
                      m_result = *answer;
                      m_answered = true;
                      endResetModel();
                      Q_EMIT answered();
                  });
}

} // namespace parvis::ui

#pragma once

#include "ui/models/backend.h"

#include <QAbstractListModel>

namespace parvis::ui {

// What a search found, as one types: an answer to an earlier query is never shown over a later one.
class SearchModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int limit = 60;

    SearchModel(Backend &backend, const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_result.hits.size());
    }
    QVariant data(const QModelIndex &index, int role) const override;
    const store::SearchHit &hit(int row) const { return m_result.hits.at(row); }
    static bool isFiled(const store::SearchHit &hit); // a document or folder
    // What stands beside the name: the kind, the place, the time.
    static QStringList describe(const store::SearchHit &hit, base::Time now);

    void search(const store::SearchQuery &query); // an empty one shows nothing
    const store::SearchQuery &query() const { return m_query; }
    const store::SearchResult &result() const { return m_result; }
    bool isAnswered() const { return m_answered; }

Q_SIGNALS:
    void answered();
    void failed(const parvis::base::Error &error);

private:
    Backend &m_backend;
    const base::Clock &m_clock;
    store::SearchQuery m_query;
    store::SearchResult m_result;
    quint64 m_generation = 0;
    bool m_answered = false;
};

} // namespace parvis::ui

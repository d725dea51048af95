#pragma once

#include "base/clock.h"
#include "ui/models/backend.h"

#include <QAbstractTableModel>

namespace parvis::ui {

// Folders and documents as a table. What stays between two readings keeps its row, so that a selection does.
class DocumentModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Place, Size, Author, Modified, Version, State, ColumnCount };
    enum Roles { IdRole = Qt::UserRole, IsFolderRole, ToneRole };
    enum Tone { Plain, Good, Busy, Warning, Quiet }; // of the state, beside its words

    explicit DocumentModel(const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override; // AccessibleText of Name: a sentence
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

    static QStringList samples(int column, base::Time now); // what may stand there, in the language of the moment: as wide as any

    // In the order that they were read in: by name, or the latest first. `kept`: all of it is pinned from above.
    void show(const QList<client::DocumentEntry> &entries, bool kept = false);
    void setPlaces(const QHash<ScopeId, QString> &titles); // of groups, for Place
    void setFilter(const QString &text);
    void setCut(const QSet<Uuid> &ids); // shown paler: they will be moved
    void clear();

    const client::DocumentEntry &entry(int row) const { return m_rows.at(row); }
    const client::DocumentEntry *find(const Uuid &id) const;
    int rowOf(const Uuid &id) const; // -1: not here
    bool isKept() const { return m_kept; }
    int count() const { return int(m_all.size()); } // those that a filter hides too

private:
    QString text(const client::DocumentEntry &entry, int column) const;
    int tone(const client::DocumentEntry &entry) const;
    void arrange();
    bool comesBefore(const client::DocumentEntry &a, const client::DocumentEntry &b) const;

    const base::Clock &m_clock;
    QList<client::DocumentEntry> m_all;
    QList<client::DocumentEntry> m_rows;
    QHash<ScopeId, QString> m_places;
    QSet<Uuid> m_cut;
    QString m_filter;
    bool m_kept = false;
    int m_column = -1; // as read
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace parvis::ui

#pragma once

#include "ui/models/backend.h"

#include <QAbstractListModel>

namespace parvis::ui {

// One's own groups under the titles of their kinds, for the side list; a filter leaves what holds its words.
class GroupModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { IsHeaderRole = Qt::UserRole, UnreadRole };

    explicit GroupModel(Backend &backend, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole: title; AccessibleText: a sentence
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const store::GroupItem *group(int row) const; // nullptr: a header
    const store::GroupItem *find(const Uuid &id) const;
    int rowOf(const Uuid &id) const;
    const QList<store::GroupItem> &all() const { return m_all; } // those that one may find, too
    void setFilter(const QString &text);
    int unread() const; // over all groups

Q_SIGNALS:
    void loaded();

private:
    struct Row {
        QString header; // empty: a group
        int group = -1; // in m_all
        bool operator==(const Row &) const = default;
    };
    void read();
    void arrange();

    Backend &m_backend;
    QList<store::GroupItem> m_all;
    QList<Row> m_rows;
    QString m_filter;
    bool m_reading = false;
    bool m_dirty = false;
};

} // namespace parvis::ui

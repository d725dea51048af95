#pragma once

#include "ui/models/backend.h"

#include <QAbstractListModel>
#include <QSet>

namespace parvis::ui {

// One's own groups for the side list: the pinned ones in their own order, the others under the titles of their kinds, which
// fold. A filter leaves what holds its words, another what is unread.
class GroupModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { IsHeaderRole = Qt::UserRole, UnreadRole, FoldedRole, MutedRole };

    explicit GroupModel(Backend &backend, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole: title; AccessibleText: a sentence
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    // A pinned group to another place among the pinned ones; the rows follow when it is written.
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

    const store::GroupItem *group(int row) const; // nullptr: a header
    const store::GroupItem *find(const Uuid &id) const;
    int rowOf(const Uuid &id) const;
    const QList<store::GroupItem> &all() const { return m_all; } // those that one may find, too
    void setFilter(const QString &text);
    void setUnreadOnly(bool only);
    bool isFiltered() const { return m_unreadOnly || !m_filter.isEmpty(); }
    void setFolded(const QStringList &sections);
    QStringList folded() const;
    void fold(int row, bool folded);  // of a header; elsewhere nothing
    bool movePinned(int row, int by); // up (-1) or down (1); false: it is not pinned, or already there
    int unread() const;               // over all groups that are not muted

Q_SIGNALS:
    void loaded();

private:
    enum Section { Pinned = -1 }; // others: the number of a kind
    struct Row {
        int section = Pinned;
        int group = -1; // in m_all; -1: the section's title
        int groups = 0; // of a title: what stands below it, folded or not
        bool operator==(const Row &) const = default;
    };
    void read();
    void arrange();
    QList<int> groupsOf(int section) const;
    bool isFolded(int section) const { return !isFiltered() && m_folded.contains(section); }
    static QString title(int section);
    static QString key(int section);

    Backend &m_backend;
    QList<store::GroupItem> m_all;
    QList<Row> m_rows;
    QSet<int> m_folded;
    QString m_filter;
    bool m_unreadOnly = false;
    bool m_reading = false;
    bool m_dirty = false;
};

} // namespace parvis::ui

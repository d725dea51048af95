#pragma once

#include "ui/actions/action_registry.h"

#include <QAbstractListModel>

namespace parvis::ui {

// The actions under the titles of their groups, for the page of keys; a filter leaves those that hold all its words.
class ActionModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Roles { IsHeaderRole = Qt::UserRole, HelpRole, CapsRole, FirstRole, LastRole };

    explicit ActionModel(ActionRegistry &registry, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const Action *action(int row) const; // nullptr: a header
    void setFilter(const QString &text);

private:
    struct Row {
        ActionGroup group;
        int action = -1; // in the registry; -1: the group's title
    };
    bool isHeader(int row) const { return m_rows.at(row).action < 0; }

    ActionRegistry &m_registry;
    QList<Row> m_rows;
};

} // namespace parvis::ui

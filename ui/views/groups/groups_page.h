#pragma once

#include "ui/context.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace parvis::ui {

class GroupActions;
class GroupModel;

// All groups that one may find, to join, ask to be added to, or open; and the making of a new one.
class GroupsPage : public QWidget {
    Q_OBJECT

public:
    GroupsPage(const Context &context, GroupModel *groups, GroupActions *actions, QWidget *parent = nullptr);
    void refresh();

private:
    QWidget *row(const store::GroupItem &group);
    void buttons(QBoxLayout *layout, const store::GroupItem &group);
    void section(const QString &title, const QList<store::GroupItem> &groups);
    void create();

    Context m_context;
    GroupModel *m_groups;
    GroupActions *m_actions;
    QLineEdit *m_filter;
    QVBoxLayout *m_list;
};

} // namespace parvis::ui

#pragma once

#include "ui/context.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace parvis::ui {

class GroupModel;

// All groups that one may find, to join or open; and the making of a new one.
class GroupsPage : public QWidget {
    Q_OBJECT

public:
    GroupsPage(const Context &context, GroupModel *groups, QWidget *parent = nullptr);
    void refresh();

private:
    QWidget *row(const store::GroupItem &group);
    void create();

    Context m_context;
    GroupModel *m_groups;
    QLineEdit *m_filter;
    QVBoxLayout *m_list;
};

} // namespace parvis::ui

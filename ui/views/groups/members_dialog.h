#pragma once

#include "ui/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace parvis::ui {

// Who is in a group; its owners add and remove people here.
class MembersDialog : public QDialog {
    Q_OBJECT

public:
    MembersDialog(const Context &context, const store::GroupItem &group, QWidget *parent);

private:
    void read();
    void add();
    void removeCurrent();
    void report(const Backend::Answer<Backend::Written> &answer);

    Context m_context;
    store::GroupItem m_group;
    QListWidget *m_list;
    QLineEdit *m_person;
    QPushButton *m_remove;
    QLabel *m_state;
    QList<store::MemberItem> m_members;
};

} // namespace parvis::ui

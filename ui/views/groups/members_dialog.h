#pragma once

#include "ui/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace parvis::ui {

// Who is in a group; its owners and moderators add and remove people here, and owners say what each may do.
class MembersDialog : public QDialog {
    Q_OBJECT

public:
    MembersDialog(const Context &context, const store::GroupItem &group, QWidget *parent);

private:
    void read();
    void add();
    void removeCurrent();
    void tellCurrent();
    void report(const Backend::Answer<Backend::Written> &answer);

    Context m_context;
    store::GroupItem m_group;
    QListWidget *m_list;
    QLineEdit *m_person;
    QPushButton *m_remove;
    QComboBox *m_role;
    QLabel *m_state;
    QList<store::MemberItem> m_members;
};

} // namespace parvis::ui

#pragma once

#include "ui/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace parvis::ui {

// An owner changes what the group says of itself. Only the fields that were changed are written, so that two owners who change
// different ones both have it their way.
class EditGroupDialog : public QDialog {
    Q_OBJECT

public:
    EditGroupDialog(const Context &context, const store::GroupItem &group, QWidget *parent);

private:
    void save();

    Context m_context;
    store::GroupItem m_group;
    QLineEdit *m_title;
    QPlainTextEdit *m_description;
    QPlainTextEdit *m_rules;
    QComboBox *m_kind;
    QComboBox *m_visibility;
    QLabel *m_error;
    QPushButton *m_save;
};

} // namespace parvis::ui

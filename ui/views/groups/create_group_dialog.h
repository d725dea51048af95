#pragma once

#include "ui/context.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace parvis::ui {

// Title, short name, kind and visibility of a new group.
class CreateGroupDialog : public QDialog {
    Q_OBJECT

public:
    CreateGroupDialog(const Context &context, QWidget *parent);
    Uuid created() const { return m_created; }

private:
    void make();

    Context m_context;
    QLineEdit *m_title;
    QLineEdit *m_handle;
    QLineEdit *m_description;
    QComboBox *m_kind;
    QComboBox *m_visibility;
    QLabel *m_error;
    QPushButton *m_make;
    Uuid m_created;
};

} // namespace parvis::ui

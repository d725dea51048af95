#pragma once

#include "ui/context.h"

#include <QDialog>

class QPlainTextEdit;

namespace parvis::ui {

// A few words to those who answer a request to join a group.
class AskDialog : public QDialog {
    Q_OBJECT

public:
    AskDialog(const Context &context, const store::GroupItem &group, QWidget *parent);
    QString note() const;

private:
    QPlainTextEdit *m_note;
};

} // namespace parvis::ui

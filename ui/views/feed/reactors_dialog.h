#pragma once

#include "ui/context.h"

#include <QDialog>

class QListWidget;

namespace parvis::ui {

// Everybody who reacted to a post or comment, by emoji. Enter goes to a person's wall.
class ReactorsDialog : public QDialog {
    Q_OBJECT

public:
    ReactorsDialog(const Context &context, const Uuid &target, QWidget *parent = nullptr);

private:
    void fill(const QList<store::Reactor> &reactors);

    Context m_context;
    QListWidget *m_list;
};

} // namespace parvis::ui

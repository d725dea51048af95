#pragma once

#include "ui/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace parvis::ui {

class ActionModel;
class ActionRegistry;

// Every action with its keys and its help, by group, to look through or to search; Enter does what is chosen.
class ShortcutsPage : public QWidget {
    Q_OBJECT

public:
    ShortcutsPage(const Context &context, ActionRegistry &registry, QWidget *parent = nullptr);

    void focusText();
    ActionModel *model() const { return m_model; }
    QListView *list() const { return m_list; }
    QLineEdit *field() const { return m_field; }

private:
    void run(int row);

    Context m_context;
    ActionRegistry &m_registry;
    ActionModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_none;
};

} // namespace parvis::ui

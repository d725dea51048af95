#pragma once

#include "ui/context.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace parvis::ui {

class ActionRegistry;
class CardFrame;
class GroupModel;
class PaletteModel;

// Ctrl+K: one field over the window that leads to every place and does every action. The focus stays in the field; what
// is chosen is told to screen readers. Covers its parent while it is open; a click beside it closes it.
class Palette : public QWidget {
    Q_OBJECT

public:
    Palette(const Context &context, ActionRegistry &registry, const GroupModel &groups, QWidget *parent);

    void open();
    void close(); // the focus goes back to where it was
    PaletteModel *model() const { return m_model; }
    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }

protected:
    bool focusNextPrevChild(bool) override { return true; } // there is just the field
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fit();
    void keepChosen();
    void tellChosen();
    void run(int row);

    Context m_context;
    ActionRegistry &m_registry;
    PaletteModel *m_model;
    CardFrame *m_card;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_foot;
    QString m_chosen; // key of the line that was chosen with the arrows; empty: the first
    QPointer<QWidget> m_before;
};

} // namespace parvis::ui

#pragma once

#include "ui/context.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace parvis::ui {

class SearchModel;

// Finds as one types, in what is on this computer, and says how far back that goes.
class SearchPage : public QWidget {
    Q_OBJECT

public:
    explicit SearchPage(const Context &context, QWidget *parent = nullptr);

    void search(const QString &text);
    void focusText();
    SearchModel *model() const { return m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run();
    void tellState();
    void open(int row);

    Context m_context;
    SearchModel *m_model;
    QLineEdit *m_edit;
    QComboBox *m_kind;
    QComboBox *m_order;
    QLabel *m_state;
    QListView *m_list;
};

} // namespace parvis::ui

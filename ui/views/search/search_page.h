#pragma once

#include "text/search_words.h"
#include "ui/context.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace parvis::ui {

class SearchFilters;
class SearchModel;
class SearchStart;

// Finds as one types, in what is on this computer, and says how far back that goes. Everything that narrows a search is
// typed; buttons write the same words.
class SearchPage : public QWidget {
    Q_OBJECT

public:
    explicit SearchPage(const Context &context, QWidget *parent = nullptr);
    ~SearchPage() override;

    void search(const QString &text);
    void focusText();
    SearchModel *model() const { return m_model; }
    QLineEdit *field() const { return m_edit; }
    QString stateText() const;

private:
    QWidget *makeEmpty();
    void run();
    void pick(text::SearchOperator op, const QString &value);
    void tellState();
    void tellReaders();
    QString understood() const; // "from Aline Petit · in Gros œuvre"
    void open(int row);
    void remember();

    Context m_context;
    SearchModel *m_model;
    QLineEdit *m_edit;
    SearchFilters *m_filters;
    QComboBox *m_order;
    QLabel *m_state;
    QStackedWidget *m_pages; // start, results, nothing found
    SearchStart *m_start;
    QListView *m_list;
    QWidget *m_empty = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_without = nullptr;
    text::SearchWords m_words;
    base::Scheduler::Handle m_tell = 0;
};

} // namespace parvis::ui

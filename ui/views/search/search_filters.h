#pragma once

#include "text/search_words.h"
#include "ui/context.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace parvis::ui {

class ChoicePopup;

// Buttons that pick what narrows a search. They hold nothing: what is picked is written into the field, and what stands in
// the field is shown on them.
class SearchFilters : public QWidget {
    Q_OBJECT

public:
    explicit SearchFilters(const Context &context, QWidget *parent = nullptr);

    void show(const text::SearchWords &words);
    static bool writesFrench(); // the operators, as the window's language

Q_SIGNALS:
    // `op` of these is to stand in the field alone; an empty value: not at all.
    void picked(parvis::text::SearchOperator op, const QString &value);

private:
    QPushButton *add(const QString &name);
    void label(QPushButton *button, const QString &none, const QStringList &values);
    void pickPerson();
    void pickGroup();
    void fillDays(QMenu *menu);
    void fillTypes(QMenu *menu);

    Context m_context;
    QPushButton *m_person;
    QPushButton *m_group;
    QPushButton *m_days;
    QPushButton *m_type;
    ChoicePopup *m_popup = nullptr; // made when first wanted
    text::SearchWords m_words;
};

} // namespace parvis::ui

#pragma once

#include "text/typing.h"
#include "ui/context.h"

#include <QAbstractListModel>
#include <QFrame>

class QListView;

namespace parvis::ui {

class ComposerEdit;

// One line of what may be meant.
struct Suggestion {
    QString word; // what takes the place of what was typed, with its sign
    QString title;
    QString detail;
    Uuid id{}; // of a person or group
    bool person = false;
    bool group = false;
};

class SuggestionModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void set(const QList<Suggestion> &suggestions);
    const Suggestion &at(int row) const { return m_suggestions.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_suggestions.size());
    }
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole: as a screen reader says it

private:
    QList<Suggestion> m_suggestions;
};

// The list under the caret while one types @somebody, #something or :an emoji. The keys stay with the text: arrows choose, Enter or
// Tab takes, Escape leaves the word as it is. What is offered comes from the local cache by way of Backend and never stops a key.
class ComposerCompletion : public QFrame {
    Q_OBJECT

public:
    ComposerCompletion(const Context &context, ComposerEdit *edit);

    void setPlace(const ScopeId &place) { m_place = place; }
    bool isOpen() const { return isVisible(); }
    void close();
    const SuggestionModel *model() const { return m_model; }
    int currentRow() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void look();
    void ask(const text::Completing &word);
    void show(const QList<Suggestion> &suggestions);
    void put(); // under the caret, or above where there is no room
    void choose(int row);
    void take(int row);
    bool handleKey(const QKeyEvent &key);
    bool isStillMeant(); // the caret is where the list was made for; a key may come before look() does
    void follow(); // tells the screen reader which line is the current one

    Context m_context;
    ComposerEdit *m_edit;
    SuggestionModel *m_model;
    QListView *m_list;
    ScopeId m_place = ScopeId::directory();
    std::optional<text::Completing> m_word;
    int m_wordAt = -1;    // of the sign, in the document
    int m_leftAlone = -1; // a word that Escape was pressed on
    bool m_looking = false;
    quint64 m_asked = 0;
};

} // namespace parvis::ui

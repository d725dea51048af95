#pragma once

#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QFrame>

#include <functional>

class QLineEdit;
class QListView;

namespace parvis::ui {

// What can be chosen in a popup.
struct Choice {
    QString text;
    QString detail;
    QString value; // handed on when it is chosen

    bool operator==(const Choice &) const = default;
};

class ChoiceModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_choices.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    const Choice &choice(int row) const { return m_choices.at(row); }
    void set(const QList<Choice> &choices);

private:
    QList<Choice> m_choices;
};

// A field over a short list that follows what is typed: for one person or group among very many. Opens below a widget and
// closes when something is chosen.
class ChoicePopup : public QFrame {
    Q_OBJECT

public:
    // Asked for what fits each time something is typed; the answer may come later, by offer() with the same text.
    using Source = std::function<void(const QString &typed)>;

    ChoicePopup(const Theme &theme, const QString &name, QWidget *parent);
    void openBelow(QWidget *anchor, Source source);
    void offer(const QString &typed, const QList<Choice> &choices); // dropped if something else is typed by now
    QLineEdit *field() const { return m_field; }
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString &value);

private:
    void choose(int row);

    QLineEdit *m_field;
    ChoiceModel *m_model;
    QListView *m_list;
    Source m_source;
};

} // namespace parvis::ui

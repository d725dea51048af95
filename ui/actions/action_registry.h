#pragma once

#include <QAction>
#include <QList>

#include <functional>

namespace parvis::ui {

// Every action of the window in one list, with its shortcut and its words: shortcuts, menus and the page of keys are made of it.
class ActionRegistry : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget *owner);

    // `keys`: portable text, several parted by ';'. The action is at once live in the owner's window.
    QAction *add(const QString &text, const QString &keys, std::function<void()> run);
    // A key of the list of posts, which the list itself handles: only told about.
    void describe(const QString &text, const QString &keys);

    struct Row {
        QString text;
        QString keys; // as shown
    };
    const QList<Row> &rows() const { return m_rows; }
    void showHelp(QWidget *parent) const;

private:
    QWidget *m_owner;
    QList<Row> m_rows;
};

} // namespace parvis::ui

#pragma once

#include "ui/actions/action.h"

#include <QList>
#include <QObject>

class QMenu;
class QWidget;

namespace parvis::ui {

// Every action of the window in one list: shortcuts, menus, the palette and the page of keys are made of it.
class ActionRegistry : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget *owner);

    void add(const Action &action); // its keys are at once live in the owner's window
    const QList<Action> &actions() const { return m_actions; }
    const Action *find(const QString &id) const;
    bool isPossible(const Action &action) const;
    static QString text(const Action &action); // of this moment
    void run(const QString &id);               // nothing if it is not possible now

    // Appends actions with their keys; what is not possible now is left out.
    void addTo(QMenu *menu, const QStringList &ids);
    // Everything that can be done, by group. The caller shows and deletes it.
    QMenu *makeMenu(QWidget *parent);

Q_SIGNALS:
    void ran(const QString &id);

private:
    void addTo(QMenu *menu, ActionGroup group);
    void append(QMenu *menu, const Action &action);

    QWidget *m_owner;
    QList<Action> m_actions;
};

} // namespace parvis::ui

#include "ui/actions/action_registry.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QWidget>

namespace parvis::ui {

ActionRegistry::ActionRegistry(QWidget *owner) : QObject(owner), m_owner(owner) { }

void ActionRegistry::add(const Action &action)
{
    Q_ASSERT(!find(action.id));
    m_actions.append(action);
    if (action.hears != Action::Window || !action.run || action.keys.isEmpty())
        return;
    auto *keys = new QAction(action.text, this);
    QList<QKeySequence> sequences;
    for (const QString &each : action.keys.split(u';', Qt::SkipEmptyParts))
        sequences.append(QKeySequence(each, QKeySequence::PortableText));
    keys->setShortcuts(sequences);
    keys->setShortcutContext(Qt::WindowShortcut);
    connect(keys, &QAction::triggered, this, [this, id = action.id] { run(id); });
    m_owner->addAction(keys);
}

const Action *ActionRegistry::find(const QString &id) const
{
    for (const Action &action : m_actions) {
        if (action.id == id)
            return &action;
    }
    return nullptr;
}

bool ActionRegistry::isPossible(const Action &action) const
{
    return action.run && (!action.possible || action.possible());
}

QString ActionRegistry::text(const Action &action)
{
    return action.textNow ? action.textNow() : action.text;
}

void ActionRegistry::run(const QString &id)
{
    const Action *action = find(id);
    if (!action || !isPossible(*action))
        return;
    const auto run = action->run; // the action may end the window, and this list with it
    Q_EMIT ran(id);
    run();
}

void ActionRegistry::append(QMenu *menu, const Action &action)
{
    const QString keys = shownKeys(action.keys).value(0);
    const QString words = text(action).replace(u'&', QStringLiteral("&&"));
    menu->addAction(keys.isEmpty() ? words : words + u'\t' + keys, this, [this, id = action.id] { run(id); });
}

void ActionRegistry::addTo(QMenu *menu, const QStringList &ids)
{
    for (const QString &id : ids) {
        if (const Action *action = find(id); action && isPossible(*action))
            append(menu, *action);
    }
}

void ActionRegistry::addTo(QMenu *menu, ActionGroup group)
{
    for (const Action &action : std::as_const(m_actions)) {
        if (action.group == group && isPossible(action))
            append(menu, action);
    }
}

QMenu *ActionRegistry::makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    addTo(menu, ActionGroup::Write);
    addTo(menu, ActionGroup::Find);
    menu->addSeparator();
    for (const ActionGroup group : {ActionGroup::Go, ActionGroup::Place, ActionGroup::Post, ActionGroup::View}) {
        auto *inner = new QMenu(title(group), menu);
        addTo(inner, group);
        if (inner->isEmpty())
            delete inner;
        else
            menu->addMenu(inner);
    }
    menu->addSeparator();
    addTo(menu, ActionGroup::Program);
    return menu;
}

} // namespace parvis::ui

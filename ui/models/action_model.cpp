#include "ui/models/action_model.h"

#include "text/fold.h"

#include <algorithm>
#include <array>

namespace parvis::ui {

namespace {

constexpr std::array order = {ActionGroup::Move,  ActionGroup::Find, ActionGroup::Go,
                              ActionGroup::Write, ActionGroup::Post, ActionGroup::Groups,
                              ActionGroup::Place, ActionGroup::View, ActionGroup::Program};

} // namespace

ActionModel::ActionModel(ActionRegistry &registry, QObject *parent) : QAbstractListModel(parent), m_registry(registry)
{
    setFilter({});
}

void ActionModel::setFilter(const QString &text)
{
    const QStringList wanted = text::fold(text).split(u' ', Qt::SkipEmptyParts);
    const auto &actions = m_registry.actions();
    const auto holds = [&](const Action &action) {
        const QString all = text::fold(action.text + u' ' + action.help + u' ' + title(action.group) + u' '
                                       + shownKeys(action.keys).join(u' '));
        return std::all_of(wanted.begin(), wanted.end(), [&](const QString &word) { return all.contains(word); });
    };
    beginResetModel();
    m_rows.clear();
    for (const ActionGroup group : order) {
        const auto header = m_rows.size();
        for (int i = 0; i < actions.size(); ++i) {
            if (actions.at(i).group == group && holds(actions.at(i)))
                m_rows.append({group, i});
        }
        if (m_rows.size() > header)
            m_rows.insert(header, {group, -1});
    }
    endResetModel();
}

const Action *ActionModel::action(int row) const
{
    return row < 0 || row >= m_rows.size() || isHeader(row) ? nullptr : &m_registry.actions().at(m_rows.at(row).action);
}

QVariant ActionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const int row = index.row();
    const Action *held = action(row);
    const ActionGroup group = m_rows.at(row).group;
    switch (role) {
    case Qt::DisplayRole: return held ? held->text : title(group);
    case Qt::AccessibleTextRole: {
        if (!held)
            return title(group);
        QStringList said{held->text, shownKeys(held->keys).join(tr(" or ", "between two keys")), held->help};
        said.removeAll(QString());
        return said.join(QStringLiteral(". "));
    }
    case HelpRole: return held ? held->help : help(group);
    case CapsRole: return held ? QVariant::fromValue(keyCaps(held->keys)) : QVariant();
    case IsHeaderRole: return !held;
    case FirstRole: return held && isHeader(row - 1);
    case LastRole: return held && (row + 1 == m_rows.size() || isHeader(row + 1));
    default: return {};
    }
}

Qt::ItemFlags ActionModel::flags(const QModelIndex &index) const
{
    return action(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace parvis::ui

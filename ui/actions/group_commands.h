#pragma once

#include <QList>
#include <QString>

namespace parvis::ui {

// What can be done with a group. The words are here once: menus, palette and the page of keys take them.
enum class GroupCommand {
    Open,
    Documents,
    About,
    Members,
    MarkRead,
    Pin,
    Mute,
    Follow,
    Archive,
    Leave,
    Join,
    Withdraw,
    Ask
};

struct GroupCommandWords {
    QString id;   // of the action, "group.leave"
    QString text; // as in a menu
    QString undo; // the same for a group of which it holds already; empty: there is no such
    QString help;
    QString keys;       // portable; heard by the list of groups
    bool apart = false; // in the menu below a line
};

const QList<GroupCommand> &groupCommands(); // in the order of the menu
GroupCommandWords wordsOf(GroupCommand command);

} // namespace parvis::ui

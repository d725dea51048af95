#include "ui/actions/group_commands.h"

#include <QCoreApplication>

namespace parvis::ui {

namespace {

struct GroupWords {
    Q_DECLARE_TR_FUNCTIONS(GroupWords)
};

} // namespace

const QList<GroupCommand> &groupCommands()
{
    using enum GroupCommand;
    static const QList<GroupCommand> all{Open,   Documents, About, Members, MarkRead, Pin, Mute,
                                         Follow, Archive,   Leave, Join,    Withdraw, Ask};
    return all;
}

GroupCommandWords wordsOf(GroupCommand command)
{
    switch (command) {
    case GroupCommand::Open: return {"group.open", GroupWords::tr("Open"), {}, GroupWords::tr("Its posts."), {}};
    case GroupCommand::Documents:
        return {"group.documents",
                GroupWords::tr("Documents of the group"),
                {},
                GroupWords::tr("Its folders and files."),
                {}};
    case GroupCommand::About:
        return {"group.about",
                GroupWords::tr("About this group"),
                {},
                GroupWords::tr("What it is for, its rules, its owners, what is pinned."),
                {}};
    case GroupCommand::Members:
        return {"group.members",
                GroupWords::tr("Members"),
                {},
                GroupWords::tr("Who is in this group, and with which role."),
                {}};
    case GroupCommand::MarkRead:
        return {"group.read",
                GroupWords::tr("Mark everything as read"),
                {},
                GroupWords::tr("Nothing in this group is new any more."),
                {}};
    case GroupCommand::Pin:
        return {"group.pin",
                GroupWords::tr("Pin to the top of the list"),
                GroupWords::tr("Unpin from the list"),
                GroupWords::tr("Keeps the group above the others."),
                "P",
                true};
    case GroupCommand::Mute:
        return {"group.mute", GroupWords::tr("Mute: no alerts"), GroupWords::tr("Unmute"),
                GroupWords::tr("It alerts you no more; its posts stay."), "M"};
    case GroupCommand::Follow:
        return {"group.follow", GroupWords::tr("Follow in my feed"), GroupWords::tr("Leave out of my feed"),
                GroupWords::tr("Whether its posts come into your feed."), "F"};
    case GroupCommand::Archive:
        return {"group.archive",
                GroupWords::tr("Archive the group"),
                GroupWords::tr("Take out of the archive"),
                GroupWords::tr("It stays readable, and nobody writes in it."),
                {},
                true};
    case GroupCommand::Leave:
        return {"group.leave",
                GroupWords::tr("Leave the group…"),
                {},
                GroupWords::tr("Its posts are removed from this computer."),
                {}};
    case GroupCommand::Join:
        return {"group.join", GroupWords::tr("Join the group"), {}, GroupWords::tr("Read and write in it."), {}};
    case GroupCommand::Withdraw:
        return {"group.withdraw",
                GroupWords::tr("Withdraw the request"),
                {},
                GroupWords::tr("You no longer ask to join."),
                {}};
    case GroupCommand::Ask:
        return {"group.ask", GroupWords::tr("Ask to join…"), {}, GroupWords::tr("Its owners answer."), {}};
    }
    return {};
}

} // namespace parvis::ui

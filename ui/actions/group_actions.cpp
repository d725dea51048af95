#include "ui/actions/group_actions.h"

#include "base/deliver.h"
#include "ui/actions/action.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/groups/ask_dialog.h"
#include "ui/views/groups/members_dialog.h"
#include "ui/widgets/ask.h"

#include <QMenu>

namespace parvis::ui {

GroupActions::GroupActions(const Context &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{ }

void GroupActions::fill(QMenu *menu, const store::GroupItem &group, bool open)
{
    for (const GroupCommand command : groupCommands()) {
        if (!isPossible(command, group) || (command == GroupCommand::Open && !open))
            continue;
        const GroupCommandWords said = wordsOf(command);
        if (said.apart)
            menu->addSeparator();
        const QString keys = shownKeys(said.keys).value(0);
        menu->addAction(keys.isEmpty() ? text(command, group) : text(command, group) + u'\t' + keys, this,
                        [this, command, group] { run(command, group); });
    }
}

bool GroupActions::isPossible(GroupCommand command, const store::GroupItem &group)
{
    const bool open = !group.role && !group.archived;
    const bool visible = group.visibility == model::Visibility::Public;
    const bool waiting = group.request == model::RequestState::Waiting;
    switch (command) {
    case GroupCommand::Open:
    case GroupCommand::About: return true;
    case GroupCommand::MarkRead: return group.role && group.unread > 0;
    case GroupCommand::Documents:
    case GroupCommand::Members:
    case GroupCommand::Pin:
    case GroupCommand::Mute:
    case GroupCommand::Follow:
    case GroupCommand::Leave: return group.role.has_value();
    case GroupCommand::Archive: return group.role == model::Role::Owner;
    case GroupCommand::Join: return open && visible;
    case GroupCommand::Withdraw: return open && !visible && waiting;
    case GroupCommand::Ask: return open && !visible && !waiting;
    }
    return false;
}

QString GroupActions::text(GroupCommand command, const store::GroupItem &group)
{
    const GroupCommandWords said = wordsOf(command);
    const bool holds = command == GroupCommand::Pin       ? group.pinned
                       : command == GroupCommand::Mute    ? group.muted
                       : command == GroupCommand::Follow  ? group.followed
                       : command == GroupCommand::Archive ? group.archived
                                                          : false;
    return holds ? said.undo : said.text;
}

void GroupActions::run(GroupCommand command, const store::GroupItem &group)
{
    if (!isPossible(command, group))
        return;
    switch (command) {
    case GroupCommand::Open: m_context.navigator.go({.kind = Place::Group, .id = group.id.uuid()}); return;
    case GroupCommand::Documents: m_context.navigator.openDocument(group.id, {}); return;
    case GroupCommand::About: m_context.navigator.go({.kind = Place::GroupPage, .id = group.id.uuid()}); return;
    case GroupCommand::Members: MembersDialog(m_context, group, m_window->window()).exec(); return;
    case GroupCommand::MarkRead: markRead(group); return;
    case GroupCommand::Pin: togglePinned(group); return;
    case GroupCommand::Mute: toggleMuted(group); return;
    case GroupCommand::Follow: toggleFollowed(group); return;
    case GroupCommand::Archive: report(m_context.backend.archiveGroup(group.id, !group.archived)); return;
    case GroupCommand::Leave: leave(group); return;
    case GroupCommand::Join: join(group); return;
    case GroupCommand::Withdraw: withdraw(group); return;
    case GroupCommand::Ask: askToJoin(group); return;
    }
}

void GroupActions::toggleFollowed(const store::GroupItem &group)
{
    report(
        m_context.backend.setPlace(ScopeId::group(group.id), {.followed = !group.followed, .muted = {}, .pinned = {}}),
        group.followed ? tr("The posts of %1 are no longer in your feed. They still are in the group.").arg(group.title)
                       : tr("The posts of %1 are in your feed.").arg(group.title));
}

void GroupActions::toggleMuted(const store::GroupItem &group)
{
    report(m_context.backend.setPlace(ScopeId::group(group.id), {.followed = {}, .muted = !group.muted, .pinned = {}}),
           group.muted ? tr("%1 alerts you again.").arg(group.title)
                       : tr("%1 is muted: it alerts you no more.").arg(group.title));
}

void GroupActions::togglePinned(const store::GroupItem &group)
{
    report(
        m_context.backend.setPlace(ScopeId::group(group.id), {.followed = {}, .muted = {}, .pinned = !group.pinned}));
}

void GroupActions::markRead(const store::GroupItem &group)
{
    report(m_context.backend.markRead(ScopeId::group(group.id), 0));
}

void GroupActions::join(const store::GroupItem &group)
{
    base::deliver(m_context.backend.joinGroup(group.id), this,
                  [this, id = group.id.uuid()](const base::Result<Backend::Written> &answer) {
                      if (answer)
                          m_context.navigator.go({.kind = Place::Group, .id = id});
                      else
                          Q_EMIT m_context.navigator.said(words::error(answer.error()));
                  });
}

void GroupActions::askToJoin(const store::GroupItem &group)
{
    AskDialog dialog(m_context, group, m_window);
    if (dialog.exec() == QDialog::Accepted)
        report(m_context.backend.askToJoin(group.id, dialog.note()),
               tr("%1 has your request. You see the answer in the list of groups.").arg(group.title));
}

void GroupActions::withdraw(const store::GroupItem &group)
{
    report(m_context.backend.withdrawRequest(group.id));
}

void GroupActions::leave(const store::GroupItem &group)
{
    if (!ask(m_window, tr("Leave %1? Its posts are removed from this computer.").arg(group.title), tr("Leave")))
        return;
    base::deliver(m_context.backend.leaveGroup(group.id), this,
                  [this, id = group.id.uuid()](const base::Result<Backend::Written> &answer) {
                      if (!answer)
                          Q_EMIT m_context.navigator.said(words::error(answer.error()));
                      else if (m_context.navigator.place().id == id)
                          m_context.navigator.go({.kind = Place::Feed});
                  });
}

void GroupActions::report(const Backend::Answer<Backend::Written> &answer, const QString &said)
{
    base::deliver(answer, this, [this, said](const base::Result<Backend::Written> &result) {
        if (!result)
            Q_EMIT m_context.navigator.said(words::error(result.error()));
        else if (!said.isEmpty())
            Q_EMIT m_context.navigator.said(said);
    });
}

} // namespace parvis::ui

#include "ui/actions/group_actions.h"

#include "base/deliver.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/groups/ask_dialog.h"
#include "ui/widgets/ask.h"

#include <QMenu>

namespace parvis::ui {

namespace {

// An ampersand in a title is no mnemonic.
QString plain(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

GroupActions::GroupActions(const Context &context, QWidget *window)
    : QObject(window), m_context(context), m_window(window)
{ }

void GroupActions::fill(QMenu *menu, const store::GroupItem &group, bool open)
{
    const Place page{.kind = Place::GroupPage, .id = group.id.uuid()};
    if (open)
        menu->addAction(tr("Open"), this,
                        [this, group] { m_context.navigator.go({.kind = Place::Group, .id = group.id.uuid()}); });
    menu->addAction(tr("About %1").arg(plain(group.title)), this, [this, page] { m_context.navigator.go(page); });
    if (group.role) {
        if (group.unread > 0)
            menu->addAction(tr("Mark everything as read"), this, [this, group] { markRead(group); });
        menu->addSeparator();
        menu->addAction(group.pinned ? tr("Unpin from the list") : tr("Pin to the top of the list"), this,
                        [this, group] { togglePinned(group); });
        menu->addAction(group.muted ? tr("Unmute") : tr("Mute: no alerts"), this,
                        [this, group] { toggleMuted(group); });
        menu->addAction(group.followed ? tr("Leave out of my feed") : tr("Follow in my feed"), this,
                        [this, group] { toggleFollowed(group); });
        menu->addSeparator();
        if (group.role == model::Role::Owner) {
            menu->addAction(group.archived ? tr("Take out of the archive") : tr("Archive the group"), this,
                            [this, group] { run(m_context.backend.archiveGroup(group.id, !group.archived)); });
        }
        menu->addAction(tr("Leave the group…"), this, [this, group] { leave(group); });
    } else if (group.archived) {
        return;
    } else if (group.visibility == model::Visibility::Public) {
        menu->addAction(tr("Join the group"), this, [this, group] { join(group); });
    } else if (group.request == model::RequestState::Waiting) {
        menu->addAction(tr("Withdraw the request"), this, [this, group] { withdraw(group); });
    } else {
        menu->addAction(tr("Ask to join…"), this, [this, group] { askToJoin(group); });
    }
}

void GroupActions::toggleFollowed(const store::GroupItem &group)
{
    run(m_context.backend.setPlace(ScopeId::group(group.id), {.followed = !group.followed, .muted = {}, .pinned = {}}),
        group.followed ? tr("The posts of %1 are no longer in your feed. They still are in the group.").arg(group.title)
                       : tr("The posts of %1 are in your feed.").arg(group.title));
}

void GroupActions::toggleMuted(const store::GroupItem &group)
{
    run(m_context.backend.setPlace(ScopeId::group(group.id), {.followed = {}, .muted = !group.muted, .pinned = {}}),
        group.muted ? tr("%1 alerts you again.").arg(group.title)
                    : tr("%1 is muted: it alerts you no more.").arg(group.title));
}

void GroupActions::togglePinned(const store::GroupItem &group)
{
    run(m_context.backend.setPlace(ScopeId::group(group.id), {.followed = {}, .muted = {}, .pinned = !group.pinned}));
}

void GroupActions::markRead(const store::GroupItem &group)
{
    run(m_context.backend.markRead(ScopeId::group(group.id), 0));
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
        run(m_context.backend.askToJoin(group.id, dialog.note()),
            tr("%1 has your request. You see the answer in the list of groups.").arg(group.title));
}

void GroupActions::withdraw(const store::GroupItem &group)
{
    run(m_context.backend.withdrawRequest(group.id));
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

void GroupActions::run(const Backend::Answer<Backend::Written> &answer, const QString &said)
{
    base::deliver(answer, this, [this, said](const base::Result<Backend::Written> &result) {
        if (!result)
            Q_EMIT m_context.navigator.said(words::error(result.error()));
        else if (!said.isEmpty())
            Q_EMIT m_context.navigator.said(said);
    });
}

} // namespace parvis::ui

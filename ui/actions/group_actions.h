#pragma once

#include "ui/actions/group_commands.h"
#include "ui/context.h"

#include <QObject>

class QMenu;

namespace parvis::ui {

// What one can do with a group, by mouse, key and menu alike: the side list, the header and the pages share it.
class GroupActions : public QObject {
    Q_OBJECT

public:
    GroupActions(const Context &context, QWidget *window);

    void fill(QMenu *menu, const store::GroupItem &group, bool open); // `open`: with the way to it
    static bool isPossible(GroupCommand command, const store::GroupItem &group);
    static QString text(GroupCommand command, const store::GroupItem &group); // of this moment: "Unmute"
    void run(GroupCommand command, const store::GroupItem &group);

    void toggleFollowed(const store::GroupItem &group);
    void toggleMuted(const store::GroupItem &group);
    void togglePinned(const store::GroupItem &group);
    void markRead(const store::GroupItem &group);
    void join(const store::GroupItem &group);
    void askToJoin(const store::GroupItem &group); // asks for a note first
    void withdraw(const store::GroupItem &group);
    void leave(const store::GroupItem &group); // asks first

private:
    void report(const Backend::Answer<Backend::Written> &answer, const QString &said = {});

    Context m_context;
    QWidget *m_window;
};

} // namespace parvis::ui

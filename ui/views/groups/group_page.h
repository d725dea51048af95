#pragma once

#include "ui/context.h"
#include "ui/widgets/column.h"

class QBoxLayout;

namespace parvis::ui {

class GroupActions;
class GroupModel;

// What a group is about: description, rules, what is pinned, who is in it, and for its moderators who asks to be. Owners
// change it from here.
class GroupPage : public Column {
    Q_OBJECT

public:
    GroupPage(const Context &context, GroupModel *groups, GroupActions *actions, QWidget *parent = nullptr);
    void open(const Uuid &group);

private:
    void read();
    void show(const store::GroupItem &group);
    QWidget *head(const store::GroupItem &group);
    void buttons(QBoxLayout *layout, const store::GroupItem &group);
    QVBoxLayout *card(const QString &title);
    void showRequests(const store::GroupItem &group);
    void showPinned();
    void showMembers(const store::GroupItem &group);
    QWidget *requestRow(const store::GroupItem &group, const store::JoinRequestItem &request);
    void run(const Backend::Answer<Backend::Written> &answer);

    Context m_context;
    GroupModel *m_groups;
    GroupActions *m_actions;
    Uuid m_id;
    QList<store::JoinRequestItem> m_requests;
    QList<store::FeedItem> m_pinned;
    QList<store::MemberItem> m_members;
    quint64 m_generation = 0;
};

} // namespace parvis::ui

#pragma once

#include "ui/context.h"
#include "ui/models/group_model.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/labels.h"

class QListView;

namespace parvis::ui {

class GroupActions;
class PlaceRow;

// One's groups with what is unread, in sections that fold; above them the company's wall and, if there are any, the scheduled
// posts. Keys of the list: Enter opens, P pins, M mutes, F follows, Alt with the arrows moves a pinned group, the menu key
// offers the rest; on a section's title Left and Right fold and unfold.
class SideList : public Ground {
    Q_OBJECT

public:
    SideList(const Context &context, GroupModel *groups, GroupActions *actions, QWidget *parent = nullptr);
    void setPlace(const Place &place);
    QListView *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void select();
    void activate(const QModelIndex &index);
    void open(const Uuid &group);
    void fold(int row, bool folded);
    bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void showMenu(const QModelIndex &index, QPoint globalPos);
    void readScheduled();

    Context m_context;
    GroupModel *m_groups;
    GroupActions *m_actions;
    QListView *m_list;
    PlaceRow *m_wall;
    PlaceRow *m_scheduled;
    PlaceRow *m_bookmarks;
    Place m_place;
};

} // namespace parvis::ui

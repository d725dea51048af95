#pragma once

#include "ui/context.h"
#include "ui/models/group_model.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/labels.h"

class QListView;

namespace parvis::ui {

class PlaceRow;

// One's groups with what is unread, and the company's wall above them.
class SideList : public Ground {
    Q_OBJECT

public:
    SideList(const Context &context, GroupModel *groups, QWidget *parent = nullptr);
    void setPlace(const Place &place);
    QListView *list() const { return m_list; }

private:
    void select();

    Context m_context;
    GroupModel *m_groups;
    QListView *m_list;
    PlaceRow *m_wall;
    Place m_place;
};

} // namespace parvis::ui

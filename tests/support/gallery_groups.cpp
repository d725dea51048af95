#include "support/gallery.h"

#include "ui/shell/shell.h"
#include "ui/shell/side_list.h"
#include "ui/views/groups/ask_dialog.h"
#include "ui/views/groups/edit_group_dialog.h"
#include "ui/views/scheduled/schedule_dialog.h"

#include <QDialog>
#include <QPushButton>

namespace parvis::tests {

using ui::Place;

using Dialog = std::unique_ptr<QWidget>;

namespace {

void openGroupPage(UiWorld &world, ui::MainWindow &)
{
    const auto id = bridge(world);
    for (auto &group : world.backend.groupList) {
        if (group.id.uuid() != id)
            continue;
        group.role = model::Role::Owner;
        group.requests = int(world.backend.requestLists.value(group.id).size());
    }
    world.backend.setPlace(model::ScopeId::group(model::GroupId(id)), {}); // tells that it changed
    OpenView::settle();
    world.navigator.go({.kind = Place::GroupPage, .id = id});
}

void openScheduled(UiWorld &world, ui::MainWindow &)
{
    auto &list = world.backend.scheduledList;
    if (!list.isEmpty() && !world.backend.items.isEmpty()) {
        store::ScheduledItem refused = list.first();
        refused.id = world.backend.items.first().id;
        refused.at = world.clock.now().plusMs(-7'200'000);
        refused.body = QString::fromUtf8("Le planning de la semaine 48 est affiché à la base vie.");
        refused.refused = QStringLiteral("archived");
        list.first().state = store::ItemState::Pending;
        list.append(refused);
    }
    world.navigator.go({.kind = Place::Scheduled});
}

void openUnreadOnly(UiWorld &world, ui::MainWindow &window)
{
    world.navigator.go({.kind = Place::Feed});
    const auto buttons = window.findChild<ui::SideList *>()->findChildren<QPushButton *>();
    for (auto *button : buttons) {
        if (button->isCheckable() && !button->isChecked())
            button->click();
    }
}

template<class D>
Dialog ofTheFirstGroup(UiWorld &world, ui::MainWindow &window)
{
    const auto &groups = world.backend.groupList;
    return groups.isEmpty() ? Dialog() : std::make_unique<D>(world.context, groups.first(), &window);
}

Dialog openSchedule(UiWorld &world, ui::MainWindow &window)
{
    const auto &list = world.backend.scheduledList;
    if (list.isEmpty())
        return std::make_unique<ui::ScheduleDialog>(world.context, &window);
    return std::make_unique<ui::ScheduleDialog>(world.context, list.first(), &window);
}

} // namespace

QList<View> groupViews()
{
    return {
        {"group-page", place(openGroupPage)},
        {"scheduled", place(openScheduled)},
        {"side-unread", place(openUnreadOnly)},
        {"edit-group", ofTheFirstGroup<ui::EditGroupDialog>},
        {"ask-to-join", ofTheFirstGroup<ui::AskDialog>},
        {"schedule", openSchedule},
    };
}

} // namespace parvis::tests

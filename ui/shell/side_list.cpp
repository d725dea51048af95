#include "ui/shell/side_list.h"

#include "base/deliver.h"
#include "ui/actions/group_actions.h"
#include "ui/delegates/group_delegate.h"
#include "ui/widgets/drafts_row.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/place_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

SideList::SideList(const Context &context, GroupModel *groups, GroupActions *actions, QWidget *parent)
    : Ground(context.theme, &Tokens::background, Qt::RightEdge, parent),
      m_context(context),
      m_groups(groups),
      m_actions(actions),
      m_list(new QListView(this)),
      m_wall(new PlaceRow(context.theme, Icon::Wall, tr("Company wall"), this)),
      m_scheduled(new PlaceRow(context.theme, Icon::Clock, tr("Scheduled posts"), this)),
      m_bookmarks(new PlaceRow(context.theme, Icon::Bookmark, tr("Bookmarks"), this))
{
    context.theme.follow(this, [this] { setFixedWidth(m_context.theme.px(248)); });
    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter…"));
    filter->setAccessibleName(tr("Filter the groups"));
    auto *unread = makeButton(tr("Unread"), context.theme, false, this);
    unread->setCheckable(true);
    unread->setChecked(context.preferences.unreadOnly);
    unread->setAccessibleName(tr("Only groups with something unread"));
    unread->setToolTip(tr("Only groups with something unread"));
    auto *more = new PlaceRow(context.theme, Icon::Plus, tr("Find or create a group"), this);
    m_scheduled->hide();
    m_groups->setFolded(context.preferences.foldedSections);
    m_groups->setUnreadOnly(context.preferences.unreadOnly);
    m_list->setModel(groups);
    m_list->setItemDelegate(new GroupDelegate(context.theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setDragDropMode(QListView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("My groups"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->installEventFilter(this);

    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(filter, 1);
    tools->addWidget(unread);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 16, 16, 8);
    head->setSpacing(8);
    head->addWidget(makeLabel(tr("Groups"), context.theme, TextRole::Title, Ink::First, this));
    head->addLayout(tools);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 8);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_wall);
    layout->addWidget(m_bookmarks);
    layout->addWidget(m_scheduled);
    layout->addWidget(new DraftsRow(context, this));
    layout->addWidget(m_list, 1);
    layout->addWidget(more);

    addListKeys(m_list);
    steerFrom(filter, m_list);
    connect(m_bookmarks, &QAbstractButton::clicked, this,
            [this] { m_context.navigator.go({.kind = Place::Bookmarks}); });
    connect(filter, &QLineEdit::returnPressed, this, [this] {
        const auto *group = m_groups->group(m_list->currentIndex().row());
        if (!group) // one filters and presses Enter: the first that is left
            group = m_groups->group(1);
        if (group)
            open(group->id.uuid());
    });
    connect(filter, &QLineEdit::textChanged, groups, &GroupModel::setFilter);
    connect(unread, &QPushButton::toggled, this, [this](bool on) {
        m_context.preferences.unreadOnly = on;
        m_groups->setUnreadOnly(on);
    });
    connect(m_wall, &QAbstractButton::clicked, this, [this] { m_context.navigator.go({.kind = Place::CompanyWall}); });
    connect(m_scheduled, &QAbstractButton::clicked, this,
            [this] { m_context.navigator.go({.kind = Place::Scheduled}); });
    connect(more, &QAbstractButton::clicked, this, [this] { m_context.navigator.go({.kind = Place::Groups}); });
    connect(m_list, &QListView::clicked, this, &SideList::activate);
    connect(m_list, &QListView::customContextMenuRequested, this, [this](QPoint at) {
        const QModelIndex under = m_list->indexAt(at);
        showMenu(under.isValid() ? under : m_list->currentIndex(), m_list->viewport()->mapToGlobal(at));
    });
    connect(groups, &QAbstractItemModel::modelReset, this, &SideList::select);
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const auto scheduled = [](const store::Change &change) { return change.kind == model::Kind::ScheduledPost; };
        if (changes.wide || std::any_of(changes.changes.begin(), changes.changes.end(), scheduled))
            readScheduled();
    });
    readScheduled();
}

void SideList::readScheduled()
{
    base::deliver(m_context.backend.scheduled(), this, [this](const base::Result<QList<store::ScheduledItem>> &answer) {
        m_scheduled->setVisible(answer && !answer->isEmpty());
    });
}

void SideList::setPlace(const Place &place)
{
    m_place = place;
    m_wall->setCurrent(place.kind == Place::CompanyWall);
    m_scheduled->setCurrent(place.kind == Place::Scheduled);
    m_bookmarks->setCurrent(place.kind == Place::Bookmarks);
    select();
}

void SideList::select()
{
    const bool inGroup = m_place.kind == Place::Group || m_place.kind == Place::GroupPage || m_place.kind == Place::Documents;
    const int row = inGroup ? m_groups->rowOf(m_place.id) : -1;
    // Somebody who goes through the list by keys is not torn away from where they are.
    if (row >= 0 || !m_list->hasFocus())
        m_list->setCurrentIndex(row >= 0 ? m_groups->index(row) : QModelIndex());
}

void SideList::activate(const QModelIndex &index)
{
    if (const auto *group = m_groups->group(index.row()))
        open(group->id.uuid());
    else
        fold(index.row(), !index.data(GroupModel::FoldedRole).toBool());
}

// Who looks at documents goes on to those of another group.
void SideList::open(const Uuid &group)
{
    m_context.navigator.go({.kind = m_place.kind == Place::Documents ? Place::Documents : Place::Group, .id = group});
}

void SideList::fold(int row, bool folded)
{
    m_groups->fold(row, folded);
    m_context.preferences.foldedSections = m_groups->folded();
    m_list->setCurrentIndex(m_groups->index(row));
}

bool SideList::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return false;
    const auto *held = m_groups->group(current.row());
    if (modifiers == Qt::AltModifier && (key == Qt::Key_Up || key == Qt::Key_Down))
        return held && m_groups->movePinned(current.row(), key == Qt::Key_Up ? -1 : 1);
    if (modifiers != Qt::NoModifier && modifiers != Qt::KeypadModifier)
        return false;
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: activate(current); return true;
    case Qt::Key_Space:
        if (!held)
            activate(current);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!held)
            fold(current.row(), key == Qt::Key_Left);
        return !held;
    case Qt::Key_P:
    case Qt::Key_M:
    case Qt::Key_F: break;
    default: return false;
    }
    if (held && key == Qt::Key_P)
        m_actions->togglePinned(*held);
    else if (held && key == Qt::Key_M)
        m_actions->toggleMuted(*held);
    else if (held)
        m_actions->toggleFollowed(*held);
    return true;
}

bool SideList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (onKey(key->key(), key->modifiers()))
            return true;
    }
    return Ground::eventFilter(watched, event);
}

void SideList::showMenu(const QModelIndex &index, QPoint globalPos)
{
    const auto *held = m_groups->group(index.row());
    if (!held)
        return;
    const store::GroupItem group = *held;
    QMenu menu(this);
    m_actions->fill(&menu, group, true);
    if (group.pinned && !m_groups->isFiltered()) {
        menu.addSeparator();
        const auto move = [&](const QString &text, int by) {
            menu.addAction(text, this,
                           [this, by, id = group.id.uuid()] { m_groups->movePinned(m_groups->rowOf(id), by); });
        };
        move(tr("Move up"), -1);
        move(tr("Move down"), 1);
    }
    menu.exec(globalPos);
}

} // namespace parvis::ui

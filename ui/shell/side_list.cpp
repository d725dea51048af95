#include "ui/shell/side_list.h"

#include "ui/delegates/group_delegate.h"
#include "ui/widgets/list_keys.h"
#include "ui/widgets/place_row.h"

#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

SideList::SideList(const Context &context, GroupModel *groups, QWidget *parent)
    : Ground(context.theme, &Tokens::background, Qt::RightEdge, parent),
      m_context(context),
      m_groups(groups),
      m_list(new QListView(this)),
      m_wall(new PlaceRow(context.theme, Icon::Wall, tr("Company wall"), this))
{
    context.theme.follow(this, [this] { setFixedWidth(m_context.theme.px(248)); });
    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Filter…"));
    filter->setAccessibleName(tr("Filter the groups"));
    auto *more = new PlaceRow(context.theme, Icon::Plus, tr("Find or create a group"), this);
    m_list->setModel(groups);
    m_list->setItemDelegate(new GroupDelegate(context.theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("My groups"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));

    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 16, 16, 8);
    head->setSpacing(8);
    head->addWidget(makeLabel(tr("Groups"), context.theme, TextRole::Title, Ink::First, this));
    head->addWidget(filter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 1, 8);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_wall);
    layout->addWidget(m_list, 1);
    layout->addWidget(more);

    addListKeys(m_list);
    steerFrom(filter, m_list);
    connect(filter, &QLineEdit::returnPressed, this, [this] {
        const auto *group = m_groups->group(m_list->currentIndex().row());
        if (!group) // one filters and presses Enter: the first that is left
            group = m_groups->group(1);
        if (group)
            m_context.navigator.go({.kind = Place::Group, .id = group->id.uuid()});
    });
    connect(filter, &QLineEdit::textChanged, groups, &GroupModel::setFilter);
    connect(m_wall, &QAbstractButton::clicked, this, [this] { m_context.navigator.go({.kind = Place::CompanyWall}); });
    connect(more, &QAbstractButton::clicked, this, [this] { m_context.navigator.go({.kind = Place::Groups}); });
    auto go = [this](const QModelIndex &index) {
        if (const auto *group = m_groups->group(index.row()))
            m_context.navigator.go({.kind = Place::Group, .id = group->id.uuid()});
    };
    connect(m_list, &QListView::clicked, this, go);
    connect(m_list, &QListView::activated, this, go);
    connect(groups, &QAbstractItemModel::modelReset, this, &SideList::select);
}

void SideList::setPlace(const Place &place)
{
    m_place = place;
    m_wall->setCurrent(place.kind == Place::CompanyWall);
    select();
}

void SideList::select()
{
    const int row = m_place.kind == Place::Group ? m_groups->rowOf(m_place.id) : -1;
    m_list->setCurrentIndex(row >= 0 ? m_groups->index(row) : QModelIndex());
}

} // namespace parvis::ui

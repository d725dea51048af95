#include "ui/views/groups/groups_page.h"

#include "base/deliver.h"
#include "text/fold.h"
#include "ui/models/group_model.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/groups/create_group_dialog.h"
#include "ui/widgets/face.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

GroupsPage::GroupsPage(const Context &context, GroupModel *groups, QWidget *parent)
    : QWidget(parent), m_context(context), m_groups(groups), m_filter(new QLineEdit(this))
{
    m_filter->setPlaceholderText(tr("Find a group…"));
    m_filter->setAccessibleName(tr("Find a group"));
    auto *make = makeButton(tr("New group…"), context.theme, true, this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_filter, 1);
    head->addWidget(make);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    area->setAccessibleName(tr("Groups"));
    area->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    area->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    auto *ground = new QWidget(area);
    m_list = new QVBoxLayout(ground);
    m_list->setContentsMargins(0, 0, 0, 24);
    m_list->setSpacing(8);
    area->setWidget(ground);
    auto *column = new QWidget(this);
    column->setMaximumWidth(760);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 20, 0, 0);
    inner->setSpacing(16);
    inner->addLayout(head);
    inner->addWidget(area, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addStretch(1);
    layout->addWidget(column, 1000);
    layout->addStretch(1);
    connect(make, &QPushButton::clicked, this, &GroupsPage::create);
    connect(m_filter, &QLineEdit::textChanged, this, &GroupsPage::refresh);
    connect(m_groups, &GroupModel::loaded, this, [this] {
        if (isVisible())
            refresh();
    });
}

void GroupsPage::refresh()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    const QString wanted = text::fold(m_filter->text().trimmed());
    QList<store::GroupItem> shown;
    for (const auto &group : m_groups->all()) {
        if (wanted.isEmpty() || text::fold(group.title + u' ' + group.description).contains(wanted))
            shown.append(group);
    }
    std::stable_sort(shown.begin(), shown.end(), [](const auto &a, const auto &b) {
        if (a.archived != b.archived)
            return b.archived;
        if (a.role.has_value() != b.role.has_value())
            return b.role.has_value(); // what one can still join comes first
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    for (const auto &group : shown)
        m_list->addWidget(row(group));
    if (shown.isEmpty())
        m_list->addWidget(makeLabel(wanted.isEmpty() ? tr("There is no group yet. Make the first one.")
                                                     : tr("No group has these words. Try others, or make a new one."),
                                    m_context.theme, TextRole::List, Ink::Second));
    m_list->addStretch();
}

QWidget *GroupsPage::row(const store::GroupItem &group)
{
    const Theme &theme = m_context.theme;
    auto *card = new CardFrame(theme);
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(12);
    auto *face = new Face(theme, 36, false, card);
    face->show(group.title, group.id.uuid());
    layout->addWidget(face);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeLabel(group.title, theme, TextRole::ListBold));
    QStringList about{words::groupKind(group.kind), words::members(group.members), group.description};
    if (group.archived)
        about.prepend(tr("archived"));
    about.removeAll(QString());
    auto *detail = makeLabel(about.join(QStringLiteral(" · ")), theme, TextRole::Detail, Ink::Second);
    detail->setWordWrap(true);
    texts->addWidget(detail);
    layout->addLayout(texts, 1);
    const Place place{.kind = Place::Group, .id = group.id.uuid()};
    if (!group.role && group.visibility == model::Visibility::Public && !group.archived) {
        auto *join = makeButton(tr("Join"), theme, false, card);
        join->setAccessibleName(tr("Join %1").arg(group.title));
        connect(join, &QPushButton::clicked, this, [this, id = group.id, place] {
            base::deliver(m_context.backend.joinGroup(id), this,
                          [this, place](const base::Result<Backend::Written> &answer) {
                              if (answer)
                                  m_context.navigator.go(place);
                              else
                                  Q_EMIT m_context.navigator.said(words::error(answer.error()));
                          });
        });
        layout->addWidget(join);
    } else if (group.role) {
        auto *open = makeButton(tr("Open"), theme, false, card);
        open->setAccessibleName(tr("Open %1").arg(group.title));
        connect(open, &QPushButton::clicked, this, [this, place] { m_context.navigator.go(place); });
        layout->addWidget(open);
    } else {
        layout->addWidget(makeLabel(tr("on invitation"), theme, TextRole::Detail, Ink::Third));
    }
    return card;
}

void GroupsPage::create()
{
    CreateGroupDialog dialog(m_context, window());
    if (dialog.exec() == QDialog::Accepted)
        m_context.navigator.go({.kind = Place::Group, .id = dialog.created()});
}

} // namespace parvis::ui

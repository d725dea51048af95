#include "ui/views/groups/groups_page.h"

#include "text/fold.h"
#include "ui/actions/group_actions.h"
#include "ui/models/group_model.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/groups/create_group_dialog.h"
#include "ui/widgets/column.h"
#include "ui/widgets/face.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

GroupsPage::GroupsPage(const Context &context, GroupModel *groups, GroupActions *actions, QWidget *parent)
    : QWidget(parent), m_context(context), m_groups(groups), m_actions(actions), m_filter(new QLineEdit(this))
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
    emptyLayout(m_list);
    const QString wanted = text::fold(m_filter->text().trimmed());
    QList<store::GroupItem> open, asked, mine, archived;
    for (const auto &group : m_groups->all()) {
        if (!wanted.isEmpty()
            && !text::fold(group.title + u' ' + group.handle + u' ' + group.description).contains(wanted))
            continue;
        (group.archived ? archived : group.role ? mine : group.request ? asked : open).append(group);
    }
    // What one waits for comes first, then what one can still join.
    section(tr("Asked to join"), asked);
    section(tr("To discover"), open);
    section(tr("My groups"), mine);
    section(tr("Archived"), archived);
    if (open.isEmpty() && asked.isEmpty() && mine.isEmpty() && archived.isEmpty())
        m_list->addWidget(makeLabel(wanted.isEmpty() ? tr("There is no group yet. Make the first one.")
                                                     : tr("No group has these words. Try others, or make a new one."),
                                    m_context.theme, TextRole::List, Ink::Second));
    m_list->addStretch();
}

void GroupsPage::section(const QString &title, const QList<store::GroupItem> &groups)
{
    if (groups.isEmpty())
        return;
    QList<store::GroupItem> sorted = groups;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.title, b.title) < 0; });
    auto *label = makeLabel(title.toUpper(), m_context.theme, TextRole::Section, Ink::Third);
    label->setContentsMargins(0, m_list->count() > 0 ? 16 : 4, 0, 0);
    m_list->addWidget(label);
    for (const auto &group : sorted)
        m_list->addWidget(row(group));
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
    if (group.requests > 0)
        about.prepend(tr("%n request(s) to join", nullptr, group.requests));
    if (const QString said = words::request(group.request); !group.role && !said.isEmpty())
        about.prepend(said);
    about.removeAll(QString());
    auto *detail = makeLabel(about.join(QStringLiteral(" · ")), theme, TextRole::Detail, Ink::Second);
    detail->setWordWrap(true);
    texts->addWidget(detail);
    layout->addLayout(texts, 1);
    buttons(layout, group);
    return card;
}

void GroupsPage::buttons(QBoxLayout *layout, const store::GroupItem &group)
{
    const Theme &theme = m_context.theme;
    const auto add = [&](const QString &text, const QString &name, auto run) {
        auto *button = makeButton(text, theme);
        button->setAccessibleName(name);
        connect(button, &QPushButton::clicked, this, run);
        layout->addWidget(button);
    };
    auto *about = makeFlatButton(tr("About"), theme);
    about->setAccessibleName(tr("About %1").arg(group.title));
    connect(about, &QPushButton::clicked, this,
            [this, id = group.id.uuid()] { m_context.navigator.go({.kind = Place::GroupPage, .id = id}); });
    layout->addWidget(about);
    if (group.role)
        add(tr("Open"), tr("Open %1").arg(group.title),
            [this, id = group.id.uuid()] { m_context.navigator.go({.kind = Place::Group, .id = id}); });
    else if (group.archived)
        return;
    else if (group.visibility == model::Visibility::Public)
        add(tr("Join"), tr("Join %1").arg(group.title), [this, group] { m_actions->join(group); });
    else if (group.request == model::RequestState::Waiting)
        add(tr("Withdraw"), tr("Withdraw the request to join %1").arg(group.title),
            [this, group] { m_actions->withdraw(group); });
    else
        add(group.request ? tr("Ask again…") : tr("Ask to join…"), tr("Ask to join %1").arg(group.title),
            [this, group] { m_actions->askToJoin(group); });
}

void GroupsPage::create()
{
    CreateGroupDialog dialog(m_context, window());
    if (dialog.exec() == QDialog::Accepted)
        m_context.navigator.go({.kind = Place::Group, .id = dialog.created()});
}

} // namespace parvis::ui

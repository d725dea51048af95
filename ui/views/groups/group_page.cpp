#include "ui/views/groups/group_page.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/actions/group_actions.h"
#include "ui/models/group_model.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/groups/edit_group_dialog.h"
#include "ui/views/groups/members_dialog.h"
#include "ui/widgets/face.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/markdown_text.h"
#include "ui/widgets/person_row.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int shownMembers = 24;
constexpr int shownPinned = 10;

bool moderates(const store::GroupItem &group)
{
    return group.role == model::Role::Owner || group.role == model::Role::Moderator;
}

} // namespace

GroupPage::GroupPage(const Context &context, GroupModel *groups, GroupActions *actions, QWidget *parent)
    : Column(tr("About this group"), parent), m_context(context), m_groups(groups), m_actions(actions)
{
    list()->setSpacing(16);
    connect(m_groups, &GroupModel::loaded, this, [this] {
        if (isVisible())
            read();
    });
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        // What the model of groups does not watch: who is in it is told by it, too.
        const auto ours = [this](const store::Change &change) {
            return change.scope.id == m_id
                   && (change.kind == model::Kind::JoinRequest || change.kind == model::Kind::Member);
        };
        if (isVisible() && std::any_of(changes.changes.begin(), changes.changes.end(), ours))
            read();
    });
}

void GroupPage::open(const Uuid &group)
{
    m_id = group;
    m_requests.clear();
    m_pinned.clear();
    m_members.clear();
    read();
}

void GroupPage::read()
{
    const store::GroupItem *group = m_groups->find(m_id);
    ++m_generation;
    if (!group) {
        clear();
        return;
    }
    show(*group);
    if (!group->role)
        return;
    const auto refresh = [this, generation = m_generation](auto &held, const auto &answer) {
        if (generation != m_generation || !answer)
            return;
        held = *answer;
        if (const auto *now = m_groups->find(m_id))
            show(*now);
    };
    base::deliver(
        m_context.backend.members(group->id), this,
        [this, refresh](const base::Result<QList<store::MemberItem>> &answer) { refresh(m_members, answer); });
    base::deliver(m_context.backend.pinned(ScopeId::group(group->id), shownPinned), this,
                  [this, refresh](const base::Result<QList<store::FeedItem>> &answer) { refresh(m_pinned, answer); });
    if (moderates(*group))
        base::deliver(m_context.backend.joinRequests(group->id), this,
                      [this, refresh](const base::Result<QList<store::JoinRequestItem>> &answer) {
                          refresh(m_requests, answer);
                      });
}

void GroupPage::show(const store::GroupItem &group)
{
    clear();
    list()->addWidget(head(group));
    showRequests(group);
    if (!group.rules.isEmpty()) {
        auto *text = new MarkdownText(m_context);
        text->setText(group.rules);
        card(tr("Rules of the group"))->addWidget(text);
    }
    showPinned();
    showMembers(group);
    list()->addStretch();
}

QWidget *GroupPage::head(const store::GroupItem &group)
{
    const Theme &theme = m_context.theme;
    auto *frame = new CardFrame(theme);
    auto *face = new Face(theme, 48, false, frame);
    face->show(group.title, group.id.uuid());
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    auto *title = makeLabel(group.title, theme, TextRole::Title);
    title->setWordWrap(true);
    titles->addWidget(title);
    QStringList about{words::groupKind(group.kind), words::members(group.members)};
    if (group.archived)
        about.prepend(tr("archived"));
    if (!group.followed)
        about.append(tr("not in your feed"));
    if (group.muted)
        about.append(tr("muted"));
    about.removeAll(QString());
    titles->addWidget(makeLabel(about.join(QStringLiteral(" · ")), theme, TextRole::Detail, Ink::Second));
    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(face, 0, Qt::AlignTop);
    top->addLayout(titles, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    buttons(row, group);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(top);
    if (!group.description.isEmpty()) {
        auto *text = new MarkdownText(m_context, frame);
        text->setText(group.description);
        layout->addWidget(text);
    }
    layout->addWidget(makeLabel(words::visibility(group.visibility), theme, TextRole::Detail, Ink::Third));
    layout->addLayout(row);
    return frame;
}

void GroupPage::buttons(QBoxLayout *layout, const store::GroupItem &group)
{
    const Theme &theme = m_context.theme;
    const auto add = [&](const QString &text, bool primary, auto run) {
        auto *button = makeButton(text, theme, primary);
        connect(button, &QPushButton::clicked, this, run);
        layout->addWidget(button);
    };
    if (group.role)
        add(tr("Read the posts"), true,
            [this, id = m_id] { m_context.navigator.go({.kind = Place::Group, .id = id}); });
    else if (!group.archived && group.visibility == model::Visibility::Public)
        add(tr("Join"), true, [this, group] { m_actions->join(group); });
    else if (!group.archived && group.request == model::RequestState::Waiting)
        add(tr("Withdraw the request"), false, [this, group] { m_actions->withdraw(group); });
    else if (!group.archived)
        add(tr("Ask to join…"), true, [this, group] { m_actions->askToJoin(group); });
    if (group.role == model::Role::Owner)
        add(tr("Edit…"), false, [this, group] { EditGroupDialog(m_context, group, window()).exec(); });
    if (group.role) {
        auto *more = makeButton(tr("More"), theme);
        connect(more, &QPushButton::clicked, this, [this, more, group] {
            QMenu menu(this);
            m_actions->fill(&menu, group, false);
            menu.exec(more->mapToGlobal(QPoint(0, more->height() + 4)));
        });
        layout->addWidget(more);
    }
    if (const QString said = words::request(group.request); !group.role && !said.isEmpty())
        layout->addWidget(makeLabel(said, theme, TextRole::Detail, Ink::Wait));
    layout->addStretch();
}

QVBoxLayout *GroupPage::card(const QString &title)
{
    auto *frame = new CardFrame(m_context.theme);
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(makeLabel(title, m_context.theme, TextRole::ListBold));
    list()->addWidget(frame);
    return layout;
}

void GroupPage::showRequests(const store::GroupItem &group)
{
    if (m_requests.isEmpty() || !moderates(group))
        return;
    auto *layout = card(tr("Who asks to join"));
    for (const auto &request : std::as_const(m_requests))
        layout->addWidget(requestRow(group, request));
}

QWidget *GroupPage::requestRow(const store::GroupItem &group, const store::JoinRequestItem &request)
{
    const Theme &theme = m_context.theme;
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(
        new PersonRow(m_context, request.person, words::relativeTime(request.askedAt, m_context.clock.now()), row));
    if (!request.note.isEmpty()) {
        auto *note = makeLabel(request.note, theme, TextRole::List, Ink::Second);
        note->setWordWrap(true);
        theme.follow(note, [note, &theme] { note->setContentsMargins(theme.px(32), 0, 0, 0); });
        texts->addWidget(note);
    }
    layout->addLayout(texts, 1);
    auto *refuse = makeFlatButton(tr("Refuse"), theme, row);
    refuse->setAccessibleName(tr("Refuse the request of %1").arg(request.person.fullName));
    auto *accept = makeButton(tr("Accept"), theme, false, row);
    accept->setAccessibleName(tr("Accept the request of %1").arg(request.person.fullName));
    connect(refuse, &QPushButton::clicked, this,
            [this, group, person = request.person.id] { run(m_context.backend.refuseRequest(group.id, person)); });
    connect(accept, &QPushButton::clicked, this, [this, group, person = request.person.id] {
        run(m_context.backend.setMember(group.id, person, model::Role::Member));
    });
    layout->addWidget(refuse, 0, Qt::AlignTop);
    layout->addWidget(accept, 0, Qt::AlignTop);
    return row;
}

void GroupPage::showPinned()
{
    if (m_pinned.isEmpty())
        return;
    auto *layout = card(tr("Pinned"));
    for (const auto &post : std::as_const(m_pinned)) {
        auto *button = makeLinkButton(text::summary(post.body, 110), m_context.theme);
        button->setToolTip(text::summary(post.body, 300).toHtmlEscaped());
        connect(button, &QPushButton::clicked, this,
                [this, id = post.id] { m_context.navigator.go({.kind = Place::Thread, .id = id}); });
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
}

void GroupPage::showMembers(const store::GroupItem &group)
{
    if (m_members.isEmpty() || !group.role)
        return;
    auto *layout = card(words::members(int(m_members.size())));
    QList<store::MemberItem> shown = m_members; // those who can help first
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto &a, const auto &b) { return int(a.role) > int(b.role); });
    for (const auto &member : shown.mid(0, shownMembers)) {
        QStringList detail{words::title(member.person)};
        if (member.role != model::Role::Member && !(member.role == model::Role::Guest && member.person.guest))
            detail.prepend(words::role(member.role));
        detail.removeAll(QString());
        layout->addWidget(new PersonRow(m_context, member.person, detail.join(QStringLiteral(" · ")), nullptr));
    }
    auto *all =
        makeLinkButton(moderates(group) ? tr("All members, add and remove…") : tr("All members…"), m_context.theme);
    connect(all, &QPushButton::clicked, this, [this, group] { MembersDialog(m_context, group, window()).exec(); });
    layout->addWidget(all, 0, Qt::AlignLeft);
}

void GroupPage::run(const Backend::Answer<Backend::Written> &answer)
{
    base::deliver(answer, this, [this](const base::Result<Backend::Written> &result) {
        if (!result)
            Q_EMIT m_context.navigator.said(words::error(result.error()));
    });
}

} // namespace parvis::ui

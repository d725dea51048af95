#include "ui/shell/context_panel.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/views/groups/members_dialog.h"
#include "ui/widgets/person_row.h"

#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int shownMembers = 10;
constexpr int shownPinned = 5;

void empty(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

ContextPanel::ContextPanel(const Context &context, QWidget *parent)
    : Ground(context.theme, &Tokens::background, Qt::LeftEdge, parent), m_context(context)
{
    context.theme.follow(this, [this] { setFixedWidth(m_context.theme.px(280)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(21, 20, 20, 12);
    layout->setSpacing(16);
    QVBoxLayout **const layouts[] = {&m_about, &m_pinned, &m_members};
    for (int i = 0; i < 3; ++i) {
        m_parts[i] = new QWidget(this);
        *layouts[i] = new QVBoxLayout(m_parts[i]);
        (*layouts[i])->setContentsMargins(0, 0, 0, 0);
        (*layouts[i])->setSpacing(6);
        m_parts[i]->hide();
        layout->addWidget(m_parts[i]);
    }
    layout->addStretch();
    connect(&context.backend, &Backend::changed, this, &ContextPanel::onChanged);
}

void ContextPanel::onChanged(const store::ChangeSet &changes)
{
    const bool members = changes.wide
                         || std::any_of(changes.changes.begin(), changes.changes.end(),
                                        [](const store::Change &change) { return change.kind == model::Kind::Member; });
    const bool posts = changes.wide
                       || std::any_of(changes.changes.begin(), changes.changes.end(),
                                      [](const store::Change &change) { return change.kind == model::Kind::Post; });
    if (!m_group.id.isNull() && posts && changes.scopes.contains(ScopeId::group(m_group.id)))
        readPinned();
    if (!m_group.id.isNull() && members && changes.scopes.contains(ScopeId::group(m_group.id)))
        readMembers();
    else if (m_companyWanted && m_parts[0]->isHidden() && changes.scopes.contains(ScopeId::company()))
        showCompany();
    else if (!m_person.isNull() && m_parts[0]->isHidden() && changes.scopes.contains(ScopeId::directory()))
        showPerson(m_person);
}

void ContextPanel::readMembers()
{
    base::deliver(m_context.backend.members(m_group.id), this,
                  [this, generation = m_generation](const base::Result<QList<store::MemberItem>> &members) {
                      if (generation == m_generation && members)
                          showMembers(*members);
                  });
}

// However old they are: the list beside it holds a window of posts only.
void ContextPanel::readPinned()
{
    base::deliver(m_context.backend.pinned(ScopeId::group(m_group.id), shownPinned), this,
                  [this, generation = m_generation](const base::Result<QList<store::FeedItem>> &pinned) {
                      if (generation == m_generation && pinned)
                          setPinned(*pinned);
                  });
}

void ContextPanel::clear()
{
    ++m_generation;
    m_group = {};
    m_person = {};
    m_companyWanted = false;
    for (QVBoxLayout *layout : {m_about, m_pinned, m_members})
        empty(layout);
    for (QWidget *part : m_parts)
        part->hide();
}

void ContextPanel::heading(QVBoxLayout *layout, const QString &text)
{
    layout->addWidget(makeLabel(text, m_context.theme, TextRole::Control));
}

void ContextPanel::paragraph(QVBoxLayout *layout, const QString &text)
{
    if (text.isEmpty())
        return;
    QLabel *label = makeLabel(text, m_context.theme, TextRole::Aside, Ink::Second);
    label->setWordWrap(true);
    layout->addWidget(label);
}

void ContextPanel::showGroup(const store::GroupItem &group)
{
    const bool same = m_group.id == group.id && m_parts[0]->isVisibleTo(this);
    if (same && m_group.members == group.members && m_group.description == group.description
        && m_group.role == group.role && m_group.requests == group.requests
        && m_group.rules.isEmpty() == group.rules.isEmpty())
        return;
    if (!same)
        clear();
    m_group = group;
    ++m_generation;
    empty(m_about);
    heading(m_about, tr("About"));
    paragraph(m_about, group.description);
    paragraph(m_about, words::visibility(group.visibility));
    auto *more = makeLinkButton(group.rules.isEmpty() ? tr("About this group") : tr("About this group, its rules"),
                                m_context.theme);
    connect(more, &QPushButton::clicked, this,
            [this, id = group.id.uuid()] { m_context.navigator.go({.kind = Place::GroupPage, .id = id}); });
    m_about->addWidget(more, 0, Qt::AlignLeft);
    if (group.requests > 0) {
        auto *asked = makeLinkButton(tr("%n request(s) to join", nullptr, group.requests), m_context.theme);
        connect(asked, &QPushButton::clicked, this,
                [this, id = group.id.uuid()] { m_context.navigator.go({.kind = Place::GroupPage, .id = id}); });
        m_about->addWidget(asked, 0, Qt::AlignLeft);
    }
    m_parts[0]->show();
    readMembers();
    readPinned();
}

void ContextPanel::showMembers(const QList<store::MemberItem> &members)
{
    empty(m_members);
    if (members.isEmpty())
        return;
    heading(m_members, tr("Members"));
    QList<store::MemberItem> shown = members; // those who can help first
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto &a, const auto &b) { return int(a.role) > int(b.role); });
    for (const auto &member : shown.mid(0, shownMembers)) {
        const bool special = member.role != model::Role::Member;
        m_members->addWidget(
            new PersonRow(m_context, member.person, special ? words::role(member.role) : QString(), this));
    }
    auto *all = makeLinkButton(tr("All members (%1)").arg(members.size()), m_context.theme);
    connect(all, &QPushButton::clicked, this, [this] { MembersDialog(m_context, m_group, window()).exec(); });
    m_members->addWidget(all, 0, Qt::AlignLeft);
    m_parts[2]->show();
}

void ContextPanel::showPerson(PersonId person)
{
    if (m_person == person && m_parts[0]->isVisibleTo(this))
        return;
    clear();
    m_person = person;
    base::deliver(m_context.backend.profile(person), this,
                  [this, generation = m_generation](const base::Result<std::optional<model::Person>> &answer) {
                      if (generation != m_generation || !answer || !*answer)
                          return;
                      const model::Person &profile = **answer;
                      heading(m_about, profile.fullName);
                      paragraph(m_about, profile.title);
                      QStringList where{profile.site, profile.country};
                      where.removeAll(QString());
                      paragraph(m_about, where.join(QStringLiteral(", ")));
                      paragraph(m_about, profile.bio);
                      if (!profile.languages.isEmpty())
                          paragraph(m_about, tr("Languages: %1").arg(profile.languages.join(QStringLiteral(", "))));
                      paragraph(m_about, QStringLiteral("@") + profile.handle);
                      m_parts[0]->show();
                  });
    const auto identity = m_context.backend.identity();
    if (identity && identity->person != person)
        readCommon(person);
}

void ContextPanel::readCommon(PersonId person)
{
    base::deliver(m_context.backend.groupsInCommon(person), this,
                  [this, generation = m_generation](const base::Result<QList<store::PlaceCard>> &answer) {
                      if (generation != m_generation || !answer || answer->isEmpty())
                          return;
                      heading(m_members, tr("Groups in common"));
                      for (const auto &place : answer->mid(0, shownMembers)) {
                          auto *button = makeLinkButton(place.title, m_context.theme);
                          connect(button, &QPushButton::clicked, this, [this, id = place.scope.id] {
                              m_context.navigator.go({.kind = Place::Group, .id = id});
                          });
                          m_members->addWidget(button, 0, Qt::AlignLeft);
                      }
                      if (answer->size() > shownMembers)
                          paragraph(m_members, tr("and %n more", nullptr, int(answer->size()) - shownMembers));
                      m_parts[2]->show();
                  });
}

void ContextPanel::showCompany()
{
    if (m_companyWanted && m_parts[0]->isVisibleTo(this))
        return;
    clear();
    m_companyWanted = true;
    base::deliver(m_context.backend.company(), this,
                  [this, generation = m_generation](const base::Result<std::optional<model::Company>> &answer) {
                      if (generation != m_generation || !answer || !*answer)
                          return;
                      heading(m_about, (*answer)->name);
                      paragraph(
                          m_about,
                          tr("The newest posts of your groups and of the walls, in order of time. Nothing is ranked "
                             "by popularity."));
                      m_parts[0]->show();
                  });
}

void ContextPanel::setPinned(const QList<store::FeedItem> &pinned)
{
    empty(m_pinned);
    m_parts[1]->setVisible(!pinned.isEmpty());
    if (pinned.isEmpty())
        return;
    heading(m_pinned, tr("Pinned"));
    for (const auto &post : pinned.mid(0, shownPinned)) {
        auto *button = makeLinkButton(text::summary(post.body, 34), m_context.theme);
        button->setToolTip(text::summary(post.body, 200).toHtmlEscaped());
        connect(button, &QPushButton::clicked, this,
                [this, id = post.id] { m_context.navigator.go({.kind = Place::Thread, .id = id}); });
        m_pinned->addWidget(button, 0, Qt::AlignLeft);
    }
}

} // namespace parvis::ui

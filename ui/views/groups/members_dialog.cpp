#include "ui/views/groups/members_dialog.h"

#include "base/deliver.h"
#include "ui/delegates/person_delegate.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QStringListModel>
#include <QVBoxLayout>

namespace parvis::ui {

MembersDialog::MembersDialog(const Context &context, const store::GroupItem &group, QWidget *parent)
    : QDialog(parent), m_context(context), m_group(group), m_list(new QListWidget(this)), m_person(new QLineEdit(this))
{
    const Theme &theme = context.theme;
    const bool owner = group.role == model::Role::Owner;
    const bool moderates = owner || group.role == model::Role::Moderator;
    setWindowTitle(tr("Members of %1").arg(group.title));
    resize(460, 560);
    PersonDelegate::prepare(m_list, theme, PersonDelegate::End::Words, tr("Members"));
    m_person->setPlaceholderText(tr("Add someone: short name"));
    m_person->setAccessibleName(tr("Add someone"));
    m_state = makeLabel({}, theme, TextRole::Detail, Ink::Second, this);
    m_state->setWordWrap(true);
    auto *addButton = makeButton(tr("Add"), theme, false, this);
    m_remove = makeButton(tr("Remove from the group"), theme, false, this);
    m_role = new QComboBox(this);
    m_role->setAccessibleName(tr("Role in the group"));
    for (const auto role : {model::Role::Member, model::Role::Moderator, model::Role::Owner})
        m_role->addItem(words::role(role), int(role));
    auto *close = makeButton(tr("Close"), theme, true, this);
    auto *addRow = new QHBoxLayout;
    addRow->addWidget(m_person, 1);
    addRow->addWidget(addButton);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_role);
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(12);
    layout->addLayout(addRow);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addLayout(foot);
    for (QWidget *each : std::initializer_list<QWidget *>{m_person, addButton, m_remove})
        each->setVisible(moderates);
    m_role->setVisible(owner);
    tellCurrent();

    auto *names = new QStringListModel(this);
    auto *completer = new QCompleter(names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_person->setCompleter(completer);
    connect(m_person, &QLineEdit::textEdited, this, [this, names](const QString &text) {
        base::deliver(m_context.backend.people(text, 12), names,
                      [names](const base::Result<QList<store::PersonCard>> &people) {
                          QStringList handles;
                          for (const auto &person : people ? *people : QList<store::PersonCard>())
                              handles << person.handle;
                          names->setStringList(handles);
                      });
    });
    connect(addButton, &QPushButton::clicked, this, &MembersDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &MembersDialog::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &MembersDialog::tellCurrent);
    connect(m_role, &QComboBox::activated, this, [this] {
        const int row = m_list->currentRow();
        if (row >= 0)
            report(m_context.backend.setMember(m_group.id, m_members.at(row).person.id,
                                               model::Role(m_role->currentData().toInt())));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem *item) {
        m_context.navigator.go({.kind = Place::PersonWall, .id = m_members.at(m_list->row(item)).person.id.uuid()});
        accept();
    });
    read();
}

void MembersDialog::read()
{
    base::deliver(m_context.backend.members(m_group.id), this,
                  [this](const base::Result<QList<store::MemberItem>> &answer) {
                      if (!answer) {
                          m_state->setText(words::error(answer.error()));
                          return;
                      }
                      const int current = m_list->currentRow();
                      m_members = *answer;
                      m_list->clear();
                      for (const auto &member : m_members) {
                          QStringList parts{member.person.fullName, words::title(member.person),
                                            words::role(member.role)};
                          parts.removeAll(QString());
                          auto *item = new QListWidgetItem(member.person.fullName, m_list);
                          item->setData(PersonDelegate::IdRole, QVariant::fromValue(member.person.id.uuid()));
                          item->setData(PersonDelegate::TitleRole, words::title(member.person));
                          item->setData(PersonDelegate::EndRole, words::role(member.role));
                          item->setData(Qt::AccessibleTextRole, parts.join(QStringLiteral(", ")));
                      }
                      m_list->setCurrentRow(current);
                      m_state->setText(words::members(int(m_members.size())));
                  });
}

void MembersDialog::tellCurrent()
{
    const int row = m_list->currentRow();
    const bool some = row >= 0 && row < m_members.size();
    m_remove->setEnabled(some);
    m_role->setEnabled(some && m_members.at(row).role != model::Role::Guest);
    if (some)
        m_role->setCurrentIndex(m_role->findData(int(m_members.at(row).role)));
}

void MembersDialog::report(const Backend::Answer<Backend::Written> &answer)
{
    base::deliver(answer, this, [this](const base::Result<Backend::Written> &result) {
        if (!result)
            m_state->setText(words::error(result.error()));
        else
            read();
    });
}

void MembersDialog::add()
{
    base::deliver(m_context.backend.person(m_person->text().trimmed()), this,
                  [this](const base::Result<std::optional<store::PersonCard>> &person) {
                      if (!person || !*person) {
                          m_state->setText(tr("Nobody here has this name."));
                          return;
                      }
                      m_person->clear();
                      report(m_context.backend.setMember(m_group.id, (*person)->id, model::Role::Member));
                  });
}

void MembersDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0)
        report(m_context.backend.removeMember(m_group.id, m_members.at(row).person.id));
}

} // namespace parvis::ui

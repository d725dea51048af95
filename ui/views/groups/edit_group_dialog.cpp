#include "ui/views/groups/edit_group_dialog.h"

#include "base/deliver.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>

namespace parvis::ui {

namespace {

constexpr int maxTitleLength = 200; // as the client takes them
constexpr qsizetype maxTextLength = 4000;

template<class T>
std::optional<T> ifChanged(const T &now, const T &before)
{
    return now == before ? std::nullopt : std::optional(now);
}

} // namespace

EditGroupDialog::EditGroupDialog(const Context &context, const store::GroupItem &group, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_group(group),
      m_title(new QLineEdit(group.title, this)),
      m_description(new QPlainTextEdit(group.description, this)),
      m_rules(new QPlainTextEdit(group.rules, this)),
      m_kind(new QComboBox(this)),
      m_visibility(new QComboBox(this))
{
    const Theme &theme = context.theme;
    setWindowTitle(tr("Edit %1").arg(group.title));
    setMinimumWidth(560);
    for (const auto kind : {model::GroupKind::Project, model::GroupKind::Workspace, model::GroupKind::Site,
                            model::GroupKind::Community, model::GroupKind::Interest})
        m_kind->addItem(words::groupKind(kind), int(kind));
    for (const auto visibility : {model::Visibility::Public, model::Visibility::Private, model::Visibility::Secret})
        m_visibility->addItem(words::visibility(visibility), int(visibility));
    m_kind->setCurrentIndex(m_kind->findData(int(group.kind)));
    m_visibility->setCurrentIndex(m_visibility->findData(int(group.visibility)));
    m_title->setMaxLength(maxTitleLength);
    m_description->setFixedHeight(theme.px(80));
    m_rules->setFixedHeight(theme.px(140));
    m_rules->setPlaceholderText(tr("What is expected of those who write here. Markdown."));
    for (QPlainTextEdit *edit : {m_description, m_rules}) {
        edit->setTabChangesFocus(true);
        edit->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
        edit->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    }
    m_error = makeLabel({}, theme, TextRole::Detail, Ink::Bad, this);
    m_error->setWordWrap(true);
    m_save = makeButton(tr("Save"), theme, true, this);
    m_save->setDefault(true);
    auto *cancel = makeFlatButton(tr("Cancel"), theme, this);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, 24);
    form->setVerticalSpacing(12);
    auto add = [&](const QString &name, QWidget *field) {
        field->setAccessibleName(name);
        auto *label = makeLabel(name, theme, TextRole::List, Ink::Second, this);
        label->setBuddy(field);
        form->addRow(label, field);
    };
    add(tr("Title"), m_title);
    add(tr("What it is for"), m_description);
    add(tr("Rules"), m_rules);
    add(tr("Kind"), m_kind);
    add(tr("Who sees it"), m_visibility);
    form->addRow(m_error);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    form->addRow(buttons);
    connect(m_save, &QPushButton::clicked, this, &EditGroupDialog::save);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void EditGroupDialog::save()
{
    Backend::GroupChange change;
    change.title = ifChanged(m_title->text().trimmed(), m_group.title);
    change.description = ifChanged(m_description->toPlainText().trimmed(), m_group.description);
    change.rules = ifChanged(m_rules->toPlainText().trimmed(), m_group.rules);
    change.kind = ifChanged(model::GroupKind(m_kind->currentData().toInt()), m_group.kind);
    change.visibility = ifChanged(model::Visibility(m_visibility->currentData().toInt()), m_group.visibility);
    if (!change.title && !change.description && !change.rules && !change.kind && !change.visibility) {
        accept();
        return;
    }
    if (m_title->text().trimmed().isEmpty()) {
        m_error->setText(tr("A group needs a title."));
        return;
    }
    if (change.description.value_or(QString()).size() > maxTextLength || change.rules.value_or(QString()).size() > maxTextLength) {
        m_error->setText(tr("The description and the rules have at most %1 characters each.").arg(QLocale().toString(maxTextLength)));
        return;
    }
    m_save->setEnabled(false);
    base::deliver(m_context.backend.changeGroup(m_group.id, change), this,
                  [this](const base::Result<Backend::Written> &answer) {
                      m_save->setEnabled(true);
                      if (answer)
                          accept();
                      else
                          m_error->setText(words::error(answer.error()));
                  });
}

} // namespace parvis::ui

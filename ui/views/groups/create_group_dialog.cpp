#include "ui/views/groups/create_group_dialog.h"

#include "base/deliver.h"
#include "text/handle.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace parvis::ui {

namespace {

constexpr int maxTitleLength = 200; // as the client takes them
constexpr int maxDescriptionLength = 4000;

} // namespace

CreateGroupDialog::CreateGroupDialog(const Context &context, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_title(new QLineEdit(this)),
      m_handle(new QLineEdit(this)),
      m_description(new QLineEdit(this)),
      m_kind(new QComboBox(this)),
      m_visibility(new QComboBox(this))
{
    const Theme &theme = context.theme;
    setWindowTitle(tr("New group"));
    setMinimumWidth(480);
    for (const auto kind : {model::GroupKind::Project, model::GroupKind::Workspace, model::GroupKind::Site,
                            model::GroupKind::Community, model::GroupKind::Interest})
        m_kind->addItem(words::groupKind(kind), int(kind));
    for (const auto visibility : {model::Visibility::Public, model::Visibility::Private, model::Visibility::Secret})
        m_visibility->addItem(words::visibility(visibility), int(visibility));
    m_error = makeLabel({}, theme, TextRole::Detail, Ink::Bad, this);
    m_error->setWordWrap(true);
    m_make = makeButton(tr("Create the group"), theme, true, this);
    m_make->setDefault(true);
    auto *cancel = makeFlatButton(tr("Cancel"), theme, this);
    m_title->setMaxLength(maxTitleLength);
    m_handle->setMaxLength(text::maxHandleLength);
    m_description->setMaxLength(maxDescriptionLength);

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
    add(tr("Short name"), m_handle);
    add(tr("What it is for"), m_description);
    add(tr("Kind"), m_kind);
    add(tr("Who sees it"), m_visibility);
    form->addRow(m_error);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_make);
    form->addRow(buttons);

    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &title) {
        if (!m_handle->isModified())
            m_handle->setText(title.trimmed().isEmpty() ? QString() : text::handleFrom(title).replace(u'.', u'-'));
    });
    connect(m_make, &QPushButton::clicked, this, &CreateGroupDialog::make);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void CreateGroupDialog::make()
{
    Backend::NewGroup group;
    group.title = m_title->text().trimmed();
    group.handle = m_handle->text().trimmed();
    group.description = m_description->text().trimmed();
    group.kind = model::GroupKind(m_kind->currentData().toInt());
    group.visibility = model::Visibility(m_visibility->currentData().toInt());
    if (group.title.isEmpty() || !text::isHandle(group.handle)) {
        m_error->setText(tr("A group needs a title, and a short name of small letters, digits and hyphens."));
        return;
    }
    m_make->setEnabled(false);
    base::deliver(m_context.backend.createGroup(group), this, [this](const base::Result<Backend::Written> &answer) {
        m_make->setEnabled(true);
        if (!answer) {
            m_error->setText(words::error(answer.error()));
            return;
        }
        m_created = answer->id;
        accept();
    });
}

} // namespace parvis::ui

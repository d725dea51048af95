#include "ui/views/groups/ask_dialog.h"

#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr qsizetype maxNoteLength = 1000; // as the server takes it

}

AskDialog::AskDialog(const Context &context, const store::GroupItem &group, QWidget *parent)
    : QDialog(parent), m_note(new QPlainTextEdit(this))
{
    const Theme &theme = context.theme;
    setWindowTitle(tr("Ask to join %1").arg(group.title));
    setMinimumWidth(440);
    auto *about =
        makeLabel(tr("An owner or a moderator answers. The members of the group see the request while it waits."),
                  theme, TextRole::List, Ink::Second, this);
    about->setWordWrap(true);
    m_note->setPlaceholderText(tr("Why you would like to join (not needed)"));
    m_note->setAccessibleName(tr("Why you would like to join"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(theme.px(88));
    m_note->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_note->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    auto *send = makeButton(tr("Send the request"), theme, true, this);
    auto *cancel = makeFlatButton(tr("Cancel"), theme, this);
    send->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(send);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(about);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(send, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QString AskDialog::note() const
{
    return m_note->toPlainText().trimmed().left(maxNoteLength);
}

} // namespace parvis::ui

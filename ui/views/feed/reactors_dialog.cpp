#include "ui/views/feed/reactors_dialog.h"

#include "base/deliver.h"
#include "ui/delegates/person_delegate.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace parvis::ui {

ReactorsDialog::ReactorsDialog(const Context &context, const Uuid &target, QWidget *parent)
    : QDialog(parent), m_context(context), m_list(new QListWidget(this))
{
    setWindowTitle(tr("Who reacted"));
    resize(360, 420);
    PersonDelegate::prepare(m_list, context.theme, PersonDelegate::End::Emoji, tr("Who reacted"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        accept();
        m_context.navigator.go({.kind = Place::PersonWall, .id = item->data(PersonDelegate::IdRole).value<Uuid>()});
    });
    base::deliver(context.backend.reactors(target), this, [this](const base::Result<QList<store::Reactor>> &reactors) {
        if (reactors)
            fill(*reactors);
    });
}

void ReactorsDialog::fill(const QList<store::Reactor> &reactors)
{
    for (const store::Reactor &reactor : reactors) {
        auto *item = new QListWidgetItem(reactor.person.fullName, m_list);
        item->setData(PersonDelegate::IdRole, QVariant::fromValue(reactor.person.id.uuid()));
        item->setData(PersonDelegate::EndRole, reactor.emoji);
        item->setData(PersonDelegate::TitleRole, words::title(reactor.person));
        item->setData(Qt::AccessibleTextRole,
                      tr("%1 reacted with %2", "name, emoji").arg(reactor.person.fullName, reactor.emoji));
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setFocus();
}

} // namespace parvis::ui

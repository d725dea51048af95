#include "ui/views/help/shortcuts_page.h"

#include "ui/delegates/action_delegate.h"
#include "ui/models/action_model.h"
#include "ui/shell/navigator.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/list_keys.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace parvis::ui {

ShortcutsPage::ShortcutsPage(const Context &context, ActionRegistry &registry, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_registry(registry),
      m_model(new ActionModel(registry, this)),
      m_field(new QLineEdit(this)),
      m_list(new QListView(this))
{
    const Theme &theme = context.theme;
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("Filter the shortcuts"));
    m_field->setClearButtonEnabled(true);
    m_none = makeLabel(tr("No action has these words. Try fewer of them."), theme, TextRole::List, Ink::Second, this);
    m_none->hide();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ActionDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Shortcuts"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    theme.follow(this, [this, &theme] {
        m_field->setMinimumHeight(theme.px(36));
        m_list->doItemsLayout();
    });
    addListKeys(m_list);
    steerFrom(m_field, m_list);

    auto *column = new QWidget(this);
    column->setMaximumWidth(720);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 20, 0, 0);
    inner->setSpacing(8);
    inner->addWidget(m_field);
    inner->addWidget(m_none);
    inner->addWidget(m_list, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addStretch(1);
    layout->addWidget(column, 1000);
    layout->addStretch(1);

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        m_none->setVisible(m_model->rowCount() == 0);
    });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { run(m_list->currentIndex().row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { run(index.row()); });
}

void ShortcutsPage::focusText()
{
    m_field->setFocus();
    m_field->selectAll();
}

void ShortcutsPage::run(int row)
{
    const Action *action = m_model->action(row);
    if (!action)
        return;
    if (m_registry.isPossible(*action))
        m_registry.run(action->id);
    else if (action->group == ActionGroup::Post)
        Q_EMIT m_context.navigator.said(tr("First choose a post: J and K go from one to the next."));
    else
        Q_EMIT m_context.navigator.said(tr("Not possible here: %1").arg(action->text));
}

} // namespace parvis::ui

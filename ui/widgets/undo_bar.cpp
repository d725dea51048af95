#include "ui/widgets/undo_bar.h"

#include "base/deliver.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QPainter>

namespace parvis::ui {

UndoBar::UndoBar(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_text = makeLabel({}, context.theme, TextRole::List, Ink::First, this);
    m_undo = makeLinkButton(tr("Undo"), context.theme, this);
    QPushButton *close = makeFlatButton(tr("Close"), context.theme, this);
    auto *action = new QAction(this);
    action->setShortcut(QKeySequence::Undo);
    action->setShortcutContext(Qt::WindowShortcut);
    addAction(action);
    m_undo->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(24, 8, 24, 8);
    line->setSpacing(16);
    line->addWidget(m_text);
    line->addWidget(m_undo);
    line->addStretch(1);
    line->addWidget(close);
    connect(action, &QAction::triggered, this, &UndoBar::undo);
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undo);
    connect(close, &QPushButton::clicked, this, &UndoBar::end);
    hide();
}

UndoBar::~UndoBar()
{
    m_context.scheduler.cancel(m_timer);
}

void UndoBar::offer(const QString &plainText, const model::OpId &op)
{
    offerUndo(plainText, [this, op] {
        base::deliver(m_context.backend.discard(op), this, [this](const base::Result<void> &done) {
            Q_EMIT m_context.navigator.said(done ? tr("It is back.") : words::error(done.error()));
        });
    });
}

void UndoBar::offerUndo(const QString &plainText, const std::function<void()> &undo)
{
    m_takeBack = undo;
    m_text->setText(plainText);
    m_undo->setAccessibleName(plainText + u' ' + tr("Undo"));
    show();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    m_context.scheduler.cancel(m_timer);
    m_timer = m_context.scheduler.after(shownMs, [this] {
        m_timer = 0;
        end();
    });
}

void UndoBar::undo()
{
    const auto takeBack = std::exchange(m_takeBack, {});
    if (!takeBack)
        return;
    end();
    takeBack();
}

void UndoBar::end()
{
    m_context.scheduler.cancel(std::exchange(m_timer, 0));
    m_takeBack = {};
    hide();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.tokens().panel);
    painter.setPen(m_context.theme.tokens().line);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace parvis::ui

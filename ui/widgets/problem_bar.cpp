#include "ui/widgets/problem_bar.h"

#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

namespace parvis::ui {

using client::SyncState;

namespace {

bool needsSomebody(SyncState::Problem problem)
{
    return problem != SyncState::None && problem != SyncState::NoNetwork && problem != SyncState::ServerFault;
}

} // namespace

ProblemBar::ProblemBar(const Context &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_text = makeLabel({}, context.theme, TextRole::List, Ink::First, this);
    m_text->setWordWrap(true);
    m_signIn = makeButton(tr("Sign in again"), context.theme, true, this);
    m_again = makeButton(tr("Try again"), context.theme, false, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 8, 24, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_signIn);
    layout->addWidget(m_again);
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT m_context.navigator.signedOut(); });
    connect(m_again, &QPushButton::clicked, this, [this] { m_context.backend.reconnectNow(); });
    connect(&context.backend, &Backend::stateChanged, this, &ProblemBar::refresh);
    refresh();
}

QString ProblemBar::text() const
{
    return m_text->text();
}

void ProblemBar::refresh()
{
    const SyncState state = m_context.backend.state();
    const bool wanted = needsSomebody(state.problem);
    const QString before = m_text->text();
    m_text->setText(wanted ? words::problem(state.problem) : QString());
    m_signIn->setVisible(state.problem == SyncState::Unauthorized);
    m_again->setVisible(state.problem != SyncState::Unauthorized && state.phase == SyncState::Offline);
    setVisible(wanted);
    if (wanted && before != m_text->text()) {
        setAccessibleName(m_text->text());
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ProblemBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_context.theme.tokens();
    painter.fillRect(rect(), t.waitWash);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace parvis::ui

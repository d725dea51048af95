#include "ui/widgets/horizon_button.h"

#include "base/deliver.h"
#include "ui/delegates/avatar.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/horizon_panel.h"

#include <QFontMetrics>
#include <QPainter>

namespace parvis::ui {

namespace {

constexpr qint64 tickMs = 60'000; // "Up to date · 14:32" follows the clock

}

HorizonButton::HorizonButton(const Context &context, QWidget *parent) : QAbstractButton(parent), m_context(context)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setProperty("elides", true); // the whole is a click away
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&context.backend, &Backend::stateChanged, this, &HorizonButton::refresh);
    connect(this, &QAbstractButton::clicked, this, &HorizonButton::showDetails);
    refresh();
    tick();
}

HorizonButton::~HorizonButton()
{
    m_context.scheduler.cancel(m_timer);
}

void HorizonButton::tick()
{
    m_timer = m_context.scheduler.after(tickMs, [this] {
        refresh();
        tick();
    });
}

void HorizonButton::refresh()
{
    const client::SyncState state = m_context.backend.state();
    if (state.phase != client::SyncState::UpToDate && state.phase != client::SyncState::SignedOut)
        readSummary();
    const QString text = words::horizon(state, m_completeUpTo, m_context.clock.now());
    setToolTip(words::problem(state.problem));
    if (text == this->text())
        return;
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(tr("Shows the details"));
    updateGeometry();
    update();
}

void HorizonButton::readSummary()
{
    if (m_reading)
        return;
    m_reading = true;
    base::deliver(m_context.backend.summary(), this, [this](const base::Result<store::SyncSummary> &summary) {
        m_reading = false;
        if (!summary || summary->completeUpTo == m_completeUpTo)
            return;
        m_completeUpTo = summary->completeUpTo;
        refresh();
    });
}

QSize HorizonButton::sizeHint() const
{
    const QFontMetrics metrics(m_context.theme.font(TextRole::Detail));
    return {metrics.horizontalAdvance(text()) + 34, m_context.theme.px(32)};
}

void HorizonButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_context.theme.tokens();
    const auto phase = m_context.backend.state().phase;
    const bool good = phase == client::SyncState::UpToDate;
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(t.accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(t.wash);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(good ? t.good : phase == client::SyncState::Offline ? t.wait : t.accent);
    painter.drawEllipse(placed({8, height() / 2.0 - 4, 8, 8}, width()));
    drawLine(painter, placed(QRectF(22, 0, width() - 28, height()), width()), text(),
             m_context.theme.font(TextRole::Detail), t.second);
}

void HorizonButton::showDetails()
{
    if (!m_panel)
        m_panel = new HorizonPanel(m_context, this);
    m_panel->showUnder(this);
}

} // namespace parvis::ui

#include "ui/widgets/horizon_panel.h"

#include "base/deliver.h"
#include "ui/shell/navigator.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int panelWidth = 432;
constexpr int listAtMost = 220;
constexpr int factWidth = 132;

} // namespace

HorizonPanel::HorizonPanel(const Context &context, QWidget *parent) : QWidget(parent, Qt::Popup), m_context(context)
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_TranslucentBackground);
    setAccessibleName(tr("How far this computer is up to date"));
    theme.follow(this, [this] { setFixedWidth(m_context.theme.px(panelWidth)); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    m_line = makeLabel({}, theme, TextRole::ListBold, Ink::First, this);
    m_line->setWordWrap(true);
    m_problem = makeLabel({}, theme, TextRole::List, Ink::Wait, this);
    m_problem->setWordWrap(true);
    layout->addWidget(m_line);
    layout->addWidget(m_problem);
    layout->addSpacing(4);
    m_contact = fact(layout, tr("Last contact"));
    m_delay = fact(layout, tr("The line"));
    m_waiting = fact(layout, tr("To be sent"));
    m_places = fact(layout, tr("On this computer"));

    m_area = new QScrollArea(this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setAccessibleName(tr("Places"));
    m_area->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_area->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows = new QWidget(m_area);
    m_list = new QVBoxLayout(m_rows);
    m_list->setContentsMargins(0, 0, 8, 0);
    m_list->setSpacing(4);
    m_area->setWidget(m_rows);
    m_rows->setAutoFillBackground(false); // the area has just switched it on
    layout->addWidget(m_area);

    layout->addSpacing(4);
    m_offline = new QCheckBox(tr("Work offline"), this);
    layout->addWidget(m_offline);
    m_connect = makeButton(tr("Try to connect now"), theme, false, this);
    m_signIn = makeButton(tr("Sign in again…"), theme, true, this);
    m_outbox = makeButton(tr("What waits to be sent"), theme, false, this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_signIn);
    buttons->addWidget(m_connect);
    buttons->addWidget(m_outbox);
    buttons->addStretch();
    layout->addLayout(buttons);

    connect(m_offline, &QCheckBox::clicked, this, [this](bool on) {
        m_context.preferences.stayOffline = on;
        m_context.backend.setStayOffline(on);
        Q_EMIT m_context.navigator.stayOfflineChanged();
    });
    connect(m_connect, &QPushButton::clicked, this, [this] { m_context.backend.reconnectNow(); });
    connect(m_signIn, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT m_context.navigator.signedOut();
    });
    connect(m_outbox, &QPushButton::clicked, this, [this] {
        close();
        m_context.navigator.go({.kind = Place::Outbox});
    });
    connect(&context.backend, &Backend::stateChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (isVisible() && changes.coverage)
            readPlaces();
    });
}

QLabel *HorizonPanel::fact(QVBoxLayout *layout, const QString &name)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = makeLabel(name, m_context.theme, TextRole::Detail, Ink::Third, this);
    label->setWordWrap(true);
    m_context.theme.follow(label, [this, label] { label->setFixedWidth(m_context.theme.px(factWidth)); });
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *value = makeLabel({}, m_context.theme, TextRole::Detail, Ink::First, this);
    value->setWordWrap(true);
    value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    row->addWidget(label);
    row->addWidget(value, 1);
    layout->addLayout(row);
    return value;
}

void HorizonPanel::showUnder(QWidget *button)
{
    m_under = button;
    refresh();
    m_context.backend.probe();
    show();
    m_offline->setFocus();
}

void HorizonPanel::refresh()
{
    using client::SyncState;
    const SyncState state = m_context.backend.state();
    const base::Time now = m_context.clock.now();
    m_line->setText(words::horizon(state, m_completeUpTo, now));
    m_problem->setText(words::problem(state.problem));
    m_problem->setVisible(state.problem != SyncState::None);
    m_contact->setText(state.lastContact.isNull() ? tr("none since the start")
                                                  : words::relativeTime(state.lastContact, now));
    m_delay->setText(state.phase == SyncState::Offline ? tr("no connection") : words::delay(state.roundTripMs));
    m_waiting->setText(words::waiting(int(state.pending), int(state.rejected)));
    m_offline->setChecked(state.stayOffline);
    m_connect->setVisible(state.phase == SyncState::Offline && !state.stayOffline);
    m_signIn->setVisible(state.problem == SyncState::Unauthorized);
    m_outbox->setVisible(state.pending + state.rejected > 0);
    readPlaces();
    fit();
}

void HorizonPanel::readPlaces()
{
    if (m_reading)
        return;
    m_reading = true;
    base::deliver(m_context.backend.summary(), this, [this](const base::Result<store::SyncSummary> &summary) {
        m_reading = false;
        if (!summary)
            return;
        m_completeUpTo = summary->completeUpTo;
        m_line->setText(words::horizon(m_context.backend.state(), m_completeUpTo, m_context.clock.now()));
        showPlaces(*summary);
    });
}

// What is not complete stands first; the rest by name.
void HorizonPanel::showPlaces(const store::SyncSummary &summary)
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QList<store::SyncSummary::Scope> scopes = summary.scopes;
    const auto complete = std::count_if(scopes.begin(), scopes.end(), [](const auto &scope) { return scope.complete; });
    m_places->setText(complete == scopes.size()
                          ? tr("everything of %n place(s)", nullptr, int(scopes.size()))
                          : tr("%1 of %n place(s) complete", nullptr, int(scopes.size())).arg(complete));
    std::stable_sort(scopes.begin(), scopes.end(), [](const auto &a, const auto &b) {
        if (a.complete != b.complete)
            return b.complete;
        return QString::localeAwareCompare(words::scopeName(a), words::scopeName(b)) < 0;
    });
    for (const auto &scope : scopes) {
        auto *line = new QWidget(m_rows);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *name = makeLabel(words::scopeName(scope), m_context.theme, TextRole::Detail, Ink::Second, line);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        name->setToolTip(name->text().toHtmlEscaped());
        auto *state = makeLabel((scope.complete ? QStringLiteral("✓ ") : QStringLiteral("… "))
                                    + words::completeness(scope, m_context.clock.now()),
                                m_context.theme, TextRole::Detail, scope.complete ? Ink::Good : Ink::Wait, line);
        row->addWidget(name, 1);
        row->addWidget(state);
        m_list->addWidget(line);
        line->show(); // now, so that it counts for the height
    }
    m_list->activate();
    fit();
}

void HorizonPanel::fit()
{
    if (!m_under)
        return;
    m_area->setFixedHeight(std::min(m_rows->sizeHint().height(), m_context.theme.px(listAtMost)));
    adjustSize();
    const QPoint corner = m_under->mapToGlobal(QPoint(m_under->width() - QWidget::width(), m_under->height() + 4));
    const QRect screen = m_under->screen()->availableGeometry();
    move(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - QWidget::width())), corner.y());
}

void HorizonPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_context.theme.tokens().line);
    painter.setBrush(m_context.theme.tokens().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

void HorizonPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace parvis::ui

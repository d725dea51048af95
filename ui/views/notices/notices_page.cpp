#include "ui/views/notices/notices_page.h"

#include "base/deliver.h"
#include "ui/delegates/notice_delegate.h"
#include "ui/models/notice_model.h"
#include "ui/shell/place_link.h"
#include "ui/text/words.h"
#include "ui/widgets/labels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace parvis::ui {

NoticesPage::NoticesPage(const Context &context, NoticeModel *model, QWidget *parent)
    : QWidget(parent), m_context(context), m_model(model), m_list(new QListView(this))
{
    const Theme &theme = context.theme;
    m_unreadOnly = makeButton(tr("Unread only"), theme, false, this);
    m_unreadOnly->setCheckable(true);
    m_allRead = makeButton(tr("Mark all as read"), theme, false, this);
    m_state = makeLabel({}, theme, TextRole::Detail, Ink::Third, this);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_unreadOnly);
    head->addWidget(m_state, 1);
    head->addWidget(m_allRead);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new NoticeDelegate(theme, context.clock, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Notifications"));
    m_list->verticalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->horizontalScrollBar()->setAccessibleName(tr("Scroll position"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);

    auto *empty = new QWidget(this);
    m_emptyTitle = makeLabel({}, theme, TextRole::Title, Ink::First, empty);
    m_emptyHint = makeLabel({}, theme, TextRole::List, Ink::Second, empty);
    m_emptyHint->setWordWrap(true);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyHint->setAlignment(Qt::AlignCenter);
    auto *emptyLayout = new QVBoxLayout(empty);
    emptyLayout->addStretch(2);
    emptyLayout->addWidget(m_emptyTitle);
    emptyLayout->addWidget(m_emptyHint);
    emptyLayout->addStretch(3);

    auto *column = new QWidget(this);
    column->setMaximumWidth(760);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 20, 0, 0);
    inner->setSpacing(12);
    inner->addLayout(head);
    auto *body = new QWidget(column);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
    inner->addWidget(body, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 0);
    layout->addStretch(1);
    layout->addWidget(column, 1000);
    layout->addStretch(1);

    connect(m_unreadOnly, &QPushButton::toggled, m_model, &NoticeModel::setUnreadOnly);
    connect(m_allRead, &QPushButton::clicked, this, &NoticesPage::markAllRead);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { open(index.row()); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &NoticesPage::showMenu);
    connect(m_model, &NoticeModel::loaded, this, &NoticesPage::tellState);
    tellState();
}

void NoticesPage::focusList()
{
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus();
}

void NoticesPage::tellState()
{
    m_state->setText(m_model->unread() > 0 ? tr("%n unread", nullptr, m_model->unread()) : QString());
    m_allRead->setEnabled(m_model->unread() > 0);
    const bool empty = m_model->isLoaded() && m_model->rowCount() == 0;
    m_stack->setCurrentIndex(empty ? 1 : 0);
    // The list may have been opened before there was anything in it.
    if (isVisible() && m_model->rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    if (!empty)
        return;
    const bool filtered = m_unreadOnly->isChecked();
    m_emptyTitle->setText(filtered ? tr("Nothing unread") : tr("Nothing for you yet"));
    m_emptyHint->setText(filtered
                             ? tr("Everything that was addressed to you is read.")
                             : tr("When somebody mentions you or replies to you, it is listed here, with the reason."));
}

void NoticesPage::open(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const store::NoticeItem notice = m_model->notice(row);
    markRead(row);
    Place place{.kind = Place::Thread, .id = notice.post};
    if (notice.kind == model::Kind::Comment)
        place.highlight = notice.id;
    m_context.navigator.go(place);
}

void NoticesPage::markRead(int row)
{
    if (row < 0 || row >= m_model->rowCount() || !m_model->notice(row).unread)
        return;
    const store::NoticeItem &notice = m_model->notice(row);
    base::deliver(m_context.backend.markThreadRead(PostId(notice.post), notice.order), this,
                  [this](const base::Result<Backend::Written> &answer) {
                      if (!answer)
                          Q_EMIT m_context.navigator.said(words::error(answer.error()));
                  });
}

void NoticesPage::markAllRead()
{
    base::deliver(m_context.backend.markNoticesRead(), this, [this](const base::Result<Backend::Written> &answer) {
        if (!answer)
            Q_EMIT m_context.navigator.said(words::error(answer.error()));
    });
    focusList();
}

void NoticesPage::showMenu(const QPoint &position)
{
    const int row =
        m_list->indexAt(position).isValid() ? m_list->indexAt(position).row() : m_list->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount())
        return;
    const store::NoticeItem notice = m_model->notice(row);
    QMenu menu(this);
    menu.addAction(tr("Open in its thread"), this, [this, row] { open(row); });
    menu.addAction(tr("Mark as read"), this, [this, row] { markRead(row); })->setEnabled(notice.unread);
    menu.addAction(tr("Copy link"), this, [this, notice] {
        const auto identity = m_context.backend.identity();
        QGuiApplication::clipboard()->setText(
            placeLink(identity ? identity->server : QString(), notice.post, notice.id));
    });
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

bool NoticesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_list->currentIndex().row();
        auto move = [this](int to) {
            if (to >= 0 && to < m_model->rowCount())
                m_list->setCurrentIndex(m_model->index(to));
            return true;
        };
        if (key->modifiers() == Qt::NoModifier) {
            switch (key->key()) {
            case Qt::Key_J: return move(row + 1);
            case Qt::Key_K: return move(row - 1);
            case Qt::Key_M: markRead(row); return true;
            case Qt::Key_O: open(row); return true;
            default: break;
            }
        }
        if (key->key() == Qt::Key_M && key->modifiers() == Qt::ShiftModifier) {
            markAllRead();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace parvis::ui

#include "ui/views/feed/thread_page.h"

#include "ui/actions/post_actions.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_view.h"
#include "ui/widgets/composer.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parvis::ui {

ThreadPage::ThreadPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(new ThreadModel(context.backend, this)),
      m_view(new FeedView(context, this)),
      m_actions(new PostActions(context, m_view)),
      m_composer(new Composer(context, this))
{
    m_view->setThread(true);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Thread"));
    m_view->setEmptyText(tr("This post is not here"), tr("It was deleted, or you may no longer read it."));
    m_composer->setMaximumWidth(680);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 4, 24, 16);
    row->addStretch(1);
    row->addWidget(m_composer, 1000);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(row);

    connect(m_actions, &PostActions::replyWanted, this, [this](const store::FeedItem &item) {
        if (item.kind == model::Kind::Comment)
            answer(item.id, item.author.fullName);
        m_composer->focusText();
    });
    connect(m_composer, &Composer::written, this, [this] {
        m_toEnd = true;
        answer({}, {});
    });
    connect(m_composer, &Composer::cancelled, this, [this] {
        answer({}, {});
        m_view->setFocus();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (std::exchange(m_toEnd, false))
            m_view->scrollToEnd();
    });
    connect(m_model, &ItemModel::loaded, this, [this] {
        if (m_model->rowCount() == 0)
            return;
        Q_EMIT rootChanged(m_model->item(0));
        markRead();
        m_composer->setVisible(!m_model->item(0).blank);
        if (!m_place.highlight.isNull()) {
            m_view->setCurrent(m_place.highlight);
            m_view->reveal(m_model->rowOf(m_place.highlight));
            m_place.highlight = {};
        }
        if (std::exchange(m_wantReply, false))
            m_composer->focusText();
    });
    connect(m_model, &ThreadModel::gone, m_composer, &QWidget::hide);
}

void ThreadPage::open(const Place &place)
{
    leave();
    m_place = place;
    m_wantReply = place.reply;
    m_composer->show();
    m_actions->setModerates(false);
    m_view->setModel(m_model);
    m_model->open(PostId(place.id));
    answer({}, {});
}

void ThreadPage::leave()
{
    m_composer->saveDraftNow();
}

bool ThreadPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        markRead();
    return QWidget::event(event);
}

void ThreadPage::markRead()
{
    qint64 highest = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const qint64 order = m_model->item(row).order; order < store::pendingOrderBase)
            highest = std::max(highest, order);
    }
    if (highest > 0 && isVisible() && window()->isActiveWindow())
        m_context.backend.markThreadRead(PostId(m_place.id), highest);
}

void ThreadPage::setModerates(bool moderates)
{
    m_actions->setModerates(moderates);
}

void ThreadPage::answer(const Uuid &parent, const QString &name)
{
    const PostId post(m_place.id);
    m_composer->setTarget(
        {.draftPlace = parent.isNull() ? m_place.id.toString() : parent.toString(),
         .placeholder = name.isEmpty() ? tr("Write a comment…") : tr("Answer %1…").arg(name),
         .button = tr("Comment"),
         .write = [this, post, parent](const QString &body) { return m_context.backend.comment(post, parent, body); }});
}

} // namespace parvis::ui

#include "ui/views/feed/thread_page.h"

#include "base/deliver.h"
#include "ui/actions/post_actions.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/participants_bar.h"
#include "ui/views/feed/place_find.h"
#include "ui/views/feed/reading_guide.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/labels.h"

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
      m_composer(new Composer(context, this)),
      m_find(new PlaceFind(context, m_view, this)),
      m_toUnread(makeButton({}, context.theme, false, this))
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
    auto *people = new ParticipantsBar(context, m_model, this);
    people->setMaximumWidth(680);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 0, 24, 0);
    head->addStretch(1);
    head->addWidget(people, 1000);
    head->addStretch(1);
    m_toUnread->setProperty("pill", true);
    m_toUnread->setObjectName(QStringLiteral("toUnread"));
    m_toUnread->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_find->bar());
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    m_find->setThread(m_model);
    layout->addLayout(row);

    connect(m_actions, &PostActions::replyWanted, this, [this](const store::FeedItem &item, const QString &quote) {
        if (item.kind == model::Kind::Comment)
            answer(item.id, item.author.fullName, quote);
        else
            addQuote(quote);
        m_composer->focusText();
    });
    connect(m_toUnread, &QPushButton::clicked, this, [this] {
        showFirstUnread();
        m_view->setFocus();
    });
    connect(m_view, &FeedView::visibleRowsChanged, this, &ThreadPage::placePill);
    connect(m_view, &FeedView::placeCommand, this, [this](int key) {
        if (key == Qt::Key_U)
            showFirstUnread();
    });
    connect(m_view, &FeedView::nothingUnread, this,
            [this] { Q_EMIT m_context.navigator.said(tr("Nothing unread here.")); });
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
    connect(m_model, &ItemModel::loaded, this, &ThreadPage::onLoaded);
    connect(m_model, &ThreadModel::gone, m_composer, &QWidget::hide);
}

void ThreadPage::open(const Place &place)
{
    leave();
    m_find->close();
    m_place = place;
    m_wantReply = place.reply;
    m_composer->show();
    m_actions->setModerates(false);
    m_view->setModel(m_model);
    m_view->restore({{}, 0, 0, m_context.preferences.positions.value(ReadingGuide::keyOf(place)).seen});
    m_firstUnread = {};
    m_lineDrawn = false;
    m_toUnread->hide();
    m_model->open(PostId(place.id));
    answer({}, {}, place.reply && place.highlight.isNull() ? place.quote : QString());
}

void ThreadPage::leave()
{
    m_composer->saveDraftNow();
    if (m_model->rowCount() > 0 && !m_place.id.isNull())
        m_context.preferences.positions.set(ReadingGuide::keyOf(m_place), m_view->position());
}

void ThreadPage::onLoaded()
{
    if (m_model->rowCount() == 0)
        return;
    Q_EMIT rootChanged(m_model->item(0));
    markRead();
    m_composer->setPlace(m_model->item(0).place.scope);
    m_composer->setVisible(!m_model->item(0).blank);
    drawLine();
    const Uuid highlight = std::exchange(m_place.highlight, {});
    const int row = highlight.isNull() ? -1 : m_model->rowOf(highlight);
    if (!highlight.isNull()) {
        m_view->setCurrent(highlight);
        m_view->setHighlight(highlight);
        m_view->reveal(row);
    }
    if (std::exchange(m_wantReply, false)) {
        if (row > 0)
            answer(highlight, m_model->item(row).author.fullName, m_place.quote);
        else if (row == 0)
            addQuote(m_place.quote);
        m_composer->focusText();
    }
}

// Over the first comment that is new since one was here; where one never was, since the place was marked as read.
void ThreadPage::drawLine()
{
    if (m_lineDrawn)
        return;
    m_lineDrawn = true;
    const auto identity = m_context.backend.identity();
    const qint64 seen = m_context.preferences.positions.value(ReadingGuide::keyOf(m_place)).seen;
    for (int row = 1; row < m_model->rowCount(); ++row) {
        const store::FeedItem &item = m_model->item(row);
        const bool mine = identity && identity->person == item.author.id;
        if (mine || item.state != store::ItemState::Acked || !(seen > 0 ? item.order > seen : item.unread))
            continue;
        if (row > 1 || seen > 0) { // else all of it is new
            m_firstUnread = item.id;
            m_view->setLine(item.id, tr("New since you were last here"));
        }
        break;
    }
    placePill();
}

void ThreadPage::showFirstUnread()
{
    const int row = m_firstUnread.isNull() ? -1 : m_model->rowOf(m_firstUnread);
    if (row < 0) {
        Q_EMIT m_view->nothingUnread();
        return;
    }
    m_view->setCurrent(m_firstUnread);
    m_view->reveal(row);
}

void ThreadPage::placePill()
{
    const int row = m_firstUnread.isNull() ? -1 : m_model->rowOf(m_firstUnread);
    const QList<int> visible = m_view->visibleRows();
    const bool below = row >= 0 && !visible.isEmpty() && row > visible.last();
    if (below) {
        m_toUnread->setText(QStringLiteral("↓ ") + words::newComments(m_model->rowCount() - row));
        m_toUnread->setAccessibleName(words::newComments(m_model->rowCount() - row));
        m_toUnread->adjustSize();
        m_toUnread->move((width() - m_toUnread->width()) / 2, m_view->geometry().bottom() - m_toUnread->height() - 12);
        m_toUnread->raise();
    }
    m_toUnread->setVisible(below);
}

void ThreadPage::resizeEvent(QResizeEvent *)
{
    placePill();
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

void ThreadPage::answer(const Uuid &parent, const QString &name, const QString &quote)
{
    const PostId post(m_place.id);
    const QString draftPlace = parent.isNull() ? m_place.id.toString() : parent.toString();
    m_composer->setTarget({.draftPlace = draftPlace,
                           .placeholder = name.isEmpty() ? tr("Write a comment…") : tr("Answer %1…").arg(name),
                           .button = tr("Comment"),
                           .write =
                               [this, post, parent](const QString &body, const Backend::Draft &draft,
                                                    const Backend::Files &files) {
                                   return m_context.backend.comment(post, parent, body, draft, files);
                               },
                           .place = m_model->rowCount() > 0 ? m_model->item(0).place.scope : ScopeId::directory(),
                           .takesFiles = true});
    if (quote.isEmpty())
        return;
    // After the draft that the composer has asked for: what was begun stays.
    base::deliver(m_context.backend.drafts(draftPlace), this,
                  [this, quote](const base::Result<QList<store::DraftItem>> &) { addQuote(quote); });
}

void ThreadPage::addQuote(const QString &quote)
{
    if (quote.isEmpty())
        return;
    const QString begun = m_composer->text();
    m_composer->setText(begun.trimmed().isEmpty() ? quote : begun.trimmed() + QStringLiteral("\n\n") + quote);
}

} // namespace parvis::ui

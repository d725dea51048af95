#include "ui/views/feed/feed_page.h"

#include "base/deliver.h"
#include "ui/actions/post_actions.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompt.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int columnWidth = 680;
constexpr qint64 readAfterMs = 1200; // a post that was in sight that long counts as seen

} // namespace

FeedPage::FeedPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(new FeedModel(context.backend, context.scheduler, this)),
      m_view(new FeedView(context, this)),
      m_actions(new PostActions(context, m_view)),
      m_prompt(new Prompt(context.theme, this)),
      m_top(new QWidget(this))
{
    m_view->setModel(m_model);
    m_newPosts = makeButton({}, context.theme, true, this);
    m_newPosts->setProperty("pill", true);
    m_newPosts->hide();

    m_topLayout = new QVBoxLayout(m_top);
    m_topLayout->setContentsMargins(0, 16, 0, 0);
    m_topLayout->addWidget(m_prompt);
    m_top->setMaximumWidth(columnWidth);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(24, 0, 24, 0);
    row->addStretch(1);
    row->addWidget(m_top, 1000);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_view, 1);

    connect(m_prompt, &QAbstractButton::clicked, this, &FeedPage::compose);
    connect(m_newPosts, &QPushButton::clicked, this, [this] {
        m_model->goToTop();
        m_view->scrollToTop();
    });
    connect(m_view, &FeedView::newAboveChanged, this, [this](int count) {
        m_newPosts->setText(words::newPosts(count));
        m_newPosts->setVisible(count > 0);
        m_newPosts->adjustSize();
        resizeEvent(nullptr);
    });
    connect(m_view, &FeedView::visibleRowsChanged, this, &FeedPage::scheduleRead);
    connect(m_model, &ItemModel::loaded, this, &FeedPage::tellPinned);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FeedPage::tellPinned);
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (!m_meKnown && changes.scopes.contains(ScopeId::directory()))
            readMe();
    });
    readMe();
}

void FeedPage::readMe()
{
    const auto identity = m_context.backend.identity();
    if (!identity)
        return;
    m_prompt->setPerson(identity->user, identity->person.uuid());
    base::deliver(m_context.backend.person(identity->person.toString()), this,
                  [this](const base::Result<std::optional<store::PersonCard>> &person) {
                      if (!person || !*person)
                          return;
                      m_meKnown = true;
                      m_prompt->setPerson((*person)->fullName, (*person)->id.uuid());
                  });
}

FeedPage::~FeedPage()
{
    m_context.scheduler.cancel(m_readTimer);
}

ScopeId FeedPage::scope() const
{
    return m_place.kind == Place::Group ? ScopeId::group(GroupId(m_place.id)) : ScopeId::directory();
}

void FeedPage::open(const Place &place)
{
    if (m_opened && m_place == place)
        return; // coming back: the list stands where it was left
    leave();
    m_opened = true;
    m_place = place;
    m_title.clear();
    m_marked = 0;
    m_pinned.clear();
    m_actions->setModerates(false);
    m_context.scheduler.cancel(m_readTimer);
    m_readTimer = 0;
    store::FeedQuery query;
    query.id = place.id;
    m_view->setShowPlace(place.kind == Place::Feed);
    switch (place.kind) {
    case Place::Group: query.what = store::FeedQuery::Group; break;
    case Place::CompanyWall: query.what = store::FeedQuery::CompanyWall; break;
    case Place::PersonWall: query.what = store::FeedQuery::PersonWall; break;
    default: query.what = store::FeedQuery::Merged; break;
    }
    m_view->setEmptyText(
        tr("Nothing here yet"),
        place.kind == Place::Feed
            ? tr("Join a group, or write the first post: it appears here and on your colleagues' screens.")
            : tr("Write the first post: it is kept on this computer at once and sent when the network allows."));
    const client::SyncState state = m_context.backend.state();
    m_view->setFollowTop(!state.complete);
    m_view->setModel(m_model);
    m_prompt->show();
    setPrompt({});
    m_model->open(query);
    if (place.kind == Place::Group)
        m_context.backend.focus(scope());
    closeComposer();
}

void FeedPage::setPrompt(const QString &title)
{
    m_title = title;
    switch (m_place.kind) {
    case Place::Group:
        m_prompt->setText(title.isEmpty() ? tr("Write a post…") : tr("Share with %1…").arg(title));
        break;
    case Place::CompanyWall: m_prompt->setText(tr("Write on the company wall…")); break;
    case Place::PersonWall:
        m_prompt->setText(title.isEmpty() ? tr("Write a post…") : tr("Write on the wall of %1…").arg(title));
        break;
    default: m_prompt->setText(tr("Share something…")); break;
    }
    m_prompt->setAccessibleName(m_prompt->text());
}

void FeedPage::setGroup(const store::GroupItem &group)
{
    if (m_place.kind != Place::Group || group.id.uuid() != m_place.id)
        return;
    setPrompt(group.title);
    m_actions->setModerates(group.role == model::Role::Owner || group.role == model::Role::Moderator);
    if (!group.role)
        m_view->setEmptyText(tr("You are not a member of this group"),
                             tr("Join it, or ask one of its members, to read and write here."));
    const bool mayWrite = group.role.has_value() && !group.archived;
    m_top->setVisible(mayWrite);
}

void FeedPage::setPlaceTitle(const QString &title)
{
    setPrompt(title);
}

void FeedPage::compose()
{
    if (!m_top->isVisible())
        return;
    if (!m_composer) {
        m_composer = new Composer(m_context, m_top);
        m_topLayout->addWidget(m_composer);
        connect(m_composer, &Composer::cancelled, this, &FeedPage::closeComposer);
        connect(m_composer, &Composer::written, this, [this] {
            closeComposer();
            m_model->goToTop();
            m_view->scrollToTop();
        });
        aim();
    } else if (!m_composer->isVisibleTo(this)) {
        aim();
    }
    m_prompt->hide();
    m_composer->show();
    m_composer->focusText();
}

bool FeedPage::isComposing() const
{
    return m_composer && m_composer->isVisibleTo(this);
}

void FeedPage::aim()
{
    Composer::Target target;
    target.placeholder = m_prompt->text();
    target.button = tr("Post");
    switch (m_place.kind) {
    case Place::Feed:
        target.choosePlace = true;
        target.draftPlace = ScopeId::directory().toString();
        break;
    case Place::PersonWall:
        target.draftPlace = m_place.id.toString();
        target.write = [this, wall = PersonId(m_place.id)](const QString &body) {
            return m_context.backend.post(ScopeId::directory(), wall, body);
        };
        break;
    default:
        target.draftPlace = scope().toString();
        target.write = [this, place = scope()](const QString &body) { return m_context.backend.post(place, {}, body); };
        break;
    }
    m_composer->setTarget(target);
}

void FeedPage::closeComposer()
{
    m_top->show();
    m_prompt->show();
    if (!m_composer || !m_composer->isVisibleTo(this))
        return;
    m_composer->saveDraftNow();
    m_composer->hide();
    m_view->setFocus();
}

void FeedPage::leave()
{
    if (m_composer)
        m_composer->saveDraftNow();
}

void FeedPage::scheduleRead()
{
    if (m_readTimer != 0 || (m_place.kind != Place::Group && m_place.kind != Place::CompanyWall))
        return;
    m_readTimer = m_context.scheduler.after(readAfterMs, [this] {
        m_readTimer = 0;
        markSeen();
    });
}

void FeedPage::markSeen()
{
    qint64 highest = 0;
    if (!isVisible() || !window()->isActiveWindow())
        return;
    for (const int row : m_view->visibleRows()) {
        const store::FeedItem &item = m_model->item(row);
        if (item.unread && item.order < store::pendingOrderBase)
            highest = std::max(highest, item.order);
    }
    if (highest <= m_marked)
        return;
    m_marked = highest;
    m_context.backend.markRead(scope(), highest);
}

void FeedPage::tellPinned()
{
    QList<store::FeedItem> pinned;
    QList<Uuid> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row).pinned) {
            pinned.append(m_model->item(row));
            ids.append(m_model->item(row).id);
        }
    }
    if (ids != m_pinned) {
        m_pinned = ids;
        Q_EMIT pinnedChanged(pinned);
    }
}

void FeedPage::resizeEvent(QResizeEvent *)
{
    m_newPosts->move((width() - m_newPosts->width()) / 2, m_view->y() + 10);
    m_newPosts->raise();
}

} // namespace parvis::ui

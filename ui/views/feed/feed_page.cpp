#include "ui/views/feed/feed_page.h"

#include "base/deliver.h"
#include "ui/actions/post_actions.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/date_dialog.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/place_find.h"
#include "ui/views/feed/read_marker.h"
#include "ui/views/feed/reading_guide.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/find_bar.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/prompt.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int columnWidth = 680;
constexpr qint64 writtenWaitMs = 60;

} // namespace

FeedPage::FeedPage(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_model(new FeedModel(context.backend, context.scheduler, this)),
      m_view(new FeedView(context, this)),
      m_actions(new PostActions(context, m_view)),
      m_guide(new ReadingGuide(context, m_model, m_view)),
      m_marker(new ReadMarker(context, m_model, m_view)),
      m_find(new PlaceFind(context, m_view, this)),
      m_prompt(new Prompt(context.theme, this)),
      m_top(new QWidget(this))
{
    m_view->setModel(m_model);
    connect(m_model, &FeedModel::loaded, this, [this] {
        if (!m_written.isNull() && m_model->rowOf(m_written) >= 0)
            showWritten();
    });
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
    layout->addWidget(m_find->bar());
    layout->addLayout(row);
    layout->addWidget(m_view, 1);
    m_find->setFeed(m_model);

    connect(m_prompt, &QAbstractButton::clicked, this, &FeedPage::compose);
    connect(m_view, &FeedView::placeCommand, this, &FeedPage::onPlaceCommand);
    makePills();
    connect(m_model, &ItemModel::loaded, this, &FeedPage::tellPinned);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FeedPage::tellPinned);
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (!m_meKnown && changes.scopes.contains(ScopeId::directory()))
            readMe();
    });
    readMe();
}

FeedPage::~FeedPage()
{
    m_context.scheduler.cancel(m_patience);
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

ScopeId FeedPage::scope() const
{
    return m_place.kind == Place::Group ? ScopeId::group(GroupId(m_place.id)) : ScopeId::directory();
}

void FeedPage::open(const Place &place)
{
    if (m_opened && m_place == place) { // coming back: the list stands where it was left
        m_guide->comeBack();
        m_marker->look();
        return;
    }
    leave();
    m_opened = true;
    m_place = place;
    m_find->close();
    m_title.clear();
    m_unread = 0;
    m_pinned.clear();
    m_actions->setModerates(false);
    // A person's wall has no mark of its own.
    m_marker->setOn(place.kind == Place::Group || place.kind == Place::CompanyWall || place.kind == Place::Feed);
    store::FeedQuery query;
    query.id = place.id;
    m_view->setShowPlace(place.kind == Place::Feed || place.kind == Place::Bookmarks);
    switch (place.kind) {
    case Place::Group: query.what = store::FeedQuery::Group; break;
    case Place::CompanyWall: query.what = store::FeedQuery::CompanyWall; break;
    case Place::PersonWall: query.what = store::FeedQuery::PersonWall; break;
    case Place::Bookmarks: query.what = store::FeedQuery::Bookmarks; break;
    default: query.what = store::FeedQuery::Merged; break;
    }
    m_view->setEmptyText(
        tr("Nothing here yet"),
        place.kind == Place::Feed
            ? tr("Join a group, or write the first post: it appears here and on your colleagues' screens.")
            : tr("Write the first post: it is kept on this computer at once and sent when the network allows."));
    if (place.kind == Place::Bookmarks)
        m_view->setEmptyText(tr("No bookmarks yet"),
                             tr("Press B on a post or comment: it is kept here, for you alone."));
    const client::SyncState state = m_context.backend.state();
    m_view->setFollowTop(!state.complete);
    m_view->setModel(m_model);
    m_prompt->show();
    setPrompt({});
    m_guide->open(place, query);
    if (place.kind == Place::Group)
        m_context.backend.focus(scope());
    closeComposer();
    m_top->setVisible(place.kind != Place::Bookmarks);
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
    m_unread = group.unread;
    showPills();
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
        connect(m_composer, &Composer::written, this, &FeedPage::awaitWritten);
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
    target.place = scope();
    target.takesFiles = true;
    switch (m_place.kind) {
    case Place::Feed:
        target.choosePlace = true;
        target.draftPlace = ScopeId::directory().toString();
        break;
    case Place::PersonWall:
        target.draftPlace = m_place.id.toString();
        target.write = [this, wall = PersonId(m_place.id)](const QString &body, const Backend::Draft &draft,
                                                           const Backend::Files &files) {
            return m_context.backend.post(ScopeId::directory(), wall, body, draft, files);
        };
        target.schedule = [this, wall = PersonId(m_place.id)](const QString &body, base::Time at,
                                                              const Backend::Draft &draft) {
            return m_context.backend.schedule(ScopeId::directory(), wall, body, at, draft);
        };
        break;
    default:
        target.draftPlace = scope().toString();
        target.write = [this, place = scope()](const QString &body, const Backend::Draft &draft,
                                               const Backend::Files &files) {
            return m_context.backend.post(place, {}, body, draft, files);
        };
        target.schedule = [this, place = scope()](const QString &body, base::Time at, const Backend::Draft &draft) {
            return m_context.backend.schedule(place, {}, body, at, draft);
        };
        break;
    }
    m_composer->setTarget(target);
}

// The composer goes when the list has the post, so that both are one picture and not two. That is in a moment, unless the
// post stands elsewhere or waits for its time.
void FeedPage::awaitWritten(const Uuid &id)
{
    m_context.scheduler.cancel(m_patience);
    m_written = id;
    m_patience = m_context.scheduler.after(writtenWaitMs, [this] { showWritten(); });
    if (m_model->rowOf(id) >= 0)
        showWritten();
}

void FeedPage::showWritten()
{
    m_context.scheduler.cancel(std::exchange(m_patience, 0));
    m_written = {};
    closeComposer();
    m_guide->goToTop();
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
    if (m_opened)
        m_guide->leave();
}

void FeedPage::onPlaceCommand(int key)
{
    switch (key) {
    case Qt::Key_Home: m_guide->goToTop(); return;
    case Qt::Key_U: m_guide->goToFirstUnread(); return;
    case Qt::Key_G: askForDate(); return;
    default: return;
    }
}

void FeedPage::askForDate()
{
    DateDialog dialog(m_context, window());
    if (dialog.exec() == QDialog::Accepted)
        m_guide->goToDate(dialog.date());
    m_view->setFocus();
}

// What lies over the list: new posts above, the way back to them, something unread below.
void FeedPage::makePills()
{
    auto make = [this](bool primary, auto run) {
        auto *pill = makeButton({}, m_context.theme, primary, this);
        pill->setProperty("pill", true);
        pill->hide();
        connect(pill, &QPushButton::clicked, this, [this, run] {
            run();
            m_view->setFocus();
        });
        return pill;
    };
    m_newPosts = make(true, [this] { m_guide->goToTop(); });
    m_toNewest = make(false, [this] { m_guide->goToTop(); });
    m_toUnread = make(false, [this] { m_guide->goToFirstUnread(); });
    m_toNewest->setObjectName(QStringLiteral("toNewest"));
    m_toUnread->setObjectName(QStringLiteral("toUnread"));
    m_toNewest->setText(tr("↑ Newest posts"));
    m_toNewest->setAccessibleName(tr("Newest posts"));
    connect(m_view, &FeedView::newAboveChanged, this, &FeedPage::showPills);
    connect(m_view, &FeedView::visibleRowsChanged, this, &FeedPage::showPills);
    connect(m_guide, &ReadingGuide::unreadBelowChanged, this, &FeedPage::showPills);
}

void FeedPage::showPills()
{
    const int fresh = m_view->newAbove();
    if (fresh > 0)
        m_newPosts->setText(words::newPosts(fresh));
    m_newPosts->setVisible(fresh > 0);
    m_toNewest->setVisible(fresh == 0 && m_model->isLoaded() && m_model->hasNewer());
    const bool unread = m_guide->isUnreadBelow();
    if (unread) {
        const QString text =
            m_unread > 1 ? tr("%n unread: go to the first", nullptr, m_unread) : tr("Go to the first unread post");
        m_toUnread->setText(QStringLiteral("↓ ") + text);
        m_toUnread->setAccessibleName(text);
    }
    m_toUnread->setVisible(unread);
    resizeEvent(nullptr);
}

void FeedPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange)
        m_marker->look(); // what was in sight of nobody is now in sight
    QWidget::changeEvent(event);
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
    for (QPushButton *pill : {m_newPosts, m_toNewest, m_toUnread}) {
        if (pill->isHidden())
            continue;
        pill->adjustSize();
        const int y = pill == m_toUnread ? m_view->geometry().bottom() - pill->height() - 12 : m_view->y() + 10;
        pill->move((width() - pill->width()) / 2, y);
        pill->raise();
    }
}

} // namespace parvis::ui

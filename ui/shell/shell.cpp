#include "ui/shell/shell.h"

#include "base/deliver.h"
#include "ui/actions/action_registry.h"
#include "ui/actions/group_actions.h"
#include "ui/actions/post_actions.h"
#include "ui/models/group_model.h"
#include "ui/models/notice_model.h"
#include "ui/shell/companies.h"
#include "ui/shell/context_panel.h"
#include "ui/shell/first_paint.h"
#include "ui/shell/header.h"
#include "ui/shell/notice_announcer.h"
#include "ui/shell/panes.h"
#include "ui/shell/rail.h"
#include "ui/shell/side_list.h"
#include "ui/text/words.h"
#include "ui/views/documents/documents_page.h"
#include "ui/views/drafts/drafts_page.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/thread_page.h"
#include "ui/views/groups/group_page.h"
#include "ui/views/groups/groups_page.h"
#include "ui/views/help/shortcuts_page.h"
#include "ui/views/notices/notices_page.h"
#include "ui/views/outbox/outbox_page.h"
#include "ui/views/scheduled/scheduled_page.h"
#include "ui/views/search/search_page.h"
#include "ui/views/settings/settings_page.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/problem_bar.h"
#include "ui/widgets/undo_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parvis::ui {

namespace {

constexpr int panelFoldsBelow = 1100;
constexpr int sideFoldsBelow = 860;
constexpr qint64 saidForMs = 6000;

bool hasSideList(Place::Kind kind)
{
    return kind != Place::Search && kind != Place::Outbox && kind != Place::Settings && kind != Place::Notices
           && kind != Place::Shortcuts;
}

// Places that one goes to for themselves; Escape does not lead away from them.
bool isRoot(Place::Kind kind)
{
    return kind == Place::Feed || kind == Place::Group || kind == Place::CompanyWall;
}

bool hasPanel(Place::Kind kind)
{
    return kind == Place::Feed || kind == Place::Group || kind == Place::CompanyWall || kind == Place::PersonWall
           || kind == Place::Thread || kind == Place::Bookmarks;
}

} // namespace

Shell::Shell(const Context &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_groups(new GroupModel(context.backend, this)),
      m_notices(new NoticeModel(context.backend, context.clock, this)),
      m_groupActions(new GroupActions(context, this)),
      m_rail(new Rail(context, this)),
      m_side(new SideList(context, m_groups, m_groupActions, this)),
      m_header(new Header(context, this)),
      m_stack(new QStackedWidget(this)),
      m_panel(new ContextPanel(context, this)),
      m_actions(new ActionRegistry(this)),
      m_panes(new Panes(this)),
      m_announcer(new Announcer(context.scheduler, this))
{
    new NoticeAnnouncer(context, m_announcer);
    m_said = makeLabel({}, context.theme, TextRole::List, Ink::First, this);
    m_said->setWordWrap(true);
    m_said->setContentsMargins(24, 8, 24, 8);
    m_said->hide();

    auto *content = new QHBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_stack, 1);
    content->addWidget(m_panel);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_header);
    right->addWidget(new ProblemBar(context, this));
    right->addLayout(content, 1);
    right->addWidget(m_said);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_side);
    layout->addLayout(right, 1);

    Navigator &navigator = context.navigator;
    connect(&navigator, &Navigator::moved, this, &Shell::go);
    connect(&navigator, &Navigator::said, this, &Shell::say);
    auto *undo = new UndoBar(context, this);
    right->addWidget(undo);
    connect(&navigator, &Navigator::undoable, undo, &UndoBar::offer);
    connect(&navigator, &Navigator::reversible, undo, &UndoBar::offerUndo);
    connect(&navigator, &Navigator::searchWanted, this, [this](const QString &text) {
        if (m_search)
            m_search->search(text);
    });
    connect(m_header, &Header::backWanted, &navigator, &Navigator::back);
    connect(m_header, &Header::membersWanted, this, [this] { m_actions->run("group.members"); });
    connect(m_header, &Header::otherWanted, this, [this] {
        const Place::Kind other = m_place.kind == Place::Documents ? Place::Group : Place::Documents;
        m_context.navigator.go({.kind = other, .id = m_place.id});
    });
    connect(m_header, &Header::joinWanted, this, [this] { m_actions->run("group.join"); });
    connect(m_rail, &Rail::menuWanted, this, &Shell::showMenu);
    connect(m_groups, &GroupModel::loaded, this, &Shell::tellGroup);
    connect(m_notices, &NoticeModel::loaded, this, [this] { m_rail->setNotices(m_notices->unread()); });
    auto waiting = [this](const client::SyncState &state) {
        m_rail->setWaiting(int(state.pending), int(state.rejected));
    };
    connect(&context.backend, &Backend::stateChanged, this, waiting);
    waiting(context.backend.state());
    makeActions();
    makePanes();
    auto *first = new FirstPaint(context, this, {m_side, m_panel});
    connect(first, &FirstPaint::over, this, &Shell::painted);
    go(navigator.place());
    first->await(m_stack->currentWidget() == m_feed ? m_feed : nullptr);
}

Shell::~Shell()
{
    m_context.scheduler.cancel(m_saidTimer);
}

// F6 and where a part of the window is entered.
void Shell::makePanes()
{
    m_rail->setAccessibleName(tr("Places"));
    m_side->setAccessibleName(tr("Groups"));
    m_header->setAccessibleName(tr("About this place"));
    m_panel->setAccessibleName(tr("Panel at the right"));
    m_panes->add(m_rail, [this]() -> QWidget * { return m_rail->currentButton(); });
    m_panes->add(m_side, [this]() -> QWidget * { return m_side->list(); });
    m_panes->add(m_header);
    m_panes->add(m_stack, [this]() -> QWidget * {
        if (m_stack->currentWidget() == m_feed && m_feed)
            return m_feed->view();
        return m_stack->currentWidget() == m_thread && m_thread ? m_thread->view() : nullptr;
    });
    m_panes->add(m_panel);
}

// What no control wanted: Enter presses, Escape leads out of the side columns and then back.
void Shell::keyPressEvent(QKeyEvent *event)
{
    QWidget *focused = QApplication::focusWidget();
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QAbstractButton *>(focused)) {
            button->click();
            return;
        }
    }
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!focused || !m_stack->isAncestorOf(focused))
        m_panes->focus(m_stack);
    else if (!isRoot(m_place.kind) && m_context.navigator.canGoBack())
        m_context.navigator.back();
    else if (PostActions *posts = postActions())
        posts->view()->setFocus();
}

void Shell::say(const QString &plainText)
{
    m_context.scheduler.cancel(m_saidTimer);
    m_said->setText(plainText);
    m_announcer->say(plainText);
    m_said->setVisible(!plainText.isEmpty());
    m_saidTimer = m_context.scheduler.after(saidForMs, [this] {
        m_saidTimer = 0;
        m_said->hide();
    });
}

void Shell::leave()
{
    if (m_feed)
        m_feed->leave();
    if (m_thread)
        m_thread->leave();
}

bool Shell::isWriting() const
{
    return m_feed && m_stack->currentWidget() == m_feed && m_feed->isComposing();
}

void Shell::write()
{
    if (m_feed && m_stack->currentWidget() == m_feed)
        m_feed->compose();
}

void Shell::go(const Place &place)
{
    if (m_stack->currentWidget() == m_thread && m_thread)
        m_thread->leave();
    m_place = place;
    m_rail->setPlace(place);
    m_side->setPlace(place);
    m_header->setMenu(nullptr);
    m_header->setMembersVisible(false);
    m_header->setJoinVisible(false);
    m_header->setOther({});
    m_header->setBackVisible(place.kind == Place::Thread || place.kind == Place::PersonWall
                             || place.kind == Place::Shortcuts || place.kind == Place::GroupPage);
    auto show = [this]<class Page>(Page *&page, auto make) {
        if (!page) {
            page = make();
            m_stack->addWidget(page);
        }
        m_stack->setCurrentWidget(page);
    };
    switch (place.kind) {
    case Place::Thread: showThread(place); break;
    case Place::Search:
        show(m_search, [this] { return new SearchPage(m_context, this); });
        m_header->show(tr("Search"), {}, {});
        m_search->focusText();
        break;
    case Place::Outbox:
        show(m_outbox, [this] { return new OutboxPage(m_context, this); });
        m_header->show(tr("Outbox"), {}, tr("what the server does not have yet"));
        m_outbox->read();
        break;
    case Place::Drafts:
        show(m_drafts, [this] { return new DraftsPage(m_context, this); });
        m_header->show(tr("Drafts"), {}, tr("begun and not sent, on all your computers"));
        m_drafts->read();
        break;
    case Place::Settings:
        show(m_settings, [this] { return new SettingsPage(m_context, this); });
        m_header->show(tr("Settings"), {}, {});
        m_settings->read();
        break;
    case Place::Groups:
        show(m_find, [this] { return new GroupsPage(m_context, m_groups, m_groupActions, this); });
        m_header->show(tr("Groups"), {}, tr("to find, join and create"));
        m_find->refresh();
        break;
    case Place::Notices:
        show(m_forMe, [this] { return new NoticesPage(m_context, m_notices, this); });
        m_header->show(tr("Notifications"), {}, tr("what concerns you, and why"));
        m_forMe->focusList();
        break;
    case Place::Shortcuts:
        show(m_shortcuts, [this] { return new ShortcutsPage(m_context, *m_actions, this); });
        m_header->show(tr("Keyboard shortcuts"), {}, tr("everything works without a mouse"));
        m_shortcuts->focusText();
        break;
    case Place::GroupPage: showGroupPage(place); break;
    case Place::Documents: showDocuments(place); break;
    case Place::Scheduled:
        show(m_scheduled, [this] { return new ScheduledPage(m_context, this); });
        m_header->show(tr("Scheduled posts"), {}, tr("the server publishes them at their time"));
        m_scheduled->read();
        break;
    default: showFeed(place); break;
    }
    fold();
}

void Shell::showFeed(const Place &place)
{
    if (!m_feed) {
        m_feed = new FeedPage(m_context, this);
        m_stack->addWidget(m_feed);
        connect(m_feed, &FeedPage::pinnedChanged, m_panel, [this](const QList<store::FeedItem> &pinned) {
            if (m_place.kind != Place::Group) // a group's are asked for by the panel
                m_panel->setPinned(pinned);
        });
    }
    m_stack->setCurrentWidget(m_feed);
    if (place.kind != Place::Group)
        m_panel->setPinned({});
    switch (place.kind) {
    case Place::Group: m_header->show({}, {}, {}); break;
    case Place::CompanyWall:
        m_header->show(tr("Company wall"), {}, tr("read by everybody but guests"));
        m_panel->showCompany();
        break;
    case Place::Bookmarks:
        m_header->show(tr("Bookmarks"), {}, tr("for you alone"));
        m_panel->showCompany();
        break;
    case Place::PersonWall:
        m_header->show(tr("Wall"), {}, {});
        m_panel->showPerson(PersonId(place.id));
        base::deliver(m_context.backend.person(place.id.toString()), this,
                      [this, place](const base::Result<std::optional<store::PersonCard>> &person) {
                          if (!person || !*person || !(m_place == place))
                              return;
                          m_header->show((*person)->fullName, {}, words::title(**person));
                          m_feed->setPlaceTitle((*person)->fullName);
                      });
        break;
    default:
        m_header->show(tr("Feed"), {}, {});
        m_panel->showCompany();
        break;
    }
    m_feed->open(place);
    tellGroup();
    m_feed->view()->setFocus();
    if (place.reply)
        m_feed->compose();
}

void Shell::tellGroup()
{
    if (m_place.kind == Place::Documents && m_documents)
        m_documents->readGroup();
    if (m_place.kind != Place::Group)
        return;
    const store::GroupItem *group = m_groups->find(m_place.id);
    if (!group)
        return;
    m_header->show(group->title, words::groupKind(group->kind), words::members(group->members));
    m_header->setMembersVisible(group->role.has_value());
    m_header->setOther(group->role ? tr("Documents") : QString());
    m_header->setJoinVisible(!group->role && group->visibility == model::Visibility::Public && !group->archived);
    auto *menu = new QMenu(this);
    m_groupActions->fill(menu, *group, false);
    m_header->setMenu(menu);
    m_panel->showGroup(*group);
    m_feed->setGroup(*group);
    m_side->setPlace(m_place);
}

void Shell::showThread(const Place &place)
{
    if (!m_thread) {
        m_thread = new ThreadPage(m_context, this);
        m_stack->addWidget(m_thread);
        connect(m_thread, &ThreadPage::rootChanged, this, &Shell::tellRoot);
    }
    m_stack->setCurrentWidget(m_thread);
    m_header->show(tr("Thread"), {}, {});
    m_thread->open(place);
    m_thread->view()->setFocus();
}

void Shell::tellRoot(const store::FeedItem &post)
{
    if (m_place.kind != Place::Thread)
        return;
    m_header->show(tr("Thread"), {}, words::placeTitle(post.place));
    const auto *group = m_groups->find(post.place.scope.id);
    if (!group)
        m_panel->setPinned({});
    if (group) {
        m_panel->showGroup(*group);
        m_thread->setModerates(group->role == model::Role::Owner || group->role == model::Role::Moderator);
    } else if (!post.place.wall.isNull()) {
        m_panel->showPerson(post.place.wall);
    } else {
        m_panel->showCompany();
    }
}

void Shell::showGroupPage(const Place &place)
{
    if (!m_about) {
        m_about = new GroupPage(m_context, m_groups, m_groupActions, this);
        m_stack->addWidget(m_about);
    }
    m_stack->setCurrentWidget(m_about);
    const auto *group = m_groups->find(place.id);
    m_header->show(group ? group->title : QString(), {}, tr("about this group"));
    m_about->open(place.id);
}

void Shell::showDocuments(const Place &place)
{
    if (!m_documents) {
        m_documents = new DocumentsPage(m_context, m_groups, this);
        m_stack->addWidget(m_documents);
    }
    m_stack->setCurrentWidget(m_documents);
    const auto *group = m_groups->find(place.id);
    m_header->show(tr("Documents"), {}, group ? group->title : tr("of all your groups"));
    if (group) {
        m_header->setOther(tr("Posts"));
        auto *menu = new QMenu(this);
        m_documents->fillMenu(menu, *group);
        m_header->setMenu(menu);
    }
    m_documents->open(place);
}

void Shell::run(const Backend::Answer<Backend::Written> &answer)
{
    base::deliver(answer, this, [this](const base::Result<Backend::Written> &result) {
        if (!result)
            say(words::error(result.error()));
    });
}

void Shell::fold()
{
    m_side->setVisible(hasSideList(m_place.kind) && width() >= sideFoldsBelow);
    m_panel->setVisible(hasPanel(m_place.kind) && width() >= panelFoldsBelow && m_context.preferences.contextPanel);
}

void Shell::resizeEvent(QResizeEvent *)
{
    m_announcer->resize(width(), m_announcer->height());
    fold();
}

} // namespace parvis::ui

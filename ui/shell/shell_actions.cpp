// What the window can do, told to the registry: menus, palette, shortcuts and the page of keys come from here.
#include "ui/actions/action_registry.h"
#include "ui/actions/group_actions.h"
#include "ui/actions/post_actions.h"
#include "ui/models/group_model.h"
#include "ui/shell/companies.h"
#include "ui/shell/header.h"
#include "ui/shell/panes.h"
#include "ui/shell/rail.h"
#include "ui/shell/shell.h"
#include "ui/views/feed/feed_page.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/place_find.h"
#include "ui/views/feed/thread_page.h"
#include "ui/views/palette/palette.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_edit.h"

#include <QMenu>
#include <QStackedWidget>

#include <array>

namespace parvis::ui {

namespace {

constexpr std::array textSizes = {90, 100, 115, 130};

}

void Shell::makeActions()
{
    addPlaces();
    addCompanies();
    addFinding();
    addWriting();
    addComposerKeys();
    addPostCommands();
    addGroupCommands();
    addMoves();
    addWindow();
}

void Shell::addPlaces()
{
    auto to = [this](Place::Kind kind) { return [this, kind] { m_context.navigator.go({.kind = kind}); }; };
    m_actions->add({.id = "go.feed",
                    .group = ActionGroup::Go,
                    .text = tr("Feed"),
                    .help = tr("What the groups and people write that you follow, newest first."),
                    .keys = "Ctrl+1",
                    .run = to(Place::Feed)});
    m_actions->add({.id = "go.groups",
                    .group = ActionGroup::Go,
                    .text = tr("Groups"),
                    .help = tr("Find, join and create groups."),
                    .keys = "Ctrl+2",
                    .run = to(Place::Groups)});
    m_actions->add({.id = "go.company",
                    .group = ActionGroup::Go,
                    .text = tr("Company wall"),
                    .help = tr("What is written to the whole company."),
                    .keys = "Ctrl+4",
                    .run = to(Place::CompanyWall)});
    m_actions->add({.id = "go.me",
                    .group = ActionGroup::Go,
                    .text = tr("My wall"),
                    .help = tr("What you and others wrote on your wall."),
                    .keys = "Ctrl+5",
                    .run = [this] {
                        if (const auto me = m_context.backend.identity())
                            m_context.navigator.go({.kind = Place::PersonWall, .id = me->person.uuid()});
                    }});
    m_actions->add({.id = "go.outbox",
                    .group = ActionGroup::Go,
                    .text = tr("Outbox"),
                    .help = tr("What waits to be sent, or was refused."),
                    .keys = "Ctrl+3",
                    .run = to(Place::Outbox)});
    m_actions->add({.id = "go.notices",
                    .group = ActionGroup::Go,
                    .text = tr("Notifications"),
                    .help = tr("What concerns you, and why."),
                    .keys = "Ctrl+6",
                    .run = to(Place::Notices)});
    m_actions->add({.id = "go.scheduled",
                    .group = ActionGroup::Go,
                    .text = tr("Scheduled posts"),
                    .help = tr("What the server publishes later for you."),
                    .keys = "Ctrl+7",
                    .run = to(Place::Scheduled)});
    m_actions->add({.id = "go.bookmarks",
                    .group = ActionGroup::Go,
                    .text = tr("Bookmarks"),
                    .help = tr("Posts and comments that you marked."),
                    .keys = "Ctrl+Shift+B",
                    .run = to(Place::Bookmarks)});
    m_actions->add({.id = "go.documents",
                    .group = ActionGroup::Go,
                    .text = tr("Documents"),
                    .help = tr("Of the group that is shown, or of all."),
                    .keys = "Ctrl+9",
                    .run = [this] {
                        const store::GroupItem *group = shownGroup();
                        m_context.navigator.go({.kind = Place::Documents, .id = group ? group->id.uuid() : Uuid()});
                    }});
    m_actions->add({.id = "go.date",
                    .group = ActionGroup::Go,
                    .text = tr("Go to a date…"),
                    .help = tr("In this feed or group."),
                    .keys = "Ctrl+G",
                    .run = [this] { m_feed->askForDate(); },
                    .possible = [this] { return m_feed && m_stack->currentWidget() == m_feed; }});
    m_actions->add({.id = "go.drafts",
                    .group = ActionGroup::Go,
                    .text = tr("Drafts"),
                    .help = tr("Begun and not sent, on all your computers."),
                    .keys = "Ctrl+8",
                    .run = to(Place::Drafts)});
    m_actions->add({.id = "go.settings",
                    .group = ActionGroup::Go,
                    .text = tr("Settings"),
                    .help = tr("Language, look, password, devices."),
                    .keys = "Ctrl+,",
                    .run = to(Place::Settings)});
    m_actions->add({.id = "go.back",
                    .group = ActionGroup::Go,
                    .text = tr("Back"),
                    .help = tr("To where you were before."),
                    .keys = "Alt+Left;Backspace",
                    .run = [this] { m_context.navigator.back(); },
                    .possible = [this] { return m_context.navigator.canGoBack(); }});
}

void Shell::addCompanies()
{
    auto several = [this] { return m_context.companies.entries().size() > 1; };
    auto to = [this](int step) {
        return [this, step] { Q_EMIT m_context.companies.showWanted(m_context.companies.neighbour(step)); };
    };
    m_actions->add({.id = "company.next",
                    .group = ActionGroup::Go,
                    .text = tr("Next company"),
                    .help = tr("Of those that you are in."),
                    .keys = "Ctrl+Alt+Down",
                    .run = to(1),
                    .possible = several});
    m_actions->add({.id = "company.previous",
                    .group = ActionGroup::Go,
                    .text = tr("Previous company"),
                    .help = {},
                    .keys = "Ctrl+Alt+Up",
                    .run = to(-1),
                    .possible = several});
    m_actions->add({.id = "company.join",
                    .group = ActionGroup::Program,
                    .text = tr("Join another company…"),
                    .help = tr("With the address that it gave you."),
                    .run = [this] { Q_EMIT m_context.companies.addWanted(); }});
}

void Shell::addFinding()
{
    m_actions->add({.id = "find.palette",
                    .group = ActionGroup::Find,
                    .text = tr("Go to or do anything…"),
                    .help = tr("One field for groups, people, posts and actions."),
                    .keys = "Ctrl+K",
                    .run = [this] { commandPalette()->open(); }});
    m_actions->add({.id = "find.here",
                    .group = ActionGroup::Find,
                    .text = tr("Find in this place"),
                    .help = tr("In the feed, thread or bookmarks that are shown, all of them."),
                    .keys = "Ctrl+F",
                    .run = [this] { findHere(); }});
    m_actions->add({.id = "find.search",
                    .group = ActionGroup::Find,
                    .text = tr("Search"),
                    .help = tr("Posts, comments, people and groups on this computer, offline too."),
                    .keys = "Ctrl+Shift+F",
                    .run = [this] { m_context.navigator.go({.kind = Place::Search}); }});
}

// In a feed or thread its own bar; elsewhere the search page is what finds.
void Shell::findHere()
{
    if (m_thread && m_stack->currentWidget() == m_thread)
        m_thread->find()->open();
    else if (m_feed && m_stack->currentWidget() == m_feed)
        m_feed->find()->open();
    else
        m_context.navigator.go({.kind = Place::Search});
}

void Shell::addWriting()
{
    m_actions->add({.id = "write.post",
                    .group = ActionGroup::Write,
                    .text = tr("Write a post"),
                    .help = tr("Here, or in a thread a comment."),
                    .keys = "Ctrl+N;C",
                    .run = [this] {
                        if (m_place.kind == Place::Thread && m_thread) {
                            m_thread->composer()->focusText();
                            return;
                        }
                        if (m_stack->currentWidget() != m_feed)
                            m_context.navigator.go({.kind = Place::Feed});
                        m_feed->compose();
                    }});
    m_actions->add({.id = "write.send",
                    .group = ActionGroup::Write,
                    .text = tr("Send what is being written"),
                    .help = tr("It is kept on this computer at once, and sent when the network allows."),
                    .keys = "Ctrl+Return",
                    .hears = Action::Elsewhere});
}

// The composer hears these itself.
void Shell::addComposerKeys()
{
    auto tell = [this](const QString &id, const QString &text, const QString &keys) {
        m_actions->add({.id = QStringLiteral("write.") + id,
                        .group = ActionGroup::Write,
                        .text = text,
                        .help = {},
                        .keys = keys,
                        .hears = Action::Elsewhere});
    };
    int number = 0;
    for (const ComposerEdit::Command &command : ComposerEdit::commands())
        tell(QStringLiteral("format%1").arg(++number), command.text, command.keys);
    tell(QStringLiteral("emoji"), tr("Emoji"), QStringLiteral("Ctrl+Shift+E"));
    tell(QStringLiteral("attach"), tr("Attach files"), QStringLiteral("Ctrl+Shift+A"));
    tell(QStringLiteral("preview"), tr("Preview"), QStringLiteral("Ctrl+Shift+M"));
    tell(QStringLiteral("spelling"), tr("Next misspelt word"), QStringLiteral("F7"));
    tell(QStringLiteral("undelete"), tr("Take a deletion back"), QStringLiteral("Ctrl+Z"));
}

PostActions *Shell::postActions() const
{
    if (m_feed && m_stack->currentWidget() == m_feed)
        return m_feed->actions();
    if (m_thread && m_stack->currentWidget() == m_thread)
        return m_thread->actions();
    return nullptr;
}

void Shell::addPostCommands()
{
    for (const PostCommand command : postCommands()) {
        const PostCommandWords said = wordsOf(command);
        auto chosen = [this]() -> std::optional<store::FeedItem> {
            const PostActions *posts = postActions();
            return posts ? posts->current() : std::nullopt;
        };
        m_actions->add({.id = said.id,
                        .group = ActionGroup::Post,
                        .text = said.text,
                        .help = said.help,
                        .keys = said.keys,
                        .hears = Action::Elsewhere,
                        .run =
                            [this, command] {
                                if (PostActions *posts = postActions())
                                    posts->runOnCurrent(command);
                            },
                        .possible =
                            [this, command, chosen] {
                                const auto item = chosen();
                                return item && postActions()->isPossible(command, *item);
                            },
                        .textNow =
                            [this, command, chosen, text = said.text] {
                                const auto item = chosen();
                                return item ? postActions()->text(command, *item) : text;
                            }});
    }
    m_actions->add({.id = "post.menu",
                    .group = ActionGroup::Post,
                    .text = tr("Menu of the post"),
                    .help = tr("Everything that can be done with it."),
                    .keys = "M;Menu",
                    .hears = Action::Elsewhere});
}

const store::GroupItem *Shell::shownGroup() const
{
    const bool here = m_place.kind == Place::Group || m_place.kind == Place::GroupPage;
    return here ? m_groups->find(m_place.id) : nullptr;
}

void Shell::addGroupCommands()
{
    for (const GroupCommand command : groupCommands()) {
        if (command == GroupCommand::Open)
            continue; // it is open
        const GroupCommandWords said = wordsOf(command);
        // P, M and F mean the group that is chosen in the list of groups.
        m_actions->add({.id = said.id,
                        .group = ActionGroup::Place,
                        .text = said.text,
                        .help = said.help,
                        .hears = Action::Elsewhere,
                        .run =
                            [this, command] {
                                if (const auto *group = shownGroup())
                                    m_groupActions->run(command, store::GroupItem(*group));
                            },
                        .possible =
                            [this, command] {
                                const auto *group = shownGroup();
                                return group && GroupActions::isPossible(command, *group);
                            },
                        .textNow =
                            [this, command, text = said.text] {
                                const auto *group = shownGroup();
                                return group ? GroupActions::text(command, *group) : text;
                            }});
    }
    auto tell = [this](GroupCommand command) {
        const GroupCommandWords said = wordsOf(command);
        m_actions->add({.id = said.id + QStringLiteral(".listed"),
                        .group = ActionGroup::Groups,
                        .text = said.text,
                        .help = said.help,
                        .keys = said.keys,
                        .hears = Action::Elsewhere});
    };
    tell(GroupCommand::Pin);
    tell(GroupCommand::Mute);
    tell(GroupCommand::Follow);
    m_actions->add({.id = "groups.move",
                    .group = ActionGroup::Groups,
                    .text = tr("Move a pinned group"),
                    .help = tr("Up or down among the pinned ones."),
                    .keys = "Alt+Up;Alt+Down",
                    .hears = Action::Elsewhere});
    m_actions->add({.id = "groups.fold",
                    .group = ActionGroup::Groups,
                    .text = tr("Fold and unfold a section"),
                    .help = {},
                    .keys = "Left;Right",
                    .hears = Action::Elsewhere});
}

// What the lists and the system hear themselves.
void Shell::addMoves()
{
    auto tell = [this](const char *id, const QString &text, const QString &help, const char *keys) {
        m_actions->add({.id = QLatin1String(id),
                        .group = ActionGroup::Move,
                        .text = text,
                        .help = help,
                        .keys = QLatin1String(keys),
                        .hears = Action::Elsewhere});
    };
    auto uncovered = [this] { return !m_palette || !m_palette->isVisible(); };
    tell("move.next", tr("Next in the list"), {}, "J;Down");
    tell("move.previous", tr("Previous in the list"), {}, "K;Up");
    tell("move.unread", tr("Next and previous unread"), {}, "N;Shift+N");
    tell("move.firstunread", tr("First unread"), {}, "U");
    tell("move.date", tr("Go to a date"), {}, "G");
    tell("move.caret", tr("A caret in the text, to select with Shift and the arrows"), {}, "V;F7");
    tell("move.first", tr("First of the list"), {}, "Home");
    tell("move.last", tr("Last of the list"), {}, "End");
    tell("move.page", tr("A page further, a page back"), {}, "Space;Shift+Space");
    m_actions->add({.id = "move.part",
                    .group = ActionGroup::Move,
                    .text = tr("Next part of the window"),
                    .help = tr("Places, groups, content, panel."),
                    .keys = "F6",
                    .run = [this] { m_panes->step(1); },
                    .possible = uncovered});
    m_actions->add({.id = "move.part.back",
                    .group = ActionGroup::Move,
                    .text = tr("Previous part of the window"),
                    .help = {},
                    .keys = "Shift+F6",
                    .run = [this] { m_panes->step(-1); },
                    .possible = uncovered});
    tell("move.tab", tr("Next and previous control"), {}, "Tab;Shift+Tab");
    tell("move.escape", tr("Close what is open, or back"), {}, "Esc");
}

void Shell::addWindow()
{
    m_actions->add({.id = "view.panel",
                    .group = ActionGroup::View,
                    .text = tr("Show or fold the panel at the right"),
                    .help = tr("What the place is about, what is pinned, who is there."),
                    .keys = "Ctrl+Shift+P",
                    .run = [this] {
                        m_context.preferences.contextPanel = !m_context.preferences.contextPanel;
                        fold();
                    }});
    auto resize = [this](int by) {
        const auto at = std::lower_bound(textSizes.begin(), textSizes.end(), m_context.preferences.textPercent);
        const auto next = int(at - textSizes.begin()) + by;
        return next >= 0 && next < int(textSizes.size()) ? textSizes.at(std::size_t(next)) : 0;
    };
    auto sized = [this, resize](const char *id, const QString &text, const char *keys, int by) {
        m_actions->add({.id = QLatin1String(id),
                        .group = ActionGroup::View,
                        .text = text,
                        .help = {},
                        .keys = QLatin1String(keys),
                        .run =
                            [this, resize, by] {
                                m_context.preferences.textPercent = resize(by);
                                Q_EMIT m_context.navigator.preferencesChanged();
                            },
                        .possible = [resize, by] { return resize(by) != 0; }});
    };
    sized("view.larger", tr("Larger text"), "Ctrl++;Ctrl+=", 1);
    sized("view.smaller", tr("Smaller text"), "Ctrl+-", -1);
    m_actions->add({.id = "view.dark",
                    .group = ActionGroup::View,
                    .text = tr("Dark or light look"),
                    .help = tr("Changes at once; the settings have more."),
                    .keys = "Ctrl+Shift+L",
                    .run = [this] {
                        m_context.preferences.appearance =
                            m_context.theme.tokens().dark ? Preferences::Light : Preferences::Dark;
                        Q_EMIT m_context.navigator.preferencesChanged();
                    }});
    m_actions->add(
        {.id = "app.offline",
         .group = ActionGroup::Program,
         .text = tr("Work offline"),
         .help = tr("Nothing is sent or received until you say so."),
         .keys = "Ctrl+Shift+O",
         .run =
             [this] {
                 m_context.preferences.stayOffline = !m_context.backend.state().stayOffline;
                 m_context.backend.setStayOffline(m_context.preferences.stayOffline);
                 Q_EMIT m_context.navigator.stayOfflineChanged();
             },
         .textNow =
             [this] { return m_context.backend.state().stayOffline ? tr("Work online again") : tr("Work offline"); }});
    m_actions->add({.id = "app.connect",
                    .group = ActionGroup::Program,
                    .text = tr("Try to connect now"),
                    .help = tr("Without waiting for the next try."),
                    .run = [this] { m_context.backend.reconnectNow(); },
                    .possible =
                        [this] {
                            const client::SyncState state = m_context.backend.state();
                            return state.phase == client::SyncState::Offline && !state.stayOffline;
                        }});
    m_actions->add({.id = "app.keys",
                    .group = ActionGroup::Program,
                    .text = tr("Keyboard shortcuts"),
                    .help = tr("This page."),
                    .keys = "F1;?",
                    .run = [this] { m_context.navigator.go({.kind = Place::Shortcuts}); }});
    m_actions->add({.id = "app.menu",
                    .group = ActionGroup::Program,
                    .text = tr("Menu of Parvis"),
                    .help = tr("Everything that can be done now."),
                    .keys = "F10",
                    .run = [this] { showMenu(); }});
}

Palette *Shell::commandPalette()
{
    if (!m_palette)
        m_palette = new Palette(m_context, *m_actions, *m_groups, this);
    return m_palette;
}

void Shell::showMenu()
{
    QMenu *menu = m_actions->makeMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QSize size = menu->sizeHint();
    menu->popup(m_rail->menuPosition() - QPoint(0, size.height()));
    menu->setActiveAction(menu->actions().value(0));
}

} // namespace parvis::ui

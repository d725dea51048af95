#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"

#include <QWidget>

class QLabel;
class QMenu;
class QStackedWidget;

namespace parvis::ui {

class ActionRegistry;
class Announcer;
class ContextPanel;
class FeedPage;
class GroupActions;
class GroupModel;
class GroupPage;
class GroupsPage;
class Header;
class DocumentsPage;
class DraftsPage;
class NoticeModel;
class NoticesPage;
class OutboxPage;
class Palette;
class Panes;
class PostActions;
class Rail;
class ScheduledPage;
class SearchPage;
class SettingsPage;
class ShortcutsPage;
class SideList;
class ThreadPage;

// Everything that one sees signed in: rail, side list, header, content, context panel. Pages are made when first gone to.
class Shell : public QWidget {
    Q_OBJECT

public:
    explicit Shell(const Context &context, QWidget *parent = nullptr);
    ~Shell() override;

    void go(const Place &place);
    void say(const QString &plainText);
    void leave();           // keeps drafts
    bool isWriting() const; // a new post
    void write();           // goes on with it
    FeedPage *feedPage() const { return m_feed; }
    ThreadPage *threadPage() const { return m_thread; }
    SearchPage *searchPage() const { return m_search; }
    NoticesPage *noticesPage() const { return m_forMe; }
    DocumentsPage *documentsPage() const { return m_documents; }
    ActionRegistry *actions() const { return m_actions; }
    Palette *commandPalette(); // made when first asked for

Q_SIGNALS:
    void painted(); // the first page, or after a short while whatever there is

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeActions();
    void addPlaces();
    void addCompanies();
    void addFinding();
    void findHere();
    void addWriting();
    void addComposerKeys();
    void addPostCommands();
    void addGroupCommands();
    void addMoves();
    void addWindow();
    void showMenu();
    void makePanes();
    PostActions *postActions() const; // of the list that is shown
    const store::GroupItem *shownGroup() const;
    void showFeed(const Place &place);
    void showThread(const Place &place);
    void tellGroup();
    void tellRoot(const store::FeedItem &post);
    void showGroupPage(const Place &place);
    void showDocuments(const Place &place);
    void run(const Backend::Answer<Backend::Written> &answer);
    void fold();

    Context m_context;
    GroupModel *m_groups;
    NoticeModel *m_notices;
    GroupActions *m_groupActions;
    Rail *m_rail;
    SideList *m_side;
    Header *m_header;
    QStackedWidget *m_stack;
    ContextPanel *m_panel;
    QLabel *m_said;
    ActionRegistry *m_actions;
    Panes *m_panes;
    Announcer *m_announcer;
    base::Scheduler::Handle m_saidTimer = 0;
    FeedPage *m_feed = nullptr;
    ThreadPage *m_thread = nullptr;
    SearchPage *m_search = nullptr;
    OutboxPage *m_outbox = nullptr;
    DraftsPage *m_drafts = nullptr;
    DocumentsPage *m_documents = nullptr;
    SettingsPage *m_settings = nullptr;
    GroupsPage *m_find = nullptr;
    NoticesPage *m_forMe = nullptr;
    ShortcutsPage *m_shortcuts = nullptr;
    Palette *m_palette = nullptr;
    GroupPage *m_about = nullptr;
    ScheduledPage *m_scheduled = nullptr;
    Place m_place;
};

} // namespace parvis::ui

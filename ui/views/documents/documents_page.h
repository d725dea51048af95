#pragma once

#include "ui/context.h"
#include "ui/shell/navigator.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QPushButton;
class QButtonGroup;
class QStackedWidget;

namespace parvis::ui {

class DocumentActions;
class DocumentList;
class DocumentModel;
class DocumentPanel;
class GroupModel;
class Strip;
class TransferList;

// The documents of a group, folder by folder, or, without a group, those of all by what one looks for: recent, pinned, mine, locked,
// in conflict, and the files under way.
class DocumentsPage : public QWidget {
    Q_OBJECT

public:
    DocumentsPage(const Context &context, GroupModel *groups, QWidget *parent = nullptr);
    ~DocumentsPage() override;

    void open(const Place &place);
    void readGroup(); // it may have changed: its title, or what one may do in it
    void fillMenu(QMenu *menu, const store::GroupItem &group);

    enum Tab { Recent, Pinned, Mine, Edited, Conflicts, Transfers };
    void showTab(Tab tab);
    void showTrash(bool on);

    DocumentList *list() const { return m_list; }
    DocumentModel *model() const { return m_model; }
    DocumentPanel *panel() const { return m_panel; }
    DocumentActions *actions() const { return m_actions; }
    TransferList *transfers() const { return m_transfers; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    void readSoon();
    void showFolder(const std::optional<client::Folder> &folder);
    void showEntries(const QList<client::DocumentEntry> &entries, bool kept);
    void showCrumbs();
    void showChosen();
    void readCopies();
    void readEdited();
    void tellTools();
    void foldPanel();
    QStringList path() const; // names of the folders from the group down
    bool isWritable() const;
    GroupId group() const { return GroupId(m_place.id); }
    void up();
    void cut();
    void copyChosen();
    void paste();
    void addFiles();
    void showMenu(QPoint globalPos);
    void dragOut();

    Context m_context;
    GroupModel *m_groups;
    DocumentModel *m_model;
    DocumentActions *m_actions;
    Strip *m_crumbs;
    Strip *m_tabs;
    QButtonGroup *m_tabGroup;
    QLineEdit *m_filter;
    QPushButton *m_newFolder;
    QPushButton *m_add;
    QStackedWidget *m_stack;
    DocumentList *m_list;
    TransferList *m_transfers;
    DocumentPanel *m_panel;
    Place m_place;
    Uuid m_folder;
    QList<store::DocumentItem> m_path;
    Uuid m_toChoose; // when it comes
    QList<client::DocumentEntry> m_cut;
    QHash<Uuid, client::WorkingCopy> m_copies; // by document: open in other programs
    Tab m_tab = Recent;
    bool m_trash = false;
    bool m_found = true; // the folder is there
    bool m_read = false;
    base::Scheduler::Handle m_readTimer = 0;
    quint64 m_generation = 0;
};

} // namespace parvis::ui

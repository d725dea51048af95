#include "ui/views/documents/documents_page.h"

#include "base/deliver.h"
#include "ui/actions/document_actions.h"
#include "ui/models/document_model.h"
#include "ui/models/group_model.h"
#include "ui/text/document_words.h"
#include "ui/text/words.h"
#include "ui/views/documents/document_list.h"
#include "ui/views/documents/document_panel.h"
#include "ui/views/documents/drag_out.h"
#include "ui/views/documents/transfer_list.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/strip.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr qint64 pauseMs = 60;        // between a change and reading again: several come together
constexpr qint64 longPauseMs = 1'000; // of a list that takes long to read
constexpr int longList = 5'000;
constexpr int firstShown = 200; // at once, of a folder
constexpr int mostShown = 500;  // of all groups
constexpr int panelFoldsBelow = 780;

} // namespace

DocumentsPage::DocumentsPage(const Context &context, GroupModel *groups, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_groups(groups),
      m_model(new DocumentModel(context.clock, this)),
      m_actions(new DocumentActions(context, this)),
      m_crumbs(new Strip(4, this)),
      m_tabs(new Strip(8, this)),
      m_tabGroup(new QButtonGroup(this)),
      m_filter(new QLineEdit(this)),
      m_stack(new QStackedWidget(this)),
      m_list(new DocumentList(context, m_model, this)),
      m_transfers(new TransferList(context, this)),
      m_panel(new DocumentPanel(context, m_actions, this))
{
    const Theme &theme = context.theme;
    m_crumbs->setAccessibleName(tr("Where this is"));
    m_tabs->setAccessibleName(tr("Which documents"));
    const QPair<Tab, QString> tabs[] = {
        {Recent, tr("Recent")},       {Pinned, tr("Kept here")},       {Mine, tr("Mine")},
        {Edited, tr("Being edited")}, {Conflicts, tr("Two versions")}, {Transfers, tr("Under way")}};
    for (const auto &[tab, text] : tabs) {
        auto *button = makeButton(text, theme);
        button->setCheckable(true);
        m_tabGroup->addButton(button, tab);
        m_tabs->row()->addWidget(button);
    }
    m_tabs->row()->addStretch();
    m_tabGroup->button(Recent)->setChecked(true);
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setAccessibleName(tr("Filter the documents"));
    m_filter->setClearButtonEnabled(true);
    theme.follow(m_filter, [this] { m_filter->setFixedWidth(m_context.theme.px(160)); });
    m_newFolder = makeButton(tr("New folder…"), theme, false, this);
    m_add = makeButton(tr("Add…"), theme, true, this);
    m_add->setToolTip(tr("Add files from this computer"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_transfers);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 0, 8, 0);
    tools->setSpacing(8);
    tools->addWidget(m_crumbs, 1);
    tools->addWidget(m_tabs, 1);
    tools->addWidget(m_filter);
    tools->addWidget(m_newFolder);
    tools->addWidget(m_add);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(16, 16, 16, 0);
    left->setSpacing(8);
    left->addLayout(tools);
    left->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(left, 1);
    layout->addWidget(m_panel);
    tellTools();

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        tellTools();
    });
    connect(m_tabGroup, &QButtonGroup::idClicked, this, [this](int tab) { showTab(Tab(tab)); });
    connect(m_newFolder, &QPushButton::clicked, this, [this] { m_actions->makeFolder(group(), path()); });
    connect(m_add, &QPushButton::clicked, this, &DocumentsPage::addFiles);
    connect(m_list, &DocumentList::chosenChanged, this, &DocumentsPage::showChosen);
    connect(m_list, &DocumentList::openWanted, m_actions, &DocumentActions::open);
    connect(m_list, &DocumentList::menuWanted, this, &DocumentsPage::showMenu);
    connect(m_list, &DocumentList::dragWanted, this, &DocumentsPage::dragOut);
    connect(m_list, &DocumentList::renameWanted, this, [this](const Uuid &id, const QString &name) {
        if (const auto *entry = m_model->find(id))
            m_actions->rename(*entry, path(), name);
    });
    connect(m_list, &DocumentList::filesDropped, this, [this](const QStringList &files, const Uuid &folder) {
        const auto *into = m_model->find(folder);
        m_actions->put(files, group(), into ? path() + QStringList{into->item.name} : path());
    });
    connect(m_list, &DocumentList::documentsDropped, this, [this](const QList<Uuid> &ids, const Uuid &folder) {
        if (const auto *into = m_model->find(folder))
            m_actions->move(ids, group(), path() + QStringList{into->item.name});
    });
    connect(m_actions, &DocumentActions::renameWanted, m_list, &DocumentList::rename);
    connect(m_actions, &DocumentActions::made, this, [this](const Uuid &id) {
        m_toChoose = id;
        readSoon();
    });
    connect(&context.backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        const ScopeId scope = m_place.id.isNull() ? ScopeId() : ScopeId::group(group());
        if (isVisible() && (changes.wide || changes.outbox || m_place.id.isNull() || changes.scopes.contains(scope)))
            readSoon();
    });
}

DocumentsPage::~DocumentsPage()
{
    m_context.scheduler.cancel(m_readTimer);
}

// A folder opens itself; a document opens its folder and is chosen there.
void DocumentsPage::open(const Place &place)
{
    const bool same = m_place.id == place.id && m_place.highlight == place.highlight && m_read;
    m_place = place;
    if (!same) {
        m_read = false;
        m_trash = false;
        m_folder = {};
        m_path.clear();
        m_model->clear();
        m_filter->clear();
        m_toChoose = {};
    }
    if (!same)
        m_list->showAsRead(!place.id.isNull());
    m_list->setFocus();
    readGroup();
    if (place.id.isNull() || place.highlight.isNull() || same)
        return read();
    base::deliver(m_context.backend.document(place.highlight), this,
                  [this, place](const base::Result<std::optional<client::DocumentEntry>> &found) {
                      if (!(m_place == place))
                          return;
                      if (found && *found && (*found)->item.kind == model::Kind::Folder) {
                          m_folder = place.highlight;
                      } else if (found && *found) {
                          m_folder = (*found)->item.folder;
                          m_toChoose = place.highlight;
                          m_trash = (*found)->item.trashed;
                      }
                      read();
                  });
}

void DocumentsPage::readGroup()
{
    QHash<ScopeId, QString> titles;
    for (const store::GroupItem &each : m_groups->all())
        titles.insert(ScopeId::group(each.id), each.title);
    m_model->setPlaces(titles);
    tellTools();
}

bool DocumentsPage::isWritable() const
{
    const store::GroupItem *group = m_groups->find(m_place.id);
    return group && group->role && !group->archived && !m_trash;
}

void DocumentsPage::tellTools()
{
    const bool one = !m_place.id.isNull();
    m_crumbs->setVisible(one);
    m_tabs->setVisible(!one);
    m_newFolder->setVisible(one && !m_trash);
    m_add->setVisible(one && !m_trash);
    m_newFolder->setEnabled(isWritable());
    m_add->setEnabled(isWritable());
    m_list->setWritable(isWritable());
    m_list->setPlaceVisible(!one);
    m_stack->setCurrentWidget(!one && m_tab == Transfers ? static_cast<QWidget *>(m_transfers) : m_list);
    m_filter->setVisible(m_stack->currentWidget() == m_list);
    foldPanel();
    if (!m_read)
        return m_list->setEmptyText({});
    if (!m_filter->text().isEmpty() && m_model->count() > 0)
        return m_list->setEmptyText(tr("No name here has these letters."));
    if (!one) {
        switch (m_tab) {
        case Pinned:
            return m_list->setEmptyText(tr("Nothing is kept here yet. What you keep on this computer is always "
                                           "complete and current, offline too."));
        case Mine: return m_list->setEmptyText(tr("You have added no document yet."));
        case Edited: return m_list->setEmptyText(tr("You have no document open in another program, and none locked."));
        case Conflicts: return m_list->setEmptyText(tr("No document waits for a decision."));
        default:
            return m_list->setEmptyText(
                tr("There is no document in your groups yet. Open a group, and drop files into it."));
        }
    }
    if (!m_found)
        return m_list->setEmptyText(tr("This folder is no longer there. Somebody has put it into the trash."));
    if (m_trash)
        return m_list->setEmptyText(tr("The trash is empty. What is put here can be taken out for 30 days."));
    m_list->setEmptyText(isWritable() ? tr("Drop files or folders here: they are sent as soon as the network allows.")
                                      : tr("There is no document here."));
}

void DocumentsPage::showTab(Tab tab)
{
    m_tab = tab;
    m_tabGroup->button(tab)->setChecked(true);
    m_model->clear();
    m_read = false;
    read();
}

void DocumentsPage::showTrash(bool on)
{
    m_trash = on;
    m_model->clear();
    m_read = false;
    read();
}

void DocumentsPage::readSoon()
{
    if (m_readTimer)
        return;
    m_readTimer = m_context.scheduler.after(m_model->count() > longList ? longPauseMs : pauseMs, [this] {
        m_readTimer = 0;
        read();
    });
}

void DocumentsPage::read()
{
    ++m_generation;
    const auto take = [this, generation = m_generation](const base::Result<QList<client::DocumentEntry>> &entries) {
        if (generation != m_generation)
            return;
        if (!entries)
            return Q_EMIT m_context.navigator.said(words::documentError(entries.error()));
        showEntries(*entries, false);
    };
    tellTools();
    readCopies();
    if (!m_place.id.isNull() && m_trash) {
        showCrumbs();
        base::deliver(m_context.backend.trash(group()), this, take);
    } else if (!m_place.id.isNull()) {
        // What fills the screen comes at once, the rest of a long list when it is read.
        base::deliver(m_context.backend.folder(group(), m_folder, m_read ? 0 : firstShown), this,
                      [this, generation = m_generation](const base::Result<std::optional<client::Folder>> &folder) {
                          if (generation != m_generation)
                              return;
                          if (!folder)
                              return Q_EMIT m_context.navigator.said(words::documentError(folder.error()));
                          showFolder(*folder);
                          if (*folder && (*folder)->more)
                              read();
                      });
    } else if (m_tab == Edited) {
        readEdited();
    } else if (m_tab == Transfers) {
        m_transfers->read();
        m_panel->clear({});
    } else {
        using store::DocumentView;
        const DocumentView view = m_tab == Pinned      ? DocumentView::Pinned
                                  : m_tab == Mine      ? DocumentView::Mine
                                  : m_tab == Conflicts ? DocumentView::Conflicts
                                                       : DocumentView::Recent;
        base::deliver(m_context.backend.documentView(view, mostShown), this, take);
    }
}

void DocumentsPage::readCopies()
{
    base::deliver(m_context.backend.workingCopies(), this, [this](const base::Result<QList<client::WorkingCopy>> &copies) {
        if (!copies)
            return;
        m_copies.clear();
        for (const client::WorkingCopy &copy : *copies)
            m_copies.insert(copy.document, copy);
        showChosen();
    });
}

// What one has locked, and what is open in another program.
void DocumentsPage::readEdited()
{
    struct Gathering {
        QList<client::DocumentEntry> entries;
        int waiting = 1;
    };
    auto gathering = std::make_shared<Gathering>();
    const auto done = [this, gathering, generation = m_generation] {
        if (--gathering->waiting > 0 || generation != m_generation)
            return;
        std::sort(gathering->entries.begin(), gathering->entries.end(), [](const auto &a, const auto &b) {
            return a.item.modifiedAt == b.item.modifiedAt ? a.item.id < b.item.id
                                                          : a.item.modifiedAt > b.item.modifiedAt;
        });
        showEntries(gathering->entries, false);
    };
    base::deliver(m_context.backend.documentView(store::DocumentView::Locked, mostShown), this,
                  [this, gathering, done](const base::Result<QList<client::DocumentEntry>> &locked) {
                      if (locked)
                          gathering->entries = *locked;
                      base::deliver(
                          m_context.backend.workingCopies(), this,
                          [this, gathering, done](const base::Result<QList<client::WorkingCopy>> &copies) {
                              QSet<Uuid> met;
                              for (const auto &entry : std::as_const(gathering->entries))
                                  met.insert(entry.item.id);
                              for (const client::WorkingCopy &copy : copies.value_or(QList<client::WorkingCopy>())) {
                                  if (met.contains(copy.document))
                                      continue;
                                  ++gathering->waiting;
                                  base::deliver(m_context.backend.document(copy.document), this,
                                                [gathering, done](
                                                    const base::Result<std::optional<client::DocumentEntry>> &entry) {
                                                    if (entry && *entry)
                                                        gathering->entries.append(**entry);
                                                    done();
                                                });
                              }
                              done();
                          });
                  });
}

void DocumentsPage::showFolder(const std::optional<client::Folder> &folder)
{
    m_found = folder.has_value();
    m_path = folder ? folder->path : QList<store::DocumentItem>();
    showCrumbs();
    showEntries(folder ? folder->entries : QList<client::DocumentEntry>(), folder && folder->kept);
}

void DocumentsPage::showEntries(const QList<client::DocumentEntry> &entries, bool kept)
{
    m_read = true;
    m_model->show(entries, kept);
    tellTools();
    if (!m_toChoose.isNull() && m_model->rowOf(m_toChoose) >= 0)
        m_list->choose(std::exchange(m_toChoose, {}));
    showChosen();
}

void DocumentsPage::showCrumbs()
{
    m_crumbs->clear();
    const Theme &theme = m_context.theme;
    const auto add = [&](const QString &text, const Uuid &folder, bool last) {
        if (last)
            return m_crumbs->row()->addWidget(makeLabel(text, theme, TextRole::ListBold));
        auto *button = makeLinkButton(text, theme);
        connect(button, &QPushButton::clicked, this,
                [this, folder] { m_context.navigator.openDocument(group(), folder); });
        m_crumbs->row()->addWidget(button);
        m_crumbs->row()->addWidget(makeLabel(QStringLiteral("›"), theme, TextRole::List, Ink::Third));
    };
    const store::GroupItem *group = m_groups->find(m_place.id);
    const QString title = group ? group->title : QString();
    add(title, {}, m_path.isEmpty() && !m_trash);
    if (m_trash)
        add(tr("Trash"), {}, true);
    for (qsizetype at = 0; at < m_path.size() && !m_trash; ++at)
        add(m_path.at(at).name, m_path.at(at).id, at + 1 == m_path.size());
    m_crumbs->row()->addStretch();
    m_crumbs->showEnd();
}

void DocumentsPage::showChosen()
{
    const QList<client::DocumentEntry> chosen = m_list->chosen();
    if (chosen.isEmpty()) {
        const bool some = m_read && m_model->count() > 0 && m_stack->currentWidget() == m_list;
        m_panel->clear(some ? words::items(m_model->count()) + u'\n' + tr("Choose one to see it here.") : QString());
    } else if (chosen.size() == 1) {
        const auto *group = m_groups->find(chosen.first().item.scope.id);
        m_panel->setCopy(m_copies.contains(chosen.first().item.id)
                             ? std::optional(m_copies.value(chosen.first().item.id))
                             : std::nullopt);
        m_panel->show(chosen.first(), m_model->isKept(), group && group->role && !group->archived && !m_trash);
    } else {
        qint64 size = 0;
        for (const auto &entry : chosen)
            size += entry.item.size;
        m_panel->showMany(int(chosen.size()), size);
    }
}

QStringList DocumentsPage::path() const
{
    QStringList names;
    for (const store::DocumentItem &folder : m_path)
        names << folder.name;
    return names;
}

void DocumentsPage::up()
{
    if (m_trash)
        showTrash(false);
    else if (m_path.size() > 1)
        m_context.navigator.openDocument(group(), m_path.at(m_path.size() - 2).id);
    else if (!m_path.isEmpty())
        m_context.navigator.openDocument(group(), {});
}

void DocumentsPage::cut()
{
    m_cut = m_list->chosen();
    QSet<Uuid> ids;
    for (const auto &entry : std::as_const(m_cut))
        ids.insert(entry.item.id);
    m_model->setCut(ids);
    if (!m_cut.isEmpty())
        Q_EMIT m_context.navigator.said(tr("%n to be moved: go to the folder, and paste.", nullptr, int(m_cut.size())));
}

void DocumentsPage::copyChosen()
{
    if (const auto chosen = m_list->chosen(); !chosen.isEmpty())
        QGuiApplication::clipboard()->setMimeData(DocumentList::mimeOf(chosen));
}

// What was cut here, or files of the desktop.
void DocumentsPage::paste()
{
    if (!isWritable())
        return;
    if (!m_cut.isEmpty()) {
        QList<Uuid> ids;
        for (const auto &entry : std::exchange(m_cut, {}))
            ids.append(entry.item.id);
        m_model->setCut({});
        return m_actions->move(ids, group(), path());
    }
    QStringList files;
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (const QList<Uuid> ids = data ? DocumentList::idsIn(data) : QList<Uuid>(); !ids.isEmpty())
        return m_actions->copy(ids, group(), path());
    for (const auto urls = data ? data->urls() : QList<QUrl>(); const QUrl &url : urls) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty())
        m_actions->put(files, group(), path());
}

void DocumentsPage::addFiles()
{
    const QStringList files = QFileDialog::getOpenFileNames(this, tr("Add files"));
    if (!files.isEmpty())
        m_actions->put(files, group(), path());
}

void DocumentsPage::fillMenu(QMenu *menu, const store::GroupItem &group)
{
    menu->addAction(tr("Posts of the group"), this,
                    [this, id = group.id.uuid()] { m_context.navigator.go({.kind = Place::Group, .id = id}); });
    menu->addSeparator();
    menu->addAction(tr("Keep all of it on this computer"), this,
                    [this, id = group.id.uuid()] { m_actions->setPinnedGroup(id, true); });
    menu->addAction(tr("No longer keep all of it"), this,
                    [this, id = group.id.uuid()] { m_actions->setPinnedGroup(id, false); });
    menu->addSeparator();
    menu->addAction(tr("Trash of the group"), this, [this] { showTrash(true); });
}

void DocumentsPage::showMenu(QPoint globalPos)
{
    QMenu menu(this);
    const QList<client::DocumentEntry> chosen = m_list->chosen();
    const auto *group = chosen.isEmpty() ? m_groups->find(m_place.id) : m_groups->find(chosen.first().item.scope.id);
    const bool writable = group && group->role && !group->archived;
    m_actions->fill(&menu, chosen, writable);
    if (m_place.id.isNull() && chosen.size() == 1)
        menu.addAction(tr("Show in its folder"), this, [this, item = chosen.first().item] {
            m_context.navigator.openDocument(item.scope.groupId(), item.id);
        });
    if (isWritable()) {
        if (!menu.isEmpty())
            menu.addSeparator();
        if (!chosen.isEmpty())
            menu.addAction(tr("Cut"), this, &DocumentsPage::cut);
        if (!chosen.isEmpty())
            menu.addAction(tr("Copy"), this, &DocumentsPage::copyChosen);
        menu.addAction(tr("Paste"), this, &DocumentsPage::paste);
        menu.addSeparator();
        menu.addAction(tr("New folder…"), this, [this] { m_actions->makeFolder(this->group(), path()); });
        menu.addAction(tr("Add files…"), this, &DocumentsPage::addFiles);
    }
    if (!menu.isEmpty())
        menu.exec(globalPos);
}

void DocumentsPage::dragOut()
{
    ui::dragOut(m_context, this, m_list->chosen());
}

void DocumentsPage::keyPressEvent(QKeyEvent *event)
{
    const QList<client::DocumentEntry> chosen = m_list->chosen();
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (event->matches(QKeySequence::Cut) && isWritable())
        cut();
    else if (event->matches(QKeySequence::Copy))
        copyChosen();
    else if (event->matches(QKeySequence::Paste))
        paste();
    else if (event->key() == Qt::Key_F2 && plain && chosen.size() == 1)
        m_list->rename(chosen.first().item.id);
    else if (event->key() == Qt::Key_Delete && plain && isWritable())
        m_actions->trash(chosen);
    else if (event->key() == Qt::Key_Space && plain && chosen.size() == 1)
        m_panel->enlarge();
    else if ((event->key() == Qt::Key_Backspace && plain)
             || (event->key() == Qt::Key_Up && event->modifiers() == Qt::AltModifier))
        up();
    else if (event->key() == Qt::Key_Escape && !m_cut.isEmpty()) {
        m_cut.clear();
        m_model->setCut({});
    } else if (event->key() == Qt::Key_Escape && !m_filter->text().isEmpty())
        m_filter->clear();
    else
        QWidget::keyPressEvent(event);
}

void DocumentsPage::resizeEvent(QResizeEvent *)
{
    foldPanel();
}

void DocumentsPage::foldPanel()
{
    m_panel->setVisible(width() >= m_context.theme.px(panelFoldsBelow) && m_context.preferences.contextPanel
                        && m_stack->currentWidget() == m_list);
}

} // namespace parvis::ui

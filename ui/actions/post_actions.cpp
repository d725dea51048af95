#include "ui/actions/post_actions.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/actions/action.h"
#include "ui/models/thread_model.h"
#include "ui/shell/navigator.h"
#include "ui/shell/place_link.h"
#include "ui/text/open_link.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/views/feed/feed_view.h"
#include "ui/views/feed/history_dialog.h"
#include "ui/views/feed/reactors_dialog.h"
#include "ui/views/files/file_opener.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/emoji_picker.h"
#include "ui/widgets/undo_bar.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QVBoxLayout>

namespace parvis::ui {

using store::FeedItem;

namespace {

QString firstLink(const std::vector<text::Node> &nodes)
{
    for (const text::Node &node : nodes) {
        if (node.type == text::NodeType::Link && text::judge(node.href).allowed)
            return node.href;
        if (const QString inside = firstLink(node.children); !inside.isEmpty())
            return inside;
    }
    return {};
}

} // namespace

PostActions::PostActions(const Context &context, FeedView *view) : QObject(view), m_context(context), m_view(view), m_files(new FileOpener(context, view))
{
    connect(view, &FeedView::hit, this, &PostActions::onHit);
    connect(view, &FeedView::keyCommand, this, &PostActions::onKey);
    connect(view, &FeedView::menuWanted, this, &PostActions::showMenu);
    connect(view, &FeedView::fileMenuWanted, this, [this](int row, const Uuid &file, QPoint globalPos) {
        m_files->showMenu(FeedItem(m_view->model()->item(row)), file, globalPos);
    });
    connect(m_files, &FileOpener::expected, this, [this](const Uuid &item) {
        if (m_view->model())
            m_view->model()->expectFile(item);
    });
    QList<int> keys{Qt::Key_Menu, Qt::Key_M};
    for (const PostCommand command : postCommands()) {
        if (command != PostCommand::Open && listKeyOf(command) != 0)
            keys.append(listKeyOf(command));
    }
    view->setCommandKeys(keys);
    offerToReaders();
}

// A screen reader offers with each item what its menu has.
void PostActions::offerToReaders()
{
    m_view->setItemActions(
        [this](int row) {
            QList<FeedView::ItemAction> offered;
            const FeedItem &item = m_view->model()->item(row);
            for (const PostCommand command : postCommands()) {
                if (isPossible(command, item))
                    offered.append({wordsOf(command).id, text(command, item), wordsOf(command).keys});
            }
            return offered;
        },
        [this](int row, const QString &id) {
            for (const PostCommand command : postCommands()) {
                if (wordsOf(command).id == id && isPossible(command, m_view->model()->item(row)))
                    run(command, FeedItem(m_view->model()->item(row)), below(row));
            }
        });
}

bool PostActions::isPossible(PostCommand command, const FeedItem &item) const
{
    switch (command) {
    case PostCommand::Open: return !inThread();
    case PostCommand::Reply:
    case PostCommand::React:
    case PostCommand::Copy:
    case PostCommand::CopyMarkdown:
    case PostCommand::SelectAll: return !item.blank;
    case PostCommand::Reactors: return !item.reactions.isEmpty();
    case PostCommand::Bookmark: return !item.blank || item.bookmarked;
    case PostCommand::History: return !item.versions.isEmpty() && !item.blank;
    case PostCommand::OpenLink: return !item.blank && !firstLink(text::parseMarkdown(item.body).blocks).isEmpty();
    case PostCommand::Files: return !item.attachments.isEmpty();
    case PostCommand::CopyLink: // before the server has it, nobody else could follow it
        return !item.blank && item.state == store::ItemState::Acked;
    case PostCommand::Pin: return item.kind == model::Kind::Post && m_moderates;
    case PostCommand::Edit: return isMine(item) && !item.blank;
    case PostCommand::Remove: return !item.blank && (isMine(item) || m_moderates);
    }
    return false;
}

void PostActions::run(PostCommand command, const FeedItem &item, QPoint globalPos)
{
    if (!isPossible(command, item))
        return;
    switch (command) {
    case PostCommand::Open: open(item, false); return;
    case PostCommand::Reply: open(item, true); return;
    case PostCommand::React: react(item, globalPos); return;
    case PostCommand::OpenLink: openFirstLink(item); return;
    case PostCommand::Reactors: showReactors(item); return;
    case PostCommand::Files: showFiles(item, globalPos); return;
    case PostCommand::Copy: m_view->copySelection(); return;
    case PostCommand::CopyMarkdown: copy(item); return;
    case PostCommand::SelectAll: m_view->selectAll(m_view->model()->rowOf(item.id)); return;
    case PostCommand::Bookmark: bookmark(item); return;
    case PostCommand::History: showHistory(item); return;
    case PostCommand::CopyLink: copyLink(item); return;
    case PostCommand::Pin: pin(item); return;
    case PostCommand::Edit: edit(item); return;
    case PostCommand::Remove: remove(item); return;
    }
}

QString PostActions::text(PostCommand command, const FeedItem &item) const
{
    if (command == PostCommand::Pin && item.pinned)
        return tr("Unpin");
    if (command == PostCommand::Bookmark && item.bookmarked)
        return tr("Remove the bookmark");
    if (command == PostCommand::Copy && m_view->hasSelection())
        return tr("Copy what is selected");
    return wordsOf(command).text;
}

std::optional<FeedItem> PostActions::current() const
{
    const int row = m_view->currentRow();
    return row < 0 ? std::nullopt : std::optional(m_view->model()->item(row));
}

void PostActions::runOnCurrent(PostCommand command)
{
    const int row = m_view->currentRow();
    if (row < 0)
        return;
    m_view->reveal(row);
    run(command, FeedItem(m_view->model()->item(row)), below(row));
}

// Where a menu or picker of this row opens, in global coordinates.
QPoint PostActions::below(int row) const
{
    return m_view->viewport()->mapToGlobal(m_view->rowRect(row).bottomLeft().toPoint() + QPoint(60, -20));
}

bool PostActions::isMine(const FeedItem &item) const
{
    const auto identity = m_context.backend.identity();
    return identity && identity->person == item.author.id;
}

bool PostActions::inThread() const
{
    return qobject_cast<ThreadModel *>(m_view->model()) != nullptr;
}

void PostActions::report(const Backend::Answer<Backend::Written> &answer)
{
    base::deliver(answer, this, [this](const base::Result<Backend::Written> &result) {
        if (!result)
            Q_EMIT m_context.navigator.said(words::error(result.error()));
    });
}

void PostActions::onHit(int row, const CardHit &hit, QPoint globalPos)
{
    const FeedItem item = m_view->model()->item(row);
    switch (hit.what) {
    case CardHit::Author: m_context.navigator.go({.kind = Place::PersonWall, .id = item.author.id.uuid()}); return;
    case CardHit::Place:
        if (item.place.scope.type == model::ScopeType::Group)
            m_context.navigator.go({.kind = Place::Group, .id = item.place.scope.id});
        else if (item.place.wall.isNull())
            m_context.navigator.go({.kind = Place::CompanyWall});
        else
            m_context.navigator.go({.kind = Place::PersonWall, .id = item.place.wall.uuid()});
        return;
    case CardHit::Link: follow(hit.value); return;
    case CardHit::Mention:
        base::deliver(m_context.backend.person(hit.value), this,
                      [this, hit](const base::Result<std::optional<store::PersonCard>> &person) {
                          if (person && *person)
                              m_context.navigator.go({.kind = Place::PersonWall, .id = (*person)->id.uuid()});
                          else
                              openGroup(hit.value);
                      });
        return;
    case CardHit::Tag: m_context.navigator.search(QStringLiteral("#") + hit.value); return;
    case CardHit::Chip: toggleReaction(item, hit.value); return;
    case CardHit::AddReaction: react(item, globalPos); return;
    case CardHit::Comments: open(item, false); return;
    case CardHit::Preview:
        m_context.navigator.go(
            {.kind = Place::Thread, .id = item.post, .highlight = Uuid::fromString(hit.value).value_or(Uuid())});
        return;
    case CardHit::File: m_files->open(item, Uuid::fromString(hit.value).value_or(Uuid())); return;
    case CardHit::MoreFiles: open(item, false); return;
    case CardHit::Edited: showHistory(item); return;
    case CardHit::Reply: open(item, true); return;
    default: return;
    }
}

void PostActions::openGroup(const QString &handle)
{
    base::deliver(m_context.backend.groups(), this,
                  [this, handle](const base::Result<QList<store::GroupItem>> &groups) {
                      for (const store::GroupItem &group : groups.value_or(QList<store::GroupItem>())) {
                          if (group.handle == handle)
                              return m_context.navigator.go({.kind = Place::Group, .id = group.id.uuid()});
                      }
                      Q_EMIT m_context.navigator.said(tr("Nobody here has this name."));
                  });
}

void PostActions::onKey(int row, int key)
{
    const FeedItem item = m_view->model()->item(row);
    for (const PostCommand command : postCommands()) {
        if (listKeyOf(command) == key) {
            run(command, item, below(row));
            return;
        }
    }
    showMenu(row, below(row));
}

void PostActions::openFirstLink(const FeedItem &item)
{
    const QString href = firstLink(text::parseMarkdown(item.body).blocks);
    if (href.isEmpty())
        return;
    if (text::judge(href).kind == text::LinkKind::Parvis || ask(m_view, linkHint(href), tr("Open")))
        follow(href);
}

// A link to a place of the company stays in the window.
void PostActions::follow(const QString &href)
{
    const text::LinkDecision link = text::judge(href);
    const auto identity = m_context.backend.identity();
    if (link.allowed && link.kind == text::LinkKind::Parvis && identity)
        m_context.navigator.follow(link.url.toString(QUrl::FullyEncoded), identity->server);
    else if (!openLink(href, m_view))
        Q_EMIT m_context.navigator.said(linkHint(href));
}

void PostActions::open(const FeedItem &item, bool reply)
{
    const QString quote = reply ? quoteFor(item) : QString();
    if (inThread()) {
        if (reply)
            Q_EMIT replyWanted(item, quote);
        return;
    }
    const bool comment = item.kind == model::Kind::Comment; // of the list of bookmarks
    m_context.navigator.go({.kind = Place::Thread,
                            .id = item.post,
                            .highlight = comment ? item.id : Uuid(),
                            .reply = reply,
                            .quote = quote});
}

// What is selected of it, as a quotation to answer to.
QString PostActions::quoteFor(const FeedItem &item) const
{
    if (m_view->selectedRow() < 0 || m_view->model()->item(m_view->selectedRow()).id != item.id)
        return {};
    QString quote;
    for (const QString &line : m_view->selectedMarkdown().split(u'\n'))
        quote += (line.isEmpty() ? QStringLiteral(">") : QStringLiteral("> ") + line) + u'\n';
    return quote + u'\n';
}

void PostActions::toggleReaction(const FeedItem &item, const QString &emoji)
{
    const bool mine = std::any_of(item.reactions.begin(), item.reactions.end(),
                                  [&](const auto &reaction) { return reaction.emoji == emoji && reaction.mine; });
    report(m_context.backend.react(item.id, emoji, !mine));
}

void PostActions::react(const FeedItem &item, QPoint globalPos)
{
    if (item.blank)
        return;
    auto *picker = new EmojiPicker(m_context, m_view);
    picker->pickAt(globalPos, [this, item](const QString &emoji) { toggleReaction(item, emoji); });
}

void PostActions::edit(const FeedItem &item)
{
    if (!isMine(item) || item.blank)
        return;
    QDialog dialog(m_view->window());
    dialog.setWindowTitle(tr("Edit"));
    dialog.resize(640, 240);
    auto *layout = new QVBoxLayout(&dialog);
    auto *composer = new Composer(m_context, &dialog);
    layout->addWidget(composer);
    layout->addStretch();
    composer->setTarget(
        {.draftPlace = QStringLiteral("edit:") + item.id.toString(),
         .button = tr("Save"),
         .text = item.body,
         .write = [this, id = item.id](const QString &body, const Backend::Draft &draft,
                                       const Backend::Files &) { return m_context.backend.edit(id, body, draft); },
         .place = item.place.scope});
    connect(composer, &Composer::written, &dialog, &QDialog::accept);
    connect(composer, &Composer::cancelled, &dialog, &QDialog::reject);
    composer->focusText();
    dialog.exec();
}

void PostActions::remove(const FeedItem &item)
{
    const bool allowed = isMine(item) || m_moderates;
    if (item.blank || !allowed)
        return;
    const QString said = item.kind == model::Kind::Post ? tr("The post is deleted.") : tr("The comment is deleted.");
    base::deliver(m_context.backend.remove(item.id, UndoBar::holdMs), this,
                  [this, said](const base::Result<Backend::Written> &result) {
                      if (result)
                          Q_EMIT m_context.navigator.undoable(said, result->op);
                      else
                          Q_EMIT m_context.navigator.said(words::error(result.error()));
                  });
}

void PostActions::pin(const FeedItem &item)
{
    if (item.kind == model::Kind::Post && m_moderates)
        report(m_context.backend.pin(PostId(item.id), !item.pinned));
}

void PostActions::bookmark(const FeedItem &item)
{
    report(m_context.backend.bookmark(item.id, item.place.scope, !item.bookmarked));
}

void PostActions::showHistory(const FeedItem &item)
{
    if (!item.versions.isEmpty() && !item.blank)
        HistoryDialog(m_context, item, m_view->window()).exec();
}

void PostActions::showReactors(const FeedItem &item)
{
    if (!item.reactions.isEmpty())
        ReactorsDialog(m_context, item.id, m_view->window()).exec();
}

// One is opened at once; several are listed.
void PostActions::showFiles(const FeedItem &item, QPoint globalPos)
{
    if (item.attachments.size() == 1)
        m_files->open(item, item.attachments.first().id);
    else if (!item.attachments.isEmpty())
        m_files->showList(item, globalPos);
}

void PostActions::copy(const FeedItem &item)
{
    const bool part = m_view->hasSelection();
    QString whole = item.body;
    if (const QString files = words::filesAsList(item.attachments, true); !files.isEmpty())
        whole += (whole.isEmpty() ? QString() : QStringLiteral("\n\n")) + files;
    QGuiApplication::clipboard()->setText(part ? m_view->selectedMarkdown() : whole);
    Q_EMIT m_context.navigator.said(tr("Copied as Markdown."));
}

void PostActions::copyLink(const FeedItem &item)
{
    const auto identity = m_context.backend.identity();
    if (!identity || item.state != store::ItemState::Acked)
        return;
    QGuiApplication::clipboard()->setText(placeLink(identity->server, item.post, item.id));
    Q_EMIT m_context.navigator.said(tr("Link copied."));
}

void PostActions::showMenu(int row, QPoint globalPos)
{
    const FeedItem item = m_view->model()->item(row);
    QMenu menu(m_view);
    bool line = false;
    for (const PostCommand command : postCommands()) {
        if (!isPossible(command, item))
            continue;
        const PostCommandWords said = wordsOf(command);
        if (said.rare && !std::exchange(line, true))
            menu.addSeparator();
        menu.addAction(text(command, item) + u'\t' + shownKeys(said.keys).value(0), this,
                       [this, command, item, globalPos] { run(command, item, globalPos); });
    }
    menu.exec(globalPos);
}

} // namespace parvis::ui

#include "ui/actions/post_actions.h"

#include "base/deliver.h"
#include "text/markdown.h"
#include "ui/models/thread_model.h"
#include "ui/shell/navigator.h"
#include "ui/shell/place_link.h"
#include "ui/text/open_link.h"
#include "ui/text/words.h"
#include "ui/views/feed/feed_view.h"
#include "ui/widgets/ask.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/emoji_picker.h"

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

PostActions::PostActions(const Context &context, FeedView *view) : QObject(view), m_context(context), m_view(view)
{
    connect(view, &FeedView::hit, this, &PostActions::onHit);
    connect(view, &FeedView::keyCommand, this, &PostActions::onKey);
    connect(view, &FeedView::menuWanted, this, &PostActions::showMenu);
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
                      [this](const base::Result<std::optional<store::PersonCard>> &person) {
                          if (person && *person)
                              m_context.navigator.go({.kind = Place::PersonWall, .id = (*person)->id.uuid()});
                          else
                              Q_EMIT m_context.navigator.said(tr("Nobody here has this name."));
                      });
        return;
    case CardHit::Tag: m_context.navigator.search(QStringLiteral("#") + hit.value); return;
    case CardHit::Chip: toggleReaction(item, hit.value); return;
    case CardHit::AddReaction: react(item, globalPos); return;
    case CardHit::Comments: open(item, false); return;
    case CardHit::Reply: Q_EMIT replyWanted(item); return;
    default: return;
    }
}

void PostActions::onKey(int row, int key)
{
    const FeedItem item = m_view->model()->item(row);
    const QPoint at = m_view->viewport()->mapToGlobal(m_view->rowRect(row).bottomLeft().toPoint() + QPoint(60, -20));
    switch (key) {
    case Qt::Key_R: open(item, true); return;
    case Qt::Key_E: edit(item); return;
    case Qt::Key_P: pin(item); return;
    case Qt::Key_Plus: react(item, at); return;
    case Qt::Key_Delete: remove(item); return;
    case Qt::Key_O: openFirstLink(item); return;
    case Qt::Key_L: copyLink(item); return;
    default: showMenu(row, at); return;
    }
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
    if (inThread()) {
        if (reply)
            Q_EMIT replyWanted(item);
        return;
    }
    m_context.navigator.go({.kind = Place::Thread, .id = item.post, .reply = reply});
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
    auto *picker = new EmojiPicker(m_context.theme, m_view);
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
        {.draftPlace = item.id.toString(),
         .button = tr("Save"),
         .text = item.body,
         .write = [this, id = item.id](const QString &body) { return m_context.backend.edit(id, body); }});
    connect(composer, &Composer::written, &dialog, &QDialog::accept);
    connect(composer, &Composer::cancelled, &dialog, &QDialog::reject);
    composer->focusText();
    dialog.exec();
}

void PostActions::remove(const FeedItem &item)
{
    const bool allowed = isMine(item) || m_moderates;
    if (item.blank || !allowed
        || !ask(m_view->window(), tr("Delete this for everybody? It cannot be brought back."), tr("Delete")))
        return;
    report(m_context.backend.remove(item.id));
}

void PostActions::pin(const FeedItem &item)
{
    if (item.kind == model::Kind::Post && m_moderates)
        report(m_context.backend.pin(PostId(item.id), !item.pinned));
}

void PostActions::copy(const FeedItem &item)
{
    QGuiApplication::clipboard()->setText(item.body);
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
    auto add = [&](const QString &text, const QString &key, auto run) {
        menu.addAction(text + u'\t' + key, this, run);
    };
    if (!inThread())
        add(tr("Open the thread"), tr("Enter"), [this, item] { open(item, false); });
    if (!item.blank) {
        add(tr("Reply"), QStringLiteral("R"), [this, item] { open(item, true); });
        add(tr("React…"), QStringLiteral("+"), [this, item, globalPos] { react(item, globalPos); });
        add(tr("Copy the text"), {}, [this, item] { copy(item); });
        // Before the server has it, nobody else could follow it.
        if (item.state == store::ItemState::Acked)
            add(tr("Copy link"), QStringLiteral("L"), [this, item] { copyLink(item); });
    }
    if (item.kind == model::Kind::Post && m_moderates)
        add(item.pinned ? tr("Unpin") : tr("Pin"), QStringLiteral("P"), [this, item] { pin(item); });
    if (isMine(item) && !item.blank) {
        menu.addSeparator();
        add(tr("Edit…"), QStringLiteral("E"), [this, item] { edit(item); });
    }
    if (!item.blank && (isMine(item) || m_moderates))
        add(tr("Delete…"), tr("Del"), [this, item] { remove(item); });
    menu.exec(globalPos);
}

} // namespace parvis::ui

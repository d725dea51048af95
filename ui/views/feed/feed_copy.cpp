// Selected text of FeedView: the keyboard's caret, and what goes to the clipboard.
#include "ui/text/markdown_slice.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/views/feed/feed_view.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace parvis::ui {

using store::FeedItem;

void FeedView::selectAll(int row)
{
    if (row < 0)
        return;
    const FeedItem &item = m_model->item(row);
    if (!m_expanded.contains(item.id) && layoutOf(row).area(CardHit::More))
        activate(row, CardHit::More, {}, {});
    const BodyLayout *body = layoutOf(row).body();
    if (!body)
        return;
    m_selection.begin({item.id, 0}, {item.id, body->length()});
    viewport()->update();
}

void FeedView::clearSelection()
{
    m_selection.clear();
    m_caretOn = false;
    viewport()->update();
}

QString FeedView::copied(bool markdown) const
{
    const auto [first, last] = m_model ? m_selection.rows(*m_model) : std::pair(-1, -1);
    QString out;
    for (int row = first; row >= 0 && row <= last; ++row) {
        const FeedItem &item = m_model->item(row);
        const BodyLayout *body = layoutOf(row).body();
        if (!body)
            continue;
        const auto [from, to] = m_selection.rangeIn(*m_model, row, body->length());
        if (from >= to)
            continue;
        if (first != last) { // who said what, as in minutes
            const QString head = item.author.fullName + QStringLiteral(", ") + words::fullTime(item.createdAt);
            out += out.isEmpty() ? QString() : QStringLiteral("\n\n");
            out += markdown ? QStringLiteral("**%1**\n\n").arg(head) : head + u'\n';
        }
        const bool whole = from == 0 && to == body->length();
        out += !markdown ? body->plainText(from, to)
               : whole   ? item.body
                         : markdownSlice(item.body, from, to, m_context.theme);
        if (const QString files = words::filesAsList(item.attachments, markdown); whole && !files.isEmpty())
            out += (markdown ? QStringLiteral("\n\n") : QStringLiteral("\n")) + files;
    }
    return out;
}

int FeedView::selectedRow() const
{
    const auto [first, last] = m_model ? m_selection.rows(*m_model) : std::pair(-1, -1);
    return first == last ? first : -1;
}

QString FeedView::selectedText() const
{
    return copied(false);
}

QString FeedView::selectedMarkdown() const
{
    return copied(true);
}

void FeedView::copySelection() const
{
    QString text = selectedText();
    if (const int row = currentRow(); text.isEmpty() && row >= 0) {
        if (const BodyLayout *body = layoutOf(row).body())
            text = body->plainText(0, body->length());
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void FeedView::setCaretOn(bool on)
{
    const int row = currentRow();
    const BodyLayout *body = row >= 0 ? layoutOf(row).body() : nullptr;
    m_caretOn = on && body;
    if (!m_caretOn) {
        m_selection.clear();
    } else if (m_selection.head().id != m_currentId) {
        // At the first line of it that one sees.
        const qreal hidden =
            std::max(0.0, -(rowRect(row).top() - layoutOf(row).bandHeight() + layoutOf(row).bodyOrigin().y()));
        m_selection.begin({m_currentId, hidden > 0 ? body->positionAt({0, hidden + 4}) : 0});
    }
    viewport()->update();
}

// In a card with a caret the arrows walk through its text; with Shift they select.
bool FeedView::caretKey(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int key = event->key();
    if (key == Qt::Key_F7 || (key == Qt::Key_V && !control && !shift)) {
        setCaretOn(!m_caretOn);
        return true;
    }
    if (key == Qt::Key_Escape && (m_caretOn || hasSelection())) {
        clearSelection();
        return true;
    }
    using Move = BodyLayout::Move;
    std::optional<Move> move;
    switch (key) {
    case Qt::Key_Left: move = control ? Move::PreviousWord : Move::Previous; break;
    case Qt::Key_Right: move = control ? Move::NextWord : Move::Next; break;
    case Qt::Key_Up: move = Move::Up; break;
    case Qt::Key_Down: move = Move::Down; break;
    case Qt::Key_Home: move = control ? Move::Start : Move::LineStart; break;
    case Qt::Key_End: move = control ? Move::End : Move::LineEnd; break;
    default: break;
    }
    if (!move || (!m_caretOn && !(shift && key >= Qt::Key_Left && key <= Qt::Key_Down)))
        return false;
    if (!m_caretOn)
        setCaretOn(true);
    const int row = currentRow();
    const BodyLayout *body = row >= 0 ? layoutOf(row).body() : nullptr;
    if (!m_caretOn || !body)
        return false;
    const TextPlace to{m_currentId, body->moved(std::min(caret(), body->length()), *move)};
    if (shift)
        m_selection.extend(to);
    else
        m_selection.begin(to);
    revealCaret();
    tellCaret();
    return true;
}

QString FeedView::textOf(int row) const
{
    const BodyLayout *body = layoutOf(row).body();
    return body ? body->text() : QString();
}

std::pair<int, int> FeedView::selectionIn(int row) const
{
    const BodyLayout *body = layoutOf(row).body();
    return body ? m_selection.rangeIn(*m_model, row, body->length()) : std::pair(0, 0);
}

void FeedView::select(int row, int from, int to)
{
    const BodyLayout *body = layoutOf(row).body();
    if (!body)
        return;
    setCurrent(m_model->item(row).id);
    m_caretOn = true;
    m_selection.begin({m_currentId, std::clamp(from, 0, body->length())},
                      {m_currentId, std::clamp(to, 0, body->length())});
    revealCaret();
}

QRectF FeedView::letterRect(int row, int position) const
{
    const QRectF card = rowRect(row);
    const CardLayout &layout = layoutOf(row);
    if (card.isEmpty() || !layout.body())
        return {};
    return layout.body()->caretRect(position).translated(card.topLeft() - QPointF(0, layout.bandHeight())
                                                         + layout.bodyOrigin());
}

int FeedView::letterAt(int row, QPointF inViewport) const
{
    const TextPlace place = placeAt(inViewport);
    return place.id == m_model->item(row).id ? place.position : -1;
}

void FeedView::tellCaret()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(this);
    QAccessibleInterface *card = list ? list->child(currentRow()) : nullptr;
    if (!card)
        return;
    QAccessibleTextCursorEvent moved(card, caret());
    QAccessible::updateAccessibility(&moved);
}

void FeedView::revealCaret()
{
    const int row = currentRow();
    const CardLayout &layout = layoutOf(row);
    const QRectF card = rowRect(row);
    if (card.isEmpty()) {
        reveal(row);
    } else if (layout.body()) {
        const QRectF line =
            layout.body()->caretRect(caret()).translated(0, card.top() - layout.bandHeight() + layout.bodyOrigin().y());
        if (line.top() < margin)
            scrollBy(line.top() - margin);
        else if (line.bottom() > viewport()->height() - margin)
            scrollBy(line.bottom() - viewport()->height() + margin);
    }
    viewport()->update();
}

} // namespace parvis::ui

// The mouse over FeedView: hovering, clicks, selecting text, dragging links.
#include "ui/text/open_link.h"
#include "ui/text/file_words.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_view.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QHelpEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QStyleHints>
#include <QToolTip>

namespace parvis::ui {

namespace {

constexpr qint64 dragScrollMs = 30;
constexpr qreal selectsAfter = 4; // pixels: a hand that clicks is not quite still

} // namespace

void FeedView::wheelEvent(QWheelEvent *event)
{
    const qreal pixels = event->pixelDelta().isNull() ? event->angleDelta().y() / 120.0 * m_context.theme.px(69)
                                                      : event->pixelDelta().y();
    if (pixels != 0)
        scrollBy(-pixels);
    hoverAt(event->position());
    event->accept();
}

void FeedView::hoverAt(QPointF position)
{
    qreal top = 0;
    const int row = rowAt(position.y(), &top);
    const QPointF inCard = position - QPointF(cardLeft(), top);
    const CardHit hit = row < 0 ? CardHit() : layoutOf(row).hitAt(inCard);
    const BodyLayout *body = row < 0 ? nullptr : layoutOf(row).body();
    const QPointF inBody = row < 0 ? QPointF() : inCard - layoutOf(row).bodyOrigin();
    const bool text = body && inBody.y() < layoutOf(row).bodyShown() && body->isOverText(inBody);
    viewport()->setCursor(hit.what != CardHit::None ? Qt::PointingHandCursor
                          : text                    ? Qt::IBeamCursor
                                                    : Qt::ArrowCursor);
    if (row == m_hoverRow && hit.what == m_hover.what && hit.rect == m_hover.rect)
        return;
    m_hoverRow = row;
    m_hover = hit;
    viewport()->update();
}

void FeedView::click(QPointF position, QPoint globalPos)
{
    qreal top = 0;
    const int row = rowAt(position.y(), &top);
    if (row < 0)
        return;
    m_followTop = false;
    setCurrent(m_model->item(row).id);
    const CardHit found = layoutOf(row).hitAt(position - QPointF(cardLeft(), top));
    if (found.what != CardHit::None)
        activate(row, found.what, found.value, globalPos);
}

// ---- selecting ----

TextPlace FeedView::placeAt(QPointF position) const
{
    if (!m_model || m_model->rowCount() == 0)
        return {};
    const QList<int> rows = visibleRows();
    qreal top = 0;
    int row = rowAt(position.y(), &top);
    if (row < 0) { // above or below all that is in sight
        row = position.y() < m_anchorOffset || rows.isEmpty() ? m_anchorRow : rows.last();
        top = row == m_anchorRow ? m_anchorOffset : rowRect(row).top() - layoutOf(row).bandHeight();
    }
    const CardLayout &layout = layoutOf(row);
    if (!layout.body())
        return {m_model->item(row).id, 0};
    const QPointF inBody = position - QPointF(cardLeft(), top) - layout.bodyOrigin();
    // In the head of a card its text has not begun, in its foot it has ended.
    const int place = inBody.y() < 0                     ? 0
                      : inBody.y() >= layout.bodyShown() ? layout.body()->positionAt({1e6, layout.bodyShown() - 1})
                                                         : layout.body()->positionAt(inBody);
    return {m_model->item(row).id, place};
}

void FeedView::mousePressed(QMouseEvent *event)
{
    const bool third = m_drag.clicked && m_drag.doubleClickAt.us > 0
                       && m_context.clock.now().ms() - m_drag.doubleClickAt.ms()
                              < QGuiApplication::styleHints()->mouseDoubleClickInterval()
                       && (event->position() - m_drag.from).manhattanLength() < QApplication::startDragDistance();
    m_drag.pressed = true;
    m_drag.selecting = false;
    m_drag.from = m_drag.now = event->position();
    m_drag.unit = third ? Unit::Paragraph : Unit::Letter;
    m_drag.clicked = third;
    qreal top = 0;
    const int row = rowAt(event->position().y(), &top);
    m_drag.hit = row < 0 ? CardHit() : layoutOf(row).hitAt(event->position() - QPointF(cardLeft(), top));
    const TextPlace place = placeAt(event->position());
    m_caretOn = false;
    if (event->modifiers() & Qt::ShiftModifier) { // up to here, from where it began
        m_selection.extend(place);
        m_drag.clicked = true;
    } else {
        m_selection.begin(place);
        if (third)
            extendTo(event->position());
    }
    viewport()->update();
}

void FeedView::mouseMoved(QMouseEvent *event)
{
    m_drag.now = event->position();
    if (!m_drag.pressed) {
        hoverAt(event->position());
        return;
    }
    if (!m_drag.selecting) {
        const bool link = m_drag.hit.what == CardHit::Link;
        const qreal far = link ? QApplication::startDragDistance() : selectsAfter;
        if ((event->position() - m_drag.from).manhattanLength() < far)
            return;
        if (link) {
            m_drag.pressed = false;
            m_selection.clear();
            dragLink(m_drag.hit);
            return;
        }
        m_drag.selecting = true;
        viewport()->setCursor(Qt::IBeamCursor);
    }
    extendTo(event->position());
    scrollWhileDragging();
}

void FeedView::extendTo(QPointF position)
{
    const TextPlace place = placeAt(position);
    if (m_drag.unit == Unit::Letter) {
        m_selection.extend(place);
    } else { // whole words or paragraphs, whichever way one goes
        const TextPlace from = placeAt(m_drag.from);
        const auto bounds = [this](const TextPlace &at) {
            const int row = m_model->rowOf(at.id);
            const BodyLayout *body = row >= 0 ? layoutOf(row).body() : nullptr;
            if (!body)
                return std::pair(at.position, at.position);
            return m_drag.unit == Unit::Word ? body->wordAt(at.position) : body->paragraphAt(at.position);
        };
        const auto [fromBegin, fromEnd] = bounds(from);
        const auto [toBegin, toEnd] = bounds(place);
        const int fromRow = m_model->rowOf(from.id), toRow = m_model->rowOf(place.id);
        const bool back = toRow < fromRow || (toRow == fromRow && place.position < from.position);
        m_selection.begin({from.id, back ? fromEnd : fromBegin}, {place.id, back ? toBegin : toEnd});
    }
    viewport()->update();
}

// Beyond the edge the list goes on by itself.
void FeedView::scrollWhileDragging()
{
    const qreal over = m_drag.now.y() < 0 ? m_drag.now.y() : std::max(0.0, m_drag.now.y() - viewport()->height());
    if (m_drag.timer != 0 || over == 0)
        return;
    m_drag.timer = m_context.scheduler.after(dragScrollMs, [this, over] {
        m_drag.timer = 0;
        if (!m_drag.selecting)
            return;
        m_drag.from.ry() -= over / 2; // where it began moves with the list
        scrollBy(over / 2);
        extendTo(m_drag.now);
        scrollWhileDragging();
    });
}

void FeedView::mouseReleased(QMouseEvent *event)
{
    const bool wasClick = m_drag.pressed && !m_drag.selecting && !m_drag.clicked;
    m_drag.pressed = m_drag.selecting = false;
    m_context.scheduler.cancel(m_drag.timer);
    m_drag.timer = 0;
    if (hasSelection()) {
        if (QClipboard *clipboard = QGuiApplication::clipboard(); clipboard->supportsSelection())
            clipboard->setText(selectedText(), QClipboard::Selection);
        setCurrent(m_selection.head().id);
    } else if (wasClick) {
        click(event->position(), event->globalPosition().toPoint());
    }
    hoverAt(event->position());
}

void FeedView::mouseDoubleClicked(QMouseEvent *event)
{
    qreal top = 0;
    const int row = rowAt(event->position().y(), &top);
    const QPointF inCard = event->position() - QPointF(cardLeft(), top);
    const BodyLayout *body = row < 0 ? nullptr : layoutOf(row).body();
    if (!body || layoutOf(row).hitAt(inCard).what != CardHit::None
        || !body->isOverText(inCard - layoutOf(row).bodyOrigin())) {
        mousePressed(event); // on a button the second press is one more
        return;
    }
    m_drag = {.pressed = true,
              .clicked = true,
              .from = event->position(),
              .now = event->position(),
              .unit = Unit::Word,
              .doubleClickAt = m_context.clock.now()};
    extendTo(event->position());
}

void FeedView::dragLink(const CardHit &link)
{
    QMimeData *data = linkData(link.value);
    if (!data)
        return;
    auto *drag = new QDrag(this); // Qt ends it
    drag->setMimeData(data);
    drag->exec(Qt::CopyAction | Qt::LinkAction, Qt::CopyAction);
}

bool FeedView::toolTip(const QHelpEvent *event)
{
    qreal top = 0;
    const int row = rowAt(event->pos().y(), &top);
    QString text;
    if (row >= 0) {
        const store::FeedItem &item = m_model->item(row);
        const CardHit found = layoutOf(row).hitAt(event->pos() - QPointF(cardLeft(), top));
        if (found.what == CardHit::Link)
            text = linkHint(found.value);
        else if (found.what == CardHit::Edited)
            text = tr("Edited %1: show what changed").arg(words::fullTime(item.editedAt));
        else if (found.what == CardHit::Chip) {
            for (const auto &reaction : item.reactions) {
                if (reaction.emoji == found.value)
                    text = words::reactors(reaction);
            }
        } else if (found.what == CardHit::File) {
            for (const store::AttachmentItem &file : item.attachments) {
                if (file.id.toString() == found.value)
                    text = words::fileHint(file);
            }
        } else if (found.what == CardHit::None) {
            text = words::fullTime(item.createdAt);
        }
    }
    // Escaped, since a tool tip guesses rich text.
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), viewport());
    return true;
}

bool FeedView::viewportEvent(QEvent *event)
{
    auto *mouse = static_cast<QMouseEvent *>(event);
    const auto left = [mouse] { return mouse->button() == Qt::LeftButton; };
    switch (event->type()) {
    case QEvent::MouseMove: mouseMoved(mouse); return true;
    case QEvent::MouseButtonPress:
        if (left())
            mousePressed(mouse);
        return true;
    case QEvent::MouseButtonRelease:
        if (left())
            mouseReleased(mouse);
        return true;
    case QEvent::MouseButtonDblClick:
        if (left())
            mouseDoubleClicked(mouse);
        return true;
    case QEvent::Leave:
        m_hoverRow = -1;
        m_hover = {};
        viewport()->update();
        return true;
    case QEvent::ContextMenu: {
        auto *menu = static_cast<QContextMenuEvent *>(event);
        qreal top = 0;
        const int row = rowAt(menu->pos().y(), &top);
        if (row < 0)
            return true;
        setCurrent(m_model->item(row).id);
        const CardHit found = layoutOf(row).hitAt(menu->pos() - QPointF(cardLeft(), top));
        if (found.what == CardHit::File)
            Q_EMIT fileMenuWanted(row, Uuid::fromString(found.value).value_or(Uuid()), menu->globalPos());
        else
            Q_EMIT menuWanted(row, menu->globalPos());
        return true;
    }
    case QEvent::ToolTip: return toolTip(static_cast<QHelpEvent *>(event));
    default: return QAbstractScrollArea::viewportEvent(event);
    }
}

} // namespace parvis::ui

// Mouse and keys of FeedView.
#include "ui/text/open_link.h"
#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/views/feed/feed_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace parvis::ui {

int FeedView::currentRow() const
{
    return m_model && !m_currentId.isNull() ? m_model->rowOf(m_currentId) : -1;
}

void FeedView::setCurrent(const Uuid &id)
{
    if (m_currentId == id)
        return;
    m_currentId = id;
    viewport()->update();
    const int row = currentRow();
    if (row >= 0)
        tellReaders(row);
    Q_EMIT currentChanged(row);
}

void FeedView::tellReaders(int row)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void FeedView::moveCurrent(int step)
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    int row = currentRow();
    if (row < 0) {
        const QList<int> rows = visibleRows();
        row = rows.isEmpty() ? 0 : rows.first();
    } else {
        row = std::clamp(row + step, 0, m_model->rowCount() - 1);
    }
    setCurrent(m_model->item(row).id);
    reveal(row);
}

// The next unread row below the current one; of none there, the first that is in the window.
void FeedView::goToUnread()
{
    const int rows = m_model ? m_model->rowCount() : 0;
    for (int i = 1; i <= rows; ++i) {
        const int row = (currentRow() + i) % rows;
        if (!m_model->item(row).unread)
            continue;
        setCurrent(m_model->item(row).id);
        reveal(row);
        return;
    }
}

void FeedView::setItemActions(std::function<QList<ItemAction>(int)> offer,
                              std::function<void(int, const QString &)> run)
{
    m_offer = std::move(offer);
    m_runOffered = std::move(run);
}

void FeedView::runItemAction(int row, const QString &id)
{
    if (m_runOffered)
        m_runOffered(row, id);
}

void FeedView::keyPressEvent(QKeyEvent *event)
{
    const int row = currentRow();
    const qreal page = viewport()->height() * 0.85;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_J:
    case Qt::Key_Down: moveCurrent(1); return;
    case Qt::Key_K:
    case Qt::Key_Up: moveCurrent(-1); return;
    case Qt::Key_N: goToUnread(); return;
    case Qt::Key_Home:
        scrollToTop();
        if (m_model && m_model->rowCount() > 0)
            setCurrent(m_model->item(0).id);
        return;
    case Qt::Key_End: scrollToEnd(); return;
    case Qt::Key_PageDown: scrollBy(page); return;
    case Qt::Key_Space: scrollBy(event->modifiers() & Qt::ShiftModifier ? -page : page); return;
    case Qt::Key_PageUp: scrollBy(-page); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (row >= 0)
            activate(row, CardHit::Comments, {}, mapToGlobal(rowRect(row).center().toPoint()));
        return;
    default: break;
    }
    if (row >= 0 && m_commandKeys.contains(event->key())) {
        Q_EMIT keyCommand(row, event->key());
        return;
    }
    event->ignore();
}

void FeedView::focusInEvent(QFocusEvent *event)
{
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && currentRow() < 0)
        moveCurrent(0);
    viewport()->update();
}

void FeedView::focusOutEvent(QFocusEvent *)
{
    viewport()->update();
}

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
    const CardHit hit = row < 0 ? CardHit() : layoutOf(row).hitAt(position - QPointF(cardLeft(), top));
    if (row == m_hoverRow && hit.what == m_hover.what && hit.rect == m_hover.rect)
        return;
    m_hoverRow = row;
    m_hover = hit;
    viewport()->setCursor(hit.what == CardHit::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void FeedView::press(QPointF position, QPoint globalPos)
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

void FeedView::activate(int row, CardHit::What what, const QString &value, QPoint globalPos)
{
    if (!m_model || row < 0 || row >= m_model->rowCount())
        return;
    if (what == CardHit::More) {
        const Uuid id = m_model->item(row).id;
        if (!m_expanded.remove(id))
            m_expanded.insert(id);
        forget(row, row);
        settle();
        afterMove();
        return;
    }
    if (what == CardHit::Menu) {
        Q_EMIT menuWanted(row, globalPos);
        return;
    }
    Q_EMIT hit(row, {what, value, {}}, globalPos);
}

bool FeedView::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: hoverAt(static_cast<QMouseEvent *>(event)->position()); return true;
    case QEvent::Leave:
        m_hoverRow = -1;
        m_hover = {};
        viewport()->update();
        return true;
    case QEvent::MouseButtonRelease: {
        auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton)
            press(mouse->position(), mouse->globalPosition().toPoint());
        return true;
    }
    case QEvent::ContextMenu: {
        auto *menu = static_cast<QContextMenuEvent *>(event);
        const int row = rowAt(menu->pos().y(), nullptr);
        if (row >= 0) {
            setCurrent(m_model->item(row).id);
            Q_EMIT menuWanted(row, menu->globalPos());
        }
        return true;
    }
    case QEvent::ToolTip: {
        auto *help = static_cast<QHelpEvent *>(event);
        qreal top = 0;
        const int row = rowAt(help->pos().y(), &top);
        QString text;
        if (row >= 0) {
            const store::FeedItem &item = m_model->item(row);
            const CardHit found = layoutOf(row).hitAt(help->pos() - QPointF(cardLeft(), top));
            if (found.what == CardHit::Link)
                text = linkHint(found.value);
            else if (found.what == CardHit::Chip) {
                for (const auto &reaction : item.reactions) {
                    if (reaction.emoji == found.value)
                        text = reaction.names.join(QStringLiteral(", "));
                }
            } else if (found.what == CardHit::None) {
                text = words::fullTime(item.createdAt);
            }
        }
        // Escaped, since a tool tip guesses rich text.
        QToolTip::showText(help->globalPos(), text.toHtmlEscaped(), viewport());
        return true;
    }
    default: return QAbstractScrollArea::viewportEvent(event);
    }
}

} // namespace parvis::ui

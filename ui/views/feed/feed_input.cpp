// Keys of FeedView, and its current row.
#include "ui/views/feed/feed_view.h"

#include <QAccessible>
#include <QKeyEvent>

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
    if (m_caretOn && m_selection.head().id != id)
        m_caretOn = false;
    if (m_highlightId != id)
        m_highlightId = {};
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

void FeedView::moveToUnread(int step)
{
    constexpr int manyPages = 50; // two thousand rows: further away, 'first unread' is the way
    m_seekStep = step;
    m_seekPages = manyPages;
    seekUnread();
}

void FeedView::seekUnread()
{
    if (!m_model)
        return;
    int row = currentRow();
    if (row < 0) {
        const QList<int> rows = visibleRows();
        row = (rows.isEmpty() ? 0 : rows.first()) - (m_seekStep > 0 ? 1 : 0);
    }
    for (row += m_seekStep; row >= 0 && row < m_model->rowCount(); row += m_seekStep) {
        if (!m_model->item(row).unread)
            continue;
        m_seekStep = 0;
        setCurrent(m_model->item(row).id);
        reveal(row);
        return;
    }
    const bool further = m_seekStep > 0 ? m_model->hasOlder() : m_model->hasNewer();
    if (!further || m_seekPages-- <= 0) {
        m_seekStep = 0;
        Q_EMIT nothingUnread();
    } else if (m_seekStep > 0) {
        m_model->loadOlder();
    } else {
        m_model->loadNewer();
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
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll(currentRow());
        return;
    }
    if (caretKey(event))
        return;
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
    case Qt::Key_Home:
        if (m_model && m_model->hasNewer()) {
            Q_EMIT placeCommand(Qt::Key_Home);
            return;
        }
        scrollToTop();
        if (m_model && m_model->rowCount() > 0)
            setCurrent(m_model->item(0).id);
        return;
    case Qt::Key_End: scrollToEnd(); return;
    case Qt::Key_PageDown: scrollBy(page); return;
    case Qt::Key_Space: scrollBy(event->modifiers() & Qt::ShiftModifier ? -page : page); return;
    case Qt::Key_PageUp: scrollBy(-page); return;
    case Qt::Key_N: moveToUnread(event->modifiers() & Qt::ShiftModifier ? -1 : 1); return;
    case Qt::Key_U:
    case Qt::Key_G: Q_EMIT placeCommand(event->key()); return;
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

} // namespace parvis::ui

#include "ui/views/feed/read_marker.h"

#include "ui/models/feed_model.h"
#include "ui/models/read_progress.h"
#include "ui/views/feed/feed_view.h"

#include <algorithm>

namespace parvis::ui {

ReadMarker::ReadMarker(const Context &context, FeedModel *model, FeedView *view)
    : QObject(view), m_context(context), m_model(model), m_view(view)
{
    connect(view, &FeedView::visibleRowsChanged, this, &ReadMarker::look);
}

ReadMarker::~ReadMarker()
{
    m_context.scheduler.cancel(m_timer);
}

void ReadMarker::setOn(bool on)
{
    m_on = on;
    m_seen.clear();
    m_watched.clear();
    m_marked.clear();
    m_context.scheduler.cancel(m_timer);
    m_timer = 0;
}

QSet<Uuid> ReadMarker::inSight() const
{
    QSet<Uuid> ids;
    if (!m_view->isVisible() || !m_view->window()->isActiveWindow())
        return ids;
    const qreal screen = m_view->viewport()->height();
    for (const int row : m_view->visibleRows()) {
        const store::FeedItem &item = m_model->item(row);
        if (!item.unread || m_seen.contains(item.id))
            continue;
        const QRectF card = m_view->rowRect(row);
        const qreal shown = std::min(card.bottom(), screen) - std::max(card.top(), 0.0);
        if (shown >= std::min(card.height() * 0.6, screen * 0.5))
            ids.insert(item.id);
    }
    return ids;
}

void ReadMarker::look()
{
    if (!m_on || m_timer != 0)
        return;
    m_watched = inSight();
    if (m_watched.isEmpty())
        return;
    m_timer = m_context.scheduler.after(seenAfterMs, [this] {
        m_timer = 0;
        note();
        look(); // others may have come into sight meanwhile
    });
}

void ReadMarker::note()
{
    m_seen.unite(inSight().intersect(m_watched));
    const auto identity = m_context.backend.identity();
    if (!identity)
        return;
    QList<store::FeedItem> rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows.append(m_model->item(row));
    const auto marks = readProgress(rows, m_seen, identity->person, m_model->isAtEnd());
    for (auto mark = marks.cbegin(); mark != marks.cend(); ++mark) {
        if (mark.value() <= m_marked.value(mark.key()))
            continue;
        m_marked.insert(mark.key(), mark.value());
        m_context.backend.markRead(mark.key(), mark.value());
    }
}

} // namespace parvis::ui

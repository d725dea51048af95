#include "ui/views/feed/reading_guide.h"

#include "base/deliver.h"
#include "ui/models/feed_model.h"
#include "ui/text/words.h"
#include "ui/views/feed/feed_view.h"

#include <QLocale>

#include <algorithm>

namespace parvis::ui {

ReadingGuide::ReadingGuide(const Context &context, FeedModel *model, FeedView *view)
    : QObject(view), m_context(context), m_model(model), m_view(view)
{
    connect(model, &ItemModel::loaded, this, [this] {
        update();
        reachGoal();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, &ReadingGuide::update);
    connect(view, &FeedView::visibleRowsChanged, this, &ReadingGuide::update);
    connect(view, &FeedView::nothingUnread, this,
            [this] { Q_EMIT m_context.navigator.said(tr("Nothing unread here.")); });
}

QString ReadingGuide::keyOf(const Place &place)
{
    switch (place.kind) {
    case Place::Feed: return QStringLiteral("feed");
    case Place::CompanyWall: return QStringLiteral("company-wall");
    case Place::Group: return QStringLiteral("group:") + place.id.toString();
    case Place::PersonWall: return QStringLiteral("wall:") + place.id.toString();
    case Place::Thread: return QStringLiteral("thread:") + place.id.toString();
    default: return {};
    }
}

void ReadingGuide::open(const Place &place, const store::FeedQuery &query)
{
    m_place = place;
    m_query = query;
    m_goal = Goal::None;
    const QString key = keyOf(place);
    const ReadingPosition position = key.isEmpty() ? ReadingPosition() : m_context.preferences.positions.value(key);
    findLine();
    m_view->restore(position);
    m_model->open(query, position.order);
}

void ReadingGuide::comeBack()
{
    if (m_place.kind != Place::Feed) // there the visit goes on
        findLine();
}

void ReadingGuide::leave()
{
    const QString key = keyOf(m_place);
    if (!key.isEmpty() && m_model->isLoaded())
        m_context.preferences.positions.set(key, m_view->position());
}

// Of a group and the company's wall the read mark says it, on all of one's computers; of the merged feed, where each
// place has its own mark, the last visit does.
void ReadingGuide::findLine()
{
    m_lineOrder = m_readTop = 0;
    m_lineShown = false;
    m_view->setLine({}, {});
    if (m_place.kind == Place::Feed) {
        m_lineOrder = m_context.preferences.positions.value(keyOf(m_place)).seen;
        return;
    }
    if (m_place.kind != Place::Group && m_place.kind != Place::CompanyWall)
        return;
    const ScopeId scope = m_place.kind == Place::Group ? ScopeId::group(GroupId(m_place.id)) : ScopeId::directory();
    base::deliver(m_context.backend.readUpTo(scope), this, [this, place = m_place](const base::Result<qint64> &mark) {
        if (!mark || !(m_place == place))
            return;
        m_lineOrder = *mark;
        update();
    });
}

int ReadingGuide::lineRow() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row).order <= m_lineOrder)
            return row;
    }
    return -1;
}

void ReadingGuide::update()
{
    if (!m_model->isLoaded())
        return;
    // When all was read and something new comes, the line moves up to it.
    qint64 newest = 0, newestUnread = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const store::FeedItem &item = m_model->item(row);
        if (item.order >= store::pendingOrderBase)
            continue;
        newest = std::max(newest, item.order);
        if (item.unread)
            newestUnread = std::max(newestUnread, item.order);
    }
    const bool byMark = m_place.kind == Place::Group || m_place.kind == Place::CompanyWall;
    if (byMark && m_readTop > 0 && newestUnread > m_readTop) {
        m_lineOrder = std::exchange(m_readTop, 0);
        m_lineShown = false;
    } else if (byMark && newestUnread == 0 && newest > 0 && !m_model->hasNewer()) {
        m_readTop = newest;
    }

    const int row = m_lineOrder > 0 ? lineRow() : -1;
    const int rows = row < 0 ? m_model->rowCount() : row;
    int lowest = -1; // unread one above the line
    for (int above = rows - 1; above >= 0 && lowest < 0; --above) {
        const store::FeedItem &item = m_model->item(above);
        if (byMark ? item.unread : item.order < store::pendingOrderBase)
            lowest = above;
    }
    m_lineShown = m_lineShown || (m_lineOrder > 0 && lowest >= 0);
    if (m_lineShown && row > 0)
        m_view->setLine(m_model->item(row).id,
                        byMark ? tr("You have read up to here") : tr("Your last visit ended here"));
    else
        m_view->setLine({}, {});
    const QList<int> visible = m_view->visibleRows();
    const bool below = byMark && m_lineOrder > 0 && lowest >= 0 && !visible.isEmpty()
                       && (row < 0 ? m_model->hasOlder() : lowest > visible.last());
    if (below != m_unreadBelow) {
        m_unreadBelow = below;
        Q_EMIT unreadBelowChanged();
    }
}

void ReadingGuide::goToTop()
{
    m_goal = Goal::None;
    m_model->goToTop();
    m_view->scrollToTop();
}

void ReadingGuide::goToFirstUnread()
{
    if (m_lineOrder <= 0) { // no mark of ours: whatever is unread next
        m_view->moveToUnread(1);
        return;
    }
    if (const int row = lineRow(); row >= 0) {
        showFirstUnread(row);
        return;
    }
    m_goal = Goal::FirstUnread;
    m_view->restore({{}, m_lineOrder, 0, 0});
    m_model->open(m_query, m_lineOrder);
}

void ReadingGuide::showFirstUnread(int line)
{
    const bool byMark = m_place.kind != Place::Feed;
    for (int row = line - 1; row >= 0; --row) {
        if (byMark && !m_model->item(row).unread)
            continue;
        m_view->setCurrent(m_model->item(row).id);
        m_view->revealAtFoot(row);
        return;
    }
    Q_EMIT m_view->nothingUnread();
}

void ReadingGuide::goToDate(QDate date)
{
    // Orders are microseconds × 256 (design, 'Order'): the last one of that day.
    const qint64 end = date.addDays(1).startOfDay().toMSecsSinceEpoch() * 1000 * 256 - 1;
    m_goal = Goal::Date;
    m_date = date;
    m_goalOrder = end;
    m_view->restore({{}, end, 0, 0});
    m_model->open(m_query, end);
}

void ReadingGuide::reachGoal()
{
    const Goal goal = std::exchange(m_goal, Goal::None);
    if (goal == Goal::None || m_model->rowCount() == 0)
        return;
    if (goal == Goal::FirstUnread) {
        if (const int row = lineRow(); row >= 0)
            showFirstUnread(row);
        return;
    }
    int row = 0;
    while (row + 1 < m_model->rowCount() && m_model->item(row).order > m_goalOrder)
        ++row;
    const store::FeedItem &item = m_model->item(row);
    m_view->setCurrent(item.id);
    const QDate found = QDateTime::fromMSecsSinceEpoch(item.order / 256 / 1000).date();
    if (found != m_date)
        Q_EMIT m_context.navigator.said(tr("Nothing was written on %1. The nearest post is of %2.")
                                            .arg(QLocale().toString(m_date, QLocale::ShortFormat),
                                                 QLocale().toString(found, QLocale::ShortFormat)));
}

} // namespace parvis::ui

#include "ui/views/feed/place_find.h"

#include "text/query.h"
#include "ui/models/feed_model.h"
#include "ui/models/place_finder.h"
#include "ui/views/feed/feed_view.h"
#include "ui/widgets/find_bar.h"

namespace parvis::ui {

PlaceFind::PlaceFind(const Context &context, FeedView *view, QWidget *page)
    : QObject(page),
      m_view(view),
      m_finder(new PlaceFinder(context.backend, context.scheduler, this)),
      m_bar(new FindBar(context.theme, m_finder, page))
{
    connect(m_bar, &FindBar::queryChanged, this,
            [this](const QString &text) { m_view->setFound(text::parseQuery(text)); });
    connect(m_bar, &FindBar::closed, this, [this] { m_view->setFocus(); });
    connect(m_finder, &PlaceFinder::moved, this, [this](const PlaceFinder::Hit &hit) { reach(hit.id, hit.order); });
}

void PlaceFind::setFeed(FeedModel *feed)
{
    m_feed = feed;
    connect(feed, &ItemModel::loaded, this, [this] {
        if (!m_wanted.isNull())
            show(m_wanted);
    });
}

void PlaceFind::setThread(ItemModel *thread)
{
    m_finder->setThread(thread);
}

qint64 PlaceFind::here() const
{
    const ItemModel *model = m_view->model();
    const int row = m_view->currentRow() >= 0 ? m_view->currentRow() : m_view->visibleRows().value(0, -1);
    return model && row >= 0 && row < model->rowCount() ? model->item(row).order : 0;
}

void PlaceFind::open()
{
    if (m_feed)
        m_finder->setPlace(m_feed->query());
    m_bar->open(here());
}

void PlaceFind::close()
{
    m_wanted = {};
    m_bar->closeBar();
}

void PlaceFind::reach(const Uuid &id, qint64 order)
{
    m_wanted = {};
    if (m_view->model()->rowOf(id) >= 0) {
        show(id);
    } else if (m_feed) {
        m_wanted = id;
        m_view->restore({id, order, 0, 0});
        m_feed->open(m_feed->query(), order);
    }
}

void PlaceFind::show(const Uuid &id)
{
    const int row = m_view->model()->rowOf(id);
    if (row < 0)
        return;
    m_wanted = {};
    m_view->showFound(row);
}

} // namespace parvis::ui

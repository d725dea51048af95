#include "ui/models/place_finder.h"

#include "base/deliver.h"
#include "text/query.h"

#include <algorithm>

namespace parvis::ui {

namespace {

constexpr int rowsASlice = 40; // between two turns of the event loop
}

PlaceFinder::PlaceFinder(Backend &backend, base::Scheduler &scheduler, QObject *parent)
    : QObject(parent), m_backend(backend), m_scheduler(scheduler)
{ }

PlaceFinder::~PlaceFinder()
{
    m_scheduler.cancel(m_slice);
}

void PlaceFinder::setPlace(const store::FeedQuery &place)
{
    clear();
    m_place = place;
    m_thread = nullptr;
}

void PlaceFinder::setThread(ItemModel *thread)
{
    clear();
    m_thread = thread;
}

void PlaceFinder::clear()
{
    ++m_generation;
    m_scheduler.cancel(m_slice);
    m_slice = 0;
    m_text.clear();
    m_hits.clear();
    m_current = -1;
    m_answered = false;
}

void PlaceFinder::find(const QString &text, qint64 from)
{
    clear();
    m_text = text;
    m_from = from;
    if (text::parseQuery(text).isEmpty()) {
        Q_EMIT answered();
        return;
    }
    if (m_thread) {
        readRows(0, {});
        return;
    }
    if (m_place.what == store::FeedQuery::Bookmarks) {
        readBookmarks(0, {});
        return;
    }
    store::SearchQuery query;
    query.text = text;
    query.kind = model::Kind::Post;
    query.limit = limit;
    switch (m_place.what) {
    case store::FeedQuery::Group: query.group = m_place.id; break;
    case store::FeedQuery::CompanyWall: query.wall = PersonId(); break;
    case store::FeedQuery::PersonWall: query.wall = PersonId(m_place.id); break;
    default: break;
    }
    base::deliver(m_backend.search(query), this,
                  [this, generation = m_generation](const base::Result<store::SearchResult> &answer) {
                      if (generation != m_generation || !answer)
                          return;
                      QList<Hit> hits;
                      for (const store::SearchHit &hit : answer->hits)
                          hits.append({hit.id, hit.order});
                      take(hits);
                  });
}

void PlaceFinder::readRows(int row, QList<Hit> found)
{
    const text::Query query = text::parseQuery(m_text);
    const int end = std::min(row + rowsASlice, m_thread ? m_thread->rowCount() : 0);
    for (; row < end; ++row) {
        const store::FeedItem &item = m_thread->item(row);
        if (!item.blank && text::matches(item.body, query))
            found.append({item.id, item.order});
    }
    if (!m_thread || row >= m_thread->rowCount()) {
        take(found);
        return;
    }
    m_slice = m_scheduler.after(0, [this, row, found] {
        m_slice = 0;
        readRows(row, found);
    });
}

void PlaceFinder::readBookmarks(qint64 before, QList<Hit> found)
{
    const store::FeedQuery page{.what = store::FeedQuery::Bookmarks, .before = before, .limit = rowsASlice};
    base::deliver(m_backend.feed(page), this,
                  [this, found, generation = m_generation](const base::Result<QList<store::FeedItem>> &answer) mutable {
                      if (generation != m_generation || !answer)
                          return;
                      const text::Query query = text::parseQuery(m_text);
                      for (const store::FeedItem &item : *answer) {
                          if (!item.blank && text::matches(item.body, query))
                              found.append({item.id, item.order});
                      }
                      if (answer->size() < rowsASlice || found.size() >= limit)
                          take(found);
                      else
                          readBookmarks(answer->last().order, found);
                  });
}

void PlaceFinder::take(QList<Hit> hits)
{
    m_hits = std::move(hits);
    m_answered = true;
    m_current = m_hits.isEmpty() ? -1 : 0;
    for (int i = 0; i < m_hits.size() && m_from != 0; ++i) {
        // A thread runs from old to new, a feed from new to old.
        if (m_thread ? m_hits.at(i).order >= m_from : m_hits.at(i).order <= m_from) {
            m_current = i;
            break;
        }
    }
    Q_EMIT answered();
    if (m_current >= 0)
        Q_EMIT moved(Hit(m_hits.at(m_current)));
}

void PlaceFinder::step(int by)
{
    if (m_hits.isEmpty())
        return;
    const auto count = int(m_hits.size());
    m_current = (m_current + by + count) % count;
    Q_EMIT answered();
    Q_EMIT moved(Hit(m_hits.at(m_current)));
}

} // namespace parvis::ui

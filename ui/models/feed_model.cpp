#include "ui/models/feed_model.h"

#include "base/deliver.h"

#include <algorithm>

namespace parvis::ui {

using store::FeedItem;
using store::FeedQuery;

namespace {

constexpr int maxSingleReads = 16;   // beyond, the window is read again as a whole
constexpr int newcomers = 10;        // that many may come in without pushing the last rows out
constexpr int maxCounted = 100;      // new ones above a window that is far down
constexpr qint64 rereadPauseMs = 60; // between two reads of the window while rows pour in

} // namespace

FeedModel::FeedModel(Backend &backend, base::Scheduler &scheduler, QObject *parent)
    : ItemModel(parent), m_backend(backend), m_scheduler(scheduler)
{
    connect(&m_backend, &Backend::changed, this, &FeedModel::onChanged);
}

FeedModel::~FeedModel()
{
    m_scheduler.cancel(m_pause);
}

FeedQuery FeedModel::page(int limit) const
{
    FeedQuery query = m_query;
    query.before = 0;
    query.after = 0;
    query.limit = limit;
    return query;
}

qint64 FeedModel::lastOrder() const
{
    return m_items.isEmpty() ? 0 : m_items.last().order;
}

void FeedModel::open(const FeedQuery &query, qint64 around)
{
    ++m_generation;
    m_query = query;
    m_atTop = around == 0;
    m_hasOlder = false;
    m_loadingOlder = m_loadingNewer = m_rereading = m_dirty = m_atOnce = m_counting = m_countAgain = false;
    m_newest = 0;
    m_scheduler.cancel(m_pause);
    m_pause = 0;
    m_loaded = false;
    if (!m_items.isEmpty())
        removeRange(0, int(m_items.size()));
    if (around > 0)
        openAround(around);
    else
        openFromTop();
}

void FeedModel::openFromTop()
{
    base::deliver(m_backend.feed(page(firstPage)), this, [this, generation = m_generation](const Answer &answer) {
        if (generation != m_generation)
            return;
        if (!answer) {
            fail(answer.error());
            return;
        }
        m_hasOlder = answer->size() >= firstPage;
        replaceRange(0, int(m_items.size()), *answer);
        markLoaded();
    });
}

// Both sides come in before anything is shown, so that the row that was asked for stands where it should at once.
void FeedModel::openAround(qint64 order)
{
    FeedQuery below = page(firstPage);
    below.before = order + 1;
    FeedQuery above = page(firstPage);
    above.after = order;
    base::deliver(m_backend.feed(below), this, [this, above, generation = m_generation](const Answer &older) {
        if (generation != m_generation)
            return;
        if (!older) {
            fail(older.error());
            return;
        }
        base::deliver(m_backend.feed(above), this, [this, older, generation = m_generation](const Answer &newer) {
            if (generation != m_generation)
                return;
            if (!newer) {
                fail(newer.error());
                return;
            }
            m_hasOlder = older->size() >= firstPage;
            m_atTop = newer->size() < firstPage;
            replaceRange(0, int(m_items.size()), *newer + *older);
            markLoaded();
            if (!m_atTop)
                countArrived(); // learns what the newest is
        });
    });
}

void FeedModel::fail(const base::Error &error)
{
    Q_EMIT failed(error);
}

// Posts that come in while the window is far down are only counted, from the newest one that was known.
void FeedModel::countArrived()
{
    m_countAgain = m_counting;
    if (m_counting || m_atTop)
        return;
    m_counting = true;
    FeedQuery query = page(m_newest > 0 ? maxCounted : 1);
    query.after = m_newest;
    base::deliver(m_backend.feed(query), this,
                  [this, known = m_newest > 0, generation = m_generation](const Answer &answer) {
                      if (generation != m_generation)
                          return;
                      m_counting = false;
                      if (!answer || m_atTop)
                          return;
                      int fresh = 0;
                      for (const FeedItem &item : *answer) {
                          if (item.order >= store::pendingOrderBase)
                              continue;
                          fresh += item.order > m_newest ? 1 : 0;
                          m_newest = std::max(m_newest, item.order);
                      }
                      if (known && fresh > 0)
                          Q_EMIT arrivedAbove(fresh);
                      if (m_countAgain) // something came while it was counted
                          countArrived();
                  });
}

void FeedModel::loadOlder()
{
    if (!m_hasOlder || m_loadingOlder || m_items.isEmpty())
        return;
    m_loadingOlder = true;
    FeedQuery query = page(pageSize);
    query.before = lastOrder();
    base::deliver(m_backend.feed(query), this,
                  [this, generation = m_generation, from = query.before](const base::Result<QList<FeedItem>> &answer) {
                      if (generation != m_generation)
                          return;
                      m_loadingOlder = false;
                      if (!answer || from != lastOrder())
                          return; // the window moved meanwhile: the view asks again
                      m_hasOlder = answer->size() >= pageSize;
                      replaceRange(int(m_items.size()), int(m_items.size()), *answer);
                      if (m_items.size() > maxRows) {
                          noteNewest();
                          m_atTop = false;
                          removeRange(0, int(m_items.size()) - maxRows);
                      }
                      Q_EMIT loaded();
                  });
}

void FeedModel::loadNewer()
{
    if (m_atTop || m_loadingNewer || m_items.isEmpty())
        return;
    m_loadingNewer = true;
    FeedQuery query = page(pageSize);
    query.after = m_items.first().order;
    base::deliver(m_backend.feed(query), this,
                  [this, generation = m_generation, from = query.after](const base::Result<QList<FeedItem>> &answer) {
                      if (generation != m_generation)
                          return;
                      m_loadingNewer = false;
                      if (!answer || m_items.isEmpty() || from != m_items.first().order)
                          return;
                      replaceRange(0, 0, *answer); // while it is not at the top: these rows are no news
                      m_atTop = answer->size() < pageSize;
                      if (m_items.size() > maxRows) {
                          m_hasOlder = true;
                          removeRange(maxRows, int(m_items.size()) - maxRows);
                      }
                      Q_EMIT loaded();
                  });
}

void FeedModel::goToTop()
{
    if (!m_atTop)
        open(m_query);
}

bool FeedModel::concerns(const ScopeId &scope) const
{
    switch (m_query.what) {
    case FeedQuery::Merged: return scope.type == model::ScopeType::Group || scope.type == model::ScopeType::Directory;
    case FeedQuery::Group: return scope.type == model::ScopeType::Group && scope.id == m_query.id;
    case FeedQuery::CompanyWall:
    case FeedQuery::PersonWall: return scope.type == model::ScopeType::Directory;
    case FeedQuery::Bookmarks: return scope.type == model::ScopeType::Person;
    }
    return false;
}

void FeedModel::onChanged(const store::ChangeSet &changes)
{
    const auto isSetting = [](const store::Change &change) { return change.kind == model::Kind::PlaceSetting; };
    if (m_query.what == FeedQuery::Merged && std::any_of(changes.changes.begin(), changes.changes.end(), isSetting))
        rereadWindow(); // a place may be followed now, or no more
    QSet<Uuid> held;
    QSet<Uuid> named;
    for (const FeedItem &item : std::as_const(m_items)) {
        held.insert(item.id);
        if (changes.outbox && hasFilesUnderWay(item)) // which the queue does not name
            named.insert(item.id);
    }
    bool window = false;
    for (const store::Change &change : changes.changes) {
        using model::Kind;
        const bool content = change.kind == Kind::Post || change.kind == Kind::Comment
                             || change.kind == Kind::Reaction || change.kind == Kind::Attachment;
        if (content && held.contains(change.id))
            named.insert(change.id);
        else if (content && held.contains(change.thread))
            named.insert(change.thread);
        else if (change.kind == Kind::Post && !change.deleted)
            window = window || concerns(change.scope);
        else if (change.kind == Kind::Bookmark)
            window = true; // a mark names itself, not what it marks
        else if (change.kind == Kind::ReadMark || change.kind == Kind::Membership || change.kind == Kind::Person)
            window = true; // unread marks, places and names of any row
    }
    if (changes.wide)
        window = window || std::any_of(changes.scopes.begin(), changes.scopes.end(), [this](const ScopeId &scope) {
                     return concerns(scope);
                 });
    if (!window && named.size() <= maxSingleReads) {
        rereadItems(named);
        return;
    }
    // What one has just written is not kept waiting behind what pours in.
    if (changes.outbox && m_pause != 0) {
        m_scheduler.cancel(m_pause);
        m_pause = 0;
    }
    m_atOnce = m_atOnce || changes.outbox;
    rereadWindow();
}

void FeedModel::rereadItems(const QSet<Uuid> &ids)
{
    for (const Uuid &id : ids) {
        base::deliver(m_backend.item(id), this,
                      [this, id, generation = m_generation](const base::Result<std::optional<FeedItem>> &answer) {
                          const int row = generation == m_generation ? rowOf(id) : -1;
                          if (row < 0 || !answer)
                              return;
                          if (!*answer)
                              removeRange(row, 1);
                          else if ((*answer)->order != m_items.at(row).order || m_query.what == FeedQuery::Bookmarks)
                              rereadWindow(); // it was answered: it may stand elsewhere now
                          else
                              replaceItem(row, **answer);
                      });
    }
}

void FeedModel::noteNewest()
{
    for (const FeedItem &item : m_items) {
        if (item.order < store::pendingOrderBase) {
            m_newest = std::max(m_newest, item.order);
            return;
        }
    }
}

void FeedModel::rereadWindow()
{
    countArrived();
    m_dirty = true;
    if (!m_rereading && m_pause == 0)
        rereadWindowNow();
}

void FeedModel::rereadWindowNow()
{
    m_dirty = m_atOnce = false;
    m_rereading = true;
    const int rows = std::clamp(int(m_items.size()) + newcomers, firstPage, maxRows);
    FeedQuery query = page(rows);
    if (!m_atTop && !m_items.isEmpty())
        query.before = m_items.first().order + 1;
    base::deliver(m_backend.feed(query), this,
                  [this, rows, generation = m_generation](const base::Result<QList<FeedItem>> &answer) {
                      if (generation != m_generation)
                          return;
                      m_rereading = false;
                      if (answer) {
                          // Rows that new ones pushed out at the foot come again when the view asks for older ones.
                          m_hasOlder = answer->size() >= rows;
                          replaceRange(0, int(m_items.size()), *answer);
                          if (!isLoaded())
                              markLoaded();
                          Q_EMIT loaded();
                      }
                      if (m_atOnce) {
                          rereadWindowNow();
                          return;
                      }
                      m_pause = m_scheduler.after(rereadPauseMs, [this] {
                          m_pause = 0;
                          if (m_dirty && !m_rereading)
                              rereadWindowNow();
                      });
                  });
}

} // namespace parvis::ui

#pragma once

#include "base/scheduler.h"
#include "ui/models/item_model.h"

#include <QSet>

namespace parvis::ui {

// A feed or wall, newest first: at most `maxRows` round the viewport, paged by key both ways. After a change it re-reads the
// items that the ChangeSet names, or, when something new came in, its own window once; never more.
class FeedModel : public ItemModel {
    Q_OBJECT

public:
    static constexpr int firstPage = 24; // fills a tall window; the rest follows at once
    static constexpr int pageSize = 40;
    static constexpr int maxRows = 240;

    FeedModel(Backend &backend, base::Scheduler &scheduler, QObject *parent = nullptr);
    ~FeedModel() override;

    // `limit`, `before` and `after` are ours. With `around` the window opens in the middle: rows on both sides of this order.
    void open(const store::FeedQuery &query, qint64 around = 0);
    const store::FeedQuery &query() const { return m_query; }
    bool hasOlder() const override { return m_hasOlder; }
    bool hasNewer() const override { return !m_atTop; }
    void loadOlder() override;
    void loadNewer() override;
    bool isAtEnd() const { return m_loaded && !m_hasOlder; } // the last row is the oldest of all
    void goToTop();                                          // the newest rows again, if the window has left them

private:
    using Answer = base::Result<QList<store::FeedItem>>;
    void openFromTop();
    void openAround(qint64 order);
    void fail(const base::Error &error);
    void countArrived();
    void noteNewest();
    void onChanged(const store::ChangeSet &changes);
    bool concerns(const ScopeId &scope) const;
    void rereadItems(const QSet<Uuid> &ids);
    void rereadWindow();
    void rereadWindowNow();
    store::FeedQuery page(int limit) const;
    qint64 lastOrder() const;

    Backend &m_backend;
    base::Scheduler &m_scheduler;
    base::Scheduler::Handle m_pause = 0;
    store::FeedQuery m_query;
    bool m_atTop = true;
    qint64 m_newest = 0; // the highest order known of this place, in the window or not
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_hasOlder = false;
    bool m_loadingOlder = false;
    bool m_loadingNewer = false;
    bool m_rereading = false;
    bool m_dirty = false;
    bool m_atOnce = false; // the next read of the window is for something written here
    quint64 m_generation = 0; // answers to an earlier place are ignored
};

} // namespace parvis::ui

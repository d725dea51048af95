#pragma once

#include "base/scheduler.h"
#include "ui/models/item_model.h"

#include <QPointer>

namespace parvis::ui {

// Finds words in one place: a feed or wall through the store, whether its rows are loaded or not; a thread, which is loaded
// as a whole, in its rows, and what was bookmarked, which is in no index, in what the store gives, a few at a time. Hits stand in the order of the list; one of them is the current one.
class PlaceFinder : public QObject {
    Q_OBJECT

public:
    static constexpr int limit = 500; // hits

    PlaceFinder(Backend &backend, base::Scheduler &scheduler, QObject *parent = nullptr);
    ~PlaceFinder() override;

    // Where to look: posts of this place, or all that was bookmarked …
    void setPlace(const store::FeedQuery &place);
    // … or the rows of a thread; not owned.
    void setThread(ItemModel *thread);

    struct Hit {
        Uuid id;
        qint64 order = 0;
    };
    // From the first hit that is not newer than `from` on; of a thread from that row's order on.
    void find(const QString &text, qint64 from);
    void step(int by); // 1: further down the list, -1: up; goes round
    void clear();

    const QString &text() const { return m_text; }
    const QList<Hit> &hits() const { return m_hits; }
    int current() const { return m_current; } // -1: none
    bool isAnswered() const { return m_answered; }
    bool isCut() const { return m_hits.size() >= limit; } // there may be more

Q_SIGNALS:
    void answered();
    void moved(const parvis::ui::PlaceFinder::Hit &hit);

private:
    void take(QList<Hit> hits);
    void readRows(int row, QList<Hit> found);
    void readBookmarks(qint64 before, QList<Hit> found);

    Backend &m_backend;
    base::Scheduler &m_scheduler;
    base::Scheduler::Handle m_slice = 0;
    store::FeedQuery m_place;
    QPointer<ItemModel> m_thread;
    QString m_text;
    QList<Hit> m_hits;
    qint64 m_from = 0;
    int m_current = -1;
    bool m_answered = false;
    quint64 m_generation = 0;
};

} // namespace parvis::ui

#include "ui/models/read_progress.h"

namespace parvis::ui {

QHash<model::ScopeId, qint64> readProgress(const QList<store::FeedItem> &newestFirst, const QSet<model::Uuid> &seen,
                                           model::PersonId me, bool toTheEnd)
{
    enum class Run { Unknown, Open, Ended };
    QHash<model::ScopeId, Run> runs;
    QHash<model::ScopeId, qint64> marks;
    for (auto item = newestFirst.crbegin(); item != newestFirst.crend(); ++item) {
        if (item->order >= store::pendingOrderBase || item->author.id == me)
            continue; // one's own are never unread: they tell nothing of the mark
        const model::ScopeId &scope = item->place.scope;
        Run &run = *runs.insert(scope, runs.value(scope, toTheEnd ? Run::Open : Run::Unknown));
        if (!item->unread) {
            if (run == Run::Unknown)
                run = Run::Open;
        } else if (run == Run::Open && seen.contains(item->id)) {
            marks.insert(scope, item->order);
        } else {
            run = Run::Ended; // older unread ones may stand below the window, or this one was not seen
        }
    }
    return marks;
}

} // namespace parvis::ui

#pragma once

#include "store/reader.h"

#include <QHash>
#include <QSet>

namespace parvis::ui {

// How far each place may be marked as read. A mark says 'everything up to here', so it moves only over posts that were
// really seen: from the newest read post upwards, up to the first unread one that was not in sight. `newestFirst`: a run of
// rows without a gap; `toTheEnd`: below the last of them there is nothing. Places whose mark stays are left out.
QHash<model::ScopeId, qint64> readProgress(const QList<store::FeedItem> &newestFirst, const QSet<model::Uuid> &seen,
                                           model::PersonId me, bool toTheEnd);

} // namespace parvis::ui

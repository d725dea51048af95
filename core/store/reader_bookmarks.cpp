#include "model/derived_ids.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"

#include <limits>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

bool Reader::Private::isBookmarked(const Uuid &target)
{
    const auto row = seen(Kind::Bookmark, ScopeId::person(me), model::bookmarkId(target, me));
    return row && row->state != ItemState::Rejected;
}

namespace {

// Marks that only the outbox has, the last one first.
QList<SeenRow> waiting(Reader::Private &reader, const ScopeId &own, qint64 after, qint64 before)
{
    QList<SeenRow> rows;
    QSet<Uuid> met;
    for (const Overlay::Target &target : reader.overlay.created(Kind::Bookmark)) {
        if (target.scope != own || met.contains(target.id) || reader.isHeld(Kind::Bookmark, own, target.id))
            continue;
        met.insert(target.id);
        const auto row = reader.seen(Kind::Bookmark, own, target.id);
        if (row && row->state != ItemState::Rejected && row->order > after && row->order < before)
            rows.prepend(*row);
    }
    return rows;
}

} // namespace

// A mark whose target is gone, or may no longer be read, shows nothing.
QList<FeedItem> Reader::Private::bookmarks(const FeedQuery &query)
{
    const ScopeId own = ScopeId::person(me);
    const bool down = query.after <= 0;
    QList<FeedItem> items;
    const auto add = [&](const std::optional<SeenRow> &mark) {
        if (!mark)
            return;
        const Uuid target = mark->as<model::Bookmark>().target;
        auto row = seen(Kind::Post, target);
        if (!row)
            row = seen(Kind::Comment, target);
        if (!row)
            return;
        FeedItem item = itemOf(*row);
        item.order = mark->order;
        items.append(item);
    };
    const QList<SeenRow> above =
        waiting(*this, own, query.after, query.before > 0 ? query.before : std::numeric_limits<qint64>::max());
    if (down) {
        for (const SeenRow &row : above)
            add(row);
    }
    qint64 edge = down ? (query.before > 0 ? qMin(query.before, pendingOrderBase) : pendingOrderBase) : query.after;
    const qint64 key = keyOf(own);
    while (key != 0 && items.size() < query.limit) {
        QList<Uuid> ids;
        Statement &read = of(down ? sql::bookmarksBefore : sql::bookmarksAfter).with(key, edge, query.limit);
        while (read.step()) {
            edge = read.integer(0);
            ids.append(read.uuid(1));
        }
        for (const Uuid &id : ids) {
            if (items.size() < query.limit)
                add(seen(Kind::Bookmark, own, id));
        }
        if (ids.size() < query.limit)
            break;
    }
    if (!down) {
        for (auto row = above.crbegin(); row != above.crend(); ++row)
            add(*row);
        std::reverse(items.begin(), items.end());
    }
    if (items.size() > query.limit)
        items = down ? items.first(query.limit) : items.last(query.limit);
    return items;
}

} // namespace parvis::store

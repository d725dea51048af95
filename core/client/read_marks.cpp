#include "client/write_worker.h"
#include "model/notice.h"

namespace parvis::client {

using store::NoticeItem;
using store::NoticePage;

// Everything of a place: its threads have marks of their own, so those that still call for me are marked too.
base::Result<Written> WriteWorker::markRead(PersonId me, const ScopeId &place, qint64 upTo)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const Maker maker{me, m_clock, m_random};
    if (upTo > 0)
        return append(me, makeReadMark(maker, place.toString(), upTo), {});
    const auto top = m_reader->topOrder(place);
    if (!top)
        return base::fail(top.error());
    const auto calling = m_reader->notices({.limit = NoticePage::countedNotices, .unreadOnly = true});
    if (!calling)
        return base::fail(calling.error());
    QSet<Uuid> marked;
    for (const NoticeItem &notice : calling->items) { // newest first
        if (notice.place.scope != place || notice.kind != model::Kind::Comment || marked.contains(notice.post))
            continue;
        marked.insert(notice.post);
        const auto written = append(me, makeReadMark(maker, model::threadPlace(place, notice.post), notice.order), {});
        if (!written)
            return written;
    }
    return append(me, makeReadMark(maker, place.toString(), *top), {});
}

base::Result<Written> WriteWorker::markThreadRead(PersonId me, PostId post, qint64 upTo)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto calling = m_reader->notices({.limit = 1, .unreadOnly = true, .thread = post.uuid()});
    if (!calling)
        return base::fail(calling.error());
    if (calling->items.isEmpty())
        return Written{};
    const NoticeItem &newest = calling->items.first();
    const qint64 order = upTo > 0 ? std::min(upTo, newest.order) : newest.order;
    return append(me, makeReadMark({me, m_clock, m_random}, model::threadPlace(newest.place.scope, post.uuid()), order),
                  {});
}

base::Result<Written> WriteWorker::markNoticesRead(PersonId me)
{
    if (auto ready = open(); !ready)
        return base::fail(ready.error());
    const auto newest = m_reader->notices({.limit = 1});
    if (!newest)
        return base::fail(newest.error());
    if (newest->unread == 0 || newest->items.isEmpty())
        return Written{};
    return append(me, makeReadMark({me, m_clock, m_random}, model::noticesPlace(), newest->items.first().order), {});
}

} // namespace parvis::client

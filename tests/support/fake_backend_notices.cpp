// Notices of the company in memory.
#include "support/fake_backend.h"
#include "support/ready_answer.h"
#include "text/markdown.h"

#include <algorithm>

namespace parvis::tests {

using model::Kind;
using model::ScopeId;
using model::Uuid;
using store::FeedItem;

ui::Backend::Answer<store::NoticePage> FakeBackend::notices(const store::NoticeQuery &query)
{
    store::NoticePage page;
    for (const store::NoticeItem &notice : noticeList) {
        page.unread += notice.unread;
        if ((query.before == 0 || notice.order < query.before) && (!query.unreadOnly || notice.unread)
            && (query.thread.isNull() || notice.post == query.thread) && page.items.size() < query.limit)
            page.items.append(notice);
    }
    return ready<store::NoticePage>(page);
}

void FakeBackend::addNotice(const Uuid &id, model::Reason reason, bool unread)
{
    const FeedItem *item = find(id);
    store::NoticeItem notice{
        reason,          item->kind,  id,     item->post, item->place, item->author, text::summary(item->body, 240),
        item->createdAt, item->order, unread, true};
    const auto at = std::find_if(noticeList.begin(), noticeList.end(),
                                 [&](const store::NoticeItem &each) { return each.order < notice.order; });
    noticeList.insert(at, notice);
    tellNotices();
}

void FakeBackend::tellNotices()
{
    store::ChangeSet changes;
    changes.notices = true;
    Q_EMIT changed(changes);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::markThreadRead(model::PostId post, qint64 upTo)
{
    bool any = false;
    for (store::NoticeItem &notice : noticeList) {
        if (notice.post == post.uuid() && (upTo == 0 || notice.order <= upTo))
            any = std::exchange(notice.unread, false) || any;
    }
    if (!any)
        return ready<Written>(Written{});
    threadMarks.append(post.uuid());
    return written(newId(), Kind::ReadMark, ScopeId::person(m_identity->person), {}, false);
}

ui::Backend::Answer<ui::Backend::Written> FakeBackend::markNoticesRead()
{
    for (store::NoticeItem &notice : noticeList)
        notice.unread = false;
    return written(newId(), Kind::ReadMark, ScopeId::person(m_identity->person), {}, false);
}

} // namespace parvis::tests

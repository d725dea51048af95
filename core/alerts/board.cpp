#include "alerts/board.h"

namespace parvis::alerts {

void Board::start(const QList<NoticeItem> &notices)
{
    for (const NoticeItem &notice : notices)
        m_known.insert(notice.id);
}

QList<Uuid> Board::takeDown()
{
    const QList<Uuid> threads = m_hanging.keys();
    m_hanging.clear();
    return threads;
}

Board::Step Board::update(const QList<NoticeItem> &notices, const Wishes &wishes, const Uuid &inView)
{
    Step step;
    QSet<Uuid> calling;  // notices that still call for attention
    QList<Uuid> threads; // that speak now, newest first
    QHash<Uuid, QList<NoticeItem>> news;
    for (const NoticeItem &notice : notices) {
        const bool isNew = !m_known.contains(notice.id);
        m_known.insert(notice.id);
        if (!deserves(notice, wishes) || notice.post == inView)
            continue;
        calling.insert(notice.id);
        if (!isNew)
            continue;
        if (!threads.contains(notice.post))
            threads.append(notice.post);
        news[notice.post].append(notice);
    }

    // What was read here or elsewhere, or is gone, comes down; of what hangs on, the rest is remembered.
    for (auto at = m_hanging.begin(); at != m_hanging.end();) {
        at->removeIf([&](const NoticeItem &notice) { return !calling.contains(notice.id); });
        if (at->isEmpty() && !news.contains(at.key())) {
            step.withdraw.append(at.key());
            at = m_hanging.erase(at);
        } else {
            ++at;
        }
    }

    if (threads.size() > mostThreads) {
        Alert all;
        for (const NoticeItem &notice : notices) {
            if (news.value(notice.post).contains(notice))
                all.notices.append(notice);
        }
        all.notices += m_hanging.value({});
        m_hanging.insert({}, all.notices);
        step.show.append(all);
        return step;
    }
    for (const Uuid &thread : threads) {
        const QList<NoticeItem> speaking = news.value(thread) + m_hanging.value(thread);
        m_hanging.insert(thread, speaking);
        step.show.append({thread, speaking});
    }
    return step;
}

} // namespace parvis::alerts

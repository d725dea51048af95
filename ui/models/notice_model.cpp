#include "ui/models/notice_model.h"

#include "base/deliver.h"
#include "ui/text/words.h"

#include <algorithm>

namespace parvis::ui {

using store::NoticeItem;

bool mayChangeNotices(const store::ChangeSet &changes)
{
    return changes.notices || changes.wide
           || std::any_of(changes.changes.begin(), changes.changes.end(), [](const store::Change &change) {
                  return change.kind == model::Kind::ReadMark || change.kind == model::Kind::Membership
                         || change.kind == model::Kind::PlaceSetting;
              });
}

NoticeModel::NoticeModel(Backend &backend, const base::Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_backend(backend), m_clock(clock)
{
    connect(&m_backend, &Backend::changed, this, [this](const store::ChangeSet &changes) {
        if (mayChangeNotices(changes))
            read();
    });
    QMetaObject::invokeMethod(this, &NoticeModel::read, Qt::QueuedConnection); // the feed is asked for first
}

void NoticeModel::setUnreadOnly(bool on)
{
    m_unreadOnly = on;
    m_limit = page;
    read();
}

void NoticeModel::fetchMore(const QModelIndex &)
{
    m_more = false;
    m_limit += page;
    read();
}

void NoticeModel::read()
{
    m_dirty = true;
    if (m_reading)
        return;
    m_dirty = false;
    m_reading = true;
    base::deliver(m_backend.notices({.limit = m_limit, .unreadOnly = m_unreadOnly}), this,
                  [this](const base::Result<store::NoticePage> &answer) {
                      m_reading = false;
                      if (answer)
                          take(*answer);
                      if (m_dirty)
                          read();
                  });
}

// Only the middle that differs is taken out and put in, so that selection and scroll position stay.
void NoticeModel::take(const store::NoticePage &page)
{
    const QList<NoticeItem> &now = page.items;
    auto same = [&](qsizetype a, qsizetype b) { return m_items.at(a).id == now.at(b).id; };
    qsizetype head = 0;
    while (head < m_items.size() && head < now.size() && same(head, head))
        ++head;
    qsizetype tail = 0;
    while (tail < m_items.size() - head && tail < now.size() - head
           && same(m_items.size() - 1 - tail, now.size() - 1 - tail))
        ++tail;
    if (m_items.size() > head + tail) {
        beginRemoveRows({}, int(head), int(m_items.size() - tail - 1));
        m_items.remove(head, m_items.size() - head - tail);
        endRemoveRows();
    }
    if (now.size() > head + tail) {
        beginInsertRows({}, int(head), int(now.size() - tail - 1));
        for (qsizetype at = head; at < now.size() - tail; ++at)
            m_items.insert(at, now.at(at));
        endInsertRows();
    }
    for (qsizetype row = 0; row < now.size(); ++row) {
        if (!(m_items.at(row) == now.at(row))) {
            m_items[row] = now.at(row);
            Q_EMIT dataChanged(index(int(row)), index(int(row)));
        }
    }
    m_unread = page.unread;
    m_more = now.size() >= m_limit;
    m_loaded = true;
    Q_EMIT loaded();
}

int NoticeModel::rowOf(const Uuid &id) const
{
    const auto at = std::find_if(m_items.begin(), m_items.end(), [&](const NoticeItem &item) { return item.id == id; });
    return at == m_items.end() ? -1 : int(at - m_items.begin());
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const NoticeItem &item = m_items.at(index.row());
    if (role == Qt::DisplayRole)
        return item.text;
    if (role == Qt::AccessibleTextRole)
        return words::sentence(item, m_clock.now());
    return {};
}

} // namespace parvis::ui

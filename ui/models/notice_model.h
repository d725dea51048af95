#pragma once

#include "base/clock.h"
#include "ui/models/backend.h"

#include <QAbstractListModel>

namespace parvis::ui {

// What concerns me, newest first, as the cache has it; more of it when scrolled to. Reads again when it changed.
class NoticeModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int page = 60;

    NoticeModel(Backend &backend, const base::Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override; // AccessibleText: a sentence
    bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_more; }
    void fetchMore(const QModelIndex &parent) override;

    const store::NoticeItem &notice(int row) const { return m_items.at(row); }
    int rowOf(const Uuid &id) const;
    int unread() const { return m_unread; }
    bool isLoaded() const { return m_loaded; }
    void setUnreadOnly(bool on);
    void read();

Q_SIGNALS:
    void loaded(); // also each time after

private:
    void take(const store::NoticePage &page);

    Backend &m_backend;
    const base::Clock &m_clock;
    QList<store::NoticeItem> m_items;
    int m_unread = 0;
    int m_limit = page;
    bool m_unreadOnly = false;
    bool m_more = false;
    bool m_loaded = false;
    bool m_reading = false;
    bool m_dirty = false;
};

// Whether a change may have changed the notices, or which of them are read.
bool mayChangeNotices(const store::ChangeSet &changes);

} // namespace parvis::ui

#pragma once

#include "ui/models/backend.h"

#include <QAbstractListModel>
#include <QSet>

namespace parvis::ui {

// Posts or comments in a window of rows, as a view draws them. Fed by answers that come later; data() only looks up.
class ItemModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override; // DisplayRole: the body
    const store::FeedItem &item(int row) const { return m_items.at(row); }
    int rowOf(const Uuid &id) const; // -1: not in the window

    virtual bool hasOlder() const { return false; } // below the last row
    virtual bool hasNewer() const { return false; } // above the first row
    virtual void loadOlder() { }
    virtual void loadNewer() { }
    // A file of this item was asked for: it is read again whenever files move.
    void expectFile(const Uuid &item) { m_expecting.insert(item); }
    bool isLoaded() const { return m_loaded; } // the first answer is here

Q_SIGNALS:
    void loaded();
    void failed(const parvis::base::Error &error);
    void arrivedAbove(int count); // that many new ones stand above a window that is not at the top

protected:
    // Makes rows [first, last) what `fresh` says, with the fewest row signals: what stays is neither moved nor touched.
    void replaceRange(int first, int last, const QList<store::FeedItem> &fresh);
    void replaceItem(int row, const store::FeedItem &fresh);
    void removeRange(int first, int count);
    void markLoaded();
    bool hasFilesUnderWay(const store::FeedItem &item) const; // to the server, or from there

    QList<store::FeedItem> m_items;
    bool m_loaded = false;

private:
    QSet<Uuid> m_expecting;
};

bool sameShown(const store::FeedItem &a, const store::FeedItem &b);

} // namespace parvis::ui

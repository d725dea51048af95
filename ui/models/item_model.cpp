#include "ui/models/item_model.h"

#include <algorithm>

namespace parvis::ui {

using store::FeedItem;

namespace {

bool same(const store::PersonCard &a, const store::PersonCard &b)
{
    return a.id == b.id && a.fullName == b.fullName && a.title == b.title && a.guest == b.guest
           && a.disabled == b.disabled && a.bot == b.bot;
}

bool same(const store::ReactionCount &a, const store::ReactionCount &b)
{
    return a.emoji == b.emoji && a.count == b.count && a.mine == b.mine && a.names == b.names;
}

bool sameLatest(const FeedItem &a, const FeedItem &b)
{
    return std::equal(a.latest.begin(), a.latest.end(), b.latest.begin(), b.latest.end(),
                      [](const store::CommentPreview &x, const store::CommentPreview &y) {
                          return x.id == y.id && x.body == y.body && x.state == y.state && same(x.author, y.author);
                      });
}

} // namespace

bool sameShown(const FeedItem &a, const FeedItem &b)
{
    return a.id == b.id && a.body == b.body && a.pinned == b.pinned && a.blank == b.blank && a.order == b.order
           && a.createdAt == b.createdAt && a.editedAt == b.editedAt && a.comments == b.comments
           && a.commenters == b.commenters && a.unread == b.unread && a.state == b.state && a.op == b.op
           && a.bookmarked == b.bookmarked && a.attachments == b.attachments && sameLatest(a, b) && a.why == b.why && a.versions == b.versions
           && a.place.title == b.place.title && same(a.author, b.author)
           && std::equal(a.reactions.begin(), a.reactions.end(), b.reactions.begin(), b.reactions.end(),
                         [](const auto &x, const auto &y) { return same(x, y); });
}

QVariant ItemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size() || role != Qt::DisplayRole)
        return {};
    return m_items.at(index.row()).body;
}

int ItemModel::rowOf(const Uuid &id) const
{
    for (int row = 0; row < m_items.size(); ++row) {
        if (m_items.at(row).id == id)
            return row;
    }
    return -1;
}

void ItemModel::removeRange(int first, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_items.remove(first, count);
    endRemoveRows();
}

void ItemModel::replaceItem(int row, const FeedItem &fresh)
{
    if (sameShown(m_items.at(row), fresh))
        return;
    m_items[row] = fresh;
    Q_EMIT dataChanged(index(row), index(row));
}

void ItemModel::replaceRange(int first, int last, const QList<FeedItem> &fresh)
{
    QSet<Uuid> kept;
    for (const FeedItem &item : fresh)
        kept.insert(item.id);
    for (int row = last - 1; row >= first; --row) {
        int from = row;
        while (from >= first && !kept.contains(m_items.at(from).id))
            --from;
        if (from < row) {
            removeRange(from + 1, row - from);
            last -= row - from;
            row = from + 1;
        }
    }
    int row = first;
    for (int i = 0; i < fresh.size();) {
        if (row < last && m_items.at(row).id == fresh.at(i).id) {
            replaceItem(row++, fresh.at(i++));
            continue;
        }
        int held = row;
        while (held < last && m_items.at(held).id != fresh.at(i).id)
            ++held;
        if (held < last) { // its order changed: a pending one was answered
            beginMoveRows({}, held, held, {}, row);
            m_items.move(held, row);
            endMoveRows();
            continue;
        }
        int end = i; // a run of rows that are new
        auto isHeld = [&](const Uuid &id) {
            return std::any_of(m_items.begin() + row, m_items.begin() + last,
                               [&](const FeedItem &x) { return x.id == id; });
        };
        while (end < fresh.size() && !isHeld(fresh.at(end).id))
            ++end;
        beginInsertRows({}, row, row + (end - i) - 1);
        for (int k = i; k < end; ++k)
            m_items.insert(row + (k - i), fresh.at(k));
        endInsertRows();
        row += end - i;
        last += end - i;
        i = end;
    }
}

bool ItemModel::hasFilesUnderWay(const FeedItem &item) const
{
    return m_expecting.contains(item.id)
           || std::any_of(item.attachments.begin(), item.attachments.end(), [](const store::AttachmentItem &file) {
                  return file.wanted || file.unsent; // a refused one may be tried again
              });
}

void ItemModel::markLoaded()
{
    m_loaded = true;
    Q_EMIT loaded();
}

} // namespace parvis::ui

#include "store/cache_sql.h"
#include "store/reader_private.h"

#include <limits>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::PersonId;
using model::ScopeId;
using model::Uuid;

namespace {

// The part of the feed that is asked for, without its page.
struct Place {
    std::optional<ScopeId> scope; // nothing: merged
    PersonId wall;
};

Place placeOf(const FeedQuery &query)
{
    switch (query.what) {
    case FeedQuery::Merged: return {};
    case FeedQuery::Group: return {ScopeId::group(model::GroupId(query.id)), {}};
    case FeedQuery::CompanyWall: return {ScopeId::directory(), {}};
    case FeedQuery::PersonWall: return {ScopeId::directory(), PersonId(query.id)};
    case FeedQuery::Bookmarks: break;
    }
    return {};
}

class Feed {
public:
    Feed(Reader::Private &reader, const FeedQuery &query)
        : m_reader(reader), m_query(query), m_place(placeOf(query)), m_mine(reader.myPlaces())
    {
        if (!m_place.scope)
            leaveOutUnfollowed();
    }

    QList<SeenRow> downwards()
    {
        const qint64 before = m_query.before > 0 ? m_query.before : std::numeric_limits<qint64>::max();
        QList<SeenRow> rows = waiting(0, before);
        std::reverse(rows.begin(), rows.end());
        if (rows.size() > m_query.limit)
            rows.resize(m_query.limit);
        walk(qMin(before, pendingOrderBase), true, rows);
        return rows;
    }

    QList<SeenRow> upwards()
    {
        QList<SeenRow> rows;
        walk(m_query.after, false, rows);
        for (const SeenRow &row : waiting(m_query.after, std::numeric_limits<qint64>::max())) {
            if (rows.size() < m_query.limit)
                rows.append(row);
        }
        std::reverse(rows.begin(), rows.end());
        return rows;
    }

private:
    void leaveOutUnfollowed()
    {
        const auto &settings = m_reader.placeSettings();
        for (auto each = settings.cbegin(); each != settings.cend(); ++each) {
            if (!each->followed)
                m_unfollowed.insert(each.key());
        }
        m_mine.subtract(m_unfollowed);
    }

    bool shows(const ScopeId &scope) const { return m_place.scope ? *m_place.scope == scope : m_mine.contains(scope); }

    // Posts that only the outbox has, oldest first.
    QList<SeenRow> waiting(qint64 after, qint64 before)
    {
        QList<SeenRow> rows;
        QSet<Uuid> met;
        for (const Overlay::Target &target : m_reader.overlay.created(Kind::Post)) {
            const bool inPlace = m_place.scope ? *m_place.scope == target.scope : !m_unfollowed.contains(target.scope);
            if (!inPlace || met.contains(target.id) || m_reader.isHeld(Kind::Post, target.scope, target.id))
                continue;
            met.insert(target.id);
            const auto row = m_reader.seen(Kind::Post, target.scope, target.id);
            if (!row || row->order <= after || row->order >= before)
                continue;
            if (m_place.scope && row->as<model::Post>().wall != m_place.wall)
                continue;
            rows.append(*row);
        }
        return rows;
    }

    // Adds held posts beyond `edge` until the page is full. Hidden ones are passed over, so it may take a few turns.
    void walk(qint64 edge, bool down, QList<SeenRow> &rows)
    {
        const qint64 key = m_place.scope ? m_reader.keyOf(*m_place.scope) : 0;
        if (m_place.scope && key == 0)
            return;
        while (rows.size() < m_query.limit) {
            const qint64 wanted = m_query.limit - rows.size();
            QList<qint64> orders;
            qint64 seenRows = 0;
            if (m_place.scope) {
                Statement &read = m_reader.of(down ? sql::feedPlaceBefore : sql::feedPlaceAfter)
                                      .with(key, m_place.wall, edge, wanted);
                for (; read.step(); ++seenRows)
                    orders.append(edge = read.integer(0));
            } else if (!m_unfollowed.isEmpty()) {
                orders = ofMyPlaces(edge, down, wanted);
                seenRows = orders.size();
                if (!orders.isEmpty())
                    edge = orders.last();
            } else {
                Statement &read =
                    m_reader.of(down ? sql::feedMergedBefore : sql::feedMergedAfter).with(edge, wanted + 8);
                for (; read.step(); ++seenRows) {
                    edge = read.integer(0);
                    if (shows(m_reader.scopeOfKey.value(read.integer(1))))
                        orders.append(edge);
                }
            }
            for (const qint64 order : orders) {
                if (rows.size() >= m_query.limit)
                    return;
                const auto held = m_reader.heldRow(Kind::Post, order);
                const auto row = held ? m_reader.seen(Kind::Post, *held) : std::nullopt;
                if (row)
                    rows.append(*row);
            }
            if (seenRows < wanted)
                return;
        }
    }

    // A page put together from one of each place. Walking the table would pass over all that an unfollowed place has, and
    // that may be nearly everything.
    QList<qint64> ofMyPlaces(qint64 edge, bool down, qint64 wanted)
    {
        QList<qint64> orders;
        const auto take = [&](Statement &read) {
            while (read.step())
                orders.append(read.integer(0));
        };
        for (const ScopeId &scope : m_mine) {
            const qint64 key = m_reader.keyOf(scope);
            if (key == 0)
                continue;
            take(m_reader.of(down ? sql::feedPlaceBefore : sql::feedPlaceAfter).with(key, PersonId(), edge, wanted));
            if (scope.type == model::ScopeType::Directory)
                take(m_reader.of(down ? sql::feedWallsBefore : sql::feedWallsAfter).with(key, edge, wanted));
        }
        if (down)
            std::sort(orders.begin(), orders.end(), std::greater<qint64>());
        else
            std::sort(orders.begin(), orders.end());
        if (orders.size() > wanted)
            orders.resize(wanted);
        return orders;
    }

    Reader::Private &m_reader;
    const FeedQuery &m_query;
    const Place m_place;
    QSet<ScopeId> m_mine;
    QSet<ScopeId> m_unfollowed; // a merged feed leaves them out
};

} // namespace

Result<QList<FeedItem>> Reader::feed(const FeedQuery &query)
{
    return d->read([&] {
        QList<FeedItem> items;
        if (query.what == FeedQuery::Bookmarks) {
            items = d->bookmarks(query);
        } else {
            Feed feed(*d, query);
            for (const SeenRow &row : query.after > 0 ? feed.upwards() : feed.downwards())
                items.append(d->itemOf(row));
        }
        d->attach(items);
        return items;
    });
}

Result<QList<FeedItem>> Reader::pinned(const ScopeId &place, int limit)
{
    return d->read([&] {
        QList<SeenRow> rows;
        QSet<Uuid> met;
        const auto take = [&](const std::optional<SeenRow> &row) {
            if (row && !met.contains(row->id) && row->as<model::Post>().pinned)
                rows.append(*row);
            if (row)
                met.insert(row->id);
        };
        QList<qint64> orders;
        Statement &read = d->of(sql::pinnedPosts).with(d->keyOf(place), limit);
        while (read.step())
            orders.append(read.integer(0));
        for (const qint64 order : orders) {
            if (const auto held = d->heldRow(Kind::Post, order))
                take(d->seen(Kind::Post, *held));
        }
        for (const Overlay::Target &target : d->overlay.changed(Kind::Post)) {
            if (target.scope == place)
                take(d->seen(Kind::Post, place, target.id));
        }
        std::sort(rows.begin(), rows.end(), [](const SeenRow &a, const SeenRow &b) { return a.order > b.order; });
        QList<FeedItem> items;
        for (const SeenRow &row : std::as_const(rows)) {
            if (items.size() < limit)
                items.append(d->itemOf(row));
        }
        d->attach(items);
        return items;
    });
}

Result<QList<FeedItem>> Reader::thread(model::PostId post)
{
    return d->read([&] {
        QList<FeedItem> items;
        const auto root = d->seen(Kind::Post, post.uuid());
        if (!root)
            return items;
        items.append(d->itemOf(*root));
        QList<qint64> orders;
        Statement &read = d->of(sql::commentsOfPost).with(post);
        while (read.step())
            orders.append(read.integer(0));
        for (const qint64 order : orders) {
            const auto held = d->heldRow(Kind::Comment, order);
            const auto row = held ? d->seen(Kind::Comment, *held) : std::nullopt;
            if (row)
                items.append(d->itemOf(*row));
        }
        QSet<Uuid> met;
        for (const Overlay::Target &target : d->overlay.commentsOf(post.uuid())) {
            if (met.contains(target.id) || d->isHeld(Kind::Comment, target.scope, target.id))
                continue;
            met.insert(target.id);
            if (const auto row = d->seen(Kind::Comment, target.scope, target.id))
                items.append(d->itemOf(*row));
        }
        d->attach(items);
        return items;
    });
}

Result<std::optional<FeedItem>> Reader::item(const Uuid &id)
{
    return d->read([&]() -> std::optional<FeedItem> {
        auto row = d->seen(Kind::Post, id);
        if (!row)
            row = d->seen(Kind::Comment, id);
        if (!row)
            return std::nullopt;
        QList<FeedItem> items{d->itemOf(*row)};
        d->attach(items);
        return items.first();
    });
}

Result<QList<Reactor>> Reader::reactors(const Uuid &target)
{
    return d->read([&] {
        QList<Reactor> reactors;
        auto row = d->seen(Kind::Post, target);
        if (!row)
            row = d->seen(Kind::Comment, target);
        if (!row)
            return reactors;
        d->eachReaction(row->scope, target, [&](PersonId person, const QString &emoji) {
            reactors.append({d->card(person), emoji});
        });
        std::sort(reactors.begin(), reactors.end(), [](const Reactor &a, const Reactor &b) {
            return a.emoji != b.emoji ? a.emoji < b.emoji : comesBefore(a.person.fullName, b.person.fullName);
        });
        return reactors;
    });
}

Result<qint64> Reader::readUpTo(const ScopeId &place)
{
    return d->read([&] { return d->readMark(place); });
}

Result<qint64> Reader::topOrder(const ScopeId &scope)
{
    return d->read([&] {
        const qint64 key = d->keyOf(scope);
        qint64 top = key == 0 ? 0 : d->number(sql::topWallPost, key);
        QList<Uuid> posts;
        Statement &newest = d->of(sql::topPosts).with(key);
        while (newest.step())
            posts.append(newest.uuid(1));
        for (const Uuid &post : posts)
            top = qMax(top, d->number(sql::topCommentOfPost, post));
        Statement &comments = d->of(sql::newestComments).with();
        while (comments.step()) {
            if (comments.integer(1) == key) {
                top = qMax(top, comments.integer(0));
                break;
            }
        }
        comments.reset();
        return top;
    });
}

} // namespace parvis::store

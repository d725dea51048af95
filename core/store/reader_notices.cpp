#include "store/cache_sql.h"
#include "store/reader_private.h"
#include "text/markdown.h"

#include <limits>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::Uuid;

namespace {

constexpr int shownUnits = 240;
constexpr int pageOfKeys = 200;

} // namespace

struct Reader::Private::NoticeKey {
    qint64 order;
    ScopeId scope;
    Uuid id;
    Uuid post;
    Kind kind;
    model::Reason reason;
    bool fresh;
};

QList<Reader::Private::NoticeKey> Reader::Private::noticeKeys(qint64 before, qint64 limit)
{
    QList<NoticeKey> keys;
    Statement &read = of(sql::noticesBefore).with(before, limit);
    while (read.step()) {
        const auto kind = model::kindFromNumber(read.integer(4));
        const auto reason = model::reasonFromNumber(read.integer(5));
        if (kind && reason)
            keys.append({read.integer(0), scopeOfKey.value(read.integer(1)), read.uuid(2), read.uuid(3), *kind, *reason,
                         read.boolean(6)});
    }
    return keys;
}

// A post is read where one scrolls past it; a comment only in its thread, or with all notices.
bool Reader::Private::isUnread(const NoticeKey &key)
{
    return key.fresh && model::isHeard(key.reason, isMuted(key.scope)) && key.order > readMark(model::noticesPlace())
           && key.order > readMark(model::threadPlace(key.scope, key.post))
           && (key.kind == Kind::Comment || key.order > readMark(key.scope));
}

std::optional<NoticeItem> Reader::Private::noticeItem(const NoticeKey &key)
{
    const auto row = seen(key.kind, key.scope, key.id);
    if (!row)
        return std::nullopt;
    NoticeItem item;
    item.reason = key.reason;
    item.kind = key.kind;
    item.id = key.id;
    item.post = key.post;
    item.order = key.order;
    item.fresh = key.fresh;
    item.muted = isMuted(key.scope);
    item.unread = isUnread(key);
    const auto fill = [&](const auto &entity) {
        item.author = card(entity.author);
        item.text = text::summary(entity.body, shownUnits);
        item.createdAt = entity.createdAt;
    };
    model::PersonId wall;
    if (key.kind == Kind::Post) {
        fill(row->as<model::Post>());
        wall = row->as<model::Post>().wall;
    } else {
        fill(row->as<model::Comment>());
        if (const auto post = heldRow(Kind::Post, key.scope, key.post))
            wall = std::get<model::Post>(post->entity).wall;
    }
    item.place = place(key.scope, wall);
    return item;
}

Result<NoticePage> Reader::notices(const NoticeQuery &query)
{
    return d->read([&] {
        NoticePage page;
        const QSet<ScopeId> mine = d->myPlaces();
        for (const auto &key : d->noticeKeys(std::numeric_limits<qint64>::max(), NoticePage::countedNotices))
            page.unread += mine.contains(key.scope) && d->isUnread(key);
        qint64 before = query.before > 0 ? query.before : std::numeric_limits<qint64>::max();
        for (bool more = true; more && page.items.size() < query.limit;) {
            const auto keys = d->noticeKeys(before, pageOfKeys);
            more = keys.size() == pageOfKeys;
            for (const auto &key : keys) {
                before = key.order;
                if (!mine.contains(key.scope) || (query.unreadOnly && !d->isUnread(key))
                    || (!query.thread.isNull() && key.post != query.thread))
                    continue;
                if (const auto item = d->noticeItem(key))
                    page.items.append(*item);
                if (page.items.size() == query.limit)
                    break;
            }
        }
        return page;
    });
}

} // namespace parvis::store

#include "client/client_private.h"

namespace parvis::client {

using store::Reader;

namespace {

// Which of their files are on this disk. Most items have none, and then nothing is looked at.
base::Result<QList<store::FeedItem>> withFiles(const QString &dir, base::Result<QList<store::FeedItem>> items)
{
    if (!items)
        return items;
    std::optional<blobs::LocalStore> files;
    for (store::FeedItem &item : *items) {
        for (store::AttachmentItem &each : item.attachments) {
            if (!files) {
                auto opened = blobs::LocalStore::open(dir);
                if (!opened)
                    return base::fail(opened.error());
                files = std::move(*opened);
            }
            const auto hash = blobs::Hash::fromHex(each.attachment.blob);
            each.here = hash && files->has(*hash);
        }
    }
    return items;
}

} // namespace

Client::Answer<QList<store::FeedItem>> Client::feed(const store::FeedQuery &query)
{
    return d->read<QList<store::FeedItem>>(
        [query, dir = d->blobsDir](Reader &reader) { return withFiles(dir, reader.feed(query)); });
}

Client::Answer<QList<store::FeedItem>> Client::thread(PostId post)
{
    return d->read<QList<store::FeedItem>>(
        [post, dir = d->blobsDir](Reader &reader) { return withFiles(dir, reader.thread(post)); });
}

Client::Answer<std::optional<store::FeedItem>> Client::item(const Uuid &id)
{
    return d->read<std::optional<store::FeedItem>>(
        [id, dir = d->blobsDir](Reader &reader) -> base::Result<std::optional<store::FeedItem>> {
            const auto item = reader.item(id);
            if (!item || !*item)
                return item;
            const auto items = withFiles(dir, QList<store::FeedItem>{**item});
            if (!items)
                return base::fail(items.error());
            return items->first();
        });
}

Client::Answer<QList<store::Reactor>> Client::reactors(const Uuid &postOrComment)
{
    return d->read<QList<store::Reactor>>([postOrComment](Reader &reader) { return reader.reactors(postOrComment); });
}

Client::Answer<qint64> Client::readUpTo(const ScopeId &place)
{
    return d->read<qint64>([place](Reader &reader) { return reader.readUpTo(place); });
}

Client::Answer<QList<store::GroupItem>> Client::groups(qint64 countUpTo)
{
    return d->read<QList<store::GroupItem>>([countUpTo](Reader &reader) { return reader.groups(countUpTo); });
}

Client::Answer<std::optional<store::GroupItem>> Client::group(const QString &idOrHandle)
{
    return d->read<std::optional<store::GroupItem>>([idOrHandle](Reader &reader) { return reader.group(idOrHandle); });
}

Client::Answer<QList<store::MemberItem>> Client::members(GroupId group)
{
    return d->read<QList<store::MemberItem>>([group](Reader &reader) { return reader.members(group); });
}

Client::Answer<QList<store::PersonCard>> Client::people(const QString &query, int limit)
{
    return d->read<QList<store::PersonCard>>([query, limit](Reader &reader) { return reader.people(query, limit); });
}

Client::Answer<std::optional<store::PersonCard>> Client::person(const QString &idOrHandle)
{
    return d->read<std::optional<store::PersonCard>>([idOrHandle](Reader &reader) { return reader.person(idOrHandle); });
}

Client::Answer<std::optional<model::Person>> Client::profile(PersonId id)
{
    return d->read<std::optional<model::Person>>([id](Reader &reader) { return reader.profile(id); });
}

Client::Answer<std::optional<model::Company>> Client::company()
{
    return d->read<std::optional<model::Company>>([](Reader &reader) { return reader.company(); });
}

Client::Answer<store::NoticePage> Client::notices(const store::NoticeQuery &query)
{
    return d->read<store::NoticePage>([query](Reader &reader) { return reader.notices(query); });
}

Client::Answer<QList<store::OutboxEntry>> Client::outbox()
{
    return d->read<QList<store::OutboxEntry>>([](Reader &reader) { return reader.outbox(); });
}

Client::Answer<store::SyncSummary> Client::summary()
{
    return d->read<store::SyncSummary>([](Reader &reader) { return reader.summary(); });
}

Client::Answer<DiskUse> Client::diskUse()
{
    return ask<DiskUse>(d->readers[0].worker,
                        [folder = d->folder](ReadWorker &) -> base::Result<DiskUse> { return folder.diskUse(); });
}

Client::Answer<store::SearchResult> Client::search(const store::SearchQuery &query)
{
    const quint64 mine = ++d->newestSearch;
    // The counter lives as long as the reader threads.
    return d->read<store::SearchResult>([query, mine, &newest = d->newestSearch](Reader &reader) -> base::Result<store::SearchResult> {
        if (newest != mine)
            return base::fail(base::ErrorKind::Cancelled, QStringLiteral("search"), QStringLiteral("a newer search has taken its place"));
        return reader.search(query);
    });
}

Client::Answer<QList<store::Completion>> Client::complete(const store::CompletionQuery &query)
{
    const quint64 mine = ++d->newestCompletion;
    return d->read<QList<store::Completion>>(
        [query, mine, &newest = d->newestCompletion](Reader &reader) -> base::Result<QList<store::Completion>> {
            if (newest != mine)
                return base::fail(base::ErrorKind::Cancelled, QStringLiteral("complete"),
                                  QStringLiteral("more has been typed"));
            return reader.complete(query);
        });
}

Client::Answer<QList<store::DraftItem>> Client::drafts(const std::optional<QString> &place)
{
    return d->read<QList<store::DraftItem>>([place](Reader &reader) { return reader.drafts(place); });
}

Client::Answer<Client::Dump> Client::dump(const std::optional<ScopeId> &scope)
{
    return d->read<Dump>([scope](Reader &reader) -> base::Result<Dump> {
        Dump dump;
        auto json = reader.dump(scope, &dump.entities);
        if (!json)
            return base::fail(json.error());
        dump.json = *json;
        return dump;
    });
}

} // namespace parvis::client

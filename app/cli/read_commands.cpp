#include "app/cli/commands.h"

namespace parvis::cli {

using store::FeedItem;
using store::FeedQuery;

namespace {

struct FeedValues {
    PlaceName place;
    qint64 before = 0;
    int limit = 50;
};

QString stateName(store::ItemState state)
{
    switch (state) {
    case store::ItemState::Acked: return QStringLiteral("acked");
    case store::ItemState::Pending: return QStringLiteral("pending");
    case store::ItemState::Rejected: return QStringLiteral("rejected");
    }
    return QStringLiteral("acked");
}

QJsonArray attachmentsOf(const FeedItem &item)
{
    QJsonArray files;
    for (const store::AttachmentItem &each : item.attachments)
        files.append(QJsonObject{{QStringLiteral("id"), each.id.toString()},
                                 {QStringLiteral("name"), each.attachment.name},
                                 {QStringLiteral("size"), each.attachment.size}});
    return files;
}

QJsonObject toJson(const FeedItem &item)
{
    const bool inGroup = item.place.scope.type == model::ScopeType::Group;
    QJsonObject reactions;
    for (const store::ReactionCount &each : item.reactions)
        reactions.insert(each.emoji, each.count);
    QJsonObject line{{QStringLiteral("kind"), model::toString(item.kind)},
                     {QStringLiteral("id"), item.id.toString()},
                     {QStringLiteral("group"), inGroup ? orNull(item.place.handle) : QJsonValue()},
                     {QStringLiteral("group_id"), inGroup ? QJsonValue(item.place.scope.id.toString()) : QJsonValue()},
                     {QStringLiteral("author"), item.author.handle},
                     {QStringLiteral("author_id"), item.author.id.toString()},
                     {QStringLiteral("created_at"), timeOrNull(item.createdAt)},
                     {QStringLiteral("body"), item.body},
                     {QStringLiteral("comments"), item.comments},
                     {QStringLiteral("reactions"), reactions},
                     {QStringLiteral("state"), stateName(item.state)},
                     {QStringLiteral("cursor"), QString::number(item.order)}};
    if (!inGroup)
        line.insert(QStringLiteral("wall"), item.place.wall.isNull() ? QStringLiteral("company") : item.place.handle);
    if (item.kind == model::Kind::Comment)
        line.insert(QStringLiteral("parent"), item.parent.toString());
    if (const QJsonArray files = attachmentsOf(item); !files.isEmpty())
        line.insert(QStringLiteral("attachments"), files);
    return line;
}

int feed(Context &context, const FeedValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    FeedQuery query;
    query.before = given.before;
    query.limit = given.limit;
    if (!given.place.group.empty() || !given.place.wall.empty()) {
        const auto place = placeNamed(context, given.place);
        if (!place)
            return failWith(place.error());
        query.what = place->scope.type == model::ScopeType::Group ? FeedQuery::Group
            : place->wall.isNull()                                ? FeedQuery::CompanyWall
                                                                  : FeedQuery::PersonWall;
        query.id = query.what == FeedQuery::Group ? place->scope.id : place->wall.uuid();
    }
    const auto items = context.await(context.client().feed(query));
    if (!items)
        return failWith(items.error());
    for (const FeedItem &item : *items)
        printLine(toJson(item));
    return 0;
}

// The last marked first; a line's cursor is the bookmark's.
int bookmarks(Context &context, const FeedValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    FeedQuery query;
    query.what = FeedQuery::Bookmarks;
    query.before = given.before;
    query.limit = given.limit;
    const auto items = context.await(context.client().feed(query));
    if (!items)
        return failWith(items.error());
    for (const FeedItem &item : *items)
        printLine(toJson(item));
    return 0;
}

int thread(Context &context, const std::string &post)
{
    const auto id = idFrom(text(post));
    if (!id)
        return failWith(id.error());
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto items = context.await(context.client().thread(model::PostId(*id)));
    if (!items)
        return failWith(items.error());
    if (items->isEmpty())
        return failWith({base::ErrorKind::Refused, QStringLiteral("thread"), QStringLiteral("no post with this id is known here")});
    for (const FeedItem &item : *items)
        printLine(toJson(item));
    return 0;
}

} // namespace

void addReadCommands(CLI::App &app, Command &chosen)
{
    auto *feedCommand = app.add_subcommand("feed", "posts, newest first");
    auto given = values<FeedValues>();
    auto *group = feedCommand->add_option("--group", given->place.group, "of this group only")->type_name("GROUP");
    feedCommand->add_option("--wall", given->place.wall, "of this wall only")->type_name("company|PERSON")->excludes(group);
    feedCommand->add_option("--before", given->before, "below this cursor")->type_name("CURSOR")->check(CLI::NonNegativeNumber);
    feedCommand->add_option("--limit", given->limit, "how many")->type_name("N")->check(CLI::PositiveNumber);
    feedCommand->callback([&chosen, given] { chosen = opened([given](Context &context) { return feed(context, *given); }); });

    auto *marks = app.add_subcommand("bookmarks", "what one has bookmarked, the last marked first");
    auto page = values<FeedValues>();
    marks->add_option("--before", page->before, "below this cursor")->type_name("CURSOR")->check(CLI::NonNegativeNumber);
    marks->add_option("--limit", page->limit, "how many")->type_name("N")->check(CLI::PositiveNumber);
    marks->callback([&chosen, page] { chosen = opened([page](Context &context) { return bookmarks(context, *page); }); });

    auto *threadCommand = app.add_subcommand("thread", "a post, then its comments, oldest first");
    auto post = values<std::string>();
    threadCommand->add_option("POST", *post)->required();
    threadCommand->callback([&chosen, post] { chosen = opened([post](Context &context) { return thread(context, *post); }); });
}

} // namespace parvis::cli

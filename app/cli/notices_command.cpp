#include "app/cli/commands.h"

namespace parvis::cli {

using store::NoticeItem;

namespace {

struct NoticesValues {
    bool unread = false;
    qint64 before = 0;
    int limit = 50;
    std::string post;
};

QJsonObject toJson(const NoticeItem &notice)
{
    const bool inGroup = notice.place.scope.type == model::ScopeType::Group;
    QJsonObject line{
        {QStringLiteral("why"), model::reasonName(notice.reason)},
        {QStringLiteral("kind"), model::toString(notice.kind)},
        {QStringLiteral("id"), notice.id.toString()},
        {QStringLiteral("post"), notice.post.toString()},
        {QStringLiteral("group"), inGroup ? orNull(notice.place.handle) : QJsonValue()},
        {QStringLiteral("group_id"), inGroup ? QJsonValue(notice.place.scope.id.toString()) : QJsonValue()},
        {QStringLiteral("author"), notice.author.handle},
        {QStringLiteral("author_id"), notice.author.id.toString()},
        {QStringLiteral("created_at"), timeOrNull(notice.createdAt)},
        {QStringLiteral("text"), notice.text},
        {QStringLiteral("unread"), notice.unread},
        {QStringLiteral("new"), notice.fresh},
        {QStringLiteral("cursor"), QString::number(notice.order)}};
    if (!inGroup)
        line.insert(QStringLiteral("wall"),
                    notice.place.wall.isNull() ? QStringLiteral("company") : notice.place.handle);
    return line;
}

int list(Context &context, const NoticesValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto page = context.await(
        context.client().notices({.before = given.before, .limit = given.limit, .unreadOnly = given.unread}));
    if (!page)
        return failWith(page.error());
    for (const NoticeItem &notice : page->items)
        printLine(toJson(notice));
    return 0;
}

int markRead(Context &context, const NoticesValues &given)
{
    if (given.post.empty())
        return write(context, [&] { return context.await(context.client().markNoticesRead()); });
    const auto id = idFrom(text(given.post));
    if (!id)
        return failWith(id.error());
    return write(context, [&] { return context.await(context.client().markThreadRead(model::PostId(*id))); });
}

} // namespace

void addNoticesCommand(CLI::App &app, Command &chosen)
{
    CLI::App *notices = app.add_subcommand("notices", "what concerns me, and why, newest first");
    auto given = values<NoticesValues>();
    notices->add_flag("--unread", given->unread, "only what is not read");
    notices->add_option("--before", given->before, "below this cursor")
        ->type_name("CURSOR")
        ->check(CLI::NonNegativeNumber);
    notices->add_option("--limit", given->limit, "how many")->type_name("N")->check(CLI::PositiveNumber);
    CLI::App *readCommand = notices->add_subcommand("read", "mark them as read: those of a thread, or all");
    readCommand->add_option("POST", given->post);
    notices->require_subcommand(0, 1);
    notices->callback([&chosen, readCommand, given] {
        if (readCommand->parsed())
            chosen = opened([given](Context &context) { return markRead(context, *given); });
        else
            chosen = opened([given](Context &context) { return list(context, *given); });
    });
}

} // namespace parvis::cli

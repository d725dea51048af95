#include "app/cli/commands.h"

namespace parvis::cli {

using client::Written;

base::Result<base::Time> timeFrom(const QString &text, base::Time now)
{
    bool isNumber = false;
    const qint64 seconds = text.startsWith(u'+') ? text.mid(1).toLongLong(&isNumber) : 0;
    if (isNumber && seconds >= 0 && seconds < qint64(1) << 40)
        return now.plusMs(seconds * 1000);
    if (const auto time = base::Time::fromRfc3339(text))
        return *time;
    return base::fail(
        base::ErrorKind::Usage, QStringLiteral("time"),
        QStringLiteral("'%1' is no time: write 2026-03-01T09:30:00Z, or +90 for 90 seconds from now").arg(text));
}

namespace {

struct ScheduledValues {
    std::string id, time, file;
};

int list(Context &context)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto items = context.await(context.client().scheduled());
    if (!items)
        return failWith(items.error());
    for (const store::ScheduledItem &item : *items) {
        const bool failed = item.state == store::ItemState::Rejected || !item.refused.isEmpty();
        const QString waits =
            item.state == store::ItemState::Pending ? QStringLiteral("pending") : QStringLiteral("waiting");
        const bool inGroup = item.place.scope.type == model::ScopeType::Group;
        printLine({{QStringLiteral("id"), item.id.toString()},
                   {QStringLiteral("at"), item.at.isNull() ? QJsonValue() : QJsonValue(item.at.toRfc3339())},
                   {QStringLiteral("group"), inGroup ? QJsonValue(item.place.handle) : QJsonValue()},
                   {QStringLiteral("wall"), inGroup                    ? QJsonValue()
                                            : item.place.wall.isNull() ? QJsonValue(QStringLiteral("company"))
                                                                       : QJsonValue(item.place.handle)},
                   {QStringLiteral("body"), item.body},
                   {QStringLiteral("state"), failed ? QStringLiteral("refused") : waits},
                   {QStringLiteral("why"),
                    failed ? QJsonValue(item.refused.isEmpty() ? item.why : item.refused) : QJsonValue()}});
    }
    return 0;
}

int cancel(Context &context, const ScheduledValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    return write(context, [&] { return context.await(context.client().cancelScheduled(*id)); });
}

int publishNow(Context &context, const ScheduledValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    return write(context, [&] {
        return context.await(context.client().changeScheduled(*id, {.body = {}, .at = base::Time{}}));
    });
}

int change(Context &context, const ScheduledValues &given)
{
    const auto id = idFrom(text(given.id));
    if (!id)
        return failWith(id.error());
    client::ScheduleChange change;
    if (!given.time.empty()) {
        const auto at = timeFrom(text(given.time), base::SystemClock().now());
        if (!at)
            return failWith(at.error());
        change.at = *at;
    }
    if (!given.file.empty()) {
        const auto body = readText(text(given.file));
        if (!body)
            return failWith(body.error());
        change.body = *body;
    }
    return write(context, [&] { return context.await(context.client().changeScheduled(*id, change)); });
}

} // namespace

void addScheduledCommands(CLI::App &app, Command &chosen)
{
    CLI::App *scheduled = app.add_subcommand("scheduled", "the posts that wait for their time");
    scheduled->require_subcommand(0, 1);
    // CLI11 runs a command's callback also when one of its own was named.
    scheduled->callback([&chosen, scheduled] {
        if (scheduled->get_subcommands().empty())
            chosen = opened(list);
    });
    const auto add = [&](const char *name, const char *about, auto run) {
        auto given = values<ScheduledValues>();
        CLI::App *command = scheduled->add_subcommand(name, about);
        command->add_option("ID", given->id)->required();
        command->callback([&chosen, given, run] {
            chosen = opened([given, run](Context &context) { return run(context, *given); });
        });
        return std::pair(command, given);
    };
    add("cancel", "do not publish it", cancel);
    add("now", "publish it at once", publishNow);
    const auto [command, given] = add("change", "change its time or its text", change);
    command->add_option("--at", given->time, "when: 2026-03-01T09:30:00Z, or +90 for 90 seconds from now")
        ->type_name("TIME");
    command->add_option("--text-file", given->file, "the text; '-' is standard input")->type_name("F|-");
}

} // namespace parvis::cli

#include "app/cli/commands.h"

namespace parvis::cli {

namespace {

QJsonValue bodyOf(const model::Operation &op)
{
    model::Entity entity = model::emptyEntity(op.kind);
    bool named = false;
    for (const model::FieldChange &change : op.changes) {
        model::setField(entity, change.number, change.value);
        named = true;
    }
    if (!named)
        return {};
    if (const auto *post = std::get_if<model::Post>(&entity))
        return orNull(post->body);
    if (const auto *comment = std::get_if<model::Comment>(&entity))
        return orNull(comment->body);
    if (const auto *draft = std::get_if<model::Draft>(&entity))
        return orNull(draft->body);
    return {};
}

int list(Context &context)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto entries = context.await(context.client().outbox());
    if (!entries)
        return failWith(entries.error());
    const auto handles = groupHandles(context);
    for (const store::OutboxEntry &entry : *entries) {
        // What the server has accepted only waits for its row to come back.
        if (entry.isVoid || entry.state == store::OutboxState::Answered)
            continue;
        const bool rejected = entry.state == store::OutboxState::Rejected;
        printLine({{QStringLiteral("op"), entry.op.id.toString()},
                   {QStringLiteral("kind"), model::toString(entry.op.kind)},
                   {QStringLiteral("id"), entry.op.entity.toString()},
                   {QStringLiteral("group"), orNull(handles.value(entry.op.scope))},
                   {QStringLiteral("body"), bodyOf(entry.op)},
                   {QStringLiteral("state"), rejected ? QStringLiteral("rejected") : QStringLiteral("pending")},
                   {QStringLiteral("why"), orNull(entry.why)},
                   {QStringLiteral("since"), timeOrNull(entry.op.at)}});
    }
    return 0;
}

int retry(Context &context, const std::string &given)
{
    const auto id = idFrom(text(given));
    if (!id)
        return failWith(id.error());
    return write(context, [&] { return context.await(context.client().retry(model::OpId(*id))); });
}

int discard(Context &context, const std::string &given)
{
    const auto id = idFrom(text(given));
    if (!id)
        return failWith(id.error());
    const auto done = context.await(context.client().discard(model::OpId(*id)));
    if (!done)
        return failWith(done.error());
    printLine({{QStringLiteral("op"), id->toString()}, {QStringLiteral("state"), QStringLiteral("discarded")}});
    return 0;
}

} // namespace

void addOutboxCommands(CLI::App &app, Command &chosen)
{
    CLI::App *outbox = app.add_subcommand("outbox", "what has not reached the server");
    auto op = values<std::string>();
    CLI::App *retryCommand = outbox->add_subcommand("retry", "send a refused operation again");
    retryCommand->add_option("OP", *op)->required();
    CLI::App *discardCommand = outbox->add_subcommand("discard", "give an operation up");
    discardCommand->add_option("OP", *op)->required();
    outbox->require_subcommand(0, 1);
    outbox->callback([&chosen, retryCommand, discardCommand, op] {
        if (retryCommand->parsed())
            chosen = opened([op](Context &context) { return retry(context, *op); });
        else if (discardCommand->parsed())
            chosen = opened([op](Context &context) { return discard(context, *op); });
        else
            chosen = opened(list);
    });
}

} // namespace parvis::cli

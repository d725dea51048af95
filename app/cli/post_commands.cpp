#include "app/cli/commands.h"

#include <QFileInfo>

namespace parvis::cli {

using client::Written;

namespace {

struct TextValues {
    PlaceName place;
    std::string target;
    std::string file = "-";
    std::string emoji;
    std::string at; // of a scheduled post
    std::vector<std::string> attached;
    bool remove = false;
};

base::Result<QList<client::NewFile>> filesOf(const TextValues &given)
{
    QList<client::NewFile> files;
    for (const std::string &each : given.attached) {
        const QFileInfo file(text(each));
        if (!file.isFile() || !file.isReadable())
            return base::fail(base::ErrorKind::Usage, QStringLiteral("--attach"),
                              QStringLiteral("cannot read %1").arg(text(each)));
        files.append({file.fileName(), file.absoluteFilePath()});
    }
    return files;
}

int post(Context &context, const TextValues &given)
{
    const auto body = readText(text(given.file));
    if (!body)
        return failWith(body.error());
    std::optional<base::Time> at;
    if (!given.at.empty()) {
        const auto time = timeFrom(text(given.at), base::SystemClock().now());
        if (!time)
            return failWith(time.error());
        at = *time;
    }
    const auto files = filesOf(given);
    if (!files)
        return failWith(files.error());
    return write(context, [&]() -> base::Result<Written> {
        const auto place = placeNamed(context, given.place);
        if (!place)
            return base::fail(place.error());
        if (at)
            return context.await(context.client().schedule(place->scope, place->wall, *body, *at));
        return context.await(context.client().post(place->scope, place->wall, *body, {}, *files));
    });
}

// A comment on a post, or the answer to a comment of a thread.
int comment(Context &context, const TextValues &given)
{
    const auto id = idFrom(text(given.target));
    if (!id)
        return failWith(id.error());
    const auto body = readText(text(given.file));
    if (!body)
        return failWith(body.error());
    const auto files = filesOf(given);
    if (!files)
        return failWith(files.error());
    return write(context,
                 [&] { return context.await(context.client().comment(model::PostId(*id), {}, *body, {}, *files)); });
}

int edit(Context &context, const TextValues &given)
{
    const auto id = idFrom(text(given.target));
    if (!id)
        return failWith(id.error());
    const auto body = readText(text(given.file));
    if (!body)
        return failWith(body.error());
    return write(context, [&] { return context.await(context.client().edit(*id, *body)); });
}

int remove(Context &context, const TextValues &given)
{
    const auto id = idFrom(text(given.target));
    if (!id)
        return failWith(id.error());
    return write(context, [&] { return context.await(context.client().remove(*id)); });
}

int react(Context &context, const TextValues &given, bool on)
{
    const auto id = idFrom(text(given.target));
    if (!id)
        return failWith(id.error());
    const QString emoji = text(given.emoji);
    return write(context, [&] {
        return context.await(on ? context.client().react(*id, emoji) : context.client().unreact(*id, emoji));
    });
}

int bookmark(Context &context, const TextValues &given)
{
    const auto id = idFrom(text(given.target));
    if (!id)
        return failWith(id.error());
    return write(context, [&]() -> base::Result<Written> {
        const auto item = context.await(context.client().item(*id));
        if (!item)
            return base::fail(item.error());
        if (!*item)
            return base::fail(base::ErrorKind::Refused, QStringLiteral("bookmark"),
                              QStringLiteral("no post or comment with this id is known here"));
        return context.await(context.client().bookmark(*id, (*item)->place.scope, !given.remove));
    });
}

int markRead(Context &context, const TextValues &given)
{
    return write(context, [&]() -> base::Result<Written> {
        const auto group = groupNamed(context, text(given.target));
        if (!group)
            return base::fail(group.error());
        return context.await(context.client().markRead(model::ScopeId::group(group->id)));
    });
}

CLI::App *addText(CLI::App &app, const char *name, const char *about, const std::shared_ptr<TextValues> &given,
                  const char *target)
{
    CLI::App *command = app.add_subcommand(name, about);
    if (target)
        command->add_option(target, given->target)->required();
    command->add_option("--text-file", given->file, "the text; '-', the default, is standard input")->type_name("F|-");
    return command;
}

CLI::Option *addAttach(CLI::App &command, const std::shared_ptr<TextValues> &given)
{
    auto *attach = command.add_option("--attach", given->attached, "a file that goes with it; again for another one");
    return attach->type_name("FILE")->allow_extra_args(false);
}

} // namespace

void addPostCommands(CLI::App &app, Command &chosen)
{
    const auto choose = [&chosen](CLI::App *command, const std::shared_ptr<TextValues> &given, auto run) {
        command->callback([&chosen, given, run] {
            chosen = opened([given, run](Context &context) { return run(context, *given); });
        });
    };

    auto posted = values<TextValues>();
    CLI::App *postCommand = addText(app, "post", "write a post", posted, nullptr);
    auto *where = postCommand->add_option_group("where");
    where->add_option("--group", posted->place.group, "to this group")->type_name("GROUP");
    where->add_option("--wall", posted->place.wall, "on this wall")->type_name("company|PERSON");
    where->require_option(1);
    postCommand->add_option("--at", posted->at, "publish it then: 2026-03-01T09:30:00Z, or +90 for 90 seconds from now")
        ->type_name("TIME");
    addAttach(*postCommand, posted)->excludes(postCommand->get_option("--at"));
    choose(postCommand, posted, post);

    auto commented = values<TextValues>();
    CLI::App *commentCommand = addText(app, "comment", "comment on a post, or answer a comment", commented, "POST");
    addAttach(*commentCommand, commented);
    choose(commentCommand, commented, comment);
    auto edited = values<TextValues>();
    choose(addText(app, "edit", "change the text of a post or comment of yours", edited, "ID"), edited, edit);

    auto removed = values<TextValues>();
    CLI::App *removeCommand = app.add_subcommand("delete", "delete a post or comment");
    removeCommand->add_option("ID", removed->target)->required();
    choose(removeCommand, removed, remove);

    for (const bool on : {true, false}) {
        auto given = values<TextValues>();
        CLI::App *command =
            app.add_subcommand(on ? "react" : "unreact", on ? "react with an emoji" : "take a reaction back");
        command->add_option("TARGET", given->target)->required();
        command->add_option("EMOJI", given->emoji)->required();
        choose(command, given, [on](Context &context, const TextValues &values) { return react(context, values, on); });
    }

    auto marked = values<TextValues>();
    CLI::App *markCommand = app.add_subcommand("bookmark", "bookmark a post or comment for oneself");
    markCommand->add_option("ID", marked->target)->required();
    markCommand->add_flag("--remove", marked->remove, "take the bookmark away");
    choose(markCommand, marked, bookmark);

    auto seen = values<TextValues>();
    CLI::App *readCommand = app.add_subcommand("read", "mark a group as read");
    readCommand->add_option("GROUP", seen->target)->required();
    choose(readCommand, seen, markRead);
}

} // namespace parvis::cli

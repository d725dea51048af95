#include "app/cli/commands.h"

namespace parvis::cli {

using base::ErrorKind;
using client::PlaceChange;
using client::Written;
using model::ScopeId;

namespace {

struct PlaceValues {
    std::string group, person, note, title, description, rules, kind, visibility;
};

tl::unexpected<base::Error> usage(const QString &where, const QString &detail)
{
    return base::fail(ErrorKind::Usage, where, detail);
}

// A wish about a group that is named by id or handle.
template<class F>
int writeToGroup(Context &context, const PlaceValues &given, F wish)
{
    return write(context, [&]() -> base::Result<Written> {
        const auto group = groupNamed(context, text(given.group));
        if (!group)
            return base::fail(group.error());
        return wish(*group);
    });
}

Command changing(const std::shared_ptr<PlaceValues> &given, const PlaceChange &change)
{
    return opened([given, change](Context &context) {
        return writeToGroup(context, *given, [&](const store::GroupItem &group) {
            return context.await(context.client().setPlace(ScopeId::group(group.id), change));
        });
    });
}

int ask(Context &context, const PlaceValues &given)
{
    return writeToGroup(context, given, [&](const store::GroupItem &group) {
        return context.await(context.client().askToJoin(group.id, text(given.note)));
    });
}

int withdraw(Context &context, const PlaceValues &given)
{
    return writeToGroup(context, given, [&](const store::GroupItem &group) {
        return context.await(context.client().withdrawRequest(group.id));
    });
}

int refuse(Context &context, const PlaceValues &given)
{
    return writeToGroup(context, given, [&](const store::GroupItem &group) -> base::Result<Written> {
        const auto person = personNamed(context, text(given.person));
        if (!person)
            return base::fail(person.error());
        return context.await(context.client().refuseRequest(group.id, person->id));
    });
}

int requests(Context &context, const PlaceValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto group = groupNamed(context, text(given.group));
    if (!group)
        return failWith(group.error());
    const auto list = context.await(context.client().joinRequests(group->id));
    if (!list)
        return failWith(list.error());
    for (const store::JoinRequestItem &request : *list)
        printLine({{QStringLiteral("id"), request.person.id.toString()},
                   {QStringLiteral("name"), request.person.handle},
                   {QStringLiteral("full_name"), request.person.fullName},
                   {QStringLiteral("note"), request.note},
                   {QStringLiteral("asked_at"), request.askedAt.toRfc3339()}});
    return 0;
}

int change(Context &context, const PlaceValues &given)
{
    return writeToGroup(context, given, [&](const store::GroupItem &group) -> base::Result<Written> {
        client::GroupChange change;
        const auto set = [](std::optional<QString> &field, const std::string &value) {
            if (!value.empty())
                field = text(value);
        };
        set(change.title, given.title);
        set(change.description, given.description);
        if (!given.rules.empty()) {
            const auto rules = readText(text(given.rules));
            if (!rules)
                return base::fail(rules.error());
            change.rules = *rules;
        }
        if (!given.kind.empty() && !(change.kind = model::groupKindFromString(text(given.kind))))
            return usage(QStringLiteral("--kind"), QStringLiteral("community, project, site, interest or workspace"));
        if (!given.visibility.empty() && !(change.visibility = model::visibilityFromString(text(given.visibility))))
            return usage(QStringLiteral("--visibility"), QStringLiteral("public, private or secret"));
        return context.await(context.client().changeGroup(group.id, change));
    });
}

} // namespace

void addPlaceCommands(CLI::App &group, Command &chosen)
{
    const auto add = [&](const char *name, const char *about) {
        auto given = values<PlaceValues>();
        CLI::App *command = group.add_subcommand(name, about);
        command->add_option("GROUP", given->group)->required();
        return std::pair(command, given);
    };
    const auto setting = [&](const char *name, const char *about, const PlaceChange &change) {
        const auto [command, given] = add(name, about);
        command->callback([&chosen, given = given, change] { chosen = changing(given, change); });
    };
    setting("follow", "have its posts in your feed", {.followed = true, .muted = {}, .pinned = {}});
    setting("unfollow", "leave its posts out of your feed", {.followed = false, .muted = {}, .pinned = {}});
    setting("mute", "no alerts from it", {.followed = {}, .muted = true, .pinned = {}});
    setting("unmute", "alerts from it again", {.followed = {}, .muted = false, .pinned = {}});
    setting("pin", "put it at the top of your list", {.followed = {}, .muted = {}, .pinned = true});
    setting("unpin", "take it from the top of your list", {.followed = {}, .muted = {}, .pinned = false});

    const auto choose = [&chosen](CLI::App *command, const std::shared_ptr<PlaceValues> &given, auto run) {
        command->callback([&chosen, given, run] {
            chosen = opened([given, run](Context &context) { return run(context, *given); });
        });
    };
    const auto [askCommand, asked] = add("ask", "ask to be added to a group");
    askCommand->add_option("--note", asked->note, "why, for those who answer")->type_name("TEXT");
    choose(askCommand, asked, ask);
    const auto [withdrawCommand, withdrawn] = add("withdraw", "take such a request back");
    choose(withdrawCommand, withdrawn, withdraw);
    const auto [requestsCommand, listed] = add("requests", "who asks to be added; 'group member' says yes");
    choose(requestsCommand, listed, requests);
    const auto [refuseCommand, refused] = add("refuse", "say no to a request");
    refuseCommand->add_option("PERSON", refused->person)->required();
    choose(refuseCommand, refused, refuse);

    const auto [changeCommand, changed] = add("change", "change what a group says of itself");
    changeCommand->add_option("--title", changed->title)->type_name("T");
    changeCommand->add_option("--description", changed->description)->type_name("TEXT");
    changeCommand->add_option("--rules-file", changed->rules, "its rules, Markdown")->type_name("F|-");
    changeCommand->add_option("--kind", changed->kind, "community, project, site, interest or workspace")
        ->type_name("K");
    changeCommand->add_option("--visibility", changed->visibility, "public, private or secret")->type_name("V");
    choose(changeCommand, changed, change);
}

} // namespace parvis::cli

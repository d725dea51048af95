#include "app/cli/commands.h"

#include <limits>

namespace parvis::cli {

using base::ErrorKind;
using client::Written;
using model::toString;

namespace {

struct GroupValues {
    std::string group, person, title, query;
    std::string kind = "community", visibility = "private", role = "member";
    bool remove = false;
};

tl::unexpected<base::Error> usage(const QString &where, const QString &detail)
{
    return base::fail(ErrorKind::Usage, where, detail);
}

int groups(Context &context)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto list = context.await(context.client().groups());
    if (!list)
        return failWith(list.error());
    for (const store::GroupItem &group : *list)
        printLine({{QStringLiteral("id"), group.id.toString()},
                   {QStringLiteral("name"), group.handle},
                   {QStringLiteral("title"), group.title},
                   {QStringLiteral("kind"), toString(group.kind)},
                   {QStringLiteral("visibility"), toString(group.visibility)},
                   {QStringLiteral("role"), group.role ? QJsonValue(toString(*group.role)) : QJsonValue()},
                   {QStringLiteral("members"), group.members < 0 ? QJsonValue() : QJsonValue(group.members)},
                   {QStringLiteral("unread"), group.unread},
                   {QStringLiteral("followed"), group.followed},
                   {QStringLiteral("muted"), group.muted},
                   {QStringLiteral("pinned"), group.pinned}});
    return 0;
}

int create(Context &context, const GroupValues &given)
{
    return write(context, [&]() -> base::Result<Written> {
        const auto kind = model::groupKindFromString(text(given.kind));
        const auto visibility = model::visibilityFromString(text(given.visibility));
        if (!kind)
            return usage(QStringLiteral("--kind"), QStringLiteral("community, project, site, interest or workspace"));
        if (!visibility)
            return usage(QStringLiteral("--visibility"), QStringLiteral("public, private or secret"));
        return context.await(context.client().createGroup({text(given.group), text(given.title), {}, *kind, *visibility}));
    });
}

// A wish about a group that is named by id or handle.
template<class F>
int writeToGroup(Context &context, const GroupValues &given, F wish)
{
    return write(context, [&]() -> base::Result<Written> {
        const auto group = groupNamed(context, text(given.group));
        if (!group)
            return base::fail(group.error());
        return wish(group->id);
    });
}

int join(Context &context, const GroupValues &given)
{
    return writeToGroup(context, given, [&](model::GroupId id) { return context.await(context.client().joinGroup(id)); });
}

int leave(Context &context, const GroupValues &given)
{
    return writeToGroup(context, given, [&](model::GroupId id) { return context.await(context.client().leaveGroup(id)); });
}

int archive(Context &context, const GroupValues &given)
{
    return writeToGroup(context, given, [&](model::GroupId id) { return context.await(context.client().archiveGroup(id, true)); });
}

int member(Context &context, const GroupValues &given)
{
    return writeToGroup(context, given, [&](model::GroupId id) -> base::Result<Written> {
        const auto person = personNamed(context, text(given.person));
        if (!person)
            return base::fail(person.error());
        if (given.remove)
            return context.await(context.client().removeMember(id, person->id));
        const auto role = model::roleFromString(text(given.role));
        if (!role)
            return usage(QStringLiteral("--role"), QStringLiteral("owner, moderator, member or guest"));
        return context.await(context.client().setMember(id, person->id, *role));
    });
}

QJsonObject toJson(const store::PersonCard &person, const QString &role)
{
    return {{QStringLiteral("id"), person.id.toString()},
            {QStringLiteral("name"), person.handle},
            {QStringLiteral("full_name"), person.fullName},
            {QStringLiteral("role"), role},
            {QStringLiteral("guest"), person.guest},
            {QStringLiteral("disabled"), person.disabled}};
}

int members(Context &context, const GroupValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto group = groupNamed(context, text(given.group));
    if (!group)
        return failWith(group.error());
    const auto list = context.await(context.client().members(group->id));
    if (!list)
        return failWith(list.error());
    for (const store::MemberItem &member : *list)
        printLine(toJson(member.person, toString(member.role)));
    return 0;
}

int people(Context &context, const GroupValues &given)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    context.catchUp();
    const auto list = context.await(context.client().people(text(given.query), std::numeric_limits<int>::max()));
    if (!list)
        return failWith(list.error());
    for (const store::PersonCard &person : *list)
        printLine(toJson(person, toString(person.role)));
    return 0;
}

} // namespace

void addGroupCommands(CLI::App &app, Command &chosen)
{
    const auto choose = [&chosen](CLI::App *command, const std::shared_ptr<GroupValues> &given, auto run) {
        command->callback([&chosen, given, run] { chosen = opened([given, run](Context &context) { return run(context, *given); }); });
    };
    app.add_subcommand("groups", "the groups, yours first")->callback([&chosen] { chosen = opened(groups); });

    CLI::App *group =
        app.add_subcommand("group", "make, join, leave, archive or change a group, its members, or how you hear of it");
    group->require_subcommand(1);
    auto made = values<GroupValues>();
    CLI::App *createCommand = group->add_subcommand("create", "make a group; you are its owner");
    createCommand->add_option("HANDLE", made->group)->required();
    createCommand->add_option("--title", made->title, "the handle if not given")->type_name("T");
    createCommand->add_option("--kind", made->kind, "community, project, site, interest or workspace")->type_name("K");
    createCommand->add_option("--visibility", made->visibility, "public, private or secret")->type_name("V");
    choose(createCommand, made, create);

    const auto simple = [&](const char *name, const char *about, auto run) {
        auto given = values<GroupValues>();
        CLI::App *command = group->add_subcommand(name, about);
        command->add_option("GROUP", given->group)->required();
        choose(command, given, run);
    };
    simple("join", "join a public group", join);
    simple("leave", "leave a group", leave);
    simple("archive", "close a group for new texts", archive);
    addPlaceCommands(*group, chosen);

    auto changed = values<GroupValues>();
    CLI::App *memberCommand = group->add_subcommand("member", "add a person, change their role, or remove them");
    memberCommand->add_option("GROUP", changed->group)->required();
    memberCommand->add_option("PERSON", changed->person)->required();
    auto *role = memberCommand->add_option("--role", changed->role, "owner, moderator, member or guest")->type_name("R");
    memberCommand->add_flag("--remove", changed->remove, "remove them")->excludes(role);
    choose(memberCommand, changed, member);

    auto listed = values<GroupValues>();
    CLI::App *membersCommand = app.add_subcommand("members", "who is in a group");
    membersCommand->add_option("GROUP", listed->group)->required();
    choose(membersCommand, listed, members);

    auto asked = values<GroupValues>();
    CLI::App *peopleCommand = app.add_subcommand("people", "the people of the company");
    peopleCommand->add_option("QUERY", asked->query);
    choose(peopleCommand, asked, people);
}

} // namespace parvis::cli

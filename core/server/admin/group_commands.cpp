#include "server/admin/command_table.h"

namespace parvis::server::admin {

namespace {

base::Result<GroupId> groupNamed(ReadView &view, const QString &idOrHandle)
{
    if (const auto uuid = Uuid::fromString(idOrHandle); uuid && group(view, GroupId(*uuid)))
        return GroupId(*uuid);
    if (const auto id = groupByHandle(view, idOrHandle))
        return *id;
    return base::fail(base::ErrorKind::Refused, "no_such_group",
                      QString("There is no group '%1'. 'group list' shows all.").arg(idOrHandle));
}

tl::unexpected<base::Error> unknownWord(const char *option, const QString &word, const char *known)
{
    return base::fail(base::ErrorKind::Usage, "admin.group",
                      QString("'%1' is no %2: use one of %3").arg(word, QLatin1String(option), QLatin1String(known)));
}

} // namespace

CommandResult groupAdd(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    model::Group made;
    made.handle = request.args["handle"].toString();
    made.title = request.args["title"].toString(made.handle);
    if (const QString word = request.args["kind"].toString(); !word.isEmpty()) {
        const auto kind = model::groupKindFromString(word);
        if (!kind)
            return unknownWord("kind of group", word, "community, project, site, interest, workspace");
        made.groupKind = *kind;
    }
    if (const QString word = request.args["visibility"].toString(); !word.isEmpty()) {
        const auto visibility = model::visibilityFromString(word);
        if (!visibility)
            return unknownWord("visibility", word, "public, private, secret");
        made.visibility = *visibility;
    }
    GroupId id;
    const auto done = context.write([&](WriteView &view) -> base::Result<void> {
        const auto created = createGroup(view, made, context.env);
        if (!created)
            return base::fail(created.error());
        id = *created;
        return {};
    });
    if (!done)
        return base::fail(done.error());
    print(out, {{"id", id.toString()}, {"name", made.handle}});
    return 0;
}

CommandResult groupList(const CommandRequest &, AdminContext &context, QIODevice &out)
{
    const auto view = context.rows.read();
    for (const auto &scope : view->scopes()) {
        if (scope.scope.type != model::ScopeType::Group || scope.dead)
            continue;
        const auto each = group(*view, scope.scope.groupId());
        if (!each)
            continue;
        print(out, {{"id", scope.scope.id.toString()},
                    {"name", each->handle},
                    {"title", each->title},
                    {"kind", toString(each->groupKind)},
                    {"visibility", toString(each->visibility)},
                    {"archived", each->archived},
                    {"members", members(*view, scope.scope.groupId()).size()}});
    }
    return 0;
}

CommandResult groupMember(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    const QString word = request.args["role"].toString();
    const auto role = word.isEmpty() ? std::optional(model::Role::Member) : model::roleFromString(word);
    if (!role)
        return unknownWord("role", word, "owner, moderator, member, guest");
    const bool remove = request.args["remove"].toBool();
    GroupId groupId;
    PersonId personId;
    const auto done = context.write([&](WriteView &view) -> base::Result<void> {
        const auto place = groupNamed(view, request.args["group"].toString());
        if (!place)
            return base::fail(place.error());
        const QString handle = request.args["person"].toString();
        const auto who = personByHandle(view, handle);
        if (!who)
            return base::fail(base::ErrorKind::Refused, "no_such_person",
                              QString("There is nobody with the handle '%1'. 'user list' shows all.").arg(handle));
        groupId = *place;
        personId = *who;
        return remove ? removeMember(view, *place, *who, context.env)
                      : addMember(view, *place, *who, *role, context.env);
    });
    if (!done)
        return base::fail(done.error());
    QJsonObject told{{"group", groupId.toString()}, {"person", personId.toString()}};
    if (remove)
        told["removed"] = true;
    else
        told["role"] = toString(*role);
    print(out, told);
    return 0;
}

} // namespace parvis::server::admin

#include "app/cli/commands.h"

namespace parvis::cli {

using base::ErrorKind;

Command opened(Command command)
{
    return [command = std::move(command)](Context &context) {
        if (auto opened = context.open(); !opened)
            return failWith(opened.error());
        return command(context);
    };
}

base::Result<store::GroupItem> groupNamed(Context &context, const QString &idOrHandle)
{
    auto found = context.await(context.client().group(idOrHandle));
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(ErrorKind::Refused, QStringLiteral("group"), QStringLiteral("no group '%1' is known here").arg(idOrHandle));
    return **found;
}

base::Result<store::PersonCard> personNamed(Context &context, const QString &handle)
{
    auto found = context.await(context.client().person(handle));
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(ErrorKind::Refused, QStringLiteral("person"), QStringLiteral("nobody called '%1' is known here").arg(handle));
    return **found;
}

base::Result<model::Uuid> idFrom(const QString &text)
{
    const auto id = model::Uuid::fromString(text);
    if (!id || id->isNull())
        return base::fail(ErrorKind::Usage, QStringLiteral("id"), QStringLiteral("'%1' is not an id").arg(text.left(80)));
    return *id;
}

base::Result<Place> placeNamed(Context &context, const PlaceName &name)
{
    if (!name.group.empty()) {
        const auto group = groupNamed(context, text(name.group));
        if (!group)
            return base::fail(group.error());
        return Place{model::ScopeId::group(group->id), {}};
    }
    if (name.wall == "company")
        return Place{model::ScopeId::directory(), {}};
    const auto person = personNamed(context, text(name.wall));
    if (!person)
        return base::fail(person.error());
    return Place{model::ScopeId::directory(), person->id};
}

QHash<model::ScopeId, QString> groupHandles(Context &context)
{
    QHash<model::ScopeId, QString> handles;
    const auto groups = context.await(context.client().groups());
    for (const store::GroupItem &group : groups.value_or(QList<store::GroupItem>()))
        handles.insert(model::ScopeId::group(group.id), group.handle);
    return handles;
}

} // namespace parvis::cli

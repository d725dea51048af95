#include "server/admin/command_table.h"

namespace parvis::server::admin {

namespace {

base::Result<PersonId> personNamed(ReadView &view, const QString &handle)
{
    if (const auto id = personByHandle(view, handle))
        return *id;
    return base::fail(base::ErrorKind::Refused, "no_such_person",
                      QString("There is nobody with the handle '%1'. 'user list' shows all.").arg(handle));
}

} // namespace

CommandResult userAdd(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    model::Person person;
    person.handle = request.args["handle"].toString();
    person.fullName = request.args["name"].toString();
    if (request.args["guest"].toBool())
        person.role = model::CompanyRole::Guest;
    // A hash takes long, so it is made before the writer is held.
    const auto hash = context.auth.hashPassword(request.secret);
    if (!hash)
        return base::fail(hash.error());
    PersonId id;
    const auto done = context.write([&](WriteView &view) -> base::Result<void> {
        const auto created = createPerson(view, person, context.env);
        if (!created)
            return base::fail(created.error());
        id = *created;
        // The handle is free in the directory: an account that has it was left by a try that was cut short.
        const auto left = context.auth.account(person.handle);
        if (left && *left && !server::person(view, (*left)->person))
            (void)context.auth.removeAccount((*left)->person);
        return context.auth.putAccount({id, person.handle, {}, false, false}).and_then([&] {
            return context.auth.setPasswordHash(id, *hash);
        });
    });
    if (!done)
        return base::fail(done.error());
    print(out, {{"id", id.toString()}, {"name", person.handle}});
    return 0;
}

CommandResult userPasswd(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    const QString handle = request.args["handle"].toString();
    const auto id = personNamed(*context.rows.read(), handle);
    if (!id)
        return base::fail(id.error());
    const auto done = context.auth.setPassword(*id, request.secret);
    if (!done)
        return base::fail(done.error());
    print(out, {{"id", id->toString()}, {"name", handle}});
    return 0;
}

CommandResult userDisable(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    const QString handle = request.args["handle"].toString();
    const auto id = personNamed(*context.rows.read(), handle);
    if (!id)
        return base::fail(id.error());
    // The sessions end first: a crash in between leaves somebody who cannot sign in, not somebody who still can.
    const auto ended = context.auth.setDisabled(*id, true);
    if (!ended)
        return base::fail(ended.error());
    const auto done = context.write([&](WriteView &view) -> base::Result<void> {
        auto row = server::person(view, *id);
        if (!row)
            return base::fail(base::ErrorKind::Refused, "no_such_person", "The person has just been deleted.");
        row->disabled = true;
        return updatePerson(view, *id, *row, context.env);
    });
    if (!done)
        return base::fail(done.error());
    print(out, {{"id", id->toString()}, {"name", handle}, {"disabled", true}});
    return 0;
}

CommandResult userList(const CommandRequest &, AdminContext &context, QIODevice &out)
{
    const auto view = context.rows.read();
    Uuid after;
    while (true) {
        const auto rows = view->ofKind(ScopeId::directory(), Kind::Person, after, 1000);
        for (const auto &row : rows) {
            const auto each = server::person(*view, PersonId(row.id));
            if (!each)
                continue;
            print(out, {{"id", row.id.toString()},
                        {"name", each->handle},
                        {"full_name", each->fullName},
                        {"role", toString(each->role)},
                        {"guest", each->role == model::CompanyRole::Guest},
                        {"disabled", each->disabled}});
        }
        if (rows.empty())
            return 0;
        after = rows.back().id;
    }
}

} // namespace parvis::server::admin

#include "app/cli/commands.h"

#include <QSysInfo>

namespace parvis::cli {

using base::ErrorKind;
using client::SyncState;

namespace {

struct LoginValues {
    std::string server, user, ca;
    bool noStore = false;
};

QJsonValue companyName(Context &context)
{
    const auto company = context.await(context.client().company());
    return company && *company ? orNull((*company)->name) : QJsonValue();
}

int login(Context &context, const LoginValues &values)
{
    const auto password = readSecret(QStringLiteral("the password"));
    if (!password)
        return failWith(password.error());
    context.options.caFile = text(values.ca);
    context.options.noStore = values.noStore;
    context.options.frontOnly = true;
    if (auto opened = context.open(); !opened)
        return failWith(opened.error());
    if (context.isOffline())
        return failWith({ErrorKind::Offline, QStringLiteral("login"), QStringLiteral("signing in needs the network")});
    const auto identity = context.await(context.client().signIn(text(values.server), text(values.user), *password,
                                                                QStringLiteral("parvis-cli on %1").arg(QSysInfo::machineHostName())));
    if (!identity)
        return failWith(identity.error());
    if (context.client().secretKind() == QLatin1String("file"))
        tellPerson(QStringLiteral("there is no keychain here: this device's tokens are kept in %1/credentials, readable by you alone")
                       .arg(context.options.profileDir));
    const auto waited = context.waitFor([](const SyncState &state) { return state.phase >= SyncState::Syncing && state.frontReached; });
    if (waited == Context::Waited::NoLine)
        return failWith(context.whyNoLine());
    printLine({{QStringLiteral("person"), identity->user}, {QStringLiteral("company"), companyName(context)}});
    return 0;
}

int logout(Context &context)
{
    const auto done = context.await(context.client().signOut());
    if (!done)
        return failWith(done.error());
    printLine({{QStringLiteral("signed_out"), true}});
    return 0;
}

int changePassword(Context &context)
{
    const auto old = readSecret(QStringLiteral("the old password"));
    if (!old)
        return failWith(old.error());
    const auto fresh = readSecret(QStringLiteral("the new password, after the old one,"));
    if (!fresh)
        return failWith(fresh.error());
    const auto done = context.await(context.client().changePassword(*old, *fresh));
    if (!done)
        return failWith(done.error());
    printLine({{QStringLiteral("changed"), true}});
    return 0;
}

int listDevices(Context &context)
{
    const auto devices = context.await(context.client().devices());
    if (!devices)
        return failWith(devices.error());
    for (const client::Client::Device &device : *devices)
        printLine({{QStringLiteral("id"), device.id.toString()},
                   {QStringLiteral("name"), device.name},
                   {QStringLiteral("created_at"), timeOrNull(device.createdAt)},
                   {QStringLiteral("last_seen"), timeOrNull(device.lastSeen)},
                   {QStringLiteral("current"), device.current}});
    return 0;
}

int revokeDevice(Context &context, const std::string &device)
{
    const auto id = idFrom(text(device));
    if (!id)
        return failWith(id.error());
    const auto done = context.await(context.client().revokeDevice(*id));
    if (!done)
        return failWith(done.error());
    printLine({{QStringLiteral("id"), id->toString()}, {QStringLiteral("revoked"), true}});
    return 0;
}

int status(Context &context)
{
    context.catchUp();
    const auto summary = context.await(context.client().summary());
    if (!summary)
        return failWith(summary.error());
    QJsonArray scopes;
    for (const store::SyncSummary::Scope &scope : summary->scopes)
        scopes.append(QJsonObject{{QStringLiteral("scope"), scope.scope.toString()},
                                  {QStringLiteral("complete"), scope.complete},
                                  {QStringLiteral("complete_up_to"), completeUpTo(scope.completeUpTo)}});
    const auto identity = context.client().identity();
    const SyncState state = context.client().state();
    printLine({{QStringLiteral("server"), identity ? orNull(identity->server) : QJsonValue()},
               {QStringLiteral("user"), identity ? orNull(identity->user) : QJsonValue()},
               {QStringLiteral("connected"), state.phase >= SyncState::Syncing},
               {QStringLiteral("secret"), context.client().secretKind()},
               {QStringLiteral("pending"), summary->pending},
               {QStringLiteral("rejected"), summary->rejected},
               {QStringLiteral("complete"), summary->complete},
               {QStringLiteral("scopes"), scopes}});
    return 0;
}

// What was written a moment ago is in the outbox before the state says so.
Context::Waited waitUntilSent(Context &context)
{
    for (;;) {
        auto waited = context.waitFor([](const SyncState &state) { return state.phase == SyncState::UpToDate; });
        const quint64 before = context.revision();
        const auto summary = context.await(context.client().summary());
        if (waited != Context::Waited::Reached || !summary || summary->pending == 0)
            return waited;
        waited = context.waitFor([&](const SyncState &) { return context.revision() != before; });
        if (waited != Context::Waited::Reached)
            return waited;
    }
}

int sync(Context &context)
{
    if (const auto identity = context.identity(); !identity)
        return failWith(identity.error());
    if (context.isOffline())
        return failWith({ErrorKind::Offline, QStringLiteral("sync"), QStringLiteral("--offline opens no socket; leave it out to sync")});
    QElapsedTimer timer;
    timer.start();
    const SyncState before = context.client().state();
    const auto taken = context.await(context.client().takeSaves());
    if (!taken)
        return failWith(taken.error());
    const auto waited = waitUntilSent(context);
    if (waited == Context::Waited::NoLine)
        return failWith(context.whyNoLine());
    const SyncState state = context.client().state();
    printLine({{QStringLiteral("rows"), std::max<qint64>(0, state.rowsApplied - before.rowsApplied)},
               {QStringLiteral("bytes_in"), std::max<qint64>(0, state.bytesIn - before.bytesIn)},
               {QStringLiteral("bytes_out"), std::max<qint64>(0, state.bytesOut - before.bytesOut)},
               {QStringLiteral("seconds"), double(timer.elapsed()) / 1000.0},
               {QStringLiteral("pending"), state.pending},
               {QStringLiteral("rejected"), state.rejected},
               {QStringLiteral("complete"), state.complete}});
    return 0;
}

} // namespace

void addSessionCommands(CLI::App &app, Command &chosen)
{
    auto *signIn = app.add_subcommand("login", "sign in; the password is one line of standard input");
    auto given = values<LoginValues>();
    signIn->add_option("--server", given->server, "http(s)://host:port")->required()->type_name("URL");
    signIn->add_option("--user", given->user, "your handle")->required()->type_name("NAME");
    signIn->add_option("--ca", given->ca, "a further certificate to trust (PEM)")->type_name("FILE");
    signIn->add_flag("--no-store", given->noStore, "keep no secret");
    signIn->callback([&chosen, given] { chosen = [given](Context &context) { return login(context, *given); }; });

    app.add_subcommand("logout", "end this device's session and empty the profile")
        ->callback([&chosen] { chosen = opened(logout); });
    app.add_subcommand("passwd", "change the password; the old and the new one are lines of standard input")
        ->callback([&chosen] { chosen = opened(changePassword); });
    app.add_subcommand("status", "where this profile stands")->callback([&chosen] { chosen = opened(status); });
    app.add_subcommand("sync", "bring outbox and cache up to date")->callback([&chosen] { chosen = opened(sync); });

    auto *devices = app.add_subcommand("devices", "the devices that are signed in");
    auto device = values<std::string>();
    auto *revoke = devices->add_subcommand("revoke", "end a device's session");
    revoke->add_option("ID", *device)->required();
    devices->callback([&chosen, revoke, device] {
        chosen = opened(revoke->parsed() ? Command([device](Context &context) { return revokeDevice(context, *device); })
                                         : Command(listDevices));
    });
}

} // namespace parvis::cli

#include "app/cli/commands.h"

#include <QCoreApplication>

namespace {

int wrongUsage(const CLI::App &app, const CLI::ParseError &error)
{
    using namespace parvis;
    const QString detail = QString::fromStdString(error.what());
    const int code = cli::failWith({base::ErrorKind::Usage, QStringLiteral("command line"), detail});
    cli::tellPerson(QStringLiteral("see %1 --help").arg(QString::fromStdString(app.get_name())));
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    using namespace parvis::cli;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("parvis-cli"));

    CLI::App app("Parvis on the command line: reads and writes a company's network, online or not.", "parvis-cli");
    app.require_subcommand(1);
    app.fallthrough();
    std::string profile;
    bool offline = false;
    Context context;
    app.add_option("--profile", profile, "folder of the profile; made if absent")->required()->type_name("DIR");
    app.add_flag("--offline", offline, "open no socket");
    app.add_option("--wait", context.waitSeconds, "seconds to wait for the network at most")
        ->check(CLI::NonNegativeNumber)
        ->type_name("S");
    Command command;
    addSessionCommands(app, command);
    addReadCommands(app, command);
    addPostCommands(app, command);
    addGroupCommands(app, command);
    addScheduledCommands(app, command);
    addSearchCommand(app, command);
    addOutboxCommands(app, command);
    addNoticesCommand(app, command);
    addDocumentCommands(app, command);
    addDumpCommand(app, command);
    addWatchCommand(app, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &help) {
        return app.exit(help);
    } catch (const CLI::ParseError &error) {
        return wrongUsage(app, error);
    }
    context.options.profileDir = QString::fromStdString(profile);
    context.options.offline = offline;
    return command(context);
}

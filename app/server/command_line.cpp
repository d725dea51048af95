#include "command_line.h"

#include <QDir>
#include <QFileInfo>

#include <CLI/CLI.hpp>

#include <iostream>

namespace parvis::app {

namespace {

// Options write into a map by name, so that a command is the same value whether it runs here or in the serving process.
class Builder {
public:
    explicit Builder(CommandLine &line) : m_line(line) { }

    CLI::App *command(CLI::App *parent, const char *name, const char *help, bool secret = false)
    {
        auto *made = parent->add_subcommand(name, help);
        QString full = parent->get_parent() ? QString::fromStdString(parent->get_name()) + ' ' + name : QString(name);
        made->final_callback([this, full = std::move(full), secret] {
            m_line.request.name = full;
            m_line.wantsSecret = secret;
        });
        return made;
    }

    CLI::Option *text(CLI::App *command, const char *flags, const char *key, const char *help)
    {
        return command->add_option_function<std::string>(
            flags,
            [this, key = QString(key)](const std::string &value) {
                m_line.request.args[key] = QString::fromStdString(value);
            },
            help);
    }

    CLI::Option *file(CLI::App *command, const char *flags, const char *key, const char *help)
    {
        return command->add_option_function<std::string>(
            flags,
            [this, key = QString(key)](const std::string &value) {
                m_line.request.args[key] = QFileInfo(QString::fromStdString(value)).absoluteFilePath();
            },
            help);
    }

    void flag(CLI::App *command, const char *flags, const char *key, const char *help)
    {
        command->add_flag_callback(
            flags, [this, key = QString(key)] { m_line.request.args[key] = true; }, help);
    }

private:
    CommandLine &m_line;
};

void addUserCommands(CLI::App &app, Builder &make)
{
    auto *user = app.add_subcommand("user", "People and their passwords");
    user->require_subcommand(1);
    auto *add = make.command(user, "add", "Adds a person; the password is one line of standard input", true);
    make.text(add, "handle", "handle", "The person's handle")->required();
    make.text(add, "--name", "name", "The full name")->required();
    make.flag(add, "--guest", "guest", "A guest sees only the groups that they are put in");
    auto *passwd =
        make.command(user, "passwd", "Sets a password, one line of standard input; ends the person's sessions", true);
    make.text(passwd, "handle", "handle", "The person's handle")->required();
    auto *disable = make.command(user, "disable", "Ends the person's sessions and lets them in no more");
    make.text(disable, "handle", "handle", "The person's handle")->required();
    make.command(user, "list", "All people, one a line");
}

void addGroupCommands(CLI::App &app, Builder &make)
{
    auto *group = app.add_subcommand("group", "Groups and their members");
    group->require_subcommand(1);
    auto *add = make.command(group, "add", "Makes a group");
    make.text(add, "handle", "handle", "The group's handle")->required();
    make.text(add, "--title", "title", "The title, else the handle");
    make.text(add, "--kind", "kind", "community, project, site, interest or workspace");
    make.text(add, "--visibility", "visibility", "public, private or secret");
    make.command(group, "list", "All groups, one a line");
    auto *member = make.command(group, "member", "Adds a member, changes their role, or removes them");
    make.text(member, "group", "group", "The group's handle or id")->required();
    make.text(member, "person", "person", "The person's handle")->required();
    make.text(member, "--role", "role", "owner, moderator, member or guest");
    make.flag(member, "--remove", "remove", "The person leaves the group");
}

void addCompanyCommands(CLI::App &app, Builder &make, CommandLine &line)
{
    auto *init = make.command(&app, "init",
                              "Makes the folder of a new company; the password is one line of standard input", true);
    make.text(init, "--company", "company", "The company's name")->required();
    make.text(init, "--admin", "admin", "The administrator's handle")->required();
    auto *serve = make.command(&app, "serve", "Serves the company until SIGTERM");
    make.text(serve, "--listen", "listen", "ADDRESS:PORT; port 0 picks one");
    make.file(serve, "--cert", "cert", "Certificate and its chain, PEM");
    make.file(serve, "--key", "key", "The certificate's key, PEM");
    auto *import = app.add_subcommand("import", "Takes in what another system exported");
    import->require_subcommand(1);
    auto *slack = make.command(import, "slack", "The zip that Slack exports");
    make.file(slack, "file", "file", "The zip")->required();
    make.command(&app, "check", "Reads everything and says what is wrong");
    auto *demo = make.command(&app, "demo", "Makes the folder of a demo company");
    demo->add_option_function<qint64>(
            "--items", [&line](const qint64 &count) { line.request.args["items"] = double(count); },
            "About so many posts and comments")
        ->check(CLI::Range(qint64(0), qint64(100'000'000)));
    make.text(demo, "--until", "until", "When the last thing happened, as 2026-03-01T09:30:00Z; now if not given");
    auto *backup = make.command(&app, "backup", "Copies the company into one file, also while it is served");
    make.file(backup, "file", "file", "A file that does not exist yet")->required();
    auto *restore = make.command(&app, "restore", "Makes the folder from a backup");
    make.file(restore, "file", "file", "The backup")->required();
}

} // namespace

base::Result<std::optional<CommandLine>> parseCommandLine(int argc, char **argv)
{
    CommandLine line;
    CLI::App app("The server of Parvis.", "parvisd");
    app.set_version_flag("--version", "parvisd " PARVIS_VERSION);
    app.fallthrough(); // --data and --config may stand behind the command too
    std::string data, config;
    app.add_option("--data", data, "The company's folder")->required();
    app.add_option("--config", config, "A TOML file with listen, cert, key and [limits]");
    app.require_subcommand(1);
    Builder make(line);
    addCompanyCommands(app, make, line);
    addUserCommands(app, make);
    addGroupCommands(app, make);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &asked) {
        app.exit(asked, std::cout, std::cerr);
        return std::optional<CommandLine>();
    } catch (const CLI::ParseError &error) {
        return base::fail(base::ErrorKind::Usage, "command line",
                          QString("%1. 'parvisd --help' shows the commands.").arg(QString::fromUtf8(error.what())));
    }
    line.dataDir = QDir::cleanPath(QFileInfo(QString::fromStdString(data)).absoluteFilePath());
    line.configFile = QString::fromStdString(config);
    return line;
}

} // namespace parvis::app

#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>

namespace parvis::cli {

// What the command line asked for. Runs once; gives the exit code.
using Command = std::function<int(Context &)>;

// Opens the profile first.
Command opened(Command command);

// Each adds its commands to the parser; parsing puts the chosen one into `chosen`.
void addSessionCommands(CLI::App &app, Command &chosen);
void addGroupCommands(CLI::App &app, Command &chosen);
void addPlaceCommands(CLI::App &group, Command &chosen); // to those of `group`
void addScheduledCommands(CLI::App &app, Command &chosen);
void addPostCommands(CLI::App &app, Command &chosen);
void addReadCommands(CLI::App &app, Command &chosen);
void addSearchCommand(CLI::App &app, Command &chosen);
void addOutboxCommands(CLI::App &app, Command &chosen);
void addNoticesCommand(CLI::App &app, Command &chosen);
void addDocumentCommands(CLI::App &app, Command &chosen);
void addDumpCommand(CLI::App &app, Command &chosen);
void addWatchCommand(CLI::App &app, Command &chosen);

// Values of a command's options live as long as the parser.
template<class T>
std::shared_ptr<T> values()
{
    return std::make_shared<T>();
}

inline QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

// A group by id or handle, a person by handle (or id), an id. Errors Refused (unknown here), Usage (not an id).
base::Result<store::GroupItem> groupNamed(Context &context, const QString &idOrHandle);
base::Result<store::PersonCard> personNamed(Context &context, const QString &handle);
base::Result<model::Uuid> idFrom(const QString &text);
// Where a text goes or stands: --group GROUP or --wall company|PERSON.
struct PlaceName {
    std::string group;
    std::string wall;
};
struct Place {
    model::ScopeId scope;
    model::PersonId wall;
};
base::Result<Place> placeNamed(Context &context, const PlaceName &name);

// The handles of the groups known here, by scope; for lines that name a group.
QHash<model::ScopeId, QString> groupHandles(Context &context);

// RFC 3339, or seconds from now written as "+90". Error Usage.
base::Result<base::Time> timeFrom(const QString &text, base::Time now);

// Runs a wish that appends one operation; waits, online, until the server has answered it; prints {"id","state"}. A wish
// refused because something is not known here is tried again after catching up.
using Wish = std::function<base::Result<client::Written>()>;
int write(Context &context, const Wish &wish);

} // namespace parvis::cli

#pragma once

#include "server/admin/command.h"

#include <optional>

namespace parvis::app {

// What the command line says. `request.name` is the command; "serve" has its options in `request.args` too.
struct CommandLine {
    QString dataDir;
    QString configFile;
    server::CommandRequest request;
    bool wantsSecret = false; // one line of standard input
};

// Nothing: help or version were asked for and printed. Error Usage.
base::Result<std::optional<CommandLine>> parseCommandLine(int argc, char **argv);

} // namespace parvis::app

#pragma once

#include "command_line.h"

namespace parvis::app {

// Serves until SIGTERM or SIGINT. Prints {"listening":"127.0.0.1:41234"} once it accepts.
server::CommandResult serve(const CommandLine &line, const server::Env &env, QIODevice &out);

} // namespace parvis::app

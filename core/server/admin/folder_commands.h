#pragma once

#include "server/admin/command.h"

namespace parvis::server {

// The commands that need a folder which nobody serves. All fail with Conflict where the folder is in use.

// Runs any command of run() on the folder, opened for it.
CommandResult runOnFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out);

// args: company, admin; the admin's password in `secret`.
CommandResult initFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out);
// args: items, until (RFC 3339). Makes the folder.
CommandResult demoFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out);
// args: file
CommandResult restoreFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out);

} // namespace parvis::server

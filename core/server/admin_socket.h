#pragma once

#include "server/admin/command.h"

#include <memory>
#include <optional>

namespace parvis::server {

// DIR/admin.sock, mode 0600: how the commands of `parvisd` reach the one that serves the folder. One command at a time, on a
// thread of its own. To be opened by the holder of the folder only: what a killed process left there is replaced.
class AdminSocket {
public:
    using Handler = std::function<CommandResult(const CommandRequest &, QIODevice &out)>;

    static base::Result<std::unique_ptr<AdminSocket>> listen(const QString &dataDir, Handler handler);
    ~AdminSocket(); // a command that runs is waited for

private:
    struct Private;
    explicit AdminSocket(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

// Runs the command in the process that serves the folder. Nothing: nobody serves it.
std::optional<CommandResult> askServer(const QString &dataDir, const CommandRequest &request, QIODevice &out);

} // namespace parvis::server

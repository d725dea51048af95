#pragma once

#include "server/auth_store.h"
#include "server/blobs/blob_store.h"
#include "server/listener.h"
#include "server/people.h"

#include <memory>

namespace parvis::server {

struct ServerOptions {
    QString dataDir; // made by DataFolder::init, a demo or a restore
    ListenerOptions listen;
    int readers = 2;         // threads that read rows
    bool adminSocket = true; // commands of `parvisd` reach this process through DIR/admin.sock
    HashCost hashCost;
    BlobLimits blobs;
    QString textProgram; // reads the text of documents (extract/worker.h); empty: nobody does
};

// A company's server in this process: what `parvisd serve` runs, and the desktop client where it hosts a company itself.
// start() once, stop() once, on one thread. `env` outlives it.
class Server {
public:
    Server(ServerOptions options, const Env &env);
    ~Server(); // stops

    // "127.0.0.1:41234" or "[::1]:41234", once it accepts. Errors Usage, Conflict (folder or port in use), Storage.
    base::Result<QString> start();
    // Tells all clients to come back later, lets them go and ends. At most about 6 s, unless a command is being worked on.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::server

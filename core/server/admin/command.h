#pragma once

#include "server/auth_store.h"
#include "server/blobs/blob_store.h"
#include "server/people.h"
#include "server/row_store.h"

#include <QIODevice>
#include <QJsonObject>

#include <functional>

namespace parvis::server {

// One command of `parvisd` on a company, the same whether the program opened the folder itself or asks the one that serves.
struct CommandRequest {
    QString name;     // "user add", "group member", "check" …
    QJsonObject args; // by the names of the command line; paths are absolute
    QString secret;   // never in args

    QByteArray toJson() const;
    static base::Result<CommandRequest> fromJson(const QByteArray &json);
};

// What a command may touch. Any one thread at a time.
struct AdminContext {
    QString dataDir;
    RowStore &rows;
    AuthStore &auth;
    BlobStore &blobs;
    Env env;
    // One transaction, committed when it returns without an error; blocks until then.
    std::function<base::Result<void>(std::function<base::Result<void>(WriteView &)>)> write;
    std::function<base::Result<void>()> advanceLineage;
};

using CommandResult = base::Result<int>; // the exit code; on an error nothing has been written to `out`

// Writes JSON to `out`, one document a line. Error Usage: unknown command or wrong arguments.
CommandResult run(const CommandRequest &request, AdminContext &context, QIODevice &out);

} // namespace parvis::server

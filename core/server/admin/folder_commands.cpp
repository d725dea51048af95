#include "server/admin/folder_commands.h"

#include "server/admin/command_table.h"
#include "server/backup.h"
#include "server/blobs/blob_store.h"
#include "server/data_folder.h"
#include "server/demo/demo.h"
#include "server/lineage.h"
#include "store/database.h"

#include <QDir>
#include <QFile>

namespace parvis::server {

CommandResult runOnFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out)
{
    const auto folder = DataFolder::open(dataDir, env);
    if (!folder)
        return base::fail(folder.error());
    RowStore &rows = (*folder)->rows();
    AdminContext context{dataDir,
                         rows,
                         (*folder)->auth(),
                         (*folder)->blobs(),
                         env,
                         [&](const std::function<base::Result<void>(WriteView &)> &change) -> base::Result<void> {
                             const auto view = rows.write();
                             auto result = change(*view);
                             if (result)
                                 view->commit();
                             return result;
                         },
                         [&] { return advanceLineage(dataDir, rows); }};
    return run(request, context, out);
}

CommandResult initFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out)
{
    const auto folder = DataFolder::init(
        dataDir, {request.args["company"].toString(), request.args["admin"].toString(), {}, request.secret}, env);
    if (!folder)
        return base::fail(folder.error());
    admin::print(out, {{"company", (*folder)->company().toString()}, {"data", dataDir}});
    return 0;
}

CommandResult demoFolder(const QString &dataDir, const CommandRequest &request, const Env &env, QIODevice &out)
{
    DemoOptions options;
    options.items = qint64(request.args["items"].toDouble());
    if (const QString text = request.args["until"].toString(); !text.isEmpty()) {
        const auto until = base::Time::fromRfc3339(text);
        if (!until)
            return base::fail(base::ErrorKind::Usage, "demo.until",
                              QString("'%1' is not a time: write it as 2026-03-01T09:30:00Z").arg(text));
        options.until = *until;
    }
    // The company comes with the demo, so the folder is put together here and not by DataFolder.
    const auto fail = [&](const base::Error &error) { return base::fail(error); };
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;
    if (!QDir().mkpath(dataDir) || !QFile::setPermissions(dataDir, owner | QFile::ExeOwner))
        return base::fail(base::ErrorKind::Storage, dataDir, "The folder cannot be made. Check who owns its parent.");
    const auto lock = FolderLock::take(dataDir);
    if (!lock)
        return fail(lock.error());
    for (const char *name : {"/server.db", "/auth.db", "/blobs.db"}) {
        QFile file(dataDir + name);
        if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(owner))
            return base::fail(base::ErrorKind::Storage, file.fileName(),
                              "The file cannot be made: " + file.errorString());
    }
    const auto rows = openSqliteRowStore(dataDir + "/server.db");
    if (!rows)
        return fail(rows.error());
    const auto auth = AuthStore::open(dataDir + "/auth.db", env.clock, env.random);
    if (!auth)
        return fail(auth.error());
    const auto blobs = BlobStore::open(dataDir, env.clock);
    if (!blobs)
        return fail(blobs.error());
    options.blobs = blobs->get();
    const auto report = makeDemo(**rows, auth->get(), options, env.clock, env.random);
    if (!report)
        return fail(report.error());
    const auto marked = checkLineage(dataDir, **rows, env.random);
    if (!marked)
        return fail(marked.error());
    admin::print(out, report->toJson());
    return 0;
}

CommandResult restoreFolder(const QString &dataDir, const CommandRequest &request, const Env &, QIODevice &out)
{
    const QString file = request.args["file"].toString();
    const auto done = restore(file, dataDir);
    if (!done)
        return base::fail(done.error());
    admin::print(out, {{"data", dataDir}, {"file", file}});
    return 0;
}

} // namespace parvis::server

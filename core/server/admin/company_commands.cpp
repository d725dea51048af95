#include "server/admin/command_table.h"

#include "server/backup.h"
#include "server/blobs/blob_check.h"
#include "server/document_texts.h"
#include "server/import/slack_import.h"
#include "store/database.h"

#include <QJsonArray>

namespace parvis::server::admin {

CommandResult importSlackArchive(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    std::optional<ImportReport> report;
    const auto done = context.write([&](WriteView &view) -> base::Result<void> {
        auto made =
            importSlack(request.args["file"].toString(), view, &context.auth, context.env.clock, context.env.random);
        if (!made)
            return base::fail(made.error());
        report = std::move(*made);
        return {};
    });
    if (!done)
        return base::fail(done.error());
    const auto registered = registerAccounts(*report, context.auth);
    if (!registered)
        return base::fail(registered.error());
    report->writeJson(out);
    out.write("\n");
    return 0;
}

CommandResult checkAll(const CommandRequest &, AdminContext &context, QIODevice &out)
{
    CheckReport report = context.rows.check();
    checkBlobs(*context.rows.read(), context.blobs, report);
    // No problem: they are being read, or the program that reads their kind is missing.
    if (const auto unread = store::guarded([&] { return unreadDocuments(*context.rows.read()); }))
        report.checked.insert(QStringLiteral("texts_missing"), qint64(unread->size()));
    QJsonObject checked;
    for (const auto &[kind, count] : report.checked.asKeyValueRange())
        checked[kind] = count;
    QJsonArray problems;
    for (const auto &problem : report.problems)
        problems.append(QJsonObject{{"kind", problem.kind}, {"where", problem.where}, {"detail", problem.detail}});
    print(out, {{"ok", problems.isEmpty()}, {"checked", checked}, {"problems", problems}});
    return problems.isEmpty() ? 0 : 1;
}

CommandResult backupTo(const CommandRequest &request, AdminContext &context, QIODevice &out)
{
    const QString file = request.args["file"].toString();
    const auto copied = backup(context.dataDir, file);
    if (!copied)
        return base::fail(copied.error());
    // The copy is from before this mark, wherever it may be put back.
    const auto marked = context.advanceLineage();
    if (!marked)
        return base::fail(marked.error());
    print(out, {{"file", file}});
    return 0;
}

} // namespace parvis::server::admin

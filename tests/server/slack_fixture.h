#pragma once

#include "server/import/slack_import.h"
#include "server/people.h"
#include "server/zip_builder.h"

#include <QBuffer>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>

namespace parvis::tests {

using namespace parvis::server;

// A workspace export as a plain map of files, and a company to take it in.
using Files = QMap<QByteArray, QByteArray>;

inline QByteArray zipped(const Files &files)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ZipBuilder zip(buffer);
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        zip.add(it.key(), it.value());
    zip.finish();
    return buffer.data();
}

inline QByteArray user(const char *id, const char *name, const QByteArray &more = {}, const QByteArray &profile = {})
{
    return QByteArray("{\"id\":\"") + id + "\",\"team_id\":\"T1\",\"name\":\"" + name + "\",\"real_name\":\"Real "
           + name + "\"" + (more.isEmpty() ? "" : "," + more) + ",\"profile\":{" + profile + "}}";
}

inline QByteArray channel(const char *id, const char *name, const char *members = "\"U1\",\"U2\"")
{
    return QByteArray("{\"id\":\"") + id + "\",\"name\":\"" + name
           + "\",\"created\":1500000000,\"creator\":\"U2\",\"members\":[" + members + "]}";
}

inline QByteArray message(const char *ts, const char *userId, const QByteArray &text, const QByteArray &more = {})
{
    return QByteArray("{\"type\":\"message\",\"ts\":\"") + ts + "\""
           + (userId ? QByteArray(",\"user\":\"") + userId + "\"" : "") + ",\"text\":\"" + text + "\""
           + (more.isEmpty() ? "" : "," + more) + "}";
}

inline QByteArray list(const QList<QByteArray> &objects)
{
    return "[" + objects.join(",\n") + "]";
}

inline Files smallExport()
{
    return {{"users.json", list({user("U1", "ada"), user("U2", "bob")})},
            {"channels.json", list({channel("C1", "general")})},
            {"general/2020-01-02.json", list({message("1577923200.000100", "U1", "Hello")})}};
}

struct World {
    base::ManualClock clock{{1'700'000'000'000'000}};
    base::SeededRandom random{7};
    std::unique_ptr<RowStore> store = makeMemoryRowStore();
    QTemporaryDir dir;

    World()
    {
        const auto view = store->write();
        if (createCompany(*view, {"Acme", {}, {}}, {clock, random}))
            view->commit();
    }

    QString saved(const QByteArray &zip)
    {
        const QString path = dir.filePath("export.zip");
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(zip);
        return path;
    }

    base::Result<ImportReport> take(const QByteArray &zip, AuthStore *accounts = nullptr)
    {
        return importSlack(saved(zip), *store, accounts, clock, random);
    }
    base::Result<ImportReport> take(const Files &files) { return take(zipped(files)); }

    std::vector<StoredRow> rows(const ScopeId &scope)
    {
        const auto view = store->read();
        std::vector<StoredRow> all;
        const auto info = view->scope(scope);
        qint64 from = 0;
        while (info && from < info->head) {
            auto read = view->ascending(scope, from, info->head, {}, 10'000, 1 << 24);
            all.insert(all.end(), read.rows.begin(), read.rows.end());
            from = read.reached;
        }
        return all;
    }

    // Everything that is there, byte for byte: scopes with their numbers, and all rows.
    std::vector<std::pair<ScopeInfo, std::vector<StoredRow>>> everything()
    {
        std::vector<std::pair<ScopeInfo, std::vector<StoredRow>>> all;
        for (const ScopeInfo &info : store->read()->scopes())
            all.emplace_back(info, rows(info.scope));
        return all;
    }

    template<class S>
    QList<S> entities(const ScopeId &scope)
    {
        QList<S> found;
        for (const StoredRow &row : rows(scope)) {
            if (row.deleted || row.kind != qint64(S::kind))
                continue;
            if (auto decoded = protocol::decodeEntity(S::kind, row.payload))
                found.append(std::get<S>(decoded->entity));
        }
        return found;
    }

    ScopeId groupScope(const QString &handle)
    {
        const auto id = groupByHandle(*store->read(), handle);
        return ScopeId::group(id.value_or(model::GroupId()));
    }
    QList<model::Post> posts(const QString &handle) { return entities<model::Post>(groupScope(handle)); }
    QList<model::Comment> comments(const QString &handle) { return entities<model::Comment>(groupScope(handle)); }
};

} // namespace parvis::tests

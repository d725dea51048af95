#include "bench/prepared.h"

#include "bench/sync_client.h"

#include <QDir>

#include <cstdio>

namespace parvis::bench {

namespace {

// Raised whenever what is made here changes, so that older files are not taken for it.
constexpr int generation = 3;

// Made under another name first: what is there is whole.
template<class Make>
QString kept(const Settings &settings, const QString &name, Make &&make)
{
    const QString path = QStringLiteral("%1/%2-g%3").arg(settings.keepDir, name).arg(generation);
    if (QDir(path).exists())
        return path;
    std::fprintf(stderr, "making %s\n", qPrintable(path));
    const QString draft = path + QStringLiteral(".draft");
    QDir(draft).removeRecursively();
    if (!QDir().mkpath(draft))
        throw NotMeasured{QStringLiteral("cannot make %1").arg(draft)};
    make(draft);
    if (!QDir().rename(draft, path))
        throw NotMeasured{QStringLiteral("cannot rename %1").arg(draft)};
    return path;
}

} // namespace

QString preparedStore(const Settings &settings, qint64 items)
{
    const auto make = [&](const QString &dir) {
        const Company company;
        const auto store = take(server::openSqliteRowStore(dir + QStringLiteral("/server.db")));
        foundCompany(*store, company);
        Filler(*store, company).addItems(items);
    };
    return kept(settings, QStringLiteral("store-%1").arg(items), make) + QStringLiteral("/server.db");
}

QString preparedProfile(const Settings &settings, qint64 items)
{
    const QString storePath = preparedStore(settings, items);
    const QString dir = kept(settings, QStringLiteral("profile-%1").arg(items), [&](const QString &dir) {
        const Company company;
        const auto store = take(server::openSqliteRowStore(storePath));
        LocalServer server(*store, LocalServer::Mode::Threads);
        SyncClient client(dir, server, company.reader());
        client.connect();
        client.runUntil([&] { return client.progress().complete; });
        while (take(client.cache().mergeText(1'000))) {
        }
        take(client.cache().compact());
    });
    // A file of an older build is brought up to date, as the program does when it starts.
    take(store::Cache::open(dir + QStringLiteral("/cache.db")));
    return dir;
}

} // namespace parvis::bench

#include "store/cache_connection.h"

#include "store/cache_sql.h"
#include "store/fts_tokenizer.h"
#include "store/relevance.h"

#include <iterator>

namespace parvis::store {

namespace {

constexpr int schemaVersion = int(std::size(cache::sql::migrations)) - 1;

void checkVersion(Database &db)
{
    if (db.scalar("PRAGMA user_version") == schemaVersion)
        return;
    throw Failure{{base::ErrorKind::Storage, QStringLiteral("cache.open"),
                   QStringLiteral("%1 was written by another version. Start the program that owns it once, so that it "
                                  "brings the file up to date.")
                       .arg(db.path())}};
}

} // namespace

base::Result<std::unique_ptr<Database>> openCacheConnection(const QString &path, const OpenOptions &options)
{
    auto opened = Database::open(path, options);
    if (!opened)
        return opened;
    const auto registered = guarded([&] {
        registerTokenizer(**opened);
        registerRelevance(**opened);
        if (options.readOnly)
            checkVersion(**opened);
    });
    if (!registered)
        return base::fail(registered.error());
    if (!options.readOnly) {
        const auto migrated = migrate(**opened, cache::sql::migrations);
        if (!migrated)
            return base::fail(migrated.error());
    }
    return opened;
}

} // namespace parvis::store

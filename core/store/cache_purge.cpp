#include "store/cache.h"

#include "store/cache_private.h"
#include "store/cache_sql.h"

namespace parvis::store {

using namespace cache;
using base::Result;
using model::ScopeId;

Result<QList<ScopeId>> Cache::purgeIntents()
{
    return guarded([&] {
        QList<ScopeId> scopes;
        Statement read = d->db->prepare(sql::intentReadAll);
        while (read.step()) {
            if (const auto scope = ScopeId::fromString(read.text(0)))
                scopes.append(*scope);
        }
        return scopes;
    });
}

void Cache::Private::scrub()
{
    // The full text keeps the words of deleted rows until its segments are merged into one, the file keeps the bytes of
    // freed pages until it is written anew, and the log keeps both until it is cut.
    text.optimize();
    db->exec("VACUUM");
    Statement cut = db->prepare("PRAGMA wal_checkpoint(TRUNCATE)");
    const bool busy = cut.step() && cut.boolean(0);
    cut.reset();
    if (busy)
        throw Failure{{base::ErrorKind::Storage, QStringLiteral("cache.purge"),
                       QStringLiteral("Another program is reading the cache. The purge goes on at the next start.")}};
}

Result<ChangeSet> Cache::purge(const ScopeId &scope)
{
    auto changes = d->write([&] {
        ChangeSet gone;
        gone.scopes.insert(scope);
        gone.wide = true;
        gone.coverage = true;
        gone.notices = true;
        d->db->prepare(sql::intentAdd).with(scope.toString()).run();
        if (const ScopeRow *row = d->scopes.find(scope)) {
            d->rows.purge(row->key);
            d->scopes.remove(scope);
        }
        return gone;
    });
    if (!changes)
        return changes;
    const auto done = guarded([&] {
        d->scrub();
        d->db->prepare(sql::intentRemove).with(scope.toString()).run();
    });
    return done ? changes : base::fail(done.error());
}

Result<void> Cache::compact()
{
    return guarded([&] {
        d->db->exec("VACUUM");
        // A reader may hold the log back; it is cut the next time then.
        d->db->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

Result<void> Cache::wipe()
{
    const auto emptied = d->write([&] {
        d->rows.wipe();
        d->db->exec(sql::everythingElseWipe);
        return true;
    });
    if (!emptied)
        return base::fail(emptied.error());
    d->forget();
    return guarded([&] { d->scrub(); });
}

} // namespace parvis::store

#include "store/cache.h"

#include "store/cache_connection.h"
#include "store/cache_private.h"
#include "store/cache_sql.h"

#include <QElapsedTimer>

namespace parvis::store {

using namespace cache;
using base::Result;
using model::ScopeId;
using model::Uuid;

Cache::Cache(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
Cache::~Cache() = default;

Result<std::unique_ptr<Cache>> Cache::open(const QString &path)
{
    auto opened = openCacheConnection(path);
    if (!opened)
        return base::fail(opened.error());
    return guarded([&] {
        // What is deleted is overwritten where that costs no further write; a purge does the rest.
        (*opened)->exec("PRAGMA secure_delete=FAST");
        auto priv = std::make_unique<Private>(std::move(*opened));
        {
            Transaction transaction(*priv->db);
            priv->notices.fill(priv->scopes);
            transaction.commit();
        }
        if (!priv->text.hasFiles()) {
            Transaction transaction(*priv->db);
            priv->rows.indexFiles(priv->scopes.keys());
            transaction.commit();
        }
        if (priv->rows.hasUnknown()) {
            Transaction transaction(*priv->db);
            priv->rows.adoptUnknown();
            priv->text.finish();
            transaction.commit();
        }
        if (priv->rows.tagUses().isUncounted()) {
            Transaction transaction(*priv->db);
            priv->rows.tagUses().countAll();
            transaction.commit();
        }
        return std::unique_ptr<Cache>(new Cache(std::move(priv)));
    });
}

void Cache::Private::forget()
{
    text.forget();
    // Best effort: if the file cannot even be read, the next call says so.
    (void)guarded([&] {
        scopes.reload();
        rows.reload();
        notices.reload();
    });
}

Result<Identity> Cache::identity()
{
    return guarded([&] {
        Identity identity;
        Statement read = d->db->prepare(sql::identityRead);
        if (read.step())
            identity = {read.text(0), read.text(1), read.uuid(2), read.id<model::PersonId>(3),
                        read.id<model::DeviceId>(4)};
        return identity;
    });
}

Result<void> Cache::setIdentity(const Identity &identity)
{
    return guarded([&] {
        d->db->prepare(sql::identityWrite)
            .with(identity.server, identity.user, identity.company, identity.person, identity.device)
            .run();
        d->notices.reload();
    });
}

Result<QList<ScopeState>> Cache::scopes()
{
    return d->scopes.states();
}

QList<model::Membership> Cache::Private::memberships(model::PersonId person)
{
    QList<model::Membership> list;
    const ScopeRow *scope = scopes.find(ScopeId::person(person));
    if (!scope)
        return list;
    Statement read = db->prepare(kindSql(model::Kind::Membership).rowsOfScope);
    read.with(scope->key.key);
    while (read.step())
        list.append(readFields<model::Membership>(read));
    return list;
}

Result<QList<model::Membership>> Cache::memberships(model::PersonId person)
{
    return guarded([&] { return d->memberships(person); });
}

Result<qint64> Cache::heldRev(const ScopeId &scope, const Uuid &id)
{
    return guarded([&] {
        const ScopeRow *row = d->scopes.find(scope);
        return row ? d->rows.heldRev(row->key.key, id) : qint64(0);
    });
}

Result<void> Cache::checkpoint()
{
    // A commit with synchronous FULL syncs the log, and with it every commit before; rewriting the file's header with
    // what it says is the smallest one.
    return guarded([&] {
        d->db->exec("PRAGMA synchronous=FULL");
        const auto put = guarded([&] { d->db->exec("PRAGMA application_id=1346458201"); });
        d->db->exec("PRAGMA synchronous=NORMAL");
        if (!put)
            throw Failure{put.error()};
    });
}

Result<bool> Cache::mergeText(int budgetMs)
{
    constexpr int pagesAStep = 64;
    QElapsedTimer spent;
    spent.start();
    bool more = true;
    while (more && spent.elapsed() < budgetMs) {
        const auto step = d->write([&] { return d->text.mergeStep(pagesAStep); });
        if (!step)
            return step;
        more = *step;
    }
    return more;
}

} // namespace parvis::store

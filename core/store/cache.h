#pragma once

#include "base/result.h"
#include "protocol/rows.h"
#include "store/change_set.h"
#include "store/scope_state.h"

#include <functional>
#include <memory>
#include <span>

namespace parvis::store {

class Database;

// Who and where: kept in the cache so that the client can start offline.
struct Identity {
    QString server;   // "https://host:port"
    QString user;     // handle
    model::Uuid company;
    model::PersonId person;
    model::DeviceId device;
    bool operator==(const Identity &) const = default;
};

// The writing side of cache.db: server truth only, never a pending operation (design, "Writing"). One connection, one
// thread (the sync thread). Every call is one transaction: rows, full text and scope state together, or nothing.
class Cache {
public:
    // Makes or upgrades the file. ":memory:" for tests. Error Storage.
    static base::Result<std::unique_ptr<Cache>> open(const QString &path);
    ~Cache();

    base::Result<Identity> identity();
    base::Result<void> setIdentity(const Identity &identity);

    // All scopes with any state, in no order.
    base::Result<QList<ScopeState>> scopes();

    // Upserts each row whose rev is above the one held (a held row of an older epoch counts as rev 0), deletes for
    // tombstones, keeps rows of unknown kinds for a later build, fills the full text, and stores `after`.
    // Rows with a payload that cannot be read are kept as unknown too. Rows may come in any order.
    base::Result<ChangeSet> apply(const ScopeState &after, std::span<const protocol::WireRow> rows);

    // Removes the held rows of the scope with id in (after, through] that are not in `live` and have rev <= asOf
    // (sync rule 11), and stores the state.
    base::Result<ChangeSet> dropUnlisted(const ScopeState &after, const model::Uuid &afterId, const model::Uuid &through,
                                         const QList<model::Uuid> &live, qint64 asOf);

    // Adopts a new epoch: all rows of the scope become unverified, below every rev (rule 16), and stores the state.
    base::Result<ChangeSet> unverify(const ScopeState &after);
    // Deletes what is still unverified, and stores the state.
    base::Result<ChangeSet> dropUnverified(const ScopeState &after);

    // The memberships held in the person's own scope.
    base::Result<QList<model::Membership>> memberships(model::PersonId person);

    // Purge in steps that survive a crash (rule 35): intents are stored in the same transaction as the rows that cause
    // them (`apply` of the person's scope followed by `intend` inside one `applyPerson`), then carried out.
    base::Result<ChangeSet> applyPerson(const ScopeState &after, std::span<const protocol::WireRow> rows,
                                        const std::function<QList<model::ScopeId>(const QList<model::Membership> &)> &purges);
    base::Result<QList<model::ScopeId>> purgeIntents();
    // Removes every byte of the scope from the file: rows, full text, unknown rows, state, intent; then secure delete,
    // vacuum and truncation of the WAL. Drafts, bookmarks and read marks in person: that name the scope are the
    // server's to delete.
    base::Result<ChangeSet> purge(const model::ScopeId &scope);

    // The rev at which this entity is held in this scope; 0 if not held. For the end of an overlay (rule 27).
    base::Result<qint64> heldRev(const model::ScopeId &scope, const model::Uuid &id);

    // Makes everything committed durable (the cache commits with synchronous NORMAL): before outbox rows are deleted.
    base::Result<void> checkpoint();

    // Merges full-text segments for about `budgetMs`; true if there is more to do. Called when idle.
    base::Result<bool> mergeText(int budgetMs);

    // Writes the file anew without its gaps: after a first sync, which fills it from the newest row downwards, about a
    // tenth smaller. Takes a second or so per 100 MB and blocks: for idle time, once.
    base::Result<void> compact();

    // Wipes everything but keeps the file.
    base::Result<void> wipe();

private:
    struct Private;
    explicit Cache(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace parvis::store

#include "store/cache_sql.h"
#include "store/outbox_rows.h"
#include "store/reader_private.h"

namespace parvis::store {

using namespace cache;
using model::ScopeId;

void Reader::Private::refresh()
{
    // The outbox first, the cache second: the writer commits the cache before it clears the outbox, so what moves from
    // one to the other is seen twice at worst, never not at all.
    const qint64 outboxNow = number("PRAGMA outbox.data_version");
    const bool outboxMoved = outboxNow != outboxVersion;
    QSet<ScopeId> purged;
    if (outboxMoved) {
        entries.clear();
        Statement &read = of(sql::attachedOperations);
        while (read.step()) {
            if (const auto entry = readOutboxEntry(read))
                entries.append(*entry);
        }
        Statement &lost = of(sql::attachedPurged);
        while (lost.step()) {
            if (const auto scope = ScopeId::fromString(lost.text(0)))
                purged.insert(*scope);
        }
    }
    const qint64 cacheNow = number("PRAGMA main.data_version");
    const bool cacheMoved = cacheNow != cacheVersion;
    if (cacheMoved) {
        scopes.clear();
        scopeOfKey.clear();
        for (const ScopeRow &row : readScopes(*db)) {
            scopes.insert(row.state.scope, row);
            scopeOfKey.insert(row.key.key, row.state.scope);
        }
        Statement &identity = of(sql::identityRead);
        const model::PersonId was = std::exchange(me, identity.step() ? identity.id<model::PersonId>(3) : model::PersonId());
        identity.reset();
        if (was != me && !outboxMoved) {
            outboxVersion = -1;
            cacheVersion = cacheNow;
            return refresh();
        }
    }
    if (outboxMoved)
        overlay = Overlay(entries, purged, me);
    if (outboxMoved || cacheMoved) {
        cards.clear();
        places.clear();
        marks.clear();
        settings.reset();
        deletedComments.reset();
    }
    outboxVersion = outboxNow;
    cacheVersion = cacheNow;
}

Statement &Reader::Private::of(const char *text)
{
    const auto at = statements.find(text);
    if (at != statements.end())
        return at->second;
    return statements.emplace(text, db->prepare(text)).first->second;
}

Reader::Private::KindStatements &Reader::Private::of(model::Kind kind)
{
    auto &slot = kinds[size_t(kind)];
    if (!slot) {
        const KindSql text = kindSql(kind);
        slot = std::make_unique<KindStatements>(KindStatements{db->prepare(text.held), db->prepare(text.row),
                                                               db->prepare(text.rowOfKey),
                                                               db->prepare(text.idsOfScope)});
    }
    return *slot;
}

} // namespace parvis::store

#include "store/reader.h"

#include "model/derived_ids.h"
#include "store/cache_connection.h"
#include "store/cache_sql.h"
#include "store/reader_private.h"

namespace parvis::store {

using namespace cache;
using base::Result;
using model::Kind;
using model::ScopeId;
using model::ScopeType;
using model::Uuid;

Reader::Reader(std::unique_ptr<Private> priv) : d(std::move(priv)) { }
Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const QString &cachePath, const QString &outboxPath)
{
    auto opened = openCacheConnection(cachePath, {.readOnly = true});
    if (!opened)
        return base::fail(opened.error());
    return guarded([&] {
        // Attached files are opened as the connection is: read only.
        (*opened)->prepare("ATTACH ?1 AS outbox").with(outboxPath).run();
        auto priv = std::make_unique<Private>();
        priv->db = std::move(*opened);
        return std::unique_ptr<Reader>(new Reader(std::move(priv)));
    });
}

Result<std::optional<model::Company>> Reader::company()
{
    return d->read([&]() -> std::optional<model::Company> {
        for (const SeenRow &row : d->seenAll(Kind::Company, ScopeId::company()))
            return row.as<model::Company>();
        return std::nullopt;
    });
}

Result<QList<OutboxEntry>> Reader::outbox()
{
    return d->read([&] {
        QList<OutboxEntry> shown = d->entries;
        shown.removeIf([](const OutboxEntry &entry) { return entry.isVoid; });
        return shown;
    });
}

Result<std::optional<Reader::Found>> Reader::find(const Uuid &id)
{
    return d->read([&]() -> std::optional<Found> {
        for (const Kind kind : model::allKinds) {
            if (const auto row = d->seen(kind, id))
                return Found{row->scope, row->rev, *row->entity};
        }
        return std::nullopt;
    });
}

SyncSummary Reader::Private::summary()
{
    SyncSummary summary;
    QSet<ScopeId> wanted{ScopeId::person(me), ScopeId::company()};
    bool guest = false;
    for (const SeenRow &row : seenAll(Kind::Membership, ScopeId::person(me))) {
        const auto scope = ScopeId::fromString(row.as<model::Membership>().place);
        if (!scope)
            continue;
        wanted.insert(*scope);
        const auto self = heldRow(Kind::Member, *scope, model::memberId(scope->groupId(), me));
        guest = guest || (self && std::get<model::Member>(self->entity).guest);
    }
    // Everybody but guests holds the directory, and a guest's own member rows say so.
    if (!guest)
        wanted.insert(ScopeId::directory());
    for (auto each = scopes.cbegin(); each != scopes.cend(); ++each)
        wanted.insert(each.key());

    qint64 latest = 0;
    summary.complete = true;
    for (const ScopeId &scope : wanted) {
        const auto row = scopes.constFind(scope);
        SyncSummary::Scope state;
        state.scope = scope;
        state.title = place(scope, {}).title;
        if (row != scopes.constEnd()) {
            state.complete = row->state.complete();
            state.completeUpTo = row->state.completeUpTo();
        }
        summary.complete = summary.complete && state.complete;
        latest = latest < 0 || state.completeUpTo < 0 ? -1 : qMax(latest, state.completeUpTo);
        summary.scopes.append(state);
    }
    std::sort(summary.scopes.begin(), summary.scopes.end(),
              [](const auto &a, const auto &b) { return a.scope < b.scope; });
    const auto own = scopes.constFind(ScopeId::person(me));
    const bool knowsPlaces = own != scopes.constEnd() && own->state.complete();
    summary.completeUpTo = knowsPlaces ? latest : -1;
    for (const OutboxEntry &entry : entries) {
        summary.rejected += entry.state == OutboxState::Rejected;
        summary.pending += entry.state != OutboxState::Rejected && !entry.isVoid;
    }
    return summary;
}

Result<SyncSummary> Reader::summary()
{
    return d->read([&] { return d->summary(); });
}

} // namespace parvis::store

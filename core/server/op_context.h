#pragma once

#include "model/access.h"
#include "model/row.h"
#include "server/row_store.h"

namespace parvis::server {

// What an operation meets, all read in its own transaction.
struct OpContext {
    model::Actor actor;
    model::Place place;
    std::optional<StoredRow> row;             // of the entity, live; nothing if absent or deleted
    std::optional<StoredRow> tombstone;       // of the entity, if it was deleted
    std::optional<model::Entity> current;     // decoded `row`
    QByteArray unknown;                       // fields of `row` that this build does not know
    std::optional<StoredRow> parentRow;       // the post of a comment, the target of a reaction, the document of a version
    std::optional<model::Entity> parent;
};

std::optional<model::Actor> readActor(ReadView &view, PersonId person); // nothing: no such person
model::Place readPlace(ReadView &view, const ScopeId &scope, PersonId actor);
OpContext readContext(ReadView &view, const model::Operation &op, PersonId actor);

// The entity of a live row; throws store::Failure if the payload is damaged.
model::Entity entityOf(const StoredRow &row, QByteArray *unknown = nullptr);

template<class S>
S entityAs(const StoredRow &row)
{
    return std::get<S>(entityOf(row));
}

} // namespace parvis::server

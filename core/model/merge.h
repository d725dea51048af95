#pragma once

#include "base/result.h"
#include "model/operation.h"

namespace parvis::model {

// The one function that turns "what was" and an operation into "what is": the server applies it, and the client lays
// pending operations over its cache with it, so both come to the same row (sync rule 18).
// `current`: nothing if the entity does not exist. `now`: the server's time, an upper bound of all shown times; a
// client passes the operation's own. Access has been judged before; deletions are not merged here.
// Errors (Refused, detail is the word for `op_no`): gone, exists, bad_field.
base::Result<Entity> merged(const std::optional<Entity> &current, const Operation &op, PersonId actor, Time now);

// What is left of a deleted post or comment that others have answered: author and place, no text.
Entity blanked(const Entity &entity);

// Whether an entity of this kind has an id made from its parts, so that creating it twice is the same as once.
bool hasDerivedId(Kind kind);

inline constexpr qint64 maxVersionsBytes = 400'000; // of earlier bodies kept in one row; the oldest go first

} // namespace parvis::model

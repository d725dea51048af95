#pragma once

#include "base/clock.h"
#include "protocol/messages.h"
#include "server/row_store.h"

namespace parvis::server {

// Applies one operation of a lane as sync rules 21 to 30 say: effect or refusal, answer and the lane's number in one
// savepoint of the given transaction. The answer may be sent only after the transaction has been committed (rule 15).
// Throws store::Failure when the disk fails: nothing of this operation is then stored.
protocol::Message applyOperation(WriteView &view, PersonId person, const protocol::Op &request, base::Clock &clock,
                                 base::Random &random);

// A stored answer as it may be given now: epochs and revs are those of today (rule 17).
protocol::Message restamped(ReadView &view, const StoredAnswer &answer, PersonId person);

} // namespace parvis::server

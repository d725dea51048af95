#pragma once

#include "server/op_context.h"
#include "server/people.h"

namespace parvis::server {

struct Effect;

// A wish to be added to a group, in two rows of one id: the asker's own, and while it waits a card of it in the group's
// scope. Both change in one transaction. Access has been judged but for what hangs on the group that the asker names.
Effect joinRequestEffect(WriteView &view, const model::Operation &op, const OpContext &context, const Env &env);

// The person is in the group now: whoever added them has said yes.
void acceptJoinRequest(WriteView &view, GroupId group, PersonId person, qint64 nowUs);
// The name on the cards of requests that wait follows the person.
void renameJoinRequests(WriteView &view, PersonId id, const model::Person &person, qint64 nowUs);
// The group goes away, and with it what was asked of it.
void dropJoinRequests(WriteView &view, GroupId group, qint64 nowUs);

} // namespace parvis::server

#pragma once

#include "server/op_context.h"
#include "server/people.h"

namespace parvis::server {

struct Effect;

// A post that waits for its time in its author's scope; the row's `due` is that time. One whose time has come when the
// operation arrives is published by it.
Effect scheduledPostEffect(WriteView &view, const model::Operation &op, const OpContext &context, const Env &env);

// Publishes up to `atMost` posts whose time has come, each with its author's rights now: the post appears and the scheduled
// one goes in this transaction, so that it happens once. What may not be posted stays, with the reason, and is not tried again.
void publishDue(WriteView &view, const Env &env, int atMost);

} // namespace parvis::server

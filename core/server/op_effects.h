#pragma once

#include "base/clock.h"
#include "server/op_context.h"

namespace parvis::server {

// What an accepted operation did: the row that holds the effect first (rule 26), or the word of a late refusal.
struct Effect {
    QString refused;
    QList<QPair<ScopeId, Uuid>> touched;
};

// Carries out an operation that model::judge has allowed. Rows take their revs parents before children (rule 3).
Effect carryOut(WriteView &view, const model::Operation &op, const OpContext &context, base::Clock &clock,
                base::Random &random);

} // namespace parvis::server

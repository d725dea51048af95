#pragma once

#include "store/database.h"
#include "store/outbox.h"

namespace parvis::store {

// An entry from the columns of operation_read_all; nothing if its bytes are of a newer build.
std::optional<OutboxEntry> readOutboxEntry(const Statement &row);

QByteArray packTouched(const QList<protocol::Touched> &touched);

// Whether the operation names this one as what it needs or builds on.
bool dependsOn(const model::Operation &op, model::OpId id);
bool refersTo(const model::Operation &op, model::OpId id);

} // namespace parvis::store

#pragma once

#include "server/op_context.h"

namespace parvis::server {

// What a person may see of a scope, read in the transaction of the rows (rule 34).
struct Access {
    bool allowed = false;
    model::ViewId view;
    qint64 minRootRev = 0; // rule 33
    ScopeInfo info;
};
Access readAccess(ReadView &view, const ScopeId &scope, PersonId person);

// All scopes that the person may hold now, their own first; those of texts only for who wants them.
QList<ScopeId> scopesOf(ReadView &view, PersonId person, bool texts);

// Answers of one request, each read in one transaction: rows, need_ids, reset, drop or ids.
protocol::Message answerPull(ReadView &view, const protocol::Pull &pull, PersonId person);
protocol::Message answerWindow(ReadView &view, const protocol::Window &window, PersonId person);
protocol::Message answerSnapIds(ReadView &view, const protocol::SnapIds &request, PersonId person);

// The group's own row and the person's member row, without any claim of coverage: enough to name the group at once.
std::optional<protocol::Rows> frontOf(ReadView &view, const ScopeId &scope, PersonId person);

} // namespace parvis::server

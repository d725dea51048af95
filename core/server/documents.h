#pragma once

#include "server/op_effects.h"
#include "server/people.h"

namespace parvis::server {

// Folders, documents, versions and locks: what an operation that model::judge has allowed does to the rows.

// A row may name a content if its author uploaded it for this place, or if a version of the same place has it.
bool mayUseBlob(ReadView &view, const ScopeId &scope, PersonId person, const Uuid &source, const QString &blob,
                qint64 size);

// Refusals: exists, bad_name, gone (the folder), cycle, server_only.
Effect folderEffect(WriteView &view, const model::Operation &op, const OpContext &context, const Env &env);
Effect documentEffect(WriteView &view, const model::Operation &op, const OpContext &context, const Env &env);
// A version on the latest one becomes the latest; on anything else, or under another's lock, a branch (sync rule 29). It
// takes its document out of the trash. Refusals: exists, no_blob, bad_field.
Effect versionEffect(WriteView &view, const model::Operation &op, const OpContext &context, const Env &env);
// Refusals: locked (by somebody else), bad_field.
Effect lockEffect(WriteView &view, const model::Operation &op, const OpContext &context, const Env &env);

inline constexpr qint64 longestLockUs = qint64(7) * 24 * 3600 * 1'000'000;
inline constexpr qint64 trashUs = qint64(30) * 24 * 3600 * 1'000'000;

// Deletes for good what was put into the trash of the group before `olderThan` (microseconds), a folder with all in it.
void emptyTrash(WriteView &view, const ScopeId &group, qint64 olderThan, qint64 nowUs);

// The name that is claimed for a document or folder while it is not in the trash: unique in its folder.
QString nameClaim(const ScopeId &scope, const Uuid &folder, const QString &name);

} // namespace parvis::server

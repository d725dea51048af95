#pragma once

#include "client/documents.h"
#include "client/operations.h"

namespace parvis::client {

// Wishes about documents as operations: pure functions, as in operations.h.

struct Content {
    QString blob; // SHA-256, hexadecimal
    qint64 size = 0;
    Uuid source; // an upload, or a version of the same group
};

base::Result<QString> goodName(const QString &name); // tidy; error Usage

model::Operation makeFolder(const Maker &maker, GroupId group, const Uuid &parent, const QString &name);
model::Operation makeDocument(const Maker &maker, GroupId group, const Uuid &folder, const QString &name);
// `base`: the operation that made the content which its author saw, null for the first (sync rule 29).
model::Operation makeVersion(const Maker &maker, const model::ScopeId &scope, const Uuid &document, OpId base,
                             const Content &content, const QString &comment, const QList<Uuid> &resolves = {});
// Another folder or name, of a folder or document.
model::Operation makeFiling(const Maker &maker, const store::DocumentItem &item, const Uuid &folder,
                            const QString &name);
model::Operation makeTrashing(const Maker &maker, const store::DocumentItem &item, bool trashed);
model::Operation makeLock(const Maker &maker, const store::DocumentItem &item, base::Time until);
model::Operation makeUnlock(const Maker &maker, const store::DocumentItem &item);
model::Operation makePinning(const Maker &maker, const Uuid &target, const model::ScopeId &place, bool on);
model::Operation makeAttachment(const Maker &maker, const model::ScopeId &scope, const Uuid &target,
                                const QString &name, const Content &content, qint64 position);

// The latest versions that `doc resolve` chooses from. Error Refused: there is nothing to choose.
struct Sides {
    store::VersionItem mine;
    store::VersionItem theirs;
};
base::Result<Sides> sidesOf(const store::DocumentItem &item, const QList<store::VersionItem> &versions, PersonId me);

} // namespace parvis::client

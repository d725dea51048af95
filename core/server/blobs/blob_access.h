#pragma once

#include "blobs/hash.h"
#include "server/row_store.h"

#include <QSet>

namespace parvis::server {

// Rights to contents: always by a row, never by a hash.

struct NamedBlob {
    blobs::Hash hash;
    qint64 size = 0;
};

// The content that this row names, if this person may read the row at this instant. Nothing: no such row for them.
std::optional<NamedBlob> readableBlob(ReadView &view, PersonId person, const ScopeId &scope, const Uuid &row);

// Empty if this person may add contents to the place, else the word of the refusal.
QString mayUpload(ReadView &view, PersonId person, const ScopeId &scope);

// The contents of a document's versions, newest last, for a person who may read them; empty for anybody else.
QList<blobs::Hash> versionBlobs(ReadView &view, PersonId person, const ScopeId &scope, const Uuid &document);

// Every content that some live row names.
QSet<blobs::Hash> liveBlobs(ReadView &view);

// Calls visit(scope, row, hash, size) for each live row that names a content.
void eachNamedBlob(
    ReadView &view,
    const std::function<void(const ScopeId &, const StoredRow &, const QString &blob, qint64 size)> &visit);

} // namespace parvis::server

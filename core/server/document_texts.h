#pragma once

#include "blobs/hash.h"
#include "extract/text_sink.h"
#include "server/people.h"

namespace parvis::server {

// The rows that hold what stands inside documents: one a document, of its latest version, in the scope of its group's texts.

// A document whose latest version has not been read.
struct UnreadDocument {
    ScopeId group;
    model::DocumentId document;
    QString name;
    Uuid version;
    PersonId author;
    model::Time writtenAt;
    blobs::Hash content;
    qint64 size = 0; // bytes
};

// Nothing: there is no such document, it has been read, or one of its name has no text.
std::optional<UnreadDocument> unreadDocument(ReadView &view, const ScopeId &group, const Uuid &document);

// All of them, by group and id.
std::vector<std::pair<ScopeId, Uuid>> unreadDocuments(ReadView &view);

// Writes what was read, unless the document has got another version meanwhile or is gone.
void putDocumentText(WriteView &view, const UnreadDocument &read, const extract::Extracted &text, const Env &env);

void dropDocumentText(WriteView &view, model::GroupId group, const Uuid &document, qint64 nowUs);

} // namespace parvis::server

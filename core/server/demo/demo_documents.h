#pragma once

#include "base/result.h"
#include "server/blobs/blob_store.h"
#include "server/people.h"

#include <QHash>

namespace parvis::server {

// A version of a document of the demo company, as resources/demo/documents.json has it.
struct DemoDocument {
    QString group;     // handle
    QStringList path;  // folders, then the document's name
    QString author;    // handle
    qint64 before = 0; // minutes
    QString comment;
    QByteArray bytes;
};

// In order of time. Error Storage names what does not fit.
base::Result<QList<DemoDocument>> readDemoDocuments();

// Writes one as its author would have: the content into `blobs`, then folders, document and version. `now`: when that was. Error
// Conflict: the rules refuse it.
base::Result<void> writeDemoDocument(WriteView &view, BlobStore &blobs, const DemoDocument &document, PersonId author,
                                     model::GroupId group, base::Time now, const Env &env);

} // namespace parvis::server

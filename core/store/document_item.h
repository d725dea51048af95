#pragma once

#include "model/entities.h"

#include <QList>

namespace parvis::store {

// A folder or document as a list shows it, with what waits laid over.
struct DocumentItem {
    model::Kind kind = model::Kind::Document; // or Folder
    model::ScopeId scope;
    model::Uuid id;
    model::Uuid folder; // null: the group itself
    QString name;
    model::PersonId author; // of what is shown: of the latest version
    QString authorHandle;
    QString authorName;
    base::Time modifiedAt;
    bool trashed = false;
    bool pinned = false;  // itself; what it lies in may be too
    bool pending = false; // something about it has not been sent
    QString why;          // of a refused one

    // ---- of a document: its latest version, one's own unsent ones included ----
    model::Uuid version;   // null: none has come yet
    model::OpId contentOp; // the base of the next version (sync rule 29)
    qint64 number = 0;
    qint64 versions = 0;
    qint64 size = 0;
    QString blob;       // SHA-256, hexadecimal
    model::Uuid upload; // that the latest version waits for
    bool uploading = false;
    bool unsent = false;         // the latest version is
    QList<model::Uuid> branches; // latest versions of the others; not empty: a conflict
    model::PersonId lockedBy;
    QString lockedByName;
    base::Time lockedUntil;
    QString copyName; // of the file that another program has open (store/copy.h); empty: none has
    QString copyMark; // of that file when it was last known
};

// What lies in a folder, or in a group, and where that is.
struct FolderContents {
    QList<DocumentItem> path;  // the folders from the group down, the folder itself last; empty: the group
    QList<DocumentItem> items; // folders first, by name
    bool kept = false;         // the group or a folder of the path is pinned: so is all that is in it
    bool more = false;         // these are not all
};

// Documents of all groups by what one looks for; Pinned has folders too.
enum class DocumentView { Recent, Pinned, Mine, Locked, Conflicts };

struct VersionItem {
    model::Uuid id;
    model::DocumentVersion version; // number 0 while it has not been sent
    QString authorHandle;
    QString authorName;
    bool latest = false; // of a branch, or of all
    bool unsent = false;
};

// A file of a post or comment, and where it stands.
struct AttachmentItem {
    model::Uuid id;
    model::Attachment attachment;
    bool unsent = false;
    QString why; // of a refused one
    bool uploading = false;
    qint64 sent = 0;     // bytes of it
    bool wanted = false; // it was asked for and is not here yet
    QString missing;     // it cannot be had: the server's word
    bool here = false;   // on this disk: the client says so, which has the files

    bool operator==(const AttachmentItem &) const = default;
};

// A content and the row that gives the right to it.
struct BlobPlace {
    model::ScopeId scope;
    model::Uuid row;
    QString blob;
    qint64 size = 0;
    QString name{}; // of an attachment, or of the document of a version
};

} // namespace parvis::store

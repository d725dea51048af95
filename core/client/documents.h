#pragma once

#include "store/document_item.h"

namespace parvis::client {

// Where a document stands between this disk and the server.
enum class DocumentState {
    Here,     // what the server has is on this disk
    Changed,  // one's own version is here and waits
    Sending,  // it is being sent
    Conflict, // there are two latest versions: somebody has to choose
    Server,   // only there
    Missing   // it has no content yet
};

struct DocumentEntry {
    store::DocumentItem item;
    bool local = false; // the content of the latest version is on this disk
    DocumentState state = DocumentState::Server;
};

// A folder's contents, or a group's, with the way there.
struct Folder {
    QList<store::DocumentItem> path; // from the group down, the folder itself last
    QList<DocumentEntry> entries;
    bool kept = false; // all of it is pinned, by the group or a folder of the path
    bool more = false; // these are not all
};

// A file under way, or one that could not be had.
struct Transfer {
    bool up = false;
    model::Uuid id; // of the upload; of the row that is fetched
    model::ScopeId scope;
    model::Uuid document; // null: the file of a post or comment
    QString name;
    qint64 size = 0;
    qint64 done = 0;     // bytes
    bool active = false; // it moves now; else it waits
    QString why;         // the server's word: it cannot be had
    model::OpId op;      // of an upload: what waits for it; discarding that ends it
};

// What is written when a file is put: the document, and how it travels.
struct Put {
    model::Uuid id;
    model::OpId op;     // null if the document has these bytes already
    model::Uuid upload; // null likewise
    qint64 number = 0;  // of the version, as far as is known here
    qint64 size = 0;
};

// A file that is to go with a post or comment: one of the person's, or bytes that are in no file.
struct NewFile {
    QString name;
    QString path{};     // empty: `bytes` are the content
    QByteArray bytes{};
};

// One that has been copied into the profile.
struct TakenFile {
    QString name;
    QString blob; // SHA-256, hexadecimal
    qint64 size = 0;
};

// What is known of a file of the person's before it is taken.
struct LocalFile {
    QString path;
    QString name;
    qint64 size = 0;
    QString why{}; // it cannot be taken: missing, folder, unreadable, empty, too_large
};

inline constexpr qint64 mostAttachedBytes = qint64(4) << 30; // what servers take if they were not told otherwise

// A document that is open in another program, as a file of the profile. What is saved there becomes a version by itself.
enum class CopyState {
    Open,    // as it was opened, or as it was last saved: the server has it
    Changed, // saved a moment ago, or not to be taken yet: no version of it waits in the outbox
    Waiting, // a version of it waits in the outbox
    Failed   // see `why`; the file stays as it is, and is tried again by itself
};

struct WorkingCopy {
    model::Uuid document;
    QString name; // of the file
    QString path;
    CopyState state = CopyState::Open;
    bool readOnly = false; // what would be saved could not become a version now: `why` says for what reason
    // A word: "locked" (by somebody else), "archived", "not_member", "gone" (the document is no longer there), "vanished",
    // "unreadable", "disk" (full, or it cannot be written), or why the server refused the version.
    QString why;
};

enum class Keep { Mine, Theirs, Both };

// A file that was asked for.
struct Fetched {
    bool here = false;
    qint64 arrived = 0; // bytes
    QString why;        // it cannot be had; the server's word
};

} // namespace parvis::client

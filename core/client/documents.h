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

// What is written when a file is put: the document, and how it travels.
struct Put {
    model::Uuid id;
    model::OpId op;     // null if the document has these bytes already
    model::Uuid upload; // null likewise
    qint64 number = 0;  // of the version, as far as is known here
    qint64 size = 0;
};

enum class Keep { Mine, Theirs, Both };

// A file that was asked for.
struct Fetched {
    bool here = false;
    qint64 arrived = 0; // bytes
    QString why;        // it cannot be had; the server's word
};

} // namespace parvis::client

#pragma once

#include "extract/worker.h"
#include "server/blobs/blob_store.h"
#include "server/document_texts.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace parvis::server {

// Reads what stands inside documents and writes it as rows, one document at a time, on a thread of its own. Which documents
// are to be read is no list that could be lost: it is asked of the rows at the start, and told of after each version. A document
// that cannot be read now (the program for its kind is missing, the disk failed) waits for the next start.
class TextKeeper {
public:
    struct Parts {
        RowStore &rows;
        BlobStore &blobs;
        Env env;
        // One transaction; blocks until it is committed.
        std::function<base::Result<void>(std::function<base::Result<void>(WriteView &)>)> write;
        QString program; // extract::Worker
        QString scratch; // a path in a folder that is ours alone: the document that is being read stands there
    };
    static constexpr qint64 largestBytes = 256 << 20; // of a document that is read at all

    explicit TextKeeper(Parts parts);
    ~TextKeeper(); // finishes

    void versionCame(const ScopeId &group, const Uuid &document); // any thread
    void finish(); // ends the worker and the thread; what it was reading is read after the next start

private:
    struct Read {
        UnreadDocument document;
        extract::Extracted text;
    };

    void run();
    void lookForAll();
    std::optional<std::pair<ScopeId, Uuid>> next();
    void read(const ScopeId &group, const Uuid &document);
    std::optional<extract::Extracted> textOf(const UnreadDocument &document);
    bool copy(const UnreadDocument &document);
    void flush();
    bool isStopping();

    Parts m_parts;
    extract::Worker m_worker;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::pair<ScopeId, Uuid>> m_waiting;
    bool m_stopping = false;
    std::vector<Read> m_read; // not written yet
    // The last contents that were read: a folder that is copied, or a version that is put back, is not read again.
    std::deque<std::pair<QString, extract::Extracted>> m_known;
    std::thread m_thread;
};

} // namespace parvis::server

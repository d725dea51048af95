#pragma once

#include "server/auth_store.h"
#include "server/blobs/blob_store.h"
#include "server/http_message.h"
#include "server/row_store.h"
#include "server/task_queue.h"

namespace parvis::server {

// Files over HTTP (docs/documents.md): uploads in chunks that go on after any cut, and downloads of ranges. Every request
// carries an access token; every content is asked for through a row that its person may read.
//
//   POST /blobs/uploads                   {"id","scope","size","sha256"}             201 {"id","complete","declared","missing"}
//   GET  /blobs/uploads/ID                                                           200 the same
//   POST /blobs/uploads/ID/chunks         {"first","scope","document","chunks":[[hash,size]…]}  200 the same
//   PUT  /blobs/uploads/ID/chunks/N       the bytes                                  200 {"ok"}
//   POST /blobs/uploads/ID/complete                                                  200 {"sha256","size"}
//   GET  /blobs/SCOPE/ROW                 Range: bytes=A-                            200, 206
class BlobHandler {
public:
    struct Parts {
        BlobStore &blobs;
        RowStore &rows;
        AuthStore &auth;
        const base::Clock &clock;
        // One transaction; blocks until it is committed.
        std::function<base::Result<void>(std::function<base::Result<void>(WriteView &)>)> write;
        int threads = 2;
    };
    using Respond = std::function<void(HttpResponse)>; // called once, on any thread
    static constexpr QByteArrayView prefix = "/blobs/";

    explicit BlobHandler(Parts parts);
    ~BlobHandler();
    std::optional<bool> takesLargeBody(const HttpHead &head); // a chunk: whether its sender has signed in
    void handle(const HttpRequest &request, Respond respond);
    void finish(); // what is being worked on is answered, what waits is not

private:
    struct Call;
    HttpResponse answer(const HttpRequest &request);
    HttpResponse create(const Call &call);
    HttpResponse status(const Call &call);
    HttpResponse declare(const Call &call);
    HttpResponse putChunk(const Call &call);
    HttpResponse complete(const Call &call);
    HttpResponse download(const Call &call);

    Parts m_parts;
    TaskQueue m_queue;
};

} // namespace parvis::server

#pragma once

#include "blobs/chunker.h"
#include "model/scope.h"
#include "transport/server_address.h"

#include <QObject>

#include <functional>
#include <memory>

namespace parvis::transport {

// How far an upload has come, as the server knows it.
struct RemoteUpload {
    bool complete = false;
    qint64 declared = 0;   // chunks
    QList<qint64> missing; // of those: the first ones, perhaps not all
};

// Files over HTTP (docs/documents.md). Each call answers once, on the thread of this object, never after its death or after
// abort(). Errors: Offline (not reached, cut, or too slow), Refused and Conflict with the server's word in `where`
// (session_ended, group_full, no_such_file, incomplete …), Protocol (something else answers there).
class BlobClient : public QObject {
    Q_OBJECT

public:
    template<class T>
    using Done = std::function<void(base::Result<T>)>;

    static base::Result<std::unique_ptr<BlobClient>> make(const ServerAddress &server, const QString &caFile);
    ~BlobClient() override;

    void setAccess(const QString &token); // for all that follows
    void create(const base::Uuid &upload, const model::ScopeId &scope, qint64 size, const blobs::Hash &hash,
                Done<RemoteUpload> done);
    void status(const base::Uuid &upload, Done<RemoteUpload> done);
    // `document`: of whose versions the server may take chunks; null if there are none.
    void declare(const base::Uuid &upload, qint64 first, const QList<blobs::Chunk> &chunks, const model::ScopeId &scope,
                 const base::Uuid &document, Done<RemoteUpload> done);
    void putChunk(const base::Uuid &upload, qint64 number, const QByteArray &bytes, Done<void> done);
    void complete(const base::Uuid &upload, Done<void> done);
    // From that byte on; `take` gets what arrives and ends it by returning false.
    void download(const model::ScopeId &scope, const base::Uuid &row, qint64 from,
                  std::function<bool(QByteArrayView)> take, Done<void> done);
    void abort(); // all that is under way

    static constexpr qsizetype mostDeclared = 500; // chunks in one call

private:
    BlobClient();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::transport

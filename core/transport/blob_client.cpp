#include "transport/blob_client.h"

#include "base/thread_guard.h"
#include "transport/extra_authority.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace parvis::transport {

using base::ErrorKind;
using base::Uuid;

namespace {

constexpr int timeoutMs = 60'000; // without a byte moving
constexpr qint64 maxAnswerBytes = 1024 * 1024;
constexpr qint64 readBufferBytes = 1024 * 1024;

base::Error errorOf(int status, const QByteArray &body, const QString &networkWords)
{
    if (status == 0)
        return {ErrorKind::Offline, QStringLiteral("connection"),
                QStringLiteral("the server cannot be reached: %1").arg(networkWords)};
    const QJsonObject error = QJsonDocument::fromJson(body).object().value(QLatin1String("error")).toObject();
    const QString word = error.value(QLatin1String("where")).toString(QStringLiteral("server"));
    const QString detail =
        error.value(QLatin1String("detail")).toString(QStringLiteral("the server is out of order (%1)").arg(status));
    if (error.isEmpty() || status >= 500)
        return {status >= 500 ? ErrorKind::Offline : ErrorKind::Protocol, word, detail};
    return {status == 409   ? ErrorKind::Conflict
            : status == 400 ? ErrorKind::Protocol
                            : ErrorKind::Refused,
            word, detail};
}

RemoteUpload uploadOf(const QJsonObject &object)
{
    RemoteUpload upload;
    upload.complete = object.value(QLatin1String("complete")).toBool();
    upload.declared = object.value(QLatin1String("declared")).toInteger();
    for (const QJsonValue &each : object.value(QLatin1String("missing")).toArray())
        upload.missing.append(each.toInteger(-1));
    return upload;
}

} // namespace

struct BlobClient::Private {
    explicit Private(const ServerAddress &address) : server(address) { }
    ServerAddress server;
    QSslConfiguration tls;
    QNetworkAccessManager network;
    QString access;
    QSet<QNetworkReply *> replies;

    QNetworkRequest request(const QString &path) const
    {
        QNetworkRequest request(server.http(path));
        request.setSslConfiguration(tls);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setRawHeader("Authorization", "Bearer " + access.toLatin1());
        request.setRawHeader("Accept-Encoding", "identity");
        return request;
    }

    void finish(BlobClient *owner, QNetworkReply *reply, const std::function<void(base::Result<QJsonObject>)> &done)
    {
        base::offUiThread("sockets: files");
        replies.insert(reply);
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
            if (received > maxAnswerBytes)
                reply->abort();
        });
        QObject::connect(reply, &QNetworkReply::finished, owner, [this, reply, done] {
            reply->deleteLater();
            if (!replies.remove(reply))
                return;
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const QByteArray body = reply->read(maxAnswerBytes);
            const bool good = status >= 200 && status < 300 && reply->error() == QNetworkReply::NoError;
            if (!good)
                return done(base::fail(errorOf(status >= 400 ? status : 0, body, reply->errorString())));
            done(QJsonDocument::fromJson(body).object());
        });
    }

    void post(BlobClient *owner, const QString &path, const QJsonObject &body,
              const std::function<void(base::Result<QJsonObject>)> &done)
    {
        QNetworkRequest wish = request(path);
        wish.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        finish(owner, network.post(wish, QJsonDocument(body).toJson(QJsonDocument::Compact)), done);
    }
};

BlobClient::BlobClient() = default;

BlobClient::~BlobClient()
{
    abort();
}

base::Result<std::unique_ptr<BlobClient>> BlobClient::make(const ServerAddress &server, const QString &caFile)
{
    auto tls = tlsWith(caFile);
    if (!tls)
        return base::fail(tls.error());
    std::unique_ptr<BlobClient> client(new BlobClient);
    client->d = std::make_unique<Private>(server);
    client->d->tls = *tls;
    client->d->network.setTransferTimeout(timeoutMs);
    // An answer that sends us elsewhere could carry a token off.
    client->d->network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    return client;
}

void BlobClient::setAccess(const QString &token)
{
    d->access = token;
}

void BlobClient::abort()
{
    const auto replies = std::exchange(d->replies, {});
    for (QNetworkReply *reply : replies) {
        reply->abort();
        reply->deleteLater();
    }
}

void BlobClient::create(const Uuid &upload, const model::ScopeId &scope, qint64 size, const blobs::Hash &hash,
                        Done<RemoteUpload> done)
{
    d->post(this, QStringLiteral("/blobs/uploads"),
            {{QStringLiteral("id"), upload.toString()},
             {QStringLiteral("scope"), scope.toString()},
             {QStringLiteral("size"), size},
             {QStringLiteral("sha256"), hash.toHex()}},
            [done](const base::Result<QJsonObject> &answer) { done(answer.map(uploadOf)); });
}

void BlobClient::status(const Uuid &upload, Done<RemoteUpload> done)
{
    d->finish(this, d->network.get(d->request(QStringLiteral("/blobs/uploads/") + upload.toString())),
              [done](const base::Result<QJsonObject> &answer) { done(answer.map(uploadOf)); });
}

void BlobClient::declare(const Uuid &upload, qint64 first, const QList<blobs::Chunk> &chunks,
                         const model::ScopeId &scope, const Uuid &document, Done<RemoteUpload> done)
{
    QJsonArray named;
    for (const blobs::Chunk &chunk : chunks)
        named.append(QJsonArray{chunk.hash.toHex(), chunk.size});
    QJsonObject body{{QStringLiteral("first"), first}, {QStringLiteral("chunks"), named}};
    if (!document.isNull()) {
        body.insert(QStringLiteral("scope"), scope.toString());
        body.insert(QStringLiteral("document"), document.toString());
    }
    d->post(this, QStringLiteral("/blobs/uploads/%1/chunks").arg(upload.toString()), body,
            [done](const base::Result<QJsonObject> &answer) { done(answer.map(uploadOf)); });
}

void BlobClient::putChunk(const Uuid &upload, qint64 number, const QByteArray &bytes, Done<void> done)
{
    QNetworkRequest wish = d->request(QStringLiteral("/blobs/uploads/%1/chunks/%2").arg(upload.toString()).arg(number));
    wish.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/octet-stream"));
    d->finish(this, d->network.put(wish, bytes), [done](const base::Result<QJsonObject> &answer) {
        done(answer ? base::Result<void>() : base::fail(answer.error()));
    });
}

void BlobClient::complete(const Uuid &upload, Done<void> done)
{
    d->post(this, QStringLiteral("/blobs/uploads/%1/complete").arg(upload.toString()), {},
            [done](const base::Result<QJsonObject> &answer) {
                done(answer ? base::Result<void>() : base::fail(answer.error()));
            });
}

void BlobClient::download(const model::ScopeId &scope, const Uuid &row, qint64 from,
                          std::function<bool(QByteArrayView)> take, Done<void> done)
{
    base::offUiThread("sockets: files");
    QNetworkRequest wish = d->request(QStringLiteral("/blobs/%1/%2").arg(scope.toString(), row.toString()));
    if (from > 0)
        wish.setRawHeader("Range", "bytes=" + QByteArray::number(from) + '-');
    QNetworkReply *reply = d->network.get(wish);
    reply->setReadBufferSize(readBufferBytes);
    d->replies.insert(reply);
    // Only the bytes that were asked for: a server that sends the whole would spoil what is here already.
    const auto drain = [reply, take, from] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status != (from > 0 ? 206 : 200))
            return true;
        const QByteArray bytes = reply->readAll();
        return bytes.isEmpty() || take(bytes);
    };
    connect(reply, &QNetworkReply::readyRead, this, [reply, drain] {
        if (!drain())
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, drain, done, from] {
        reply->deleteLater();
        if (!d->replies.remove(reply))
            return;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 400)
            return done(base::fail(errorOf(status, reply->read(maxAnswerBytes), reply->errorString())));
        if (reply->error() != QNetworkReply::NoError || !drain())
            return done(base::fail(errorOf(0, {}, reply->errorString())));
        if (status != (from > 0 ? 206 : 200))
            return done(base::fail(ErrorKind::Protocol, QStringLiteral("server"),
                                   QStringLiteral("no Parvis server answers at this address")));
        done({});
    });
}

} // namespace parvis::transport

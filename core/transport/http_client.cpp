#include "transport/http_client.h"

#include "base/thread_guard.h"
#include "transport/extra_authority.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace parvis::transport {

using base::ErrorKind;

namespace {

constexpr int timeoutMs = 20'000;
constexpr qint64 maxAnswerBytes = 1024 * 1024;

HttpFailure failure(ErrorKind kind, const QString &detail, Fault fault)
{
    return {{kind, QStringLiteral("server"), detail}, fault};
}

HttpFailure notParvis()
{
    return failure(ErrorKind::Protocol, QStringLiteral("no Parvis server answers at this address; check host and port"),
                   Fault::NotParvis);
}

HttpFailure inServersWords(int status, const QJsonObject &body)
{
    const QJsonObject error = body.value(QLatin1String("error")).toObject();
    if (error.isEmpty())
        return status >= 500 ? failure(ErrorKind::Offline, QStringLiteral("the server is out of order (%1)").arg(status), Fault::Server)
                             : notParvis();
    const QString kind = error.value(QLatin1String("kind")).toString();
    const QString detail = error.value(QLatin1String("detail")).toString();
    for (const ErrorKind each : {ErrorKind::Conflict, ErrorKind::Protocol, ErrorKind::Usage}) {
        if (kind == base::toString(each))
            return failure(each, detail, Fault::None);
    }
    return status >= 500 ? failure(ErrorKind::Offline, detail, Fault::Server)
                         : failure(ErrorKind::Refused, detail.isEmpty() ? kind : detail, Fault::None);
}

template<class I>
I idOf(const QJsonObject &object, QLatin1String key)
{
    return I(base::Uuid::fromString(object.value(key).toString()).value_or(base::Uuid()));
}

base::Time timeOf(const QJsonObject &object, QLatin1String key)
{
    return base::Time::fromRfc3339(object.value(key).toString()).value_or(base::Time());
}

HttpResult<Session> toSession(const HttpResult<QJsonObject> &answer)
{
    if (!answer)
        return tl::make_unexpected(answer.error());
    Session session;
    session.access = answer->value(QLatin1String("access")).toString();
    session.refresh = answer->value(QLatin1String("refresh")).toString();
    session.accessUntil = timeOf(*answer, QLatin1String("access_until"));
    session.person = idOf<model::PersonId>(*answer, QLatin1String("person"));
    session.device = idOf<model::DeviceId>(*answer, QLatin1String("device"));
    session.company = idOf<base::Uuid>(*answer, QLatin1String("company_id")); // "company" is its name
    session.handle = answer->value(QLatin1String("handle")).toString();
    if (session.access.isEmpty() || session.refresh.isEmpty() || session.person.isNull() || session.company.isNull())
        return tl::make_unexpected(notParvis());
    return session;
}

HttpResult<void> toNothing(const HttpResult<QJsonObject> &answer)
{
    if (!answer)
        return tl::make_unexpected(answer.error());
    return {};
}

} // namespace

struct HttpClient::Private {
    explicit Private(const ServerAddress &address) : server(address) { }

    // Made with the first request: they load the libraries of TLS, which a start has no time for.
    const QSslConfiguration &security()
    {
        if (!tls)
            tls = tlsWith({}).value();
        return *tls;
    }
    QNetworkAccessManager &network()
    {
        if (!manager) {
            manager = std::make_unique<QNetworkAccessManager>();
            manager->setTransferTimeout(timeoutMs);
            // An answer that sends us elsewhere could carry a token off.
            manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        }
        return *manager;
    }

    ServerAddress server;
    std::optional<QSslConfiguration> tls;
    std::unique_ptr<QNetworkAccessManager> manager;
};

HttpClient::HttpClient() = default;
HttpClient::~HttpClient() = default;

base::Result<std::unique_ptr<HttpClient>> HttpClient::make(const ServerAddress &server, const QString &caFile)
{
    std::unique_ptr<HttpClient> client(new HttpClient);
    client->d = std::make_unique<Private>(server);
    if (!caFile.isEmpty()) {
        const auto tls = tlsWith(caFile);
        if (!tls)
            return base::fail(tls.error());
        client->d->tls = *tls;
    }
    return client;
}

QNetworkRequest HttpClient::request(const QString &path, const QString &access) const
{
    QNetworkRequest request(d->server.http(path));
    request.setSslConfiguration(d->security());
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    if (!access.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + access.toLatin1());
    return request;
}

void HttpClient::get(const QString &path, const QString &access, Done<QJsonObject> done)
{
    finish(d->network().get(request(path, access)), done);
}

void HttpClient::post(const QString &path, const QString &access, const QJsonObject &body, Done<QJsonObject> done)
{
    finish(d->network().post(request(path, access), QJsonDocument(body).toJson(QJsonDocument::Compact)), done);
}

void HttpClient::finish(QNetworkReply *reply, const Done<QJsonObject> &done)
{
    base::offUiThread("sockets: HTTP");
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > maxAnswerBytes)
            reply->abort();
    });
    auto fault = std::make_shared<Fault>(Fault::Certificate);
    connect(reply, &QNetworkReply::sslErrors, reply, [fault](const QList<QSslError> &errors) {
        if (onlyTheTimeIsWrong(errors))
            *fault = Fault::CertificateTime;
    });
    connect(reply, &QNetworkReply::finished, this, [reply, done, fault] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QNetworkReply::NetworkError error = reply->error();
        if (error == QNetworkReply::SslHandshakeFailedError)
            return done(tl::make_unexpected(failure(ErrorKind::Offline,
                QStringLiteral("the server's certificate is not trusted: %1").arg(reply->errorString()), *fault)));
        if (status == 0)
            return done(tl::make_unexpected(failure(ErrorKind::Offline,
                QStringLiteral("the server cannot be reached: %1").arg(reply->errorString()), Fault::Network)));
        const QByteArray bytes = reply->read(maxAnswerBytes);
        const QJsonObject body = QJsonDocument::fromJson(bytes).object();
        if (status >= 200 && status < 300) {
            if (bytes.trimmed().isEmpty() || !body.isEmpty() || bytes.trimmed() == "{}")
                return done(body);
            return done(tl::make_unexpected(notParvis()));
        }
        done(tl::make_unexpected(inServersWords(status, body)));
    });
}

void HttpClient::probe(Done<void> done)
{
    get(QStringLiteral("/.well-known/parvis"), {}, [done](const HttpResult<QJsonObject> &answer) {
        done(toNothing(answer));
    });
}

void HttpClient::login(const QString &user, const QString &password, const QString &deviceName, Done<Session> done)
{
    post(QStringLiteral("/auth/login"), {},
         {{QStringLiteral("user"), user}, {QStringLiteral("password"), password}, {QStringLiteral("device"), deviceName}},
         [done](const HttpResult<QJsonObject> &answer) { done(toSession(answer)); });
}

void HttpClient::refresh(const QString &refreshToken, Done<Session> done)
{
    post(QStringLiteral("/auth/refresh"), {}, {{QStringLiteral("refresh"), refreshToken}},
         [done](const HttpResult<QJsonObject> &answer) { done(toSession(answer)); });
}

void HttpClient::logout(const QString &access, Done<void> done)
{
    post(QStringLiteral("/auth/logout"), access, {},
         [done](const HttpResult<QJsonObject> &answer) { done(toNothing(answer)); });
}

void HttpClient::changePassword(const QString &access, const QString &oldPassword, const QString &newPassword,
                                Done<void> done)
{
    post(QStringLiteral("/auth/password"), access,
         {{QStringLiteral("old"), oldPassword}, {QStringLiteral("new"), newPassword}},
         [done](const HttpResult<QJsonObject> &answer) { done(toNothing(answer)); });
}

void HttpClient::devices(const QString &access, Done<QList<RemoteDevice>> done)
{
    get(QStringLiteral("/auth/devices"), access, [done](const HttpResult<QJsonObject> &answer) {
        if (!answer)
            return done(tl::make_unexpected(answer.error()));
        QList<RemoteDevice> list;
        for (const QJsonValue &each : answer->value(QLatin1String("devices")).toArray()) {
            const QJsonObject device = each.toObject();
            list.append({idOf<model::DeviceId>(device, QLatin1String("id")), device.value(QLatin1String("name")).toString(),
                         timeOf(device, QLatin1String("created_at")), timeOf(device, QLatin1String("last_seen"))});
        }
        done(list);
    });
}

void HttpClient::revokeDevice(const QString &access, model::DeviceId device, Done<void> done)
{
    post(QStringLiteral("/auth/devices/revoke"), access, {{QStringLiteral("id"), device.toString()}},
         [done](const HttpResult<QJsonObject> &answer) { done(toNothing(answer)); });
}

} // namespace parvis::transport

#pragma once

#include "model/ids.h"
#include "transport/line_fault.h"
#include "transport/server_address.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>

class QJsonObject;
class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace parvis::transport {

// What a sign-in or a refresh gives.
struct Session {
    QString access;  // 15 minutes, goes into Bearer and the auth record
    QString refresh; // rotates at each use
    base::Time accessUntil;
    model::PersonId person;
    model::DeviceId device;
    model::Uuid company;
    QString handle;
};

struct RemoteDevice {
    model::DeviceId id;
    QString name;
    base::Time createdAt;
    base::Time lastSeen;
};

// Failed requests. Kinds: Offline (not reached, or the server is out of order), Refused (wrong password, throttled,
// session ended: detail begins with the server's word), Protocol (something else answers there).
struct HttpFailure {
    base::Error error;
    Fault fault = Fault::None; // None: the server answered in its own words
};
template<class T>
using HttpResult = tl::expected<T, HttpFailure>;

// The few requests that are not the sync conversation. Each calls back exactly once, on the thread of this object; never
// after this object's death. Secrets travel in bodies and the Authorization header only; nothing of them is logged.
class HttpClient : public QObject {
    Q_OBJECT

public:
    template<class T>
    using Done = std::function<void(HttpResult<T>)>;

    // Error Usage: the file of extra certificates.
    static base::Result<std::unique_ptr<HttpClient>> make(const ServerAddress &server, const QString &caFile);
    ~HttpClient() override;

    void probe(Done<void> done); // a Parvis server answers there (GET /.well-known/parvis)
    void login(const QString &user, const QString &password, const QString &deviceName, Done<Session> done);
    void refresh(const QString &refreshToken, Done<Session> done);
    void logout(const QString &access, Done<void> done);
    void changePassword(const QString &access, const QString &oldPassword, const QString &newPassword, Done<void> done);
    void devices(const QString &access, Done<QList<RemoteDevice>> done);
    void revokeDevice(const QString &access, model::DeviceId device, Done<void> done);

private:
    HttpClient();
    void get(const QString &path, const QString &access, Done<QJsonObject> done);
    void post(const QString &path, const QString &access, const QJsonObject &body, Done<QJsonObject> done);
    void finish(QNetworkReply *reply, const Done<QJsonObject> &done);
    QNetworkRequest request(const QString &path, const QString &access) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::transport

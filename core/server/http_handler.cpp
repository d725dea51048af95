#include "server/http_handler.h"

#include "base/log.h"
#include "protocol/limits.h"
#include "server/blobs/blob_handler.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace parvis::server {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype longestPassword = 1024;

// Of an error of the account store. `refused`: the status of a plain refusal.
HttpResponse failed(const base::Error &error, int refused)
{
    static const QRegularExpression throttled("^throttled: try again in (\\d+) s");
    int status = refused;
    QList<std::pair<QByteArray, QByteArray>> headers;
    switch (error.kind) {
    case base::ErrorKind::Refused:
        if (const auto match = throttled.match(error.detail); match.hasMatch()) {
            status = 429;
            headers.emplaceBack("Retry-After", match.captured(1).toLatin1());
        } else if (error.where == u"disabled") {
            status = 403;
        }
        break;
    case base::ErrorKind::Usage:
    case base::ErrorKind::Protocol: status = 400; break;
    case base::ErrorKind::Conflict: status = 409; break;
    case base::ErrorKind::Offline: status = 503; break;
    case base::ErrorKind::Storage:
    case base::ErrorKind::Cancelled:
        qCWarning(base::logServer, "%s: %s", qUtf8Printable(error.where), qUtf8Printable(error.detail));
        status = 500;
    }
    if (status == 401)
        headers.emplaceBack("WWW-Authenticate", "Bearer");
    auto response = HttpResponse::error(status, toString(error.kind), error.detail, error.where);
    response.headers = headers;
    return response;
}

HttpResponse badRequest(const QString &detail)
{
    return HttpResponse::error(400, toString(base::ErrorKind::Usage), detail);
}

// A string field that must be there. Nothing: absent, no string, empty or too long.
std::optional<QString> field(const QJsonObject &object, const char *name, qsizetype longest)
{
    const auto text = object.value(QLatin1String(name)).toString();
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    return text;
}

} // namespace

// One request, with what its route asked for.
struct HttpHandler::Call {
    QJsonObject body;
    QString address;
    AuthStore::Session session;
};

struct HttpHandler::Route {
    enum Needs { Nothing, Body, Session, SessionAndBody };
    QByteArray method;
    QByteArray path;
    Needs needs;
    bool hashes; // a password: slow
    HttpResponse (HttpHandler::*run)(const Call &);

    bool needsBody() const { return needs == Body || needs == SessionAndBody; }
    bool needsSession() const { return needs == Session || needs == SessionAndBody; }
};

const QList<HttpHandler::Route> &HttpHandler::routes()
{
    static const QList<Route> all{
        {"GET", "/.well-known/parvis", Route::Nothing, false, &HttpHandler::wellKnown},
        {"GET", "/healthz", Route::Nothing, false, &HttpHandler::health},
        {"POST", "/auth/login", Route::Body, true, &HttpHandler::login},
        {"POST", "/auth/refresh", Route::Body, false, &HttpHandler::refresh},
        {"POST", "/auth/logout", Route::Session, false, &HttpHandler::logout},
        {"POST", "/auth/password", Route::SessionAndBody, true, &HttpHandler::password},
        {"GET", "/auth/devices", Route::Session, false, &HttpHandler::devices},
        {"POST", "/auth/devices/revoke", Route::SessionAndBody, false, &HttpHandler::revoke},
    };
    return all;
}

HttpHandler::HttpHandler(Parts parts) : m_parts(std::move(parts)) { }

HttpHandler::~HttpHandler()
{
    finish();
}

void HttpHandler::finish()
{
    m_hashing.drop();
    m_lookUps.drop();
    m_hashing.finish();
    m_lookUps.finish();
}

std::optional<bool> HttpHandler::takesLargeBody(const HttpHead &head)
{
    return m_parts.blobs ? m_parts.blobs->takesLargeBody(head) : std::nullopt;
}

void HttpHandler::handle(const HttpRequest &request, const QString &address, Respond respond)
{
    if (m_parts.blobs && request.path.startsWith(BlobHandler::prefix))
        return m_parts.blobs->handle(request, std::move(respond));
    QByteArrayList allowed;
    for (const auto &route : routes()) {
        if (route.path != request.path)
            continue;
        allowed << route.method;
        if (route.method != request.method)
            continue;
        if (route.needs == Route::Nothing)
            return respond(answer(route, request, address));
        const bool taken =
            (route.hashes ? m_hashing : m_lookUps)
                .tryPost([this, &route, request, address, respond] { respond(answer(route, request, address)); },
                         std::size_t(m_parts.waitingLogins));
        if (taken)
            return;
        auto busy = HttpResponse::error(503, toString(base::ErrorKind::Offline),
                                        "Too many people sign in at this moment. Try again.");
        busy.headers = {{"Retry-After", "10"}};
        return respond(busy);
    }
    if (allowed.isEmpty())
        return respond(HttpResponse::error(404, toString(base::ErrorKind::Usage), "There is nothing at this address."));
    auto wrong = HttpResponse::error(405, toString(base::ErrorKind::Usage),
                                     QString("Use %1 here.").arg(QString(allowed.join(" or "))));
    wrong.headers = {{"Allow", allowed.join(", ")}};
    respond(wrong);
}

HttpResponse HttpHandler::answer(const Route &route, const HttpRequest &request, const QString &address)
{
    Call call;
    call.address = address;
    if (route.needsSession()) {
        const auto authorization = request.header("authorization");
        if (!authorization.startsWith("Bearer "))
            return failed(
                {base::ErrorKind::Refused, "no_token", "Give the access token: 'Authorization: Bearer TOKEN'."}, 401);
        auto session = m_parts.auth.checkAccess(QString::fromLatin1(authorization.sliced(7).trimmed()));
        if (!session)
            return failed(session.error(), 401);
        call.session = *session;
    }
    if (route.needsBody()) {
        const auto document = QJsonDocument::fromJson(request.body);
        if (!document.isObject())
            return badRequest("The body must be a JSON object.");
        call.body = document.object();
    }
    return (this->*route.run)(call);
}

HttpResponse HttpHandler::wellKnown(const Call &)
{
    return {200,
            {{"name", "parvis"},
             {"company", m_parts.company},
             {"company_id", m_parts.companyId.toString()},
             {"protocol", protocol::version},
             {"version", PARVIS_VERSION},
             {"sync", "/sync"}},
            {}};
}

HttpResponse HttpHandler::health(const Call &)
{
    return {200, {{"ok", true}}, {}};
}

QJsonObject HttpHandler::signedIn(const TokenPair &tokens)
{
    return {{"access", tokens.access},
            {"refresh", tokens.refresh},
            {"access_until", tokens.accessUntil.toRfc3339()},
            {"person", tokens.person.toString()},
            {"device", tokens.device.toString()},
            {"company", m_parts.company},
            {"company_id", m_parts.companyId.toString()}};
}

HttpResponse HttpHandler::login(const Call &call)
{
    const auto user = field(call.body, "user", longestName);
    const auto password = field(call.body, "password", longestPassword);
    if (!user || !password)
        return badRequest("Give 'user' and 'password', and a name for the device in 'device'.");
    const QString device = call.body.value("device").toString().left(longestName);
    const auto tokens = m_parts.auth.login(*user, *password, device, call.address);
    if (!tokens)
        return failed(tokens.error(), 401);
    auto body = signedIn(*tokens);
    const auto account = m_parts.auth.account(*user);
    body["handle"] = account && *account ? (*account)->handle : *user;
    return {200, body, {}};
}

HttpResponse HttpHandler::refresh(const Call &call)
{
    const auto token = field(call.body, "refresh", longestName);
    if (!token)
        return badRequest("Give the token in 'refresh'.");
    const auto tokens = m_parts.auth.refresh(*token);
    if (!tokens)
        return failed(tokens.error(), 401);
    return {200, signedIn(*tokens), {}};
}

HttpResponse HttpHandler::logout(const Call &call)
{
    const auto done = m_parts.auth.revokeDevice(call.session.person, call.session.device);
    return done ? HttpResponse{200, {{"ok", true}}, {}} : failed(done.error(), 403);
}

HttpResponse HttpHandler::password(const Call &call)
{
    const auto before = field(call.body, "old", longestPassword);
    const auto after = field(call.body, "new", longestPassword);
    if (!before || !after)
        return badRequest("Give the passwords in 'old' and 'new'.");
    const auto done = m_parts.auth.changePassword(call.session.person, *before, *after, call.session.device);
    return done ? HttpResponse{200, {{"ok", true}}, {}} : failed(done.error(), 403);
}

HttpResponse HttpHandler::devices(const Call &call)
{
    const auto list = m_parts.auth.devices(call.session.person);
    if (!list)
        return failed(list.error(), 403);
    QJsonArray devices;
    for (const auto &device : *list) {
        devices.append(QJsonObject{{"id", device.id.toString()},
                                   {"name", device.name},
                                   {"created_at", device.createdAt.toRfc3339()},
                                   {"last_seen", device.lastSeen.toRfc3339()},
                                   {"current", device.id == call.session.device}});
    }
    return {200, {{"devices", devices}}, {}};
}

HttpResponse HttpHandler::revoke(const Call &call)
{
    const auto id = base::Uuid::fromString(call.body.value("id").toString());
    if (!id)
        return badRequest("Give the device's 'id'.");
    const auto done = m_parts.auth.revokeDevice(call.session.person, DeviceId(*id));
    return done ? HttpResponse{200, {{"ok", true}}, {}} : failed(done.error(), 403);
}

} // namespace parvis::server

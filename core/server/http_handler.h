#pragma once

#include "model/ids.h"
#include "server/auth_store.h"
#include "server/http_message.h"
#include "server/task_queue.h"

#include <functional>

namespace parvis::server {

class BlobHandler;

// Answers the plain requests: who the company is, and signing in and out. Called on io threads; accounts are looked up
// and passwords hashed on threads of its own.
class HttpHandler {
public:
    struct Parts {
        AuthStore &auth;
        QString company;
        model::CompanyId companyId;
        int waitingLogins = 0;
        BlobHandler *blobs = nullptr; // answers what is below /blobs/; outlives this one
    };
    using Respond = std::function<void(HttpResponse)>; // called once, on any thread

    explicit HttpHandler(Parts parts);
    ~HttpHandler();
    void handle(const HttpRequest &request, const QString &address, Respond respond);
    // On an io thread, before the body: a look-up. Nothing: it needs no large one; false: who asks is nobody.
    std::optional<bool> takesLargeBody(const HttpHead &head);
    void finish(); // what is being worked on is answered, what waits is not

private:
    struct Call;
    struct Route;
    HttpResponse wellKnown(const Call &call);
    HttpResponse health(const Call &call);
    HttpResponse login(const Call &call);
    HttpResponse refresh(const Call &call);
    HttpResponse logout(const Call &call);
    HttpResponse password(const Call &call);
    HttpResponse devices(const Call &call);
    HttpResponse revoke(const Call &call);
    static const QList<Route> &routes();
    HttpResponse answer(const Route &route, const HttpRequest &request, const QString &address);
    QJsonObject signedIn(const TokenPair &tokens);

    Parts m_parts;
    TaskQueue m_hashing{2};
    TaskQueue m_lookUps{1};
};

} // namespace parvis::server

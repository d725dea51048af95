#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <memory>
#include <utility>

namespace parvis::server {

struct HttpRequest {
    QByteArray method;
    QByteArray path;                                  // without query
    QList<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray body;
    bool keepAlive = false;
    bool isUpgrade = false;

    QByteArray header(QByteArrayView lowerName) const; // repeated ones joined by ", "; empty if absent
};

struct HttpResponse {
    int status = 200;
    QJsonObject body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    // {"error":{"kind","where","detail"}}; `where` is a fixed word to switch on
    static HttpResponse error(int status, const QString &kind, const QString &detail,
                              const QString &where = QStringLiteral("http"));
    QByteArray toBytes(bool keepAlive) const;
};

// One request, byte by byte. Boost.Beast stays behind it: http_message.cpp alone knows it.
class HttpParser {
public:
    HttpParser(int headerBytes, int bodyBytes);
    ~HttpParser();

    enum class State { NeedsMore, Complete, Bad };
    // Takes what it can from the front of `buffer`.
    State feed(QByteArray &buffer);
    bool wantsContinue() const;   // the header is here and the client waits for "100 Continue" before it sends the body
    HttpRequest request() const;  // when complete
    HttpResponse refusal() const; // when bad

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::server

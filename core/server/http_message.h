#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <functional>
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

// A body that is too large to be held: read piece by piece as the line takes it.
class BodySource {
public:
    virtual ~BodySource() = default;
    virtual qint64 size() const = 0; // bytes, fixed
    // The next piece, on any thread, once for each call; never called before the last piece was given. Empty: it cannot be
    // read any more, and the connection ends.
    virtual void next(std::function<void(QByteArray)> done) = 0;
};

struct HttpResponse {
    int status = 200;
    QJsonObject body;
    QList<std::pair<QByteArray, QByteArray>> headers;
    std::shared_ptr<BodySource> source = {}; // instead of `body`

    // {"error":{"kind","where","detail"}}; `where` is a fixed word to switch on
    static HttpResponse error(int status, const QString &kind, const QString &detail,
                              const QString &where = QStringLiteral("http"));
    QByteArray toBytes(bool keepAlive) const; // without what `source` gives
};

// What a parser knows of a request before its body.
struct HttpHead {
    QByteArray method;
    QByteArray path;
    QByteArray authorization;
};
using BodyLimit = std::function<int(const HttpHead &)>; // how many bytes the body may have; -1: who sends it is nobody

// One request, byte by byte. Boost.Beast stays behind it: http_message.cpp alone knows it.
class HttpParser {
public:
    HttpParser(int headerBytes, BodyLimit bodyLimit);
    ~HttpParser();

    enum class State { NeedsMore, Complete, Bad };
    // Takes what it can from the front of `buffer`.
    State feed(QByteArray &buffer);
    bool wantsContinue() const;   // the header is here and the client waits for "100 Continue" before it sends the body
    bool isInBody() const;        // the header was taken
    HttpRequest request() const;  // when complete
    HttpResponse refusal() const; // when bad

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parvis::server

#include "server/http_message.h"

#include <QJsonDocument>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/string_body.hpp>

namespace parvis::server {

namespace http = boost::beast::http;

namespace {

QByteArray bytes(boost::beast::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView lowerName) const
{
    QByteArray joined;
    for (const auto &[name, value] : headers) {
        if (name != lowerName)
            continue;
        if (!joined.isEmpty())
            joined += ", ";
        joined += value;
    }
    return joined;
}

HttpResponse HttpResponse::error(int status, const QString &kind, const QString &detail, const QString &where)
{
    return {status, {{"error", QJsonObject{{"kind", kind}, {"where", where}, {"detail", detail}}}}, {}};
}

QByteArray HttpResponse::toBytes(bool keepAlive) const
{
    const QByteArray json = source ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    const qint64 length = source ? source->size() : json.size();
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + ' ';
    out += bytes(http::obsolete_reason(http::int_to_status(unsigned(status))));
    out += source ? "\r\nContent-Type: application/octet-stream" : "\r\nContent-Type: application/json";
    out += "\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    for (const auto &[name, value] : headers)
        out += name + ": " + value + "\r\n";
    out += "Content-Length: " + QByteArray::number(length);
    out += keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return out + json;
}

struct HttpParser::Private {
    http::request_parser<http::string_body> parser;
    boost::system::error_code error;
    BodyLimit bodyLimit;
    bool inBody = false;
    bool isStranger = false;

    void limitBody();
};

HttpParser::HttpParser(int headerBytes, BodyLimit bodyLimit) : d(std::make_unique<Private>())
{
    d->bodyLimit = std::move(bodyLimit);
    d->parser.header_limit(std::uint32_t(headerBytes));
    d->parser.body_limit(boost::none); // the header says how much there may be, before any of it is taken
    d->parser.eager(false);
}

void HttpParser::Private::limitBody()
{
    const auto &message = parser.get();
    const QByteArray target = bytes(message.target());
    const int most = bodyLimit({bytes(message.method_string()), target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?')),
                                bytes(message[http::field::authorization])});
    inBody = true;
    isStranger = most < 0;
    if (isStranger)
        error = http::error::bad_method; // any: refusal() says what it is
    else if (parser.content_length().value_or(0) > std::uint64_t(most))
        error = http::error::body_limit;
    parser.body_limit(std::uint64_t(std::max(most, 0)));
    parser.eager(true);
}

HttpParser::~HttpParser() = default;

HttpParser::State HttpParser::feed(QByteArray &buffer)
{
    while (!d->parser.is_done()) {
        const auto taken = d->parser.put(boost::asio::buffer(buffer.constData(), std::size_t(buffer.size())), d->error);
        buffer.remove(0, qsizetype(taken));
        if (d->error == http::error::need_more)
            return State::NeedsMore;
        if (!d->error && !d->inBody && d->parser.is_header_done())
            d->limitBody();
        if (d->error)
            return State::Bad;
        if (taken == 0 && !d->parser.is_done())
            return State::NeedsMore;
    }
    const auto &message = d->parser.get();
    if (message.version() >= 11 && message.count(http::field::host) != 1) { // RFC 9112, section 3.2
        d->error = http::error::bad_field;
        return State::Bad;
    }
    return State::Complete;
}

bool HttpParser::wantsContinue() const
{
    return d->parser.is_header_done() && !d->parser.is_done()
           && boost::beast::iequals(d->parser.get()[http::field::expect], "100-continue");
}

bool HttpParser::isInBody() const
{
    return d->inBody;
}

HttpRequest HttpParser::request() const
{
    const auto &message = d->parser.get();
    HttpRequest request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    request.path = target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    for (const auto &field : message)
        request.headers.append({bytes(field.name_string()).toLower(), bytes(field.value())});
    request.body = QByteArray(message.body().data(), qsizetype(message.body().size()));
    request.keepAlive = message.keep_alive();
    request.isUpgrade = message.version() == 11 && http::token_list(message[http::field::connection]).exists("upgrade")
                        && http::token_list(message[http::field::upgrade]).exists("websocket");
    return request;
}

HttpResponse HttpParser::refusal() const
{
    if (d->isStranger) {
        auto unauthorized = HttpResponse::error(401, "Refused", "session_ended: refresh the session, or sign in again.", "session_ended");
        unauthorized.headers = {{"WWW-Authenticate", "Bearer"}};
        return unauthorized;
    }
    if (d->error == http::error::header_limit)
        return HttpResponse::error(431, "Protocol", "The header of the request is too large.");
    if (d->error == http::error::body_limit)
        return HttpResponse::error(413, "Protocol", "The body of the request is too large.");
    return HttpResponse::error(400, "Protocol", "This is not a request of HTTP/1.1.");
}

} // namespace parvis::server

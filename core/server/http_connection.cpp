#include "server/http_connection.h"

#include "protocol/limits.h"
#include "server/http_handler.h"
#include "server/ws_connection.h"

#include <QCryptographicHash>

namespace parvis::server {

namespace {

constexpr int readsOfATurn = 16;

bool offers(const QByteArray &protocols, QByteArrayView wanted)
{
    for (const auto &each : protocols.split(',')) {
        if (each.trimmed() == wanted)
            return true;
    }
    return false;
}

// RFC 6455, section 4.2.2.
QByteArray acceptOf(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

std::optional<HttpResponse> upgradeRefusal(const HttpRequest &request)
{
    if (request.method != "GET")
        return HttpResponse::error(405, "Protocol", "A WebSocket begins with GET.");
    if (!request.isUpgrade || request.header("sec-websocket-version") != "13") {
        auto refusal = HttpResponse::error(426, "Protocol", "This address is for WebSockets, version 13.");
        refusal.headers = {{"Upgrade", "websocket"}, {"Sec-WebSocket-Version", "13"}};
        return refusal;
    }
    if (QByteArray::fromBase64(request.header("sec-websocket-key")).size() != 16)
        return HttpResponse::error(400, "Protocol", "Sec-WebSocket-Key is not 16 bytes in Base64.");
    if (!offers(request.header("sec-websocket-protocol"), protocol::subprotocol))
        return HttpResponse::error(400, "Protocol", QString("Ask for the subprotocol %1.").arg(protocol::subprotocol));
    return std::nullopt;
}

} // namespace

HttpConnection::HttpConnection(IoThread &thread, std::shared_ptr<Stream> stream, AddressTicket ticket, QString address)
    : Peer(thread, std::move(stream), std::move(ticket)), m_address(std::move(address)), m_since(thread.nowMs())
{ }

void HttpConnection::start()
{
    m_stream->setHandler(this);
    m_stream->waitReadable();
}

void HttpConnection::serverStops()
{
    m_keepAlive = false;
    if (m_stage == Stage::Reading)
        finish();
}

qint64 HttpConnection::deadlineMs() const
{
    const Limits &limits = m_thread.limits();
    switch (m_stage) {
    case Stage::Reading: return m_since + (m_idle ? limits.httpIdleMs : limits.handshakeMs);
    case Stage::Answering: return m_since + limits.answerMs;
    case Stage::Writing: return m_since + limits.stallMs;
    case Stage::Lingering: return m_since + limits.lingerMs;
    }
    return m_since;
}

void HttpConnection::enter(Stage stage)
{
    m_stage = stage;
    m_since = m_thread.nowMs();
    m_thread.deadlineIsSooner(*this);
}

void HttpConnection::readable()
{
    const auto self = shared_from_this();
    for (int reads = 0; m_stream && (m_stage == Stage::Reading || m_stage == Stage::Lingering); ++reads) {
        if (reads == readsOfATurn) // the others of this thread have a turn first
            return m_thread.post([self] { static_cast<HttpConnection &>(*self).readable(); });
        const auto scratch = m_thread.scratch();
        const auto got = m_stream->read(scratch.first(std::min<std::size_t>(scratch.size(), 16 * 1024)));
        if (got.state == Io::Closed)
            return finish();
        if (got.state == Io::Again)
            return m_stream->waitReadable();
        if (m_stage == Stage::Lingering)
            continue;
        if (m_idle) {
            m_idle = false;
            m_since = m_thread.nowMs();
            m_thread.deadlineIsSooner(*this);
        }
        m_in.append(scratch.data(), got.bytes);
        if (m_large)
            m_since = m_thread.nowMs();
        parse();
    }
}

// Large bodies are for people who have signed in, and theirs may take its time as long as it moves.
int HttpConnection::bodyLimit(const HttpHead &head)
{
    const Limits &limits = m_thread.limits();
    const auto taken = m_thread.http().takesLargeBody(head);
    m_large = taken == true;
    return !taken ? limits.bodyBytes : *taken ? limits.chunkBytes : -1;
}

void HttpConnection::parse()
{
    if (!m_parser)
        m_parser.emplace(m_thread.limits().headerBytes,
                         [this](const HttpHead &head) { return bodyLimit(head); });
    switch (m_parser->feed(m_in)) {
    case HttpParser::State::NeedsMore:
        if (m_parser->wantsContinue() && !std::exchange(m_continued, true)) {
            static const QByteArrayView go = "HTTP/1.1 100 Continue\r\n\r\n";
            if (m_stream->write({&go, 1}).bytes
                != go.size()) // nothing else is under way: a line that cannot take this is dead
                finish();
        }
        return;
    case HttpParser::State::Bad: m_keepAlive = false; return answer(m_parser->refusal());
    case HttpParser::State::Complete: return dispatch();
    }
}

void HttpConnection::dispatch()
{
    const HttpRequest request = m_parser->request();
    m_parser.reset();
    m_continued = false;
    m_large = false;
    m_keepAlive = request.keepAlive && !m_thread.isStopping();
    if (request.path == "/sync")
        return upgrade(request);
    enter(Stage::Answering);
    const auto weak = std::weak_ptr<Peer>(shared_from_this());
    m_thread.http().handle(request, m_address, [weak, thread = m_thread.shared_from_this()](HttpResponse response) {
        thread->post([weak, response = std::move(response)] {
            if (const auto self = weak.lock())
                static_cast<HttpConnection &>(*self).answer(response);
        });
    });
}

void HttpConnection::upgrade(const HttpRequest &request)
{
    if (const auto refusal = upgradeRefusal(request)) {
        m_keepAlive = false;
        return answer(*refusal);
    }
    const QByteArray response =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
        + acceptOf(request.header("sec-websocket-key")) + "\r\nSec-WebSocket-Protocol: " + protocol::subprotocol
        + "\r\n\r\n";
    const auto self = shared_from_this();
    auto stream = std::exchange(m_stream, nullptr);
    stream->setHandler(nullptr);
    m_thread.release(*this);
    m_thread.adopt(std::make_shared<WsConnection>(m_thread, std::move(stream), std::move(m_ticket), response,
                                                  std::exchange(m_in, {})));
}

void HttpConnection::answer(const HttpResponse &response)
{
    if (!m_stream)
        return;
    m_source = response.source;
    m_sourceLeft = m_source ? m_source->size() : 0;
    m_out = response.toBytes(m_keepAlive);
    m_outSent = 0;
    enter(Stage::Writing);
    writable();
}

void HttpConnection::writable()
{
    while (m_stream && m_outSent < m_out.size()) {
        const QByteArrayView rest = QByteArrayView(m_out).sliced(m_outSent);
        const auto sent = m_stream->write({&rest, 1});
        if (sent.state == Io::Closed)
            return finish();
        if (sent.state == Io::Again)
            return m_stream->waitWritable();
        m_outSent += sent.bytes;
    }
    if (!m_stream || m_stage != Stage::Writing)
        return;
    if (m_sourceLeft > 0)
        return readSource();
    answered();
}

// One piece is held at a time, read on a thread that may wait for the disk.
void HttpConnection::readSource()
{
    enter(Stage::Answering);
    m_out = {};
    m_outSent = 0;
    const auto weak = std::weak_ptr<Peer>(shared_from_this());
    m_source->next([weak, thread = m_thread.shared_from_this()](QByteArray piece) {
        thread->post([weak, piece = std::move(piece)] {
            if (const auto self = weak.lock())
                static_cast<HttpConnection &>(*self).sourceRead(piece);
        });
    });
}

void HttpConnection::sourceRead(const QByteArray &piece)
{
    if (!m_stream)
        return;
    // The length was promised: an answer that cannot be finished must not look like one.
    if (piece.isEmpty() || piece.size() > m_sourceLeft)
        return finish();
    m_sourceLeft -= piece.size();
    m_out = piece;
    enter(Stage::Writing);
    writable();
}

void HttpConnection::answered()
{
    m_out = {};
    m_source.reset();
    if (!m_keepAlive) {
        // Closing with unread bytes would reset the line and the answer could be lost on its way.
        m_stream->shutdownWrite();
        enter(Stage::Lingering);
        return m_stream->waitReadable();
    }
    m_idle = m_in.isEmpty();
    enter(Stage::Reading);
    if (!m_in.isEmpty())
        parse();
    if (m_stream && m_stage == Stage::Reading)
        m_stream->waitReadable();
}

} // namespace parvis::server

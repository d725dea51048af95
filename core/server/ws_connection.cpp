#include "server/ws_connection.h"

#include "protocol/limits.h"

namespace parvis::server {

namespace {

constexpr int readsOfATurn = 16;
constexpr std::size_t partsOfAWrite = 64;
constexpr std::size_t keptParts = 8; // of an empty list: the memory of an idle connection

} // namespace

WsConnection::WsConnection(IoThread &thread, std::shared_ptr<Stream> stream, AddressTicket ticket, QByteArray response,
                           QByteArray early)
    : Peer(thread, std::move(stream), std::move(ticket)),
      m_early(std::move(early)),
      m_since(thread.nowMs()),
      m_heardMs(m_since)
{
    m_outBytes = response.size();
    m_out.push_back(std::move(response));
}

void WsConnection::start()
{
    const auto self = shared_from_this();
    m_stream->setHandler(this);
    m_session = m_thread.shard().connect(std::static_pointer_cast<WsConnection>(self));
    QByteArray early = std::exchange(m_early, {});
    if (!early.isEmpty())
        take({early.data(), std::size_t(early.size())});
    if (m_stream)
        m_stream->waitReadable();
    flush();
}

void WsConnection::finish()
{
    tellSessionGone();
    Peer::finish();
}

void WsConnection::serverStops()
{
    if (m_state == State::Open)
        beginClosing(WsClose::GoingAway, "the server stops");
    tellSessionGone();
}

void WsConnection::tellSessionGone()
{
    if (const auto session = std::exchange(m_session, nullptr))
        session->disconnected();
}

qint64 WsConnection::deadlineMs() const
{
    const Limits &limits = m_thread.limits();
    if (m_state == State::Lingering)
        return m_since + limits.lingerMs;
    if (m_state == State::Closing)
        return m_since + limits.stallMs;
    // Who is not read from cannot be heard; then the stall alone counts.
    // The session may have become a member's since something was last heard.
    const bool member = m_isMember || (m_session && m_session->isAuthenticated());
    const qint64 heardMs = m_paused ? m_thread.nowMs() : m_heardMs;
    const qint64 alive = member ? heardMs + limits.silenceMs : m_since + limits.handshakeMs;
    return m_stalledMs == 0 ? alive : std::min(alive, m_stalledMs + limits.stallMs);
}

void WsConnection::enter(State state)
{
    m_state = state;
    m_since = m_thread.nowMs();
    m_thread.deadlineIsSooner(*this);
}

// ---- reading ----------------------------------------------------------------------------------------------------------

void WsConnection::readable()
{
    const auto self = shared_from_this();
    for (int reads = 0; m_stream && !m_paused; ++reads) {
        if (reads == readsOfATurn) // the others of this thread have a turn first
            return m_thread.post([self] { static_cast<WsConnection &>(*self).readable(); });
        const auto scratch = m_thread.scratch();
        const auto got = m_stream->read(scratch);
        if (got.state == Io::Closed)
            return finish();
        if (got.state == Io::Again)
            return m_stream->waitReadable();
        if (m_state == State::Open)
            take(scratch.first(std::size_t(got.bytes)));
    }
}

void WsConnection::take(std::span<char> bytes)
{
    m_heardMs = m_thread.nowMs();
    noteMembership();
    const qsizetype most = m_isMember ? protocol::maxFrameBytes : m_thread.limits().strangerMessageBytes;
    if (const auto failure = m_reader.feed(bytes, most, *this)) {
        beginClosing(failure->code, failure->reason);
        tellSessionGone();
    }
    noteMembership();
    if (m_state == State::Open && queuedBytes() > protocol::sendCapBytes)
        m_paused = true;
}

void WsConnection::noteMembership()
{
    if (m_isMember || !m_session || !m_session->isAuthenticated())
        return;
    m_isMember = true;
    m_thread.deadlineIsSooner(*this);
}

void WsConnection::message(QByteArrayView payload)
{
    const auto session = m_session; // it may close us in the call
    session->received(payload);
}

void WsConnection::pinged(QByteArrayView payload)
{
    m_pong = wsPong(payload);
    askForFlush();
}

void WsConnection::closed()
{
    beginClosing(WsClose::Normal, {});
    tellSessionGone();
}

// ---- writing ----------------------------------------------------------------------------------------------------------

void WsConnection::send(const QByteArray &head, const QByteArray &tail)
{
    if (m_state != State::Open || !m_stream)
        return;
    m_queue.push_back({head, tail});
    m_queuedBytes += m_queue.back().size();
    if (queuedBytes() > m_thread.limits().queueBytes) {
        // The session may be in the middle of something: it hears of it in the loop's next turn.
        m_queue = {};
        m_queuedBytes = 0;
        m_state = State::Closing;
        m_thread.post([self = shared_from_this()] { self->finish(); });
        return;
    }
    askForFlush();
}

void WsConnection::askForFlush()
{
    if (m_blocked || std::exchange(m_flushAsked, true))
        return;
    m_thread.flushLater(std::static_pointer_cast<WsConnection>(shared_from_this()));
}

void WsConnection::close()
{
    if (m_state != State::Open)
        return;
    beginClosing(WsClose::Normal, {});
    m_session.reset();
}

void WsConnection::beginClosing(WsClose code, QByteArrayView reason)
{
    m_closeFrame = wsCloseFrame(code, reason);
    enter(State::Closing);
    if (std::exchange(m_paused, false))
        m_thread.post([self = shared_from_this()] { static_cast<WsConnection &>(*self).readable(); });
    askForFlush();
}

void WsConnection::compose()
{
    m_out.clear();
    m_outAt = 0;
    m_outSkip = 0;
    if (!m_pong.isEmpty())
        m_out.push_back(std::exchange(m_pong, {}));
    std::size_t count = 0;
    qsizetype bytes = 0;
    while (count < m_queue.size() && (count == 0 || bytes + m_queue[count].size() <= protocol::maxFrameBytes))
        bytes += m_queue[count++].size();
    if (count > 0) {
        m_out.push_back(wsBinaryHeader(bytes));
        for (std::size_t i = 0; i < count; ++i) {
            m_out.push_back(std::move(m_queue[i].head));
            if (!m_queue[i].tail.isEmpty())
                m_out.push_back(std::move(m_queue[i].tail));
        }
        m_queue.erase(m_queue.begin(), m_queue.begin() + qsizetype(count));
        m_queuedBytes -= bytes;
        if (m_queue.empty() && m_queue.capacity() > keptParts)
            m_queue.shrink_to_fit();
    }
    if (m_queue.empty() && !m_closeFrame.isEmpty())
        m_out.push_back(std::exchange(m_closeFrame, {}));
    m_outBytes = 0;
    for (const auto &part : m_out)
        m_outBytes += part.size();
}

// False: the socket takes no more now, or is gone.
bool WsConnection::writeSome()
{
    std::array<QByteArrayView, partsOfAWrite> parts;
    std::size_t count = 0;
    for (std::size_t i = m_outAt; i < m_out.size() && count < parts.size(); ++i)
        parts[count++] = QByteArrayView(m_out[i]).sliced(i == m_outAt ? m_outSkip : 0);
    const auto sent = m_stream->write({parts.data(), count});
    if (sent.state == Io::Closed) {
        finish();
        return false;
    }
    if (sent.state == Io::Again) {
        m_blocked = true;
        if (m_stalledMs == 0) {
            m_stalledMs = m_thread.nowMs();
            m_thread.deadlineIsSooner(*this);
        }
        m_stream->waitWritable();
        return false;
    }
    if (m_stalledMs != 0)
        m_stalledMs = m_thread.nowMs();
    m_outBytes -= sent.bytes;
    m_outSkip += sent.bytes;
    while (m_outAt < m_out.size() && m_outSkip >= m_out[m_outAt].size()) {
        m_outSkip -= m_out[m_outAt].size();
        m_out[m_outAt++].clear();
    }
    return true;
}

void WsConnection::writable()
{
    m_blocked = false;
    flush();
}

void WsConnection::flush()
{
    m_flushAsked = false;
    if (!m_stream || m_blocked || m_state == State::Lingering)
        return;
    const auto self = shared_from_this();
    while (true) {
        if (m_outBytes == 0)
            compose();
        if (m_outBytes == 0)
            break;
        if (!writeSome())
            return;
    }
    m_stalledMs = 0;
    if (m_out.capacity() > keptParts)
        m_out = {};
    if (m_state == State::Closing) {
        m_stream->shutdownWrite();
        enter(State::Lingering);
        return;
    }
    if (std::exchange(m_paused, false))
        m_thread.post([self] { static_cast<WsConnection &>(*self).readable(); });
    if (const auto session = m_session)
        session->drained();
}

} // namespace parvis::server

#pragma once

#include "server/io_thread.h"
#include "server/ws_frames.h"

namespace parvis::server {

// A WebSocket after its handshake, as a session sees it. Everything queued is written at the end of the loop's turn; what
// is queued while a write goes on is joined into the next message. Tails are shared with other receivers, never copied.
// Idle, it holds no buffer at all.
class WsConnection final : public Peer, public Connection, public Flushable, private WsReader::Sink {
public:
    // `response` is written first (the answer to the upgrade), `early` has come with the request.
    WsConnection(IoThread &thread, std::shared_ptr<Stream> stream, AddressTicket ticket, QByteArray response,
                 QByteArray early);

    void start() override;
    void serverStops() override;
    void finish() override;
    void readable() override;
    void writable() override;
    void flush() override;
    qint64 deadlineMs() const override;

    void send(const QByteArray &head, const QByteArray &tail) override;
    qsizetype queuedBytes() const override { return m_queuedBytes + m_outBytes; }
    void close() override;

private:
    enum class State {
        Open,
        Closing,  // what is left is written, then the close frame; the session hears nothing any more
        Lingering // all is written: the other side closes first
    };
    void take(std::span<char> bytes);
    void noteMembership();
    void compose();
    bool writeSome();
    void beginClosing(WsClose code, QByteArrayView reason);
    void tellSessionGone();
    void askForFlush();
    void enter(State state);

    void message(QByteArrayView payload) override;
    void pinged(QByteArrayView payload) override;
    void closed() override;
    bool wantsMore() const override { return m_state == State::Open && m_stream; }

    struct Piece {
        QByteArray head;
        QByteArray tail;
        qsizetype size() const { return head.size() + tail.size(); }
    };
    std::shared_ptr<Session> m_session;
    WsReader m_reader;
    std::vector<Piece> m_queue;    // whole messages, not begun
    std::vector<QByteArray> m_out; // being written: its bytes are settled
    std::size_t m_outAt = 0;       // parts of it that are through
    qsizetype m_outSkip = 0;       // bytes of the next part that are through
    qsizetype m_outBytes = 0;      // left
    qsizetype m_queuedBytes = 0;
    QByteArray m_early;
    QByteArray m_pong; // the latest only (RFC 6455, section 5.5.3)
    QByteArray m_closeFrame;
    State m_state = State::Open;
    bool m_isMember = false; // the session is authenticated
    bool m_flushAsked = false;
    bool m_blocked = false; // waits for the socket to take more
    bool m_paused = false;  // reads nothing until the other side has read
    qint64 m_since;         // of the state
    qint64 m_heardMs;
    qint64 m_stalledMs = 0; // since when the other side takes nothing; 0: it does
};

} // namespace parvis::server

#pragma once

#include <QByteArray>

#include <array>
#include <optional>
#include <span>

namespace parvis::server {

// Close codes of RFC 6455, section 7.4.1.
enum class WsClose : quint16 {
    Normal = 1000,
    GoingAway = 1001,
    ProtocolError = 1002,
    Unsupported = 1003,
    PolicyViolation = 1008,
    TooBig = 1009
};

// The header of an unmasked, whole binary message of this many bytes.
QByteArray wsBinaryHeader(qsizetype payloadBytes);
QByteArray wsPong(QByteArrayView payload);
QByteArray wsCloseFrame(WsClose code, QByteArrayView reason = {});

// What a client sends, RFC 6455 section 5: masked frames, no extension, binary messages in any number of fragments.
// Holds nothing between messages. Memory is taken as bytes arrive, never as a header promises.
class WsReader {
public:
    class Sink {
    public:
        // `payload` is valid during the call only.
        virtual void message(QByteArrayView payload) = 0;
        virtual void pinged(QByteArrayView payload) = 0;
        virtual void closed() = 0;          // the other side's close frame: nothing more follows
        virtual bool wantsMore() const = 0; // false: what has come is left unread, as after closed()

    protected:
        ~Sink() = default;
    };
    struct Failure {
        WsClose code;
        const char *reason;
    };

    // Takes all of `bytes` and unmasks them in place. After a failure or closed() the reader must not be used again.
    std::optional<Failure> feed(std::span<char> bytes, qsizetype maxMessageBytes, Sink &sink);
    bool isIdle() const { return m_headerBytes == 0 && !m_inPayload && m_message.isEmpty() && !m_inMessage; }

private:
    qsizetype headerSize() const;
    std::optional<Failure> headerRead(qsizetype maxMessageBytes);
    void frameRead(QByteArrayView whole, Sink &sink);

    std::array<char, 14> m_header{};
    quint8 m_headerBytes = 0; // read so far
    quint8 m_maskAt = 0;
    quint8 m_opcode = 0;
    bool m_final = false;
    bool m_inPayload = false;
    bool m_inMessage = false; // a first fragment came
    qint64 m_left = 0;        // of the frame's payload
    QByteArray m_message;     // fragments, and the start of the current frame
    QByteArray m_control;     // the start of a control frame, which may stand between fragments
};

} // namespace parvis::server

#include "server/ws_frames.h"

#include <QtEndian>

#include <cstring>

namespace parvis::server {

namespace {

enum Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };
constexpr quint8 finalBit = 0x80;
constexpr quint8 maskBit = 0x80;
constexpr qint64 maxControlBytes = 125;

bool isControl(quint8 opcode)
{
    return opcode >= Close;
}

QByteArray frameHeader(quint8 opcode, qsizetype size)
{
    QByteArray header;
    header.append(char(finalBit | opcode));
    if (size <= maxControlBytes) {
        header.append(char(size));
    } else if (size <= 0xffff) {
        header.resize(4);
        header[1] = char(126);
        qToBigEndian(quint16(size), header.data() + 2);
    } else {
        header.resize(10);
        header[1] = char(127);
        qToBigEndian(quint64(size), header.data() + 2);
    }
    return header;
}

void unmask(std::span<char> bytes, const char *mask, quint8 &at)
{
    std::size_t i = 0;
    for (; i < bytes.size() && at != 0; ++i, at = (at + 1) & 3)
        bytes[i] ^= mask[at];
    quint32 whole;
    memcpy(&whole, mask, 4);
    for (; i + 4 <= bytes.size(); i += 4) {
        quint32 word;
        memcpy(&word, bytes.data() + i, 4);
        word ^= whole;
        memcpy(bytes.data() + i, &word, 4);
    }
    for (; i < bytes.size(); ++i, at = (at + 1) & 3)
        bytes[i] ^= mask[at];
}

} // namespace

QByteArray wsBinaryHeader(qsizetype payloadBytes)
{
    return frameHeader(Binary, payloadBytes);
}

QByteArray wsPong(QByteArrayView payload)
{
    return frameHeader(Pong, payload.size()).append(payload);
}

QByteArray wsCloseFrame(WsClose code, QByteArrayView reason)
{
    char number[2];
    qToBigEndian(quint16(code), number);
    const auto text = reason.first(std::min<qsizetype>(reason.size(), maxControlBytes - 2));
    return frameHeader(Close, 2 + text.size()).append(number, 2).append(text);
}

qsizetype WsReader::headerSize() const
{
    if (m_headerBytes < 2)
        return 2;
    const auto length = quint8(m_header[1]) & 0x7f;
    return 2 + (length == 126 ? 2 : length == 127 ? 8 : 0) + 4; // masked, or refused as soon as that is known
}

std::optional<WsReader::Failure> WsReader::headerRead(qsizetype maxMessageBytes)
{
    const auto first = quint8(m_header[0]);
    m_opcode = first & 0x0f;
    m_final = (first & finalBit) != 0;
    const auto length = quint8(m_header[1]) & 0x7f;
    if (length == 126)
        m_left = qFromBigEndian<quint16>(m_header.data() + 2);
    else if (length == 127)
        m_left = qint64(qFromBigEndian<quint64>(m_header.data() + 2));
    else
        m_left = length;
    if (isControl(m_opcode) && (!m_final || m_left > maxControlBytes))
        return Failure{WsClose::ProtocolError, "a control frame is whole and has at most 125 bytes"};
    // A length with the topmost bit set is negative here.
    if (m_left < 0 || (!isControl(m_opcode) && m_left > maxMessageBytes - m_message.size()))
        return Failure{WsClose::TooBig, "message above the limit"};
    m_maskAt = 0;
    m_inPayload = true;
    return std::nullopt;
}

void WsReader::frameRead(QByteArrayView whole, Sink &sink)
{
    m_inPayload = false;
    m_headerBytes = 0;
    switch (m_opcode) {
    case Ping: sink.pinged(whole); break;
    case Pong: break;
    case Close: sink.closed(); break;
    default:
        m_inMessage = !m_final;
        if (m_final)
            sink.message(whole);
    }
}

std::optional<WsReader::Failure> WsReader::feed(std::span<char> bytes, qsizetype maxMessageBytes, Sink &sink)
{
    // An empty frame is complete with its header, so a turn is due even when no byte is left.
    while (sink.wantsMore() && (!bytes.empty() || (m_inPayload && m_left == 0))) {
        if (!m_inPayload) {
            m_header[m_headerBytes++] = bytes.front();
            bytes = bytes.subspan(1);
            if (m_headerBytes == 2) {
                const auto opcode = quint8(m_header[0]) & 0x0f;
                if ((quint8(m_header[0]) & 0x70) != 0)
                    return Failure{WsClose::ProtocolError, "no extension was agreed on"};
                if ((quint8(m_header[1]) & maskBit) == 0)
                    return Failure{WsClose::ProtocolError, "frames of a client are masked"};
                if (opcode == Text)
                    return Failure{WsClose::Unsupported, "binary messages only"};
                if (opcode != Continuation && opcode != Binary && (opcode < Close || opcode > Pong))
                    return Failure{WsClose::ProtocolError, "unknown kind of frame"};
                if (!isControl(opcode) && (opcode == Continuation) != m_inMessage)
                    return Failure{WsClose::ProtocolError, "fragments out of order"};
            }
            if (m_headerBytes == headerSize()) {
                if (auto failure = headerRead(maxMessageBytes))
                    return failure;
            }
            continue;
        }
        const auto taken = bytes.first(std::size_t(std::min<qint64>(m_left, qint64(bytes.size()))));
        unmask(taken, m_header.data() + headerSize() - 4, m_maskAt);
        bytes = bytes.subspan(taken.size());
        m_left -= qint64(taken.size());
        const QByteArrayView view(taken.data(), qsizetype(taken.size()));
        QByteArray &gathered = isControl(m_opcode) ? m_control : m_message;
        if (m_left > 0) {
            gathered.append(view);
            return std::nullopt;
        }
        if (!m_final) {
            gathered.append(view);
            frameRead({}, sink);
        } else if (gathered.isEmpty()) {
            frameRead(view, sink); // the usual case: no copy
        } else {
            gathered.append(view);
            const QByteArray whole = std::exchange(gathered, {});
            frameRead(whole, sink);
        }
    }
    return std::nullopt;
}

} // namespace parvis::server

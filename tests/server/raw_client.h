#pragma once

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslSocket>

#include <memory>
#include <optional>

namespace parvis::testing {

struct HttpAnswer {
    int status = 0;
    QByteArray head;
    QJsonObject json;
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &line : head.split('\n')) {
            if (line.toLower().startsWith(name.toLower() + ':'))
                return line.mid(name.size() + 1).trimmed();
        }
        return {};
    }
};

struct WsFrame {
    int opcode = 0;
    QByteArray payload;
    int closeCode() const { return payload.size() < 2 ? 0 : quint8(payload[0]) << 8 | quint8(payload[1]); }
};

// A client that does exactly what it is told, byte by byte, over plain TCP or TLS. Blocking, each wait with a bound.
class RawClient {
public:
    static constexpr int patienceMs = 10'000;

    explicit RawClient(quint16 port, bool tls = false)
    {
        if (tls) {
            m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
            m_socket.connectToHostEncrypted("127.0.0.1", port);
            m_socket.waitForEncrypted(patienceMs);
        } else {
            m_socket.connectToHost("127.0.0.1", port);
            m_socket.waitForConnected(patienceMs);
        }
    }

    void write(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) {
        }
    }

    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                   const QByteArray &headers = {})
    {
        write(method + ' ' + path + " HTTP/1.1\r\nHost: test\r\n" + headers
              + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return answer();
    }
    HttpAnswer ask(const QByteArray &method, const QByteArray &path, const QJsonObject &body,
                   const QByteArray &headers = {})
    {
        return ask(method, path, QJsonDocument(body).toJson(), headers);
    }

    HttpAnswer answer()
    {
        HttpAnswer answer;
        if (!fill([&] { return m_in.contains("\r\n\r\n"); }))
            return answer;
        const auto end = m_in.indexOf("\r\n\r\n") + 4;
        answer.head = m_in.left(end);
        m_in.remove(0, end);
        answer.status = answer.head.mid(9, 3).toInt();
        const auto length = answer.header("Content-Length").toInt();
        fill([&] { return m_in.size() >= length; });
        answer.json = QJsonDocument::fromJson(m_in.left(length)).object();
        m_in.remove(0, length);
        return answer;
    }

    HttpAnswer upgrade(const QByteArray &protocol = "parvis.1", const QByteArray &path = "/sync")
    {
        write("GET " + path
              + " HTTP/1.1\r\nHost: test\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
              + protocol + "\r\n\r\n");
        return answer();
    }

    void sendFrame(int firstByte, const QByteArray &payload, bool masked = true)
    {
        QByteArray out(1, char(firstByte));
        const int mark = masked ? 0x80 : 0;
        if (payload.size() <= 125) {
            out += char(mark | int(payload.size()));
        } else {
            out += char(mark | 127);
            for (int shift = 56; shift >= 0; shift -= 8)
                out += char(quint64(payload.size()) >> shift);
        }
        if (masked)
            out += QByteArray(4, '\0'); // a mask that changes nothing
        write(out + payload);
    }
    void sendBinary(const QByteArray &payload) { sendFrame(0x82, payload); }

    std::optional<WsFrame> frame(int waitMs = patienceMs)
    {
        const auto size = [&]() -> qint64 {
            if (m_in.size() < 2)
                return -1;
            const int length = quint8(m_in[1]) & 0x7f;
            const int more = length == 126 ? 2 : length == 127 ? 8 : 0;
            if (m_in.size() < 2 + more)
                return -1;
            quint64 bytes = more == 0 ? quint64(length) : 0;
            for (int i = 0; i < more; ++i)
                bytes = bytes << 8 | quint8(m_in[2 + i]);
            m_headerBytes = 2 + more;
            return qint64(bytes);
        };
        if (!fill([&] { return size() >= 0 && m_in.size() >= m_headerBytes + size(); }, waitMs))
            return std::nullopt;
        const auto bytes = size();
        WsFrame got{m_in[0] & 0x0f, m_in.mid(m_headerBytes, bytes)};
        m_in.remove(0, m_headerBytes + bytes);
        return got;
    }

    // The server has ended the line.
    bool isClosed(int waitMs = patienceMs)
    {
        fill([] { return false; }, waitMs);
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QByteArray &unread() { return m_in; }
    QSslSocket &socket() { return m_socket; }

private:
    template<class F>
    bool fill(F &&enough, int waitMs = patienceMs)
    {
        QElapsedTimer timer;
        timer.start();
        while (true) {
            m_in += m_socket.readAll();
            if (enough())
                return true;
            const auto left = waitMs - timer.elapsed();
            if (left <= 0 || m_socket.state() != QAbstractSocket::ConnectedState)
                return false;
            if (!m_socket.waitForReadyRead(int(left))) {
                m_in += m_socket.readAll();
                return enough();
            }
        }
    }

    QSslSocket m_socket;
    QByteArray m_in;
    int m_headerBytes = 2;
};

} // namespace parvis::testing

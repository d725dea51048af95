#include "transport/web_socket_link.h"

#include "base/log.h"
#include "base/thread_guard.h"
#include "protocol/limits.h"
#include "transport/extra_authority.h"

#include <QSslError>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace parvis::transport {

WebSocketLink::WebSocketLink(QObject *parent) : QObject(parent) { }

WebSocketLink::~WebSocketLink()
{
    drop();
}

bool WebSocketLink::isOpen() const
{
    return m_open;
}

void WebSocketLink::drop()
{
    if (!m_socket)
        return;
    m_open = false;
    m_socket->disconnect(this);
    m_socket->abort();
    // A slot of the socket may be on the stack.
    m_socket.release()->deleteLater();
}

base::Result<void> WebSocketLink::open(const ServerAddress &server, const QString &caFile)
{
    base::offUiThread("sockets: connect");
    drop();
    auto tls = tlsWith(caFile);
    if (!tls)
        return base::fail(tls.error());

    m_certificateFault = Fault::None;
    m_cut = false;
    m_socket = std::make_unique<QWebSocket>();
    QWebSocket *socket = m_socket.get();
    socket->setMaxAllowedIncomingFrameSize(protocol::maxFrameBytes);
    socket->setMaxAllowedIncomingMessageSize(protocol::maxFrameBytes);
    socket->setSslConfiguration(*tls);

    connect(socket, &QWebSocket::connected, this, [this] {
        m_open = true;
        Q_EMIT opened();
    });
    connect(socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &frame) {
        m_bytesIn += frame.size();
        Q_EMIT received(frame);
    });
    connect(socket, &QWebSocket::textMessageReceived, this, [this] {
        ended(Fault::NotParvis, QStringLiteral("the server sent a text frame"));
    });
    connect(socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateFault = onlyTheTimeIsWrong(errors) ? Fault::CertificateTime : Fault::Certificate;
        m_certificateDetail = errors.isEmpty() ? QString() : errors.first().errorString();
    });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        // The close code is "normal" as long as no other came, also where the line was cut.
        const bool closedWell = m_open && !m_cut
            && (socket->closeCode() == QWebSocketProtocol::CloseCodeNormal
                || socket->closeCode() == QWebSocketProtocol::CloseCodeGoingAway);
        ended(closedWell ? Fault::None : Fault::Network, m_cut || !m_open ? socket->errorString() : socket->closeReason());
    });
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            [this, socket](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::RemoteHostClosedError && m_open) {
            m_cut = true;
            return; // disconnected() follows
        }
        if (m_certificateFault != Fault::None)
            ended(m_certificateFault, m_certificateDetail);
        else if (error == QAbstractSocket::SslHandshakeFailedError)
            ended(Fault::Certificate, socket->errorString());
        else
            ended(Fault::Network, socket->errorString());
    });

    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QString::fromLatin1(protocol::subprotocol)});
    socket->open(server.socket(), options);
    return {};
}

void WebSocketLink::send(const QByteArray &frame)
{
    base::offUiThread("sockets: send");
    if (!m_open)
        return;
    m_bytesOut += frame.size();
    m_socket->sendBinaryMessage(frame);
}

void WebSocketLink::close()
{
    if (m_socket)
        m_socket->close();
}

void WebSocketLink::ended(Fault fault, const QString &detail)
{
    if (!m_socket)
        return;
    qCDebug(base::logNet) << "link ended:" << int(fault) << detail;
    drop();
    Q_EMIT closed(fault, detail);
}

} // namespace parvis::transport

#pragma once

#include "transport/line_fault.h"
#include "transport/server_address.h"

#include <QObject>

#include <memory>

class QWebSocket;

namespace parvis::transport {

// One WebSocket to the server at a time, binary frames only (design §3). Knows nothing of what the frames say. No token
// passes here except inside frames. Thread: the one that made it, with an event loop.
class WebSocketLink : public QObject {
    Q_OBJECT

public:
    explicit WebSocketLink(QObject *parent = nullptr);
    ~WebSocketLink() override;

    // Drops whatever was open, silently, and connects. Answers with opened() or closed(). Error Usage: the file of extra
    // certificates.
    base::Result<void> open(const ServerAddress &server, const QString &caFile);
    bool isOpen() const;
    void send(const QByteArray &frame); // ignored unless open
    void close();                       // in good order; answers with closed(None)
    void drop();                        // at once and silently

    qint64 bytesIn() const { return m_bytesIn; }   // payload, since this object was made
    qint64 bytesOut() const { return m_bytesOut; }

Q_SIGNALS:
    void opened();
    void received(const QByteArray &frame);
    void closed(parvis::transport::Fault fault, const QString &detail);

private:
    void ended(Fault fault, const QString &detail);

    std::unique_ptr<QWebSocket> m_socket;
    bool m_open = false;
    bool m_cut = false; // ended without a close frame
    Fault m_certificateFault = Fault::None;
    QString m_certificateDetail;
    qint64 m_bytesIn = 0;
    qint64 m_bytesOut = 0;
};

} // namespace parvis::transport

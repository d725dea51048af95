#include "transport/web_socket_link.h"

#include "protocol/limits.h"

#include <QSignalSpy>
#include <QWebSocket>
#include <QWebSocketServer>
#include <QtTest>

using namespace parvis;
using transport::Fault;
using transport::ServerAddress;
using transport::WebSocketLink;

// The link against a real socket on a port of the system's choice.
class WebSocketLinkTest : public QObject {
    Q_OBJECT

private:
    QWebSocketServer m_server{QStringLiteral("test"), QWebSocketServer::NonSecureMode};
    std::unique_ptr<QWebSocket> m_peer;

    ServerAddress address() const
    {
        return *ServerAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
    }
    bool connectLink(WebSocketLink &link)
    {
        QSignalSpy opened(&link, &WebSocketLink::opened);
        if (!link.open(address(), {}) || !QTest::qWaitFor([&] { return opened.size() == 1 && m_server.hasPendingConnections(); }))
            return false;
        m_peer.reset(m_server.nextPendingConnection());
        return true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<Fault>();
        m_server.setSupportedSubprotocols({QStringLiteral("parvis.1")});
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
    }
    void cleanup() { m_peer.reset(); }

    void framesTravelBothWaysAndAreCounted()
    {
        WebSocketLink link;
        QVERIFY(connectLink(link));
        QCOMPARE(m_peer->subprotocol(), QStringLiteral("parvis.1"));
        QCOMPARE(m_peer->requestUrl().path(), QStringLiteral("/sync"));
        QVERIFY(m_peer->requestUrl().query().isEmpty());
        QSignalSpy atPeer(m_peer.get(), &QWebSocket::binaryMessageReceived);
        QSignalSpy atLink(&link, &WebSocketLink::received);
        link.send("hello");
        QTRY_COMPARE(atPeer.size(), 1);
        m_peer->sendBinaryMessage("welcome!");
        QTRY_COMPARE(atLink.size(), 1);
        QCOMPARE(atLink.first().first().toByteArray(), QByteArray("welcome!"));
        QCOMPARE(link.bytesOut(), 5);
        QCOMPARE(link.bytesIn(), 8);
    }

    void closeByTheServerIsToldOnce()
    {
        WebSocketLink link;
        QVERIFY(connectLink(link));
        QSignalSpy closed(&link, &WebSocketLink::closed);
        m_peer->close();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Fault>(), Fault::None);
        QVERIFY(!link.isOpen());
    }

    void cutLineIsAFaultOfTheNetwork()
    {
        WebSocketLink link;
        QVERIFY(connectLink(link));
        QSignalSpy closed(&link, &WebSocketLink::closed);
        m_peer->abort();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Fault>(), Fault::Network);
    }

    void nobodyThereIsAFaultOfTheNetwork()
    {
        QWebSocketServer gone(QStringLiteral("gone"), QWebSocketServer::NonSecureMode);
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const auto address = ServerAddress::parse(QStringLiteral("http://127.0.0.1:%1").arg(gone.serverPort()));
        gone.close();
        WebSocketLink link;
        QSignalSpy closed(&link, &WebSocketLink::closed);
        QVERIFY(link.open(*address, {}));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Fault>(), Fault::Network);
    }

    void textFrameEndsTheConversation()
    {
        WebSocketLink link;
        QVERIFY(connectLink(link));
        QSignalSpy closed(&link, &WebSocketLink::closed);
        m_peer->sendTextMessage(QStringLiteral("hello"));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed.first().first().value<Fault>(), Fault::NotParvis);
    }

    void frameAboveTheLimitIsNotTaken()
    {
        WebSocketLink link;
        QVERIFY(connectLink(link));
        QSignalSpy closed(&link, &WebSocketLink::closed);
        QSignalSpy received(&link, &WebSocketLink::received);
        m_peer->sendBinaryMessage(QByteArray(protocol::maxFrameBytes + 1, 'x'));
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(received.size(), 0);
    }

    void droppedLinkSaysNothing()
    {
        WebSocketLink link;
        QVERIFY(connectLink(link));
        QSignalSpy closed(&link, &WebSocketLink::closed);
        QSignalSpy peerGone(m_peer.get(), &QWebSocket::disconnected);
        link.drop();
        QTRY_COMPARE(peerGone.size(), 1);
        QCOMPARE(closed.size(), 0);
        link.send("lost"); // ignored
        QCOMPARE(link.bytesOut(), 0);
    }

    void missingCertificateFileIsAnErrorOfTheCaller()
    {
        WebSocketLink link;
        const auto opened = link.open(address(), QStringLiteral("/no/such/file.pem"));
        QVERIFY(!opened);
        QVERIFY(opened.error().kind == base::ErrorKind::Usage);
    }
};

QTEST_GUILESS_MAIN(WebSocketLinkTest)
#include "web_socket_link_test.moc"

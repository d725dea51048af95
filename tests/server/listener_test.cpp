#include "server/listener.h"

#include "protocol/limits.h"
#include "server/raw_client.h"

#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace parvis;
using namespace parvis::server;
using testing::RawClient;

namespace {

// Answers what it hears; a few words make it do something else.
class EchoSession final : public Session {
public:
    EchoSession(std::shared_ptr<Connection> connection, std::atomic<int> &gone)
        : m_connection(std::move(connection)), m_gone(gone)
    { }

    void received(QByteArrayView frame) override
    {
        const QByteArray text = frame.toByteArray();
        const auto number = text.mid(text.indexOf(' ') + 1).toInt();
        if (text == "auth") {
            m_authenticated = true;
            m_connection->send("welcome");
        } else if (text.startsWith("close")) {
            m_connection->send("last words");
            m_connection->close();
            m_connection->send("too late");
            m_connection.reset();
        } else if (text.startsWith("several")) {
            for (int i = 0; i < number; ++i)
                m_connection->send("head" + QByteArray::number(i) + ' ', "tail ");
        } else if (text.startsWith("bytes")) {
            m_connection->send({}, QByteArray(number, 'x'));
        } else {
            m_connection->send(text);
        }
    }
    void drained() override { }
    void disconnected() override
    {
        m_connection.reset();
        ++m_gone;
    }
    bool isAuthenticated() const override { return m_authenticated; }

private:
    std::shared_ptr<Connection> m_connection;
    std::atomic<int> &m_gone;
    bool m_authenticated = false;
};

class EchoShard final : public Shard {
public:
    std::shared_ptr<Session> connect(std::shared_ptr<Connection> connection) override
    {
        ++connected;
        return std::make_shared<EchoSession>(std::move(connection), gone);
    }
    void closeSessions(PersonId, DeviceId) override { }
    void goaway(qint64) override { }
    qsizetype sessionCount() const override { return connected - gone; }
    std::atomic<int> connected = 0;
    std::atomic<int> gone = 0;
};

// A listener with an account store of one person, anna, and sessions that echo.
struct World {
    explicit World(ListenerOptions options = {})
    {
        auth = std::move(*AuthStore::open(dir.filePath("auth.db"), clock, random, HashCost{1, 8 * 1024 * 1024}));
        anna = PersonId(base::newUuid(clock, random));
        const bool ready =
            auth->putAccount({anna, "anna", {}, false, false}) && auth->setPassword(anna, "correct horse");
        Q_ASSERT(ready);
        Q_UNUSED(ready);
        options.threads = 2;
        listener = std::make_unique<Listener>(
            options, Listener::Parts{[this](Post) -> Shard & { return shard; }, *auth, clock, "Acme", company});
        if (const auto started = listener->start())
            port = *started;
    }

    QJsonObject login()
    {
        RawClient client(port);
        return client
            .ask("POST", "/auth/login",
                 QJsonObject{{"user", "anna"}, {"password", "correct horse"}, {"device", "laptop"}})
            .json;
    }

    QTemporaryDir dir;
    base::SystemClock clock;
    base::SystemRandom random;
    model::CompanyId company{base::newUuid(clock, random)};
    PersonId anna;
    std::unique_ptr<AuthStore> auth;
    EchoShard shard;
    std::unique_ptr<Listener> listener;
    quint16 port = 0;
};

QByteArray bearer(const QJsonObject &tokens)
{
    return "Authorization: Bearer " + tokens["access"].toString().toLatin1() + "\r\n";
}

QString errorKind(const testing::HttpAnswer &answer)
{
    return answer.json["error"].toObject()["kind"].toString();
}

ListenerOptions limited(std::function<void(Limits &)> change)
{
    ListenerOptions options;
    change(options.limits);
    return options;
}

} // namespace

class ListenerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // ---- plain requests -------------------------------------------------------------------------------------------

    void wellKnownTellsWhoTheCompanyIs()
    {
        World world;
        RawClient client(world.port);
        const auto answer = client.ask("GET", "/.well-known/parvis");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json["name"].toString(), "parvis");
        QCOMPARE(answer.json["company"].toString(), "Acme");
        QCOMPARE(answer.json["company_id"].toString(), world.company.toString());
        QCOMPARE(answer.json["protocol"].toInt(), protocol::version);
        QCOMPARE(answer.json["sync"].toString(), "/sync");
        QCOMPARE(client.ask("GET", "/healthz").json["ok"].toBool(), true); // on the same line
    }

    void signingInGivesTokensThatRotate()
    {
        World world;
        const auto tokens = world.login();
        QCOMPARE(tokens["person"].toString(), world.anna.toString());
        QCOMPARE(tokens["handle"].toString(), "anna");
        QVERIFY(base::Time::fromRfc3339(tokens["access_until"].toString()));
        QVERIFY(world.auth->checkAccess(tokens["access"].toString()));

        RawClient client(world.port);
        const auto next = client.ask("POST", "/auth/refresh", QJsonObject{{"refresh", tokens["refresh"]}});
        QCOMPARE(next.status, 200);
        QVERIFY(next.json["refresh"].toString() != tokens["refresh"].toString());
        QCOMPARE(next.json["device"], tokens["device"]);
        QCOMPARE(client.ask("POST", "/auth/refresh", QJsonObject{{"refresh", "made up"}}).status, 401);
    }

    void wrongPasswordsAreRefusedAndThenThrottled()
    {
        World world;
        RawClient client(world.port);
        const QJsonObject wrong{{"user", "anna"}, {"password", "guess"}, {"device", "x"}};
        const auto first = client.ask("POST", "/auth/login", wrong);
        QCOMPARE(first.status, 401);
        QCOMPARE(errorKind(first), "Refused");
        testing::HttpAnswer answer;
        for (int i = 0; i < 10 && answer.status != 429; ++i)
            answer = client.ask("POST", "/auth/login", wrong);
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.header("Retry-After").toInt() > 0);
    }

    void whatMakesNoSenseIsToldWhy()
    {
        World world;
        RawClient client(world.port);
        QCOMPARE(client.ask("POST", "/auth/login", QByteArray("{\"user\":")).status, 400);
        QCOMPARE(client.ask("POST", "/auth/login", QByteArray("[]")).status, 400);
        QCOMPARE(client.ask("POST", "/auth/login", QJsonObject{{"user", "anna"}, {"password", 7}}).status, 400);
        QCOMPARE(client.ask("GET", "/nothing").status, 404);
        const auto wrongMethod = client.ask("GET", "/auth/login");
        QCOMPARE(wrongMethod.status, 405);
        QCOMPARE(wrongMethod.header("Allow"), "POST");
        QVERIFY(client.isConnected());
        client.write("NONSENSE\r\n\r\n");
        QCOMPARE(client.answer().status, 400);
        QVERIFY(client.isClosed());
    }

    void requestWithoutHostIsRefused()
    {
        World world;
        RawClient client(world.port);
        client.write("GET /healthz HTTP/1.1\r\n\r\n");
        QCOMPARE(client.answer().status, 400);
    }

    void tooLargeRequestsAreRefused()
    {
        World world;
        RawClient header(world.port);
        header.write("GET /healthz HTTP/1.1\r\nHost: test\r\nX-Long: " + QByteArray(20'000, 'x'));
        QCOMPARE(header.answer().status, 431);
        QVERIFY(header.isClosed());
        RawClient body(world.port);
        body.write("POST /auth/login HTTP/1.1\r\nHost: test\r\nContent-Length: 100000\r\n\r\n");
        QCOMPARE(body.answer().status, 413);
        QVERIFY(body.isClosed());
        RawClient chunked(world.port);
        chunked.write("POST /auth/login HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n"
                      + QByteArray(0x20000, ' '));
        QCOMPARE(chunked.answer().status, 413);
    }

    void requestsSentTogetherAreAnsweredInOrder()
    {
        World world;
        RawClient client(world.port);
        client.write("GET /.well-known/parvis HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
                     "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        QCOMPARE(client.answer().status, 200);
        QCOMPARE(client.answer().status, 404);
        QCOMPARE(client.answer().status, 200);
        QVERIFY(client.isClosed());
    }

    void bodyIsWaitedForWhenTheClientAsksFirst()
    {
        World world;
        RawClient client(world.port);
        client.write("POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.answer().status, 100);
        client.write("{}");
        QCOMPARE(client.answer().status, 400);
    }

    void devicesAreListedAndRevokedByTheirOwner()
    {
        World world;
        const auto here = world.login();
        const auto lost = world.login();
        RawClient client(world.port);
        QCOMPARE(client.ask("GET", "/auth/devices").status, 401);
        QCOMPARE(client.ask("GET", "/auth/devices", QByteArray(), "Authorization: Bearer made-up\r\n").status, 401);
        const auto devices = client.ask("GET", "/auth/devices", QByteArray(), bearer(here)).json["devices"].toArray();
        QCOMPARE(devices.size(), 2);

        std::atomic<int> told = 0;
        world.auth->onRevoked([&](PersonId, DeviceId) { ++told; });
        QCOMPARE(client.ask("POST", "/auth/devices/revoke", QJsonObject{{"id", lost["device"]}}, bearer(here)).status,
                 200);
        QCOMPARE(told, 1);
        QCOMPARE(client.ask("GET", "/auth/devices", QByteArray(), bearer(lost)).status, 401);
        QCOMPARE(client.ask("POST", "/auth/logout", QByteArray(), bearer(here)).status, 200);
        QCOMPARE(client.ask("GET", "/auth/devices", QByteArray(), bearer(here)).status, 401);
    }

    void passwordIsChangedWithTheOldOne()
    {
        World world;
        const auto tokens = world.login();
        RawClient client(world.port);
        QCOMPARE(client.ask("POST", "/auth/password", QJsonObject{{"old", "wrong"}, {"new", "battery"}}, bearer(tokens))
                     .status,
                 403);
        QCOMPARE(client
                     .ask("POST", "/auth/password", QJsonObject{{"old", "correct horse"}, {"new", "battery"}},
                          bearer(tokens))
                     .status,
                 200);
        QVERIFY(world.login().contains("error"));
    }

    // ---- WebSocket ------------------------------------------------------------------------------------------------

    void upgradeAgreesOnOurSubprotocol()
    {
        World world;
        RawClient client(world.port);
        const auto answer = client.upgrade("chat, parvis.1");
        QCOMPARE(answer.status, 101);
        QCOMPARE(answer.header("Sec-WebSocket-Protocol"), "parvis.1");
        QCOMPARE(answer.header("Sec-WebSocket-Accept"), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="); // the example of RFC 6455
        QVERIFY(answer.header("Sec-WebSocket-Extensions").isEmpty());
        client.sendBinary("hello");
        QCOMPARE(client.frame()->payload, "hello");
    }

    void upgradeOfAnotherKindIsRefused()
    {
        World world;
        QCOMPARE(RawClient(world.port).upgrade("chat").status, 400);
        QCOMPARE(RawClient(world.port).upgrade("parvis.1", "/elsewhere").status, 404);
        QCOMPARE(RawClient(world.port).ask("GET", "/sync").status, 426);
        QCOMPARE(world.shard.connected, 0);
    }

    void whatCameWithTheUpgradeIsHeard()
    {
        World world;
        RawClient client(world.port);
        client.write("GET /sync HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: "
                     "Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parvis.1\r\n\r\n"
                     + QByteArray::fromHex("828500000000") + "early");
        QCOMPARE(client.answer().status, 101);
        QCOMPARE(client.frame()->payload, "early");
    }

    void textIsRefused()
    {
        World world;
        RawClient client(world.port);
        client.upgrade();
        client.sendFrame(0x81, "words");
        const auto frame = client.frame();
        QCOMPARE(frame->opcode, 8);
        QCOMPARE(frame->closeCode(), 1003);
        QVERIFY(client.isClosed());
        QTRY_COMPARE(world.shard.gone, 1);
    }

    void pingsAreAnsweredBetweenFragmentsAndCloseIsEchoed()
    {
        World world;
        RawClient client(world.port);
        client.upgrade();
        client.sendFrame(0x02, "one ");
        client.sendFrame(0x89, "there?");
        const auto pong = client.frame();
        QCOMPARE(pong->opcode, 10);
        QCOMPARE(pong->payload, "there?");
        client.sendFrame(0x80, "message");
        QCOMPARE(client.frame()->payload, "one message");
        client.sendFrame(0x88, QByteArray::fromHex("03e8"));
        QCOMPARE(client.frame()->closeCode(), 1000);
        QVERIFY(client.isClosed());
        QTRY_COMPARE(world.shard.gone, 1);
    }

    void strangerMaySayLessThanAMember()
    {
        World world(limited([](Limits &limits) { limits.strangerMessageBytes = 1000; }));
        RawClient stranger(world.port);
        stranger.upgrade();
        stranger.sendBinary(QByteArray(1001, 'x'));
        QCOMPARE(stranger.frame()->closeCode(), 1009);

        RawClient member(world.port);
        member.upgrade();
        member.sendBinary("auth");
        QCOMPARE(member.frame()->payload, "welcome");
        member.sendBinary(QByteArray(protocol::maxFrameBytes, 'y'));
        QCOMPARE(member.frame()->payload.size(), protocol::maxFrameBytes);
        member.sendBinary(QByteArray(protocol::maxFrameBytes + 1, 'y'));
        QCOMPARE(member.frame()->closeCode(), 1009);
    }

    void whatIsSentInOneTurnIsOneMessage()
    {
        World world;
        RawClient client(world.port);
        client.upgrade();
        client.sendBinary("several 100");
        const auto frame = client.frame();
        QVERIFY(frame->payload.startsWith("head0 tail head1 tail "));
        QVERIFY(frame->payload.endsWith("head99 tail "));
    }

    void lastWordsArriveBeforeTheClose()
    {
        World world;
        RawClient client(world.port);
        client.upgrade();
        client.sendBinary("close");
        QCOMPARE(client.frame()->payload, "last words");
        QCOMPARE(client.frame()->closeCode(), 1000);
        QVERIFY(client.isClosed());
        QTRY_COMPARE(world.listener->connections(), 0);
        QCOMPARE(world.shard.gone, 0); // who closes hears nothing more
    }

    // ---- caps -----------------------------------------------------------------------------------------------------

    void silentHandshakesTimeOut()
    {
        World world(limited([](Limits &limits) { limits.handshakeMs = 300; }));
        RawClient silent(world.port), half(world.port), stranger(world.port), member(world.port);
        half.write("GET /healthz HTT");
        stranger.upgrade();
        member.upgrade();
        member.sendBinary("auth");
        QCOMPARE(member.frame()->payload, "welcome");
        QVERIFY(silent.isClosed());
        QVERIFY(half.isClosed());
        QVERIFY(stranger.isClosed());
        QTRY_COMPARE(world.shard.gone, 1);
        member.sendBinary("still here");
        QCOMPARE(member.frame()->payload, "still here");
    }

    void silenceEndsAConversation()
    {
        World world(limited([](Limits &limits) { limits.silenceMs = 400; }));
        RawClient client(world.port);
        client.upgrade();
        client.sendBinary("auth");
        QCOMPARE(client.frame()->payload, "welcome");
        QVERIFY(client.isClosed());
        QTRY_COMPARE(world.shard.gone, 1);
    }

    void connectionsOfOneAddressAreCounted()
    {
        World world(limited([](Limits &limits) { limits.perLoopback = 3; }));
        RawClient first(world.port), second(world.port);
        QCOMPARE(first.ask("GET", "/healthz").status, 200);
        QCOMPARE(second.ask("GET", "/healthz").status, 200);
        {
            RawClient third(world.port);
            QCOMPARE(third.ask("GET", "/healthz").status, 200);
            RawClient fourth(world.port);
            QVERIFY(fourth.isClosed());
        }
        QTRY_COMPARE(world.listener->connections(), 2);
        QCOMPARE(RawClient(world.port).ask("GET", "/healthz").status, 200);
    }

    void readerThatTakesNothingIsLetGo()
    {
        World world(limited([](Limits &limits) { limits.stallMs = 400; }));
        RawClient client(world.port);
        client.socket().setReadBufferSize(1); // the rest stays in the kernel
        client.write("GET /sync HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: "
                     "Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parvis.1\r\n\r\n");
        QTRY_COMPARE(world.shard.connected, 1);
        client.sendBinary("auth");
        for (int i = 0; i < 12; ++i)
            client.sendBinary("bytes 1000000");
        QTRY_COMPARE(world.shard.gone, 1);
        QTRY_COMPARE(world.listener->connections(), 0);
    }

    void queueAboveItsCapEndsTheConnection()
    {
        World world(limited([](Limits &limits) { limits.queueBytes = 1'000'000; }));
        RawClient client(world.port);
        client.upgrade();
        client.sendBinary("auth");
        QCOMPARE(client.frame()->payload, "welcome");
        client.sendBinary("bytes 1000001");
        QVERIFY(client.isClosed());
        QTRY_COMPARE(world.shard.gone, 1);
    }

    // ---- the port -------------------------------------------------------------------------------------------------

    void otherAddressesNeedACertificate()
    {
        ListenerOptions options;
        options.address = "0.0.0.0";
        World world(options);
        QCOMPARE(world.port, 0);
        Listener again(options,
                       {[&](Post) -> Shard & { return world.shard; }, *world.auth, world.clock, "Acme", world.company});
        const auto started = again.start();
        QVERIFY(!started);
        QVERIFY(started.error().kind == base::ErrorKind::Usage);
    }

    void portInUseIsAConflictAndFreeAfterStop()
    {
        auto world = std::make_unique<World>();
        ListenerOptions same;
        same.port = world->port;
        QCOMPARE(World(same).port, 0);
        RawClient client(world->port); // closed by the server: the port lingers in TIME_WAIT
        client.upgrade();
        world->listener->stop(0);
        QCOMPARE(World(same).port, same.port);
    }

    void sameOverTls()
    {
        QTemporaryDir dir;
        const QString cert = dir.filePath("cert.pem"), key = dir.filePath("key.pem");
        QProcess openssl;
        openssl.start("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                                  "-days", "2", "-subj", "/CN=localhost", "-keyout", key, "-out", cert});
        QVERIFY(openssl.waitForFinished());
        ListenerOptions options;
        options.certFile = cert;
        options.keyFile = key;
        World world(options);
        QVERIFY(world.port != 0);

        RawClient client(world.port, true);
        QCOMPARE(client.ask("GET", "/.well-known/parvis").json["company"].toString(), "Acme");
        QCOMPARE(client.upgrade().status, 101);
        client.sendBinary("auth");
        QCOMPARE(client.frame()->payload, "welcome");
        client.sendBinary("several 1000");
        QVERIFY(client.frame()->payload.endsWith("head999 tail "));
        for (int i = 0; i < 3; ++i) {
            client.sendBinary(QByteArray(1'500'000, 'z'));
            QCOMPARE(client.frame()->payload, QByteArray(1'500'000, 'z'));
        }
        client.sendBinary("close");
        QCOMPARE(client.frame()->payload, "last words");
        QCOMPARE(client.frame()->closeCode(), 1000);
        QVERIFY(client.isClosed());

        RawClient plain(world.port);
        plain.write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(plain.isClosed());
        QVERIFY(!plain.unread().contains("HTTP"));
    }

    void wrongKeyIsToldAtTheStart()
    {
        ListenerOptions options;
        options.certFile = options.keyFile = QStringLiteral(PARVIS_SOURCE_DIR "/LICENSE");
        QCOMPARE(World(options).port, 0);
    }
};

QTEST_GUILESS_MAIN(ListenerTest)
#include "listener_test.moc"

#include "transport/server_address.h"

#include <QtTest>

using namespace parvis;
using transport::ServerAddress;

class ServerAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAPersonTypesBecomesOneForm_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("socket");
        QTest::newRow("bare host") << "chat.example.com" << "https://chat.example.com:443" << "wss://chat.example.com:443/sync";
        QTest::newRow("https") << "https://chat.example.com:8443/" << "https://chat.example.com:8443" << "wss://chat.example.com:8443/sync";
        QTest::newRow("wss") << "wss://chat.example.com:1" << "https://chat.example.com:1" << "wss://chat.example.com:1/sync";
        QTest::newRow("loopback") << "http://127.0.0.1:4000" << "http://127.0.0.1:4000" << "ws://127.0.0.1:4000/sync";
        QTest::newRow("loopback, ws") << " ws://localhost:4000 " << "http://localhost:4000" << "ws://localhost:4000/sync";
        QTest::newRow("IPv6 loopback") << "http://[::1]:4000" << "http://[::1]:4000" << "ws://[::1]:4000/sync";
    }
    void whatAPersonTypesBecomesOneForm()
    {
        QFETCH(QString, typed);
        const auto address = ServerAddress::parse(typed);
        QVERIFY2(address.has_value(), address ? "" : qPrintable(address.error().detail));
        QTEST(address->toString(), "kept");
        QTEST(address->socket().toString(), "socket");
        const auto again = ServerAddress::parse(address->toString());
        QVERIFY(again && again->toString() == address->toString());
    }

    void whatIsNoAddressIsRefusedWithAReason_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("empty") << "";
        QTest::newRow("plain and far") << "http://chat.example.com";
        QTest::newRow("plain and near, but not loopback") << "ws://192.168.1.5:4000";
        QTest::newRow("looks like loopback") << "http://127.0.0.1.example.com";
        QTest::newRow("another scheme") << "ftp://chat.example.com";
        QTest::newRow("a password in it") << "https://ann:secret@chat.example.com";
        QTest::newRow("a path") << "https://chat.example.com/parvis";
        QTest::newRow("a query") << "https://chat.example.com/?token=1";
    }
    void whatIsNoAddressIsRefusedWithAReason()
    {
        QFETCH(QString, typed);
        const auto address = ServerAddress::parse(typed);
        QVERIFY(!address);
        QVERIFY(address.error().kind == base::ErrorKind::Usage);
        QVERIFY(!address.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ServerAddressTest)
#include "server_address_test.moc"

#include "e2e/processes.h"

using namespace parvis::e2e;

// What an administrator does who has no public certificate: makes one, and gives it to the clients with --ca.
class TlsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Company> m_company;

    QString file(const char *name) const { return m_dir->filePath(QLatin1String(name)); }

    bool makeCertificate(const char *name) const
    {
        QProcess openssl;
        openssl.start("openssl", {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                                  "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
                                  "-keyout", m_dir->filePath(QString("%1.key").arg(name)), "-out",
                                  m_dir->filePath(QString("%1.pem").arg(name))});
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }
    Answer login(const Person &person, const QStringList &more) const
    {
        return person(QStringList{"login", "--server", m_company->url(), "--user", person.handle()} + more,
                      Company::passwordOf(person.handle()) + '\n');
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(makeCertificate("server"));
        QVERIFY(makeCertificate("another"));
        m_company = std::make_unique<Company>(m_dir->path());
        QVERIFY(m_company->init());
        QVERIFY(m_company->addPerson("ann", "Ann Example"));
        m_company->useTls(file("server.pem"), file("server.key"));
        QVERIFY2(m_company->serve(), m_company->log().constData());
        QVERIFY(m_company->url().startsWith("https://"));
    }
    void cleanupTestCase()
    {
        if (m_company)
            QVERIFY(m_company->stop());
    }

    void unknownCertificateIsRefusedAndSaysWhatToDo_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("no certificate given") << QStringList();
        QTest::newRow("another one given") << QStringList{"--ca", file("another.pem")};
    }
    void unknownCertificateIsRefusedAndSaysWhatToDo()
    {
        QFETCH(QStringList, more);
        const Person ann(m_dir->path(), "ann", more.isEmpty() ? "without" : "wrong");
        const Answer answer = login(ann, more);
        QVERIFY2(answer.code == 1, answer.all().constData());
        QVERIFY2(answer.out.contains("certificate"), answer.all().constData());
    }

    void givenCertificateIsTrustedAndRemembered()
    {
        const Person ann(m_dir->path(), "ann");
        const Answer first = login(ann, {"--ca", file("server.pem")});
        QVERIFY2(first.code == 0, first.all().constData());
        QVERIFY(QFile::remove(file("server.pem"))); // the profile has a copy of its own
        const Answer made = ann({"group", "create", "atelier"});
        QVERIFY2(made.state() == "acked", made.all().constData());
        const Answer posted = ann({"post", "--group", "atelier", "--text-file", "-"}, "Over TLS");
        QVERIFY2(posted.state() == "acked", posted.all().constData());
        const Answer synced = ann({"sync"});
        QVERIFY2(synced.code == 0 && synced.line()["complete"].toBool(), synced.all().constData());
    }

    void plainHttpIsForLoopbackOnly()
    {
        const Person ann(m_dir->path(), "ann", "plain");
        const Answer answer =
            ann({"login", "--server", "http://192.0.2.1:9", "--user", "ann"}, Company::passwordOf("ann") + '\n');
        QVERIFY2(answer.code != 0 && answer.error() != "Offline", answer.all().constData()); // no connection was tried
    }
};

QTEST_GUILESS_MAIN(TlsTest)
#include "tls_test.moc"

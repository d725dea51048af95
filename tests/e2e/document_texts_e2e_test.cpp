// What stands inside documents, through the real programs: read by the server, found offline, and taken away.
#include "e2e/processes.h"
#include "support/document_files.h"

#include <QStandardPaths>

using namespace parvis::e2e;
using namespace parvis::test;

class DocumentTextsE2eTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<Person> m_ann, m_bob;

    QString fileOf(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_dir->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    static QJsonArray hits(const Answer &answer) { return answer.line().value("hits").toArray(); }

private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_company = std::make_unique<Company>(m_dir->path());
        m_ann = std::make_unique<Person>(m_dir->path(), "ann");
        m_bob = std::make_unique<Person>(m_dir->path(), "bob");
        const QByteArray wrong = foundWithTwo(*m_company, *m_ann, *m_bob);
        QVERIFY2(wrong.isEmpty(), wrong.constData());
        QCOMPARE((*m_ann)({"group", "create", "plans"}).state(), "acked");
        QCOMPARE((*m_ann)({"group", "member", "plans", "bob"}).state(), "acked");
        QCOMPARE((*m_ann)({"doc", "mkdir", "plans/Texts"}).code, 0);
    }
    void cleanupTestCase() { m_company.reset(); }

    void wordsInsideAreFoundByWhoNeverFetchedThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("place");
        QTest::newRow("pdf") << "inner.pdf" << makePdf({"Nothing here", "A hidden pdfgiraffe stands"}) << "pdfgiraffe" << "page 2";
        QTest::newRow("docx") << "inner.docx" << makeDocx({"A hidden docxgiraffe stands"}) << "docxgiraffe" << QString();
        QTest::newRow("odt") << "inner.odt" << makeOdt({"A hidden odtgiraffe stands"}) << "odtgiraffe" << QString();
    }

    void wordsInsideAreFoundByWhoNeverFetchedThem()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        QFETCH(QString, place);
        if (name.endsWith(".pdf") && QStandardPaths::findExecutable("pdftotext").isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        const Answer put = (*m_ann)({"doc", "put", "plans/Texts/" + name, fileOf(name, bytes)});
        QCOMPARE(put.code, 0);
        QTRY_COMPARE_WITH_TIMEOUT(hits((*m_bob)({"search", word})).size(), 1, 60'000);
        const Answer answer = (*m_bob)({"--offline", "search", word});
        const QJsonObject hit = hits(answer).first().toObject();
        QVERIFY2(hit.value("id").toString() == put.id() && hit.value("kind").toString() == "document"
                     && hit.value("path").toString() == "Texts/" + name && hit.value("group").toString() == "plans"
                     && hit.value("place").toString() == place && hit.value("snippet").toString().contains("hidden"),
                 answer.all().constData());
        QVERIFY(answer.line().value("took_ms").toDouble() < 200);
        QCOMPARE((*m_bob)({"--offline", "doc", "get", put.id(), "--to", m_dir->filePath("never")}).error(), "Offline");
        QCOMPARE(hits((*m_bob)({"--offline", "search", word + " type:post"})).size(), 0);
        QCOMPARE(hits((*m_bob)({"--offline", "search", word + " from:ann in:plans", "--kind", "document"})).size(), 1);
    }

    void accessTakenAwayLeavesNoWordOnTheDisk()
    {
        QVERIFY(m_company->addPerson("joe", "Joe Example"));
        const Person joe(m_dir->path(), "joe");
        QCOMPARE(joe.login(*m_company).code, 0);
        QCOMPARE((*m_ann)({"group", "member", "plans", "joe"}).state(), "acked");
        const QByteArray word = "zzinnercanary4711";
        QCOMPARE((*m_ann)({"doc", "put", "plans/canary.odt", fileOf("canary.odt", makeOdt({"the " + word}))}).code, 0);
        QTRY_VERIFY_WITH_TIMEOUT(joe({"sync"}).code == 0 && holds(joe.profile(), word), 60'000);
        QCOMPARE((*m_ann)({"group", "member", "plans", "joe", "--remove"}).state(), "acked");
        QCOMPARE(joe({"sync"}).code, 0);
        QVERIFY(!holds(joe.profile(), word));
        QCOMPARE(hits(joe({"--offline", "search", QString::fromLatin1(word)})).size(), 0);
    }
};

QTEST_GUILESS_MAIN(DocumentTextsE2eTest)
#include "document_texts_e2e_test.moc"

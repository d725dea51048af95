#include "extract/worker.h"
#include "support/document_files.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <thread>

#include <unistd.h>

using namespace parvis::extract;
using namespace parvis::test;

// This program is the worker, too, and the bad ones: what stands in the file's name tells which.
namespace {

int badWorker(const QByteArray &how)
{
    if (how == "crash")
        std::abort();
    if (how == "rubbish") {
        for (int i = 0; i < 1000; ++i)
            std::fputs("{\"text\": [", stdout);
        return 0;
    }
    if (how == "flood") {
        const QByteArray block(1 << 16, 'x');
        while (std::fwrite(block.constData(), 1, size_t(block.size()), stdout) > 0) { }
        return 0;
    }
    return ::pause(); // for ever
}

} // namespace

class WorkerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString write(const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(QStringLiteral("it")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    QString self() const { return QCoreApplication::applicationFilePath(); }

private Q_SLOTS:
    void aDocumentIsReadInAnotherProcess()
    {
        Worker worker(self());
        Extracted text;
        QVERIFY(worker.run(write(makeDocx({"Été"})), QStringLiteral("a.docx"), text) == Outcome::Text);
        QCOMPARE(text.text, QStringLiteral("Été"));
        QVERIFY(worker.run(write("\x01\x02\x03"), QStringLiteral("a"), text) == Outcome::Text);
        QVERIFY(text.text.isEmpty());
    }

    void whateverHappensToItIsNoText_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"crash", "rubbish", "flood", "sleep"})
            QTest::newRow(how) << QByteArray(how);
    }
    void whateverHappensToItIsNoText()
    {
        QFETCH(QByteArray, how);
        QElapsedTimer spent;
        spent.start();
        Worker worker(self(), 1000);
        Extracted text{QStringLiteral("old"), {}};
        QVERIFY(worker.run(QStringLiteral("bad"), QString::fromLatin1(how), text) == Outcome::Text);
        QVERIFY(text.text.isEmpty());
        QVERIFY(spent.elapsed() < 20'000);
    }

    void aProgramThatIsNotThereIsTold()
    {
        Worker worker(QStringLiteral("/nowhere/parvisd"));
        Extracted text;
        QVERIFY(worker.run(QStringLiteral("x"), QStringLiteral("x"), text) == Outcome::Unavailable);
    }

    void stoppingEndsWhatIsBeingRead()
    {
        Worker worker(self(), 600'000);
        std::thread stopper([&] { worker.stop(); });
        Extracted text;
        QElapsedTimer spent;
        spent.start();
        worker.run(QStringLiteral("bad"), QStringLiteral("sleep"), text);
        stopper.join();
        QVERIFY(spent.elapsed() < 60'000);
    }

    void placesOfAnAnswerArePutInOrder()
    {
        Extracted text{QStringLiteral("one two"), {{0, PlaceType::Page, QStringLiteral("1")}, {4, PlaceType::Page, QStringLiteral("2")}}};
        Extracted back;
        QVERIFY(readAnswer(answerOf(Outcome::Text, text), back) == Outcome::Text);
        QCOMPARE(back.text, QStringLiteral("one\ntwo"));
        QCOMPARE(back.places, text.places);
        readAnswer("{\"text\":\"abc\",\"places\":[[9,0,\"x\"],[1,77,\"y\"],[-1,0,\"z\"],[\"a\"],3]}", back);
        QCOMPARE(back.text, QStringLiteral("abc"));
        QVERIFY(back.places.isEmpty());
        QVERIFY(readAnswer(answerOf(Outcome::Unavailable, {}), back) == Outcome::Unavailable);
    }

    // A page whose content never ends to be unpacked: pdftotext meets the limits, and this process does not.
    void anEndlessPageHarmsNobody()
    {
        QByteArray pdf = makePdf({QByteArray(40'000'000, '(')});
        Worker worker(self(), 5000);
        Extracted text;
        QElapsedTimer spent;
        spent.start();
        worker.run(write(pdf), QStringLiteral("a.pdf"), text);
        QVERIFY(text.text.toUtf8().size() <= maxTextBytes);
        QVERIFY(spent.elapsed() < 30'000);
    }
};

int main(int argc, char **argv)
{
    if (argc == 4 && QByteArray(argv[1]) == workerCommand)
        return QByteArray(argv[2]) == "bad" ? badWorker(argv[3]) : runWorker(argc, argv);
    QCoreApplication app(argc, argv);
    WorkerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "worker_test.moc"

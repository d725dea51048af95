#include "text/file_kinds.h"

#include <QTest>

using namespace parvis::text;

class FileKindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsWhatItsLastEndingSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FileKind>("kind");
        QTest::newRow("picture") << "Plan.PNG" << FileKind::Picture;
        QTest::newRow("document") << "report.2024.pdf" << FileKind::Pdf;
        QTest::newRow("sheet") << "prix.xlsx" << FileKind::Sheet;
        QTest::newRow("no ending") << "README" << FileKind::Other;
        QTest::newRow("unknown ending") << "a.qqq" << FileKind::Other;
        QTest::newRow("drawing with scripts") << "a.svg" << FileKind::Other;
        QTest::newRow("program") << "setup.exe" << FileKind::Program;
        QTest::newRow("program that looks like a document") << "invoice.pdf.scr" << FileKind::Program;
        QTest::newRow("upper case") << "A.BAT" << FileKind::Program;
        QTest::newRow("dots and blanks at the end are no ending") << "setup.exe . ." << FileKind::Program;
        QTest::newRow("an ending turned round") << QString::fromUtf8("photo\u202Egnp.exe") << FileKind::Program;
        QTest::newRow("a mark inside the ending") << QString::fromUtf8("photo.e\u200Fxe") << FileKind::Program;
        QTest::newRow("link of a desktop") << "chat.desktop" << FileKind::Program;
        QTest::newRow("link of Windows") << "chat.lnk" << FileKind::Program;
        QTest::newRow("script") << "run.sh" << FileKind::Program;
        QTest::newRow("only an ending") << ".bat" << FileKind::Program;
    }

    void aFileIsWhatItsLastEndingSays()
    {
        QFETCH(QString, name);
        QTEST(fileKind(name), "kind");
    }

    void theEndingIsLowerCaseWithoutItsDot()
    {
        QCOMPARE(fileEnding("Plan.PNG"), "png");
        QCOMPARE(fileEnding("README"), "");
    }
};

QTEST_MAIN(FileKindsTest)
#include "text_file_kinds_test.moc"

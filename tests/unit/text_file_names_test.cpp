// Names that others gave, as names of files on this disk.
#include "text/file_names.h"

#include <QTest>

using parvis::text::safeFileName;

class TextFileNamesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreRebuilt_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << QStringLiteral("Plan 2026.odt") << QStringLiteral("Plan 2026.odt");
        QTest::newRow("accents in another form")
            << QStringLiteral("re\u0301sume\u0301.txt") << QStringLiteral("résumé.txt");
        QTest::newRow("a path upwards") << QStringLiteral("../../etc/passwd") << QStringLiteral(".._.._etc_passwd");
        QTest::newRow("a path of Windows") << QStringLiteral("C:\\boot.ini") << QStringLiteral("C__boot.ini");
        QTest::newRow("turned round") << QStringLiteral("bill\u202Efdp.exe") << QStringLiteral("billfdp.exe");
        QTest::newRow("control characters") << QStringLiteral("a\nb\tc.txt") << QStringLiteral("abc.txt");
        QTest::newRow("reserved") << QStringLiteral("CON") << QStringLiteral("_CON");
        QTest::newRow("reserved with an extension") << QStringLiteral("lpt1.txt") << QStringLiteral("_lpt1.txt");
        QTest::newRow("begins like a reserved one") << QStringLiteral("console.txt") << QStringLiteral("console.txt");
        QTest::newRow("dots and blanks at the end") << QStringLiteral("name. . ") << QStringLiteral("name");
        QTest::newRow("only dots") << QStringLiteral("..") << QStringLiteral("file");
        QTest::newRow("nothing") << QString() << QStringLiteral("file");
    }

    void namesAreRebuilt()
    {
        QFETCH(QString, given);
        QTEST(safeFileName(given), "safe");
    }

    void longNamesKeepTheirExtension()
    {
        const QString safe = safeFileName(QString(400, QChar(u'é')) + QStringLiteral(".docx"));
        QVERIFY(safe.endsWith(QStringLiteral("é.docx")));
        QVERIFY(safe.toUtf8().size() <= 200);
    }

    void whatIsSafeStaysAsItIs()
    {
        for (const QString &name :
             {QStringLiteral("../a:b"), QStringLiteral("nul.txt"), QStringLiteral("x. "), QString(500, QChar(u'ü'))})
            QCOMPARE(safeFileName(safeFileName(name)), safeFileName(name));
    }
};

QTEST_GUILESS_MAIN(TextFileNamesTest)
#include "text_file_names_test.moc"

#include "extract/extract.h"
#include "extract/plain.h"
#include "support/document_files.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace parvis::extract;
using namespace parvis::test;

class ExtractTest : public QObject {
    Q_OBJECT

    Extracted read(const QByteArray &bytes, const QString &name)
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("it"));
        QFile file(path);
        Extracted text;
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()) {
            file.close();
            extractText(path, name, text);
        }
        return text;
    }
    QString textOf(const QByteArray &bytes, const char *name) { return read(bytes, QString::fromLatin1(name)).text; }

private Q_SLOTS:
    void plainTextOfEveryEncodingIsRead()
    {
        const QString said = QStringLiteral("Été à l’œuvre\nsecond");
        QCOMPARE(textOf(said.toUtf8(), "a.txt"), said);
        QCOMPARE(textOf("\xef\xbb\xbf" + said.toUtf8(), "a.txt"), said);
        QCOMPARE(textOf("\xc9t\xe9 \xe0 l\x92\x9cuvre\r\nsecond", "a.txt"), said);
        QByteArray wide("\xff\xfe", 2);
        for (const QChar each : said)
            wide.append(char(each.unicode() & 0xff)).append(char(each.unicode() >> 8));
        QCOMPARE(textOf(wide, "a.txt"), said);
        QCOMPARE(textOf(QByteArray("w\0o\0r\0d\0", 8), "a.txt"), QStringLiteral("word"));
    }

    void whatIsNoTextHasNone()
    {
        QByteArray noise;
        for (int i = 0; i < 5000; ++i)
            noise.append(char(i * 167 % 251));
        QVERIFY(textOf(noise, "a.txt").isEmpty());
        QVERIFY(textOf({}, "a.txt").isEmpty());
        QVERIFY(textOf("{\\rtf1\\ansi word}", "a.rtf").isEmpty());
        QVERIFY(textOf(makeZip({{"holiday.txt", "word"}}), "a.docx").isEmpty());
        QVERIFY(textOf(makeDocx({"word"}).first(200), "a.docx").isEmpty());
    }

    void marksOfMarkdownAndHtmlAreNotRead()
    {
        QCOMPARE(textOf("# Title\n\nSome **bold** [link](https://example.com)", "a.md"), QStringLiteral("Title\nSome bold link"));
        QCOMPARE(textOf("<!DOCTYPE html><title>T</title><style>p { x }</style><p title='a>b'>One&nbsp;&eacute;t&#233;<br>two"
                        "<!-- no --><script>if (a < b) no();</script> 3 < 4 &amp; 5",
                        "a"),
                 QStringLiteral("T\nOne été\ntwo 3 < 4 & 5"));
    }

    void wordDocumentsAreReadWithoutWhatWasDeleted()
    {
        QCOMPARE(textOf(makeDocx({"First  line", "l&amp;second"}), "a.docx"), QStringLiteral("First line\nl&second"));
        const QByteArray body = "<w:p><w:r><w:t>ki</w:t></w:r><w:r><w:t>lo</w:t><w:tab/></w:r><w:del><w:delText>gone</w:delText>"
                                "</w:del></w:p>";
        const QByteArray made =
            makeZip({{"word/document.xml", xmlOf("<w:document xmlns:w=\"w\">" + body + "</w:document>")},
                     {"word/footnotes.xml", xmlOf("<w:footnotes xmlns:w=\"w\"><w:p><w:t>note</w:t></w:p></w:footnotes>")}});
        QCOMPARE(textOf(made, "a.docx"), QStringLiteral("kilo\nnote"));
    }

    void cellsOfWorkbooksStandInTheirSheets()
    {
        const QByteArray made = makeZip(
            {{"xl/workbook.xml", xmlOf("<workbook xmlns:r=\"r\"><sheets><sheet name=\"Budget\" r:id=\"r2\"/>"
                                       "<sheet name=\"People\" r:id=\"r1\"/></sheets></workbook>")},
             {"xl/_rels/workbook.xml.rels", xmlOf("<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
                                                  "<Relationship Id=\"r2\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>")},
             {"xl/sharedStrings.xml", xmlOf("<sst><si><t>zero</t></si><si><r><t>o</t></r><r><t>ne</t></r><rPh><t>no</t></rPh></si></sst>")},
             {"xl/worksheets/sheet1.xml",
              xmlOf("<worksheet><row><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>inside</t></is></c></row></worksheet>")},
             {"xl/worksheets/sheet2.xml", xmlOf("<worksheet><row><c t=\"s\"><v>0</v></c><c><v>12.5</v></c></row>"
                                                "<row><c t=\"s\"><v>99</v></c></row></worksheet>")}});
        const Extracted read = this->read(made, QStringLiteral("a.xlsx"));
        QCOMPARE(read.text, QStringLiteral("zero 12.5\none inside"));
        QCOMPARE(read.places, (QList<Place>{{0, PlaceType::Sheet, QStringLiteral("Budget")},
                                            {10, PlaceType::Sheet, QStringLiteral("People")}}));
    }

    void slidesAreReadInTheirOrder()
    {
        const QByteArray made = makeZip(
            {{"ppt/presentation.xml", xmlOf("<p:presentation xmlns:p=\"p\" xmlns:r=\"r\"><p:sldIdLst><p:sldId id=\"256\" r:id=\"b\"/>"
                                            "<p:sldId id=\"257\" r:id=\"a\"/></p:sldIdLst></p:presentation>")},
             {"ppt/_rels/presentation.xml.rels", xmlOf("<Relationships><Relationship Id=\"a\" Target=\"slides/slide1.xml\"/>"
                                                       "<Relationship Id=\"b\" Target=\"slides/slide2.xml\"/></Relationships>")},
             {"ppt/slides/slide1.xml", xmlOf("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>last</a:t></a:r></a:p></p:sld>")},
             {"ppt/slides/slide2.xml", xmlOf("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>first</a:t></a:r></a:p></p:sld>")}});
        const Extracted read = this->read(made, QStringLiteral("a.pptx"));
        QCOMPARE(read.text, QStringLiteral("first\nlast"));
        QCOMPARE(read.places, (QList<Place>{{0, PlaceType::Slide, QStringLiteral("1")}, {6, PlaceType::Slide, QStringLiteral("2")}}));
    }

    void openDocumentsAreRead()
    {
        QCOMPARE(textOf(makeOdt({"One <text:span>span</text:span><text:s text:c=\"3\"/>x", "two<text:line-break/>three"}), "a.odt"),
                 QStringLiteral("One span x\ntwo\nthree"));
        QCOMPARE(textOf(makeOpenDocument("text", "<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
                                                 "<table:table table:name=\"T\"><table:table-row><table:table-cell><text:p>cell"
                                                 "</text:p></table:table-cell></table:table-row></table:table></office:text>"),
                        "a.odt"),
                 QStringLiteral("cell"));
        const auto sheet = read(makeOpenDocument("spreadsheet", "<office:spreadsheet><table:table table:name=\"S 1\"><table:table-row>"
                                                                "<table:table-cell><text:p>a</text:p></table:table-cell>"
                                                                "<table:table-cell><text:p>b</text:p></table:table-cell>"
                                                                "</table:table-row></table:table></office:spreadsheet>"),
                                QStringLiteral("a.ods"));
        QCOMPARE(sheet.text, QStringLiteral("a b"));
        QCOMPARE(sheet.places, (QList<Place>{{0, PlaceType::Sheet, QStringLiteral("S 1")}}));
        const auto slides =
            read(makeOpenDocument("presentation", "<office:presentation><draw:page><text:p>a</text:p></draw:page><draw:page/>"
                                                  "<draw:page><text:p>c</text:p></draw:page></office:presentation>"),
                 QStringLiteral("a.odp"));
        QCOMPARE(slides.text, QStringLiteral("a\nc"));
        QCOMPARE(slides.places, (QList<Place>{{0, PlaceType::Slide, QStringLiteral("1")}, {2, PlaceType::Slide, QStringLiteral("3")}}));
    }

    void pagesOfPdfAreRead()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
            QSKIP("pdftotext (poppler-utils) is not installed");
        const Extracted read = this->read(makePdf({"The first page", "The second \\351t\\351"}), QStringLiteral("a.pdf"));
        QCOMPARE(read.text, QStringLiteral("The first page\nThe second été"));
        QCOMPARE(read.places, (QList<Place>{{0, PlaceType::Page, QStringLiteral("1")}, {15, PlaceType::Page, QStringLiteral("2")}}));
        QVERIFY(textOf("%PDF-1.7\nrubbish", "a.pdf").isEmpty());
    }

    void withoutThatProgramPdfWaits()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("a.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(makePdf({"word"}));
        file.close();
        Extracted text;
        const Outcome outcome = extractText(file.fileName(), QStringLiteral("a.pdf"), text);
        qputenv("PATH", path);
        QVERIFY(outcome == Outcome::Unavailable);
    }

    void textIsCappedAfterAWord()
    {
        TextSink out(20);
        out.place(PlaceType::Page, QStringLiteral("1"));
        out.add(u"été \u0001\t été  été");
        out.place(PlaceType::Page, QStringLiteral("2"));
        out.add(u"abandoned words");
        out.place(PlaceType::Page, QStringLiteral("3"));
        out.add(u"more");
        const Extracted read = out.take();
        QCOMPARE(read.text.trimmed(), QStringLiteral("été été été"));
        QCOMPARE(read.places.size(), 1);
        TextSink wide(1000);
        wide.add(QString(5000, u'x'));
        QVERIFY(wide.isFull());
        QVERIFY(wide.take().text.toUtf8().size() <= 1000);
    }

    void entitiesAreNeverMade()
    {
        const QByteArray laughs = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                                  "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>"
                                  "<w:document xmlns:w=\"w\"><w:p><w:t>before &c;&d;</w:t></w:p></w:document>";
        QVERIFY(textOf(makeZip({{"word/document.xml", laughs}}), "a.docx").isEmpty());
    }

    void aBombOfZerosIsGivenUp()
    {
        const QByteArray zeros(120 << 20, ' ');
        const QByteArray bomb = makeZip({{"word/document.xml", "<w:t>word</w:t>" + zeros}});
        QVERIFY(bomb.size() < 1 << 20);
        QVERIFY(textOf(bomb, "a.docx").isEmpty());
        ZipEntries many;
        for (int i = 0; i < 20'001; ++i)
            many.append({QByteArray::number(i), {}});
        many.append({"word/document.xml", xmlOf("<w:t xmlns:w=\"w\">word</w:t>")});
        const QByteArray crowded = makeZip(many);
        QVERIFY(textOf(crowded, "a.docx").isEmpty());
    }

    void picturesAndFilmsAreNotEvenOpened()
    {
        QVERIFY(!mayHaveText(QStringLiteral("Holiday.JPG")));
        QVERIFY(!mayHaveText(QStringLiteral("a.zip")));
        for (const char *name : {"a.docx", "a.pdf", "notes", "a.md", "a.csv", "main.cpp"})
            QVERIFY(mayHaveText(QString::fromLatin1(name)));
    }
};

QTEST_GUILESS_MAIN(ExtractTest)
#include "extract_test.moc"

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <archive.h>
#include <archive_entry.h>

// Small documents of every kind, made as they are needed.
namespace parvis::test {

using ZipEntries = QList<QPair<QByteArray, QByteArray>>;

// A zip with these files.
inline QByteArray makeZip(const ZipEntries &entries)
{
    QByteArray bytes(256 * 1024, '\0');
    for (const auto &[name, content] : entries)
        bytes.resize(bytes.size() + content.size() / 4);
    size_t used = 0;
    archive *out = archive_write_new();
    archive_write_set_format_zip(out);
    archive_write_open_memory(out, bytes.data(), size_t(bytes.size()), &used);
    for (const auto &[name, content] : entries) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_size(entry, content.size());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_write_header(out, entry);
        archive_write_data(out, content.constData(), size_t(content.size()));
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    bytes.truncate(qsizetype(used));
    return bytes;
}

inline QByteArray xmlOf(const QByteArray &body)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + body;
}

inline QByteArray makeDocx(const QList<QByteArray> &paragraphs)
{
    QByteArray body;
    for (const QByteArray &each : paragraphs)
        body += "<w:p><w:r><w:t xml:space=\"preserve\">" + each + "</w:t></w:r></w:p>";
    return makeZip({{"[Content_Types].xml", xmlOf("<Types/>")},
                    {"word/document.xml", xmlOf("<w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>")}});
}

inline QByteArray makeOpenDocument(const QByteArray &type, const QByteArray &body)
{
    return makeZip({{"mimetype", "application/vnd.oasis.opendocument." + type},
                    {"content.xml", xmlOf("<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\""
                                          " xmlns:draw=\"d\"><office:body>"
                                          + body + "</office:body></office:document-content>")}});
}

inline QByteArray makeOdt(const QList<QByteArray> &paragraphs)
{
    QByteArray body;
    for (const QByteArray &each : paragraphs)
        body += "<text:p>" + each + "</text:p>";
    return makeOpenDocument("text", "<office:text>" + body + "</office:text>");
}

// One line of ASCII a page.
inline QByteArray makePdf(const QList<QByteArray> &pages)
{
    QByteArray kids;
    QList<QByteArray> objects;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        const QByteArray content = "BT /F1 12 Tf 72 700 Td (" + pages[i] + ") Tj ET";
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents "
                       + QByteArray::number(5 + 2 * i) + " 0 R>>");
        objects.append("<</Length " + QByteArray::number(content.size()) + ">>stream\n" + content + "\nendstream");
        kids += QByteArray::number(4 + 2 * i) + " 0 R ";
    }
    objects.prepend("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    objects.prepend("<</Type/Pages/Kids[" + kids + "]/Count " + QByteArray::number(pages.size()) + ">>");
    objects.prepend("<</Type/Catalog/Pages 2 0 R>>");
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + count + "\n" + table + "trailer<</Size " + count + "/Root 1 0 R>>\nstartxref\n"
           + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

} // namespace parvis::test

#include "extract/extract.h"

#include "extract/office.h"
#include "extract/pdf.h"
#include "extract/plain.h"
#include "extract/zip_parts.h"

#include <QFile>
#include <QFileInfo>

namespace parvis::extract {

namespace {

constexpr qint64 beginning = 1024;         // in which a PDF says that it is one
constexpr qint64 mostPlainBytes = 4 << 20; // of a plain text: more than enough for what is kept

bool addZip(TextSink &out, const QString &path)
{
    const auto parts = zipParts(path, isOfficePart);
    if (!parts)
        return false;
    if (parts->contains(QStringLiteral("word/document.xml")))
        return addDocx(out, *parts);
    if (parts->contains(QStringLiteral("xl/workbook.xml")))
        return addXlsx(out, *parts);
    if (parts->contains(QStringLiteral("ppt/presentation.xml")))
        return addPptx(out, *parts);
    const bool open = parts->value(QStringLiteral("mimetype")).startsWith("application/vnd.oasis.opendocument.");
    return open && addOpenDocument(out, *parts);
}

bool looksLikeHtml(const QString &text)
{
    const QStringView head = QStringView(text).trimmed().left(200);
    return head.startsWith(u"<!doctype html", Qt::CaseInsensitive) || head.startsWith(u"<html", Qt::CaseInsensitive);
}

void addText(TextSink &out, const QString &text, const QString &name)
{
    const QString suffix = QFileInfo(name).suffix().toLower();
    if (suffix == u"html" || suffix == u"htm" || suffix == u"xhtml" || looksLikeHtml(text))
        addHtml(out, text);
    else if (suffix == u"md" || suffix == u"markdown")
        addMarkdown(out, text);
    else if (!text.startsWith(u"{\\rtf") && !text.startsWith(u"%!PS"))
        addPlain(out, text);
}

} // namespace

Outcome extractText(const QString &path, const QString &name, Extracted &text)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Outcome::Text;
    TextSink out;
    const QByteArray head = file.read(beginning);
    if (head.contains("%PDF-")) {
        const Outcome read = addPdf(out, path);
        text = out.take();
        return read;
    }
    if (head.startsWith("PK\x03\x04")) {
        if (addZip(out, path))
            text = out.take();
    } else if (const auto plain = decoded(head + file.read(mostPlainBytes))) {
        addText(out, *plain, name);
        text = out.take();
    }
    return Outcome::Text;
}

bool mayHaveText(const QString &name)
{
    static const QStringList without{
        QStringLiteral("png"),  QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("gif"),  QStringLiteral("webp"), QStringLiteral("bmp"),
        QStringLiteral("tif"),  QStringLiteral("tiff"), QStringLiteral("heic"), QStringLiteral("ico"), QStringLiteral("raw"),  QStringLiteral("psd"),
        QStringLiteral("mp3"),  QStringLiteral("wav"), QStringLiteral("ogg"),  QStringLiteral("flac"), QStringLiteral("m4a"),  QStringLiteral("aac"),
        QStringLiteral("mp4"),  QStringLiteral("mkv"), QStringLiteral("mov"),  QStringLiteral("avi"),  QStringLiteral("webm"), QStringLiteral("zip"),
        QStringLiteral("gz"),   QStringLiteral("xz"),  QStringLiteral("zst"),  QStringLiteral("bz2"),  QStringLiteral("7z"),   QStringLiteral("rar"),
        QStringLiteral("tar"),  QStringLiteral("tgz"), QStringLiteral("iso"),  QStringLiteral("dmg"),  QStringLiteral("exe"),  QStringLiteral("dll"),
        QStringLiteral("msi"),  QStringLiteral("deb"), QStringLiteral("rpm"),  QStringLiteral("dwg"),  QStringLiteral("ttf"),  QStringLiteral("otf")};
    return !without.contains(QFileInfo(name).suffix().toLower());
}

} // namespace parvis::extract

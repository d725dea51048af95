#include "extract/office.h"
#include "extract/xml.h"

#include <QStringList>

namespace parvis::extract {

namespace {

// Text of Word and PowerPoint: runs in <t>, paragraphs in <p>. What was deleted stands in <delText> and is not read.
bool addParagraphs(TextSink &out, const QByteArray &bytes)
{
    bool inText = false;
    return readXml(bytes, [&](QXmlStreamReader &xml) {
        const QStringView name = xml.name();
        if (xml.isStartElement()) {
            inText = name == u"t";
            if (name == u"tab")
                out.space();
            else if (name == u"br" || name == u"cr")
                out.line();
        } else if (xml.isEndElement()) {
            inText = false;
            if (name == u"p")
                out.line();
            else if (name == u"tc")
                out.space();
        } else if (inText) {
            out.add(xml.text());
        }
        return !out.isFull();
    });
}

// The parts that an index file lists, in its order, each with the name that it gives them: sheets or slides.
struct Listed {
    QString name;
    QString part;
};

QHash<QString, QString> relations(const QByteArray &bytes)
{
    QHash<QString, QString> targets;
    readXml(bytes, [&](QXmlStreamReader &xml) {
        if (xml.isStartElement() && xml.name() == u"Relationship")
            targets.insert(xml.attributes().value(QLatin1String("Id")).toString(),
                           xml.attributes().value(QLatin1String("Target")).toString());
        return true;
    });
    return targets;
}

bool readList(const Parts &parts, const QString &folder, const QString &index, QStringView element, QList<Listed> &listed)
{
    const auto targets = relations(parts.value(folder + QStringLiteral("/_rels/") + index + QStringLiteral(".rels")));
    return readXml(parts.value(folder + u'/' + index), [&](QXmlStreamReader &xml) {
        if (!xml.isStartElement() || xml.name() != element)
            return true;
        QString id, name;
        const auto attributes = xml.attributes();
        for (const QXmlStreamAttribute &each : attributes) {
            if (each.name() == u"id" && !each.namespaceUri().isEmpty())
                id = each.value().toString();
            else if (each.name() == u"name")
                name = each.value().toString();
        }
        const QString target = targets.value(id);
        listed.append({name, target.startsWith(u'/') ? target.mid(1) : folder + u'/' + target});
        return true;
    });
}

// The strings that cells name by number; how they are read aloud (<rPh>) is left out.
bool readSharedStrings(const QByteArray &bytes, QStringList &strings)
{
    QString text;
    bool inText = false;
    int phonetic = 0;
    return readXml(bytes, [&](QXmlStreamReader &xml) {
        if (xml.isStartElement()) {
            inText = xml.name() == u"t";
            phonetic += int(xml.name() == u"rPh");
        } else if (xml.isEndElement()) {
            inText = false;
            phonetic -= int(xml.name() == u"rPh");
            if (xml.name() == u"si")
                strings.append(std::exchange(text, {}));
        } else if (inText && phonetic == 0) {
            text += xml.text();
        }
        return true;
    });
}

bool addSheet(TextSink &out, const QByteArray &bytes, const QStringList &shared)
{
    bool inValue = false;
    bool isShared = false;
    return readXml(bytes, [&](QXmlStreamReader &xml) {
        const QStringView name = xml.name();
        if (xml.isStartElement()) {
            inValue = name == u"v" || name == u"t";
            if (name == u"c")
                isShared = xml.attributes().value(QLatin1String("t")) == u"s";
        } else if (xml.isEndElement()) {
            inValue = false;
            if (name == u"c")
                out.space();
            else if (name == u"row")
                out.line();
        } else if (inValue && isShared) {
            out.add(shared.value(xml.text().toInt()));
        } else if (inValue) {
            out.add(xml.text());
        }
        return !out.isFull();
    });
}

} // namespace

bool isOfficePart(const QString &name)
{
    static const QStringList whole{
        QStringLiteral("mimetype"),           QStringLiteral("content.xml"),        QStringLiteral("word/document.xml"),
        QStringLiteral("word/footnotes.xml"), QStringLiteral("word/endnotes.xml"),  QStringLiteral("xl/workbook.xml"),
        QStringLiteral("xl/sharedStrings.xml"), QStringLiteral("ppt/presentation.xml"),
        QStringLiteral("xl/_rels/workbook.xml.rels"), QStringLiteral("ppt/_rels/presentation.xml.rels")};
    const bool xml = name.endsWith(QLatin1String(".xml"));
    return whole.contains(name) || (xml && name.startsWith(QLatin1String("xl/worksheets/")))
           || (xml && name.startsWith(QLatin1String("ppt/slides/")));
}

bool addDocx(TextSink &out, const Parts &parts)
{
    bool good = addParagraphs(out, parts.value(QStringLiteral("word/document.xml")));
    for (const QString &notes : {QStringLiteral("word/footnotes.xml"), QStringLiteral("word/endnotes.xml")}) {
        if (good && parts.contains(notes))
            good = addParagraphs(out, parts.value(notes));
    }
    return good;
}

bool addXlsx(TextSink &out, const Parts &parts)
{
    QList<Listed> sheets;
    QStringList shared;
    const QString strings = QStringLiteral("xl/sharedStrings.xml");
    if (!readList(parts, QStringLiteral("xl"), QStringLiteral("workbook.xml"), u"sheet", sheets)
        || (parts.contains(strings) && !readSharedStrings(parts.value(strings), shared)))
        return false;
    for (const Listed &sheet : std::as_const(sheets)) {
        out.place(PlaceType::Sheet, sheet.name);
        if (parts.contains(sheet.part) && !addSheet(out, parts.value(sheet.part), shared))
            return false;
    }
    return true;
}

bool addPptx(TextSink &out, const Parts &parts)
{
    QList<Listed> slides;
    if (!readList(parts, QStringLiteral("ppt"), QStringLiteral("presentation.xml"), u"sldId", slides))
        return false;
    for (qsizetype i = 0; i < slides.size(); ++i) {
        out.place(PlaceType::Slide, QString::number(i + 1));
        if (parts.contains(slides[i].part) && !addParagraphs(out, parts.value(slides[i].part)))
            return false;
    }
    return true;
}

} // namespace parvis::extract

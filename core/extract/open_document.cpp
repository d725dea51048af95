#include "extract/office.h"
#include "extract/xml.h"

namespace parvis::extract {

namespace {

QString attribute(const QXmlStreamReader &xml, QStringView name)
{
    const auto attributes = xml.attributes();
    for (const QXmlStreamAttribute &each : attributes) {
        if (each.name() == name)
            return each.value().toString();
    }
    return {};
}

} // namespace

bool addOpenDocument(TextSink &out, const Parts &parts)
{
    int paragraphs = 0; // text counts in these only
    int deleted = 0;    // what change tracking keeps of former texts
    int slides = 0;
    bool sheets = false;
    return readXml(parts.value(QStringLiteral("content.xml")), [&](QXmlStreamReader &xml) {
        const QStringView name = xml.name();
        const bool paragraph = name == u"p" || name == u"h";
        if (xml.isStartElement()) {
            deleted += int(name == u"tracked-changes");
            paragraphs += int(paragraph);
            sheets = sheets || name == u"spreadsheet";
            if (sheets && paragraphs == 0 && name == u"table")
                out.place(PlaceType::Sheet, attribute(xml, u"name"));
            else if (name == u"page" && xml.prefix() == u"draw")
                out.place(PlaceType::Slide, QString::number(++slides));
            else if (name == u"line-break")
                out.line();
            else if (name == u"tab" || name == u"s")
                out.space();
        } else if (xml.isEndElement()) {
            deleted -= int(name == u"tracked-changes");
            paragraphs -= int(paragraph);
            if (paragraph && sheets)
                out.space();
            else if (paragraph || name == u"table-row")
                out.line();
        } else if (paragraphs > 0 && deleted == 0) {
            out.add(xml.text());
        }
        return !out.isFull();
    });
}

} // namespace parvis::extract

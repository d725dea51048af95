#include "extract/xml.h"

namespace parvis::extract {

bool readXml(const QByteArray &bytes, const std::function<bool(QXmlStreamReader &)> &visit)
{
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference: return false;
        case QXmlStreamReader::StartElement:
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::Characters:
            if (!visit(xml))
                return true;
            break;
        default: break;
        }
    }
    return !xml.hasError();
}

} // namespace parvis::extract

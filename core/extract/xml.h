#pragma once

#include <QByteArray>
#include <QXmlStreamReader>

#include <functional>

namespace parvis::extract {

// Calls visit(xml) at each begin, end and text of the file, until it returns false. False if the file is no good XML or
// has a document type: then entities could be declared, and nothing that they make is ever read.
bool readXml(const QByteArray &bytes, const std::function<bool(QXmlStreamReader &xml)> &visit);

} // namespace parvis::extract

#pragma once

#include "extract/text_sink.h"

#include <QByteArray>
#include <QHash>

namespace parvis::extract {

using Parts = QHash<QString, QByteArray>;

// Office Open XML (ECMA-376) and OpenDocument (ISO/IEC 26300), from the parts of their zip. False: damaged, or with a
// document type, which could make entities and which no office program writes.
bool addDocx(TextSink &out, const Parts &parts); // body, footnotes, endnotes
bool addXlsx(TextSink &out, const Parts &parts); // sheet by sheet, strings and numbers as they are stored
bool addPptx(TextSink &out, const Parts &parts); // slide by slide
bool addOpenDocument(TextSink &out, const Parts &parts); // odt, ods and odp alike

bool isOfficePart(const QString &name); // that one of these reads

} // namespace parvis::extract

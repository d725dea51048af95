#pragma once

#include "extract/text_sink.h"

namespace parvis::extract {

// Text of whatever encoding: a byte order mark counts, else it is UTF-8 if it can be, UTF-16 if every other byte is zero, and
// Windows-1252 if not. Nothing: it is no text.
std::optional<QString> decoded(QByteArrayView bytes);

void addPlain(TextSink &out, const QString &text);
void addMarkdown(TextSink &out, const QString &text); // without its marks
void addHtml(TextSink &out, QStringView html);        // what a reader would see

} // namespace parvis::extract

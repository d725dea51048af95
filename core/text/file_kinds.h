#pragma once

#include <QString>

namespace parvis::text {

// What a file is by the end of its name; what is in it may be something else.
enum class FileKind { Other, Picture, Pdf, Text, Sheet, Slides, Archive, Sound, Film, Program };

// Of the name as a desktop would read it: without control and bidi characters, dots and blanks at its end.
FileKind fileKind(const QString &name);

// What stands behind its last dot, in lower case: "pdf"; empty if there is none.
QString fileEnding(const QString &name);

} // namespace parvis::text

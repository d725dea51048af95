#pragma once

#include <QString>

namespace parvis::text {

// A name that somebody else gave, as one that every file system takes and that is what it looks like: no separators, no
// control or bidi characters, none of Windows' reserved names (learn.microsoft.com, "Naming Files, Paths, and Namespaces"),
// no dot or blank at the end, at most 200 bytes of UTF-8 with its extension kept. Never empty, never a path.
QString safeFileName(const QString &name);

} // namespace parvis::text

#pragma once

#include "model/ids.h"

#include <QString>

namespace parvis::model {

// Names of folders and documents: pure functions that client and server share.

inline constexpr qsizetype maxNameBytes = 255; // of UTF-8, as most file systems have it

// In Unicode's form C and without white space round it.
QString tidyName(const QString &name);
// Not empty, not "." or "..", short enough, without a separator or control characters. Of a tidy name.
bool isGoodName(const QString &tidy);
// Equal for names that differ in case or normal form only: these may not stand in one folder.
QString nameKey(const QString &name);
// What the later of two equal names becomes: "plan (Alice, 21 Nov).odt", from the second try on "plan (Alice, 21 Nov 2).odt".
QString clashedName(const QString &name, const QString &person, Time at, int attempt = 1);

} // namespace parvis::model

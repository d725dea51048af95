#pragma once

#include <QString>
#include <QStringView>

namespace parvis::text {

inline constexpr int maxHandleLength = 64; // UTF-16 units

// A handle is lower-case letters, digits and '-' '_' '.' in Unicode (NFC, with the marks that some scripts need), at
// least one of them a letter or a digit, not beginning with '-'.
bool isHandle(QStringView handle);

// A handle made of a display name: "Éloïse O'Brien" → "eloise.obrien". Never empty: "person" where nothing is left.
QString handleFrom(const QString &name);

} // namespace parvis::text

#pragma once

#include <QString>
#include <QStringView>

namespace parvis::text {

// The form in which texts are compared: lower case (Unicode case folding, no language), compatibility decomposition
// (full-width, ligatures) without accents, œ→oe æ→ae ß→ss ø→o đ→d ł→l, every apostrophe as '. Folding twice changes
// nothing. Any thread.
QString fold(QStringView text);

} // namespace parvis::text

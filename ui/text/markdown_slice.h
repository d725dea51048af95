#pragma once

#include <QString>

namespace parvis::ui {

class Theme;

// The Markdown of a part of a body: [from, to) are positions of a BodyLayout of it. What stands round the part stays with it:
// the half of a bold word is bold, the rows of a table keep their head.
QString markdownSlice(const QString &body, int from, int to, const Theme &theme);

} // namespace parvis::ui

#pragma once

#include "text/nodes.h"

#include <QStringView>

#include <vector>

namespace parvis::text {

// Cuts a text into Text, Mention, Tag and Link nodes. A link is a bare parvis://… up to the next blank or bracket, since
// Markdown parsers know only web addresses without brackets. A mention is '@' and a handle; a tag is '#' and letters, digits, '-' or
// '_' with at least one letter; neither may follow a letter, a digit or one of @ # & / and both end before a final
// '.' '-' '_'. At most 64 units each, otherwise it is text.
std::vector<Node> splitReferences(QStringView text);

} // namespace parvis::text

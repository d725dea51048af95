#pragma once

#include "text/nodes.h"

namespace parvis::text {

// Nodes written as Markdown again: parsing the answer gives the same document, up to what Markdown cannot tell apart. Any
// thread.
QString toMarkdown(const Document &document);

} // namespace parvis::text

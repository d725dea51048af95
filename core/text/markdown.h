#pragma once

#include "text/nodes.h"

#include <QString>

namespace parvis::text {

// Markdown (CommonMark with tables, ~~strike~~, task lists and bare links) into nodes. Raw HTML is text; indented lines
// are not code, since people indent for other reasons. Nesting beyond maxNodeDepth is flattened. A body of more than
// 400 000 units or 20 000 nodes comes back complete as one plain paragraph. Any input is accepted. Any thread.
Document parseMarkdown(const QString &body);

// The words of a document without any marks but the numbers of ordered lists; blocks and lines are parted by '\n',
// cells by a tab.
QString plainText(const Document &document);

// The beginning of a body on one line, at most maxChars UTF-16 units, cut between words with '…'.
QString summary(const QString &body, int maxChars);

} // namespace parvis::text

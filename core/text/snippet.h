#pragma once

#include "text/query.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace parvis::text {

struct Highlight {
    int start;  // UTF-16 units of Snippet::text
    int length; // UTF-16 units

    bool operator==(const Highlight &) const = default;
};

// A piece of a text on one line, with '…' where it was cut; highlights are in order and do not overlap.
struct Snippet {
    QString text;
    std::vector<Highlight> highlights;
    qsizetype at = 0; // in the text that it was made of: its first highlight, else its beginning
};

// At most about maxChars UTF-16 units of `text` (pass plainText() of a body), cut between words around the place where
// most terms of the query meet; the beginning if none does. Looks at the first 200 000 units.
Snippet snippet(QStringView text, const Query &query, int maxChars);

} // namespace parvis::text

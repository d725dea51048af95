#pragma once

#include "text/query.h"

#include <vector>

namespace parvis::text {

// A place of a text that answers one of the wanted terms of a query.
struct Match {
    int start;  // UTF-16 units
    int length; // UTF-16 units, from the first word of a phrase to its last
    int term;   // index into Query::terms
};

// All matches of the wanted terms, or of the excluded ones, in order of their ends. A phrase is one match.
// `limit` stops the search early.
std::vector<Match> findMatches(QStringView text, const Query &query, bool excluded, std::size_t limit);

} // namespace parvis::text

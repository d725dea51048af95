#pragma once

#include "store/reader.h"
#include "text/search_words.h"

namespace parvis::client {

// The query that the typed words ask for; days begin at midnight here.
store::SearchQuery searchQuery(const text::SearchWords &words);

} // namespace parvis::client

#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace parvis::text {

// The emoji, in UTF-8, of the short names that differ from Unicode's names; nullptr if it is none of them.
const char *emojiOfShortName(std::string_view name);

// Emoji, in UTF-8, of those short names that begin so, in order of the names.
std::vector<std::pair<std::string_view, const char *>> shortNamesBeginning(std::string_view beginning);

} // namespace parvis::text

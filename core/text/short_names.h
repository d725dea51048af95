#pragma once

#include <string_view>

namespace parvis::text {

// The emoji, in UTF-8, of the short names that differ from Unicode's names; nullptr if it is none of them.
const char *emojiOfShortName(std::string_view name);

} // namespace parvis::text

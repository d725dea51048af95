#pragma once

#include <QtGlobal>

#include <cstddef>

namespace parvis::text {

// Generated at build time from Unicode's emoji-test.txt by emoji_table.cmake.
//
// A row of emojiRows is "KEY=FULL\n": the code points in hexadecimal joined by '-', without variation selectors and
// fully qualified ('=' and FULL are left out when both are equal). A row of emojiNameRows is "name=FULL\n", the name in
// lower case with '_' between words. Both are sorted by their bytes; the offsets say where each row begins.
extern const char emojiRows[];
extern const quint32 emojiRowOffsets[];
extern const std::size_t emojiRowCount;
extern const char emojiNameRows[];
extern const quint32 emojiNameRowOffsets[];
extern const std::size_t emojiNameRowCount;

// First code points of the emoji of the basic plane from U+2190 on, sorted.
inline constexpr char16_t emojiOfBasicPlane[] = {
#include "emoji_basic_plane.inc"
};

} // namespace parvis::text

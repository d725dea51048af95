#pragma once

#include <QtGlobal>

#include <cstddef>

namespace parvis::text {

// Generated at build time from Unicode's emoji-test.txt and CLDR's annotations by emoji_names.cmake; the pages of it are read
// when they are first looked at.
//
// A row is "FULL\tGROUP\tTONES\tENGLISH\tFRENCH\t|WORD|WORD…\n": the code points in hexadecimal joined by '-', the number of the
// group, 1 if skin tones can be given, the two names, and names and keywords of both languages as fold() gives them. In
// Unicode's order. The offsets say where each row begins, and one more where the last one ends.
extern const char emojiInfoRows[];
extern const quint32 emojiInfoOffsets[];
extern const std::size_t emojiInfoCount;

} // namespace parvis::text

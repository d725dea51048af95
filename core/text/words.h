#pragma once

#include "text/word_scanner.h"

#include <QStringView>

#include <vector>

namespace parvis::text {

// What a word is, for the full-text index, the query and the snippet alike:
// - a run of letters, digits and the marks on them; soft hyphens and joiners inside count for nothing;
// - every apostrophe parts words: "l'équipe" is l | équipe, "aujourd'hui" is aujourd | hui. The index holds the parts;
//   a query typed with an apostrophe asks for its parts side by side, so "aujourd'hui", "aujourd’hui" and "équipe" all
//   find. So do "jean-paul", "3,14", "user_id" and "a@b.fr" with their separators;
// - "C++", "C#" and "n°" (as "no", like "№") with their signs; "@handle" and "#tag" are handle and tag;
// - in scripts without spaces (Han, kana, Thai …) each character with its marks;
// - each emoji, as people see one; in its folded form without skin tone or variation selector, a keycap as its digit.

struct Word {
    int start;  // UTF-16 units
    int length; // UTF-16 units

    bool operator==(const Word &) const = default;
};

std::vector<Word> words(QStringView text);

// Calls sink(folded, startByte, endByte) for each word; `folded` is valid during the call. Allocates nothing for
// texts below U+0800. Any bytes are accepted; malformed UTF-8 separates words.
template<class Sink>
void tokenizeUtf8(const char *text, int size, Sink &&sink)
{
    WordScanner<Utf8Text> scanner({text, size});
    while (scanner.next())
        sink(scanner.folded(), scanner.start(), scanner.end());
}

} // namespace parvis::text

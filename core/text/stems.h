#pragma once

#include "text/function_words.h"

#include <string_view>

namespace parvis::text {

// The French and the English Snowball stem of one folded word.
//
// Stems are made from the folded word, so that a query typed without accents gets the very stem that the accented text
// got. So that the French rules which ask for an accent are not lost, the accents of the endings that need one are put
// back before stemming (-ite → -ité, -ee → -ée, -iere → -ière, with their plurals), and the stem is folded again:
// "sécurités", "securites" → "secur".
struct Stems {
    static constexpr int maxWord = 28; // longer words have no stems

    Language functionWord = Language::Unknown;
    // Lengths of 0: no stem (a word of fewer than four letters, a function word, not all of it a–z).
    quint8 frenchLength = 0;
    quint8 englishLength = 0;
    char frenchBytes[maxWord];
    char englishBytes[maxWord];

    std::string_view french() const { return {frenchBytes, frenchLength}; }
    std::string_view english() const { return {englishBytes, englishLength}; }
};

// Each thread remembers the last 8 192 or so different words (720 KiB, of which only the touched pages are resident),
// and has its own stemmers. The answer is valid until the thread's next call.
const Stems &stemsOf(std::string_view folded);

} // namespace parvis::text

#include "text/function_words.h"

#include <algorithm>
#include <iterator>

namespace parvis::text {

namespace {

// Sorted. Words that both languages use ("on", "or", "son", "main", "plus", "me") are left out.
constexpr std::string_view french[] = {
    "alors",    "apres",  "au",     "aussi", "autre",   "autres",  "aux",      "avant",  "avec",    "avez",   "avoir",
    "avons",    "bien",   "bonjour", "ce",   "cela",    "celle",   "celui",    "ces",    "cet",     "cette",  "ceux",
    "chaque",   "chez",   "comme",  "dans",  "de",      "des",     "donc",     "du",     "elle",    "elles",  "en",
    "encore",   "entre",  "est",    "et",    "etait",   "etre",    "faire",    "faut",   "il",      "ils",    "je",
    "jusqu",    "la",     "le",     "les",   "leur",    "leurs",   "lorsqu",   "lui",    "ma",      "mais",   "meme",
    "merci",    "mes",    "moi",    "mon",   "ne",      "nos",     "notre",    "nous",   "ont",     "ou",     "par",
    "pas",      "peut",   "pour",   "puis",  "puisqu",  "qu",      "quand",    "que",    "quel",    "quelle", "qui",
    "quoi",     "sa",     "sans",   "sera",  "ses",     "si",      "soit",     "sommes", "sont",    "sous",   "suis",
    "sur",      "ta",     "te",     "tes",   "toujours", "tous",   "tout",     "toute",  "toutes",  "tres",   "tu",
    "un",       "une",    "vers",   "voici", "voila",   "vos",     "votre",    "vous"};
constexpr std::string_view english[] = {
    "about", "after", "all",   "and",   "any",   "are",    "as",    "at",     "be",    "because", "been",  "before",
    "both",  "but",   "by",    "can",   "could", "did",    "does",  "each",   "for",   "from",    "had",   "has",
    "have",  "he",    "hello", "her",   "here",  "his",    "how",   "if",     "in",    "into",    "is",    "it",
    "its",   "just",  "may",   "more",  "most",   "my",    "no",    "not",     "of",    "off",
    "only",  "our",   "out",   "over",  "please", "she",   "should", "so",    "some",  "such",    "than",  "thanks",
    "that",  "the",   "their", "them",  "then",  "there",  "these", "they",   "this",  "those",   "to",    "too",
    "until", "up",    "us",    "very",  "was",   "we",     "were",  "what",   "when",  "where",   "which", "while",
    "who",   "why",   "will",  "with",  "would", "you",    "your"};
constexpr std::string_view elisions[] = {"c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t"};

static_assert(std::is_sorted(std::begin(french), std::end(french)));
static_assert(std::is_sorted(std::begin(english), std::end(english)));
static_assert(std::is_sorted(std::begin(elisions), std::end(elisions)));

} // namespace

Language functionWordLanguage(std::string_view folded)
{
    if (std::binary_search(std::begin(french), std::end(french), folded))
        return Language::French;
    if (std::binary_search(std::begin(english), std::end(english), folded))
        return Language::English;
    return Language::Unknown;
}

bool isElision(std::string_view folded)
{
    return std::binary_search(std::begin(elisions), std::end(elisions), folded);
}

} // namespace parvis::text

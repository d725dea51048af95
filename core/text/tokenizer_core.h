#pragma once

#include <type_traits>

namespace parvis::text {

// The tokens of the full-text index, and how a query meets them.
//
// An indexed word emits
//   1. its folded form: "Équipes" → "equipes";
//   2. on the same position ("colocated") stemMark + stem for each of its stems that differs from the folded form and
//      from the other: "equipes" → "\x01equip". A word that is its own stem emits nothing more; so do function words.
//      The first 64 words of a text vote by their function words: a text that is clearly French, or clearly English,
//      has the stems of that language only, any other text has both.
//   3. "notepad" on the same position as "notepad++".
// A query word w looks, at one position, for any of: w; "\x01w"; and for each of its stems s: "\x01s" and plain s (the
// word that is its own stem). A prefix looks for w* as typed, or for all of that. query.h writes this down for FTS5.
//
// In Mode::Query a text that begins with exactMark or stemMark is taken apart at the marks and its pieces are emitted
// as they are, the first as the token and the others as its synonyms: exactMark itself is no part of a token, stemMark
// is. Any other text in Mode::Query emits its folded words only, so that MATCH can also be written by hand.
enum class Mode { Document, Query };

inline constexpr char stemMark = '\x01';
inline constexpr char exactMark = '\x02';

using TokenSink = int (*)(void *context, const char *token, int length, int startByte, int endByte, bool colocated);

// Calls `sink` for each token until it answers other than 0, and returns that answer, else 0. Tokens are at most
// 96 bytes of valid UTF-8; positions are bytes of `utf8`. Any bytes are accepted. Any thread.
int emitTokens(const char *utf8, int size, Mode mode, TokenSink sink, void *context);

template<class Sink>
int emitTokens(const char *utf8, int size, Mode mode, Sink &&sink)
{
    using Callable = std::remove_reference_t<Sink>;
    const auto call = [](void *context, const char *token, int length, int start, int end, bool colocated) -> int {
        Callable &callable = *static_cast<Callable *>(context);
        if constexpr (std::is_void_v<decltype(callable(token, length, start, end, colocated))>) {
            callable(token, length, start, end, colocated);
            return 0;
        } else {
            return callable(token, length, start, end, colocated);
        }
    };
    return emitTokens(utf8, size, mode, call, const_cast<void *>(static_cast<const void *>(&sink)));
}

} // namespace parvis::text

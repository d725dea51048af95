#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringView>

#include <string_view>

namespace parvis::text {

// One position of a text: the folded word as typed, and the other tokens of the index that also answer it.
struct QueryToken {
    QByteArray exact;
    QList<QByteArray> alternates;

    bool operator==(const QueryToken &) const = default;
};

// What one word or one quoted phrase of the query asks for: its tokens side by side.
struct QueryTerm {
    QList<QueryToken> tokens; // never empty
    bool quoted = false;      // then only the exact forms answer (accents and case still do not matter)
    bool excluded = false;
    bool prefix = false; // the last token is still being typed

    bool operator==(const QueryTerm &) const = default;
};

struct Query {
    QList<QueryTerm> terms;

    bool operator==(const Query &) const = default;
    bool isEmpty() const { return terms.isEmpty(); }
    // Nothing but exclusions finds nothing.
    bool findsSomething() const;
    // A term of several words: an index with detail=none cannot answer it alone, see Phrases.
    bool hasPhrases() const;
};

// Takes what a person typed: words, "quoted phrases" (also “ ” and « »; the last may lack its end), -excluded. All terms
// must be there. The last word is a prefix when no space, punctuation or quote follows it. A word with separators inside
// ("jean-paul", "a:b", "日本") asks for its parts side by side; "l'équipe" unquoted asks for "équipe". At most 32 terms of
// 32 tokens are taken, from at most 1 000 units; what exceeds that is ignored. AND, OR, NOT, NEAR and * are plain words
// or nothing. Any input is accepted.
Query parseQuery(QStringView typed);

enum class Phrases {
    InIndex, // FTS5 with detail=full
    AsWords  // FTS5 with detail=none: a phrase asks for all its words; excluded phrases are left out. Verify with matches()
};

// An expression for MATCH on a table whose tokenizer is emitTokens(); empty if the query finds nothing by itself.
// It never is a syntax error: whatever was typed is inside quotes.
QString toFts5(const Query &query, Phrases phrases = Phrases::InIndex);

// Whether a text answers the query, by the same rules as the index.
bool matches(QStringView text, const Query &query);

// Whether one folded word of a text answers one token.
bool answers(std::string_view folded, int baseLength, const QueryToken &token, bool quoted, bool prefix);

} // namespace parvis::text

#include "text/query.h"

#include "text/stems.h"
#include "text/tokenizer_core.h"
#include "text/word_scanner.h"

#include <algorithm>

namespace parvis::text {

namespace {

constexpr qsizetype maxUnits = 1000;
constexpr qsizetype maxTerms = 32;
constexpr qsizetype maxTokens = 32;

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

QueryToken tokenFor(std::string_view folded)
{
    QueryToken token;
    token.exact = bytes(folded);
    const auto add = [&token](QByteArray alternate) {
        if (alternate != token.exact && !token.alternates.contains(alternate))
            token.alternates << alternate;
    };
    const bool isPlainWord = std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!isPlainWord || int(folded.size()) > Stems::maxWord || folded.size() < 2)
        return token;
    const Stems &stems = stemsOf(folded);
    add(stemMark + token.exact);
    for (const auto stem : {stems.french(), stems.english()}) {
        if (stem.empty())
            continue;
        add(stemMark + bytes(stem));
        add(bytes(stem));
    }
    return token;
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == u'\u2019' || c == u'\u2018' || c == u'\u02BC' || c == u'\uFF07';
}

// The term of one chunk of the input; `open` tells that nothing closes it, so that its last word may be a prefix.
QueryTerm termOf(QStringView chunk, bool quoted, bool open)
{
    QueryTerm term;
    term.quoted = quoted;
    WordScanner<Utf16Text> scanner(utf16(chunk));
    int end = 0;
    bool isElided = false;
    while (scanner.next()) {
        // An elided article is dropped once a word follows it.
        if (isElided)
            term.tokens.removeLast();
        end = scanner.end();
        isElided = !quoted && term.tokens.isEmpty() && end < chunk.size() && isApostrophe(chunk[end])
                   && isElision(scanner.folded());
        if (term.tokens.size() == maxTokens)
            return term;
        term.tokens << tokenFor(scanner.folded());
    }
    term.prefix = open && !term.tokens.isEmpty() && end == chunk.size();
    return term;
}

QChar closingQuote(QChar opening)
{
    switch (opening.unicode()) {
    case u'"': return u'"';
    case u'\u201C': return u'\u201D';
    case u'\u00AB': return u'\u00BB';
    default: return {};
    }
}

} // namespace

bool Query::findsSomething() const
{
    return std::any_of(terms.begin(), terms.end(), [](const QueryTerm &term) { return !term.excluded; });
}

bool Query::hasPhrases() const
{
    return std::any_of(terms.begin(), terms.end(), [](const QueryTerm &term) { return term.tokens.size() > 1; });
}

Query parseQuery(QStringView typed)
{
    typed = typed.left(maxUnits);
    Query query;
    qsizetype at = 0;
    while (at < typed.size() && query.terms.size() < maxTerms) {
        if (typed[at].isSpace()) {
            ++at;
            continue;
        }
        const bool excluded = typed[at] == u'-' && at + 1 < typed.size() && !typed[at + 1].isSpace()
                              && typed[at + 1] != u'-';
        at += excluded;
        QueryTerm term;
        if (const QChar closing = closingQuote(typed[at]); !closing.isNull()) {
            const qsizetype end = typed.indexOf(closing, at + 1);
            const bool open = end < 0;
            term = termOf(open ? typed.mid(at + 1) : typed.mid(at + 1, end - at - 1), true, open);
            at = open ? typed.size() : end + 1;
        } else {
            qsizetype end = at;
            while (end < typed.size() && !typed[end].isSpace() && closingQuote(typed[end]).isNull())
                ++end;
            term = termOf(typed.mid(at, end - at), false, end == typed.size());
            at = end;
        }
        term.excluded = excluded;
        term.prefix = term.prefix && !excluded;
        if (!term.tokens.isEmpty())
            query.terms << term;
    }
    return query;
}

} // namespace parvis::text

#include "text/query.h"

#include "text/tokenizer_core.h"

#include <QStringList>

namespace parvis::text {

namespace {

QString quotedString(QByteArray marked)
{
    // A word never holds a quote; a hand-made Query might.
    return u'"' + QString::fromUtf8(marked.replace('"', "\"\"").replace('\0', "")) + u'"';
}

QString exact(const QueryToken &token)
{
    return quotedString(exactMark + token.exact);
}

QByteArray markedAlternates(const QueryToken &token)
{
    QByteArray marked;
    for (const auto &alternate : token.alternates)
        marked += alternate.startsWith(stemMark) ? alternate : exactMark + alternate;
    return marked;
}

QString withAlternates(const QueryToken &token)
{
    return quotedString(exactMark + token.exact + markedAlternates(token));
}

QString prefixed(const QueryToken &token, bool quoted)
{
    const QString typed = exact(token) + " *";
    if (quoted || token.alternates.isEmpty())
        return typed;
    return "(" + typed + " OR " + quotedString(markedAlternates(token)) + ")";
}

QString toFts5(const QueryTerm &term, Phrases phrases)
{
    const bool single = term.tokens.size() == 1 || phrases == Phrases::AsWords;
    QStringList parts;
    for (qsizetype i = 0; i < term.tokens.size(); ++i) {
        const QueryToken &token = term.tokens[i];
        if (term.prefix && i + 1 == term.tokens.size())
            parts << (single ? prefixed(token, term.quoted) : exact(token) + " *");
        else
            parts << (term.quoted ? exact(token) : withAlternates(token));
    }
    if (parts.size() == 1)
        return parts.first();
    return "(" + parts.join(single ? " AND " : " + ") + ")";
}

} // namespace

QString toFts5(const Query &query, Phrases phrases)
{
    QStringList wanted;
    QStringList unwanted;
    for (const auto &term : query.terms) {
        if (term.tokens.isEmpty() || (term.excluded && term.tokens.size() > 1 && phrases == Phrases::AsWords))
            continue;
        (term.excluded ? unwanted : wanted) << toFts5(term, phrases);
    }
    if (wanted.isEmpty())
        return {};
    const QString all = wanted.join(" AND ");
    if (unwanted.isEmpty())
        return all;
    return "(" + all + ") NOT (" + unwanted.join(" OR ") + ")";
}

} // namespace parvis::text

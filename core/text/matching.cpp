#include "text/matching.h"

#include "text/stems.h"
#include "text/tokenizer_core.h"
#include "text/word_scanner.h"

#include <algorithm>

namespace parvis::text {

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

// How far the phrase of one term has come, for each length that a phrase under way may have.
struct Progress {
    int term;
    std::vector<int> starts; // starts[i]: where a run of i + 1 answered tokens that ends at the last word began, or -1
};

} // namespace

bool answers(std::string_view folded, int baseLength, const QueryToken &token, bool quoted, bool prefix)
{
    const auto wanted = view(token.exact);
    if (prefix ? folded.starts_with(wanted) : folded == wanted)
        return true;
    const auto base = baseLength > 1 ? folded.substr(0, std::size_t(baseLength)) : folded;
    if (base == wanted)
        return true;
    if (quoted || token.alternates.isEmpty())
        return false;
    const Stems &stems = stemsOf(base);
    return std::any_of(token.alternates.begin(), token.alternates.end(), [&](const QByteArray &bytes) {
        const auto alternate = view(bytes);
        if (alternate.front() != stemMark)
            return alternate == base;
        const auto stem = alternate.substr(1);
        return stem == stems.french() || stem == stems.english();
    });
}

std::vector<Match> findMatches(QStringView text, const Query &query, bool excluded, std::size_t limit)
{
    std::vector<Progress> running;
    for (int i = 0; i < query.terms.size(); ++i) {
        if (query.terms[i].excluded == excluded && !query.terms[i].tokens.isEmpty())
            running.push_back({i, std::vector<int>(std::size_t(query.terms[i].tokens.size()), -1)});
    }
    std::vector<Match> found;
    if (running.empty())
        return found;
    WordScanner<Utf16Text> scanner(utf16(text));
    while (scanner.next() && found.size() < limit) {
        for (Progress &progress : running) {
            const QueryTerm &term = query.terms[progress.term];
            const auto count = int(progress.starts.size());
            for (int i = count - 1; i >= 0; --i) {
                const bool last = i == count - 1;
                const int begun = i == 0 ? scanner.start() : progress.starts[std::size_t(i - 1)];
                const bool continues = begun >= 0
                                       && answers(scanner.folded(), scanner.baseLength(), term.tokens[i], term.quoted,
                                                  term.prefix && last);
                progress.starts[std::size_t(i)] = continues ? begun : -1;
            }
            if (progress.starts.back() >= 0)
                found.push_back({progress.starts.back(), scanner.end() - progress.starts.back(), progress.term});
        }
    }
    return found;
}

bool matches(QStringView text, const Query &query)
{
    constexpr auto all = std::size_t(-1);
    if (!query.findsSomething() || !findMatches(text, query, true, 1).empty())
        return false;
    QList<int> missing;
    for (int i = 0; i < query.terms.size(); ++i) {
        if (!query.terms[i].excluded)
            missing << i;
    }
    for (const Match &match : findMatches(text, query, false, all))
        missing.removeOne(match.term);
    return missing.isEmpty();
}

} // namespace parvis::text

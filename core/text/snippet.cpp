#include "text/snippet.h"

#include "text/cut.h"
#include "text/matching.h"

#include <QSet>

#include <algorithm>

namespace parvis::text {

namespace {

constexpr qsizetype maxSearched = 200'000;
constexpr std::size_t maxMatches = 2'000;

struct Span {
    qsizetype start;
    qsizetype end;
};

// The stretch of at most `room` units that holds most different terms, then most matches, the first of equals.
Span bestCluster(const std::vector<Match> &matches, int room)
{
    Span best{0, 0};
    int bestScore = 0;
    for (std::size_t first = 0; first < matches.size(); ++first) {
        QSet<int> terms;
        const int begin = matches[first].start;
        qsizetype end = begin;
        int count = 0;
        for (std::size_t i = first; i < matches.size() && count < 32; ++i) {
            const int matchEnd = matches[i].start + matches[i].length;
            if (matches[i].start < begin)
                continue;
            if (matchEnd - begin > room && i > first)
                break;
            terms.insert(matches[i].term);
            ++count;
            end = std::max<qsizetype>(end, matchEnd);
        }
        const int score = int(terms.size()) * 100 + count;
        if (score > bestScore) {
            bestScore = score;
            best = {begin, end};
        }
    }
    return best;
}

Span widened(QStringView text, Span cluster, int room)
{
    const qsizetype spare = std::max<qsizetype>(0, room - (cluster.end - cluster.start));
    qsizetype start = std::max<qsizetype>(0, cluster.start - spare / 3);
    const qsizetype end = std::min(text.size(), std::max(cluster.end, start + room));
    if (end == text.size())
        start = std::min(start, std::max<qsizetype>(0, end - room));
    return {wordBoundaryAfter(text, start, cluster.start), wordBoundaryBefore(text, end, std::min(cluster.end, end))};
}

} // namespace

Snippet snippet(QStringView text, const Query &query, int maxChars)
{
    text = text.left(maxSearched);
    const int room = std::max(maxChars, 8);
    const auto matches = findMatches(text, query, false, maxMatches);
    Span span = widened(text, bestCluster(matches, room), room);
    span.end = std::min(span.end, safeCut(text, span.start + room));

    std::vector<Highlight> marks;
    for (const Match &match : matches) {
        const qsizetype start = std::max<qsizetype>(match.start, span.start);
        const qsizetype end = std::min<qsizetype>(match.start + match.length, span.end);
        if (start < end)
            marks.push_back({int(start), int(end - start)});
    }
    std::sort(marks.begin(), marks.end(), [](auto a, auto b) { return a.start < b.start; });

    // Copying folds blanks, so the marks are moved along: origin[i] is where unit i of the text went.
    Snippet made;
    made.at = marks.empty() ? span.start : marks.front().start;
    std::vector<int> origin;
    if (span.start > 0)
        made.text += u'…';
    const auto head = made.text.size();
    for (qsizetype i = span.start; i < span.end; ++i) {
        origin.push_back(int(made.text.size()));
        const bool blank = text[i].isSpace() || text[i].category() == QChar::Other_Control;
        if (!blank)
            made.text += text[i];
        else if (made.text.size() > head && !made.text.back().isSpace())
            made.text += u' ';
    }
    origin.push_back(int(made.text.size()));
    while (made.text.size() > head && made.text.back().isSpace())
        made.text.chop(1);
    if (span.end < text.size())
        made.text += u'…';
    for (const Highlight &mark : marks) {
        int start = origin[std::size_t(mark.start - span.start)];
        const int end = origin[std::size_t(mark.start + mark.length - span.start)];
        if (!made.highlights.empty()) {
            Highlight &last = made.highlights.back();
            start = std::max(start, last.start + last.length);
        }
        if (start < end)
            made.highlights.push_back({start, end - start});
    }
    return made;
}

} // namespace parvis::text

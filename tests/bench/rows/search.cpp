#include "bench/prepared.h"
#include "bench/rows/rows.h"

#include "store/cache_connection.h"
#include "store/reader.h"
#include "store/text_index.h"
#include "text/query.h"

#include <QSet>

// Searching a million items: every prefix of what a person types, newest first; and whole queries by relevance.

namespace parvis::bench {

namespace {

constexpr qint64 fullSamples = 6'000;
constexpr qint64 recallSamples = 300;
constexpr int shown = 20;

std::unique_ptr<store::Reader> openReader(const QString &dir)
{
    return take(store::Reader::open(dir + QStringLiteral("/cache.db"), dir + QStringLiteral("/outbox.db")));
}

QString drawQuery(const Vocabulary &words, Dice &dice)
{
    QStringList typed;
    for (quint64 count = 1 + dice.below(3); count > 0; --count)
        typed.append(QString::fromUtf8(words.word(words.draw(dice))));
    return typed.join(u' ');
}

double milliseconds(store::Reader &reader, store::SearchQuery query, store::SearchResult *result = nullptr)
{
    query.limit = shown;
    const Stopwatch watch;
    auto found = take(reader.search(query));
    const double spent = watch.seconds() * 1e3;
    if (result)
        *result = std::move(found);
    return spent;
}

double milliseconds(store::Reader &reader, const QString &typed, bool ranked = false,
                    store::SearchResult *result = nullptr)
{
    return milliseconds(reader, store::SearchQuery{.text = typed, .ranked = ranked}, result);
}

// The same as it is typed after a person or a day: "de:aline béton", "avant:2026-03 béton".
std::vector<double> narrowedMs(store::Reader &reader, const Vocabulary &words, qint64 wanted)
{
    constexpr qint64 aDay = qint64(86'400) * 1'000'000 * 256;
    constexpr int people = 200;
    Dice dice(107);
    const auto authors = take(reader.people({}, people));
    const auto newest = take(reader.feed({.limit = 1}));
    std::vector<double> samples;
    while (qint64(samples.size()) < wanted && !authors.isEmpty() && !newest.isEmpty()) {
        store::SearchQuery query;
        if (dice.below(2) == 0)
            query.from = {authors.at(qsizetype(dice.below(quint64(authors.size())))).handle};
        if (query.from.isEmpty() || dice.below(2) == 0)
            query.before = newest.first().order - qint64(dice.below(300)) * aDay;
        const QString typed = drawQuery(words, dice);
        for (qsizetype end = 0; end <= typed.size(); ++end) {
            query.text = typed.left(end);
            samples.push_back(milliseconds(reader, query));
        }
    }
    return samples;
}

// The part of what bm25 over all matches puts first that is among the hits. A hit that is as good as the last of those
// first ones counts too: which of equals is shown is nobody's fault.
std::optional<double> recallOf(store::Database &db, const QString &typed, const QList<store::SearchHit> &hits)
{
    constexpr qint64 looked = 10 * shown;
    constexpr double equal = 1e-6; // relative
    QSet<qint64> found;
    for (const store::SearchHit &hit : hits)
        found << store::cellOf(hit.order) << store::crowdedRow(hit.order);
    return take(store::guarded([&]() -> std::optional<double> {
        auto best = db.prepare("SELECT rowid, bm25(words, 1.0, 0.0) AS score FROM words WHERE words MATCH ?1"
                               " ORDER BY score LIMIT ?2");
        best.with(text::toFts5(text::parseQuery(typed)), looked);
        qint64 rank = 0;
        qint64 met = 0;
        double last = 0;
        while (best.step()) {
            if (++rank <= shown)
                last = best.real(1);
            else if (best.real(1) > last * (1 - equal)) // scores are negative, the best lowest
                break;
            met += found.contains(best.integer(0));
        }
        if (rank == 0)
            return std::nullopt;
        return double(std::min<qint64>(met, shown)) / double(std::min<qint64>(rank, shown));
    }));
}

} // namespace

Outcome measureSearchNew(const Settings &settings)
{
    const QString dir = preparedProfile(settings, settings.items(million, 20'000));
    const auto reader = openReader(dir);
    const Vocabulary words;
    Dice dice(101);
    const qint64 wanted = settings.items(fullSamples, 300);
    std::vector<double> samples;
    std::vector<double> firstLetters; // up to two letters of one word: the widest
    double cpu = 0;
    milliseconds(*reader, QStringLiteral("de"));
    const Stopwatch all;
    while (qint64(samples.size()) < wanted) {
        const QString typed = drawQuery(words, dice);
        for (qsizetype end = 1; end <= typed.size(); ++end) {
            if (typed[end - 1] == u' ')
                continue;
            const double spent = milliseconds(*reader, typed.left(end));
            samples.push_back(spent);
            if (end <= 2)
                firstLetters.push_back(spent);
        }
    }
    cpu = all.spent().cpuS / double(samples.size());
    const std::vector<double> narrowed = narrowedMs(*reader, words, wanted / 2);
    const double p99Narrowed = narrowed.empty() ? 0 : percentile(narrowed, 0.99);
    Outcome outcome;
    outcome.value = percentile(samples, 0.99);
    outcome.unit = QStringLiteral("ms p99");
    outcome.also = {{QStringLiteral("p50_ms"), median(samples)},
                    {QStringLiteral("p99_narrowed_ms"), p99Narrowed},
                    {QStringLiteral("p999_ms"), percentile(samples, 0.999)},
                    {QStringLiteral("max_ms"), percentile(samples, 1)},
                    {QStringLiteral("p99_first_letters_ms"), percentile(firstLetters, 0.99)},
                    {QStringLiteral("cpu_ms"), cpu * 1e3},
                    {QStringLiteral("samples"), double(samples.size())}};
    outcome.met = outcome.value <= 30 && p99Narrowed <= 30;
    return outcome;
}

Outcome measureSearchRank(const Settings &settings)
{
    const QString dir = preparedProfile(settings, settings.items(million, 20'000));
    const auto reader = openReader(dir);
    const auto db = take(store::openCacheConnection(dir + QStringLiteral("/cache.db"), {.readOnly = true}));
    const Vocabulary words;
    Dice dice(103);
    const qint64 wanted = settings.items(fullSamples, 300);
    const qint64 compared = settings.items(recallSamples, 30);
    std::vector<double> samples;
    std::vector<double> wholeMs;
    std::vector<double> windowMs;
    qint64 compareLeft = compared;
    double recall = 0;
    const Stopwatch all;
    double comparing = 0;
    while (qint64(samples.size()) < wanted) {
        const QString typed = drawQuery(words, dice) + u' '; // the last word is finished
        store::SearchResult result;
        const double spent = milliseconds(*reader, typed, true, &result);
        samples.push_back(spent);
        (result.ranked == store::SearchResult::All ? wholeMs : windowMs).push_back(spent);
        if (result.ranked != store::SearchResult::All || compareLeft == 0 || result.hits.isEmpty())
            continue;
        const Stopwatch apart;
        if (const auto part = recallOf(*db, typed, result.hits)) {
            recall += *part;
            --compareLeft;
        }
        comparing += apart.spent().cpuS;
    }
    const double cpu = (all.spent().cpuS - comparing) / double(samples.size());
    recall /= double(compared - compareLeft);
    Outcome outcome;
    outcome.value = percentile(samples, 0.99);
    outcome.unit = QStringLiteral("ms p99");
    outcome.also = {{QStringLiteral("recall_at_20"), recall},
                    {QStringLiteral("p50_ms"), median(samples)},
                    {QStringLiteral("max_ms"), percentile(samples, 1)},
                    {QStringLiteral("p99_whole_ms"), percentile(wholeMs, 0.99)},
                    {QStringLiteral("p99_window_ms"), percentile(windowMs, 0.99)},
                    {QStringLiteral("window_part"), double(windowMs.size()) / double(samples.size())},
                    {QStringLiteral("cpu_ms"), cpu * 1e3},
                    {QStringLiteral("samples"), double(samples.size())}};
    outcome.met = outcome.value <= 100 && recall >= 0.95;
    return outcome;
}

} // namespace parvis::bench

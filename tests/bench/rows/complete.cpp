#include "bench/company.h"
#include "bench/prepared.h"
#include "bench/rows/rows.h"

#include "base/random.h"
#include "protocol/rows.h"
#include "store/cache.h"
#include "store/outbox.h"
#include "store/reader.h"
#include "text/emoji_search.h"

// Completing while one types, in a cache of a million items: every beginning of people's names and of tags, in the places where
// they would be written, and of emoji's names.

namespace parvis::bench {

namespace {

constexpr qint64 fullSamples = 6'000;

QString drawName(const store::PersonCard &person, Dice &dice)
{
    const QStringList words = person.fullName.split(u' ') + QStringList{person.handle};
    return words.at(qsizetype(dice.below(quint64(words.size()))));
}

// A directory as large as the product wants it, and nothing else.
QString makeDirectory(const Settings &settings, const Vocabulary &words, Dice &dice, qint64 people)
{
    const QString path = settings.scratch + QStringLiteral("/directory.db");
    const auto cache = take(store::Cache::open(path));
    base::SeededRandom random(5);
    store::ScopeState state;
    state.scope = model::ScopeId::directory();
    state.epoch = model::EpochId(base::randomUuid(random));
    const auto part = [&] { return QString::fromUtf8(words.word(50 + dice.below(20'000))); };
    for (qint64 rev = 0; rev < people;) {
        std::vector<QByteArray> payloads;
        std::vector<protocol::WireRow> rows;
        for (int i = 0; i < 4'000 && rev < people; ++i) {
            model::Person person;
            const QString first = part(), last = part();
            person.handle = QStringLiteral("%1.%2%3").arg(first, last).arg(++rev);
            person.fullName = first + u' ' + last;
            person.title = part();
            payloads.push_back(protocol::encodeEntity(person));
            rows.push_back({qint64(model::Kind::Person), base::randomUuid(random), rev, rev, false, {}});
        }
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i].payload = payloads[i];
        state.covered = {{0, rev, 0}};
        state.horizon = state.d = rev;
        take(cache->apply(state, rows));
    }
    return path;
}

} // namespace

Outcome measureComplete(const Settings &settings)
{
    const QString dir = preparedProfile(settings, settings.items(million, 20'000));
    const auto reader =
        take(store::Reader::open(dir + QStringLiteral("/cache.db"), dir + QStringLiteral("/outbox.db")));
    const QList<store::PersonCard> people = take(reader->people({}, 2'000));
    QList<model::ScopeId> places{model::ScopeId::directory()};
    for (const store::GroupItem &group : take(reader->groups())) {
        if (group.role)
            places.append(model::ScopeId::group(group.id));
    }
    const Vocabulary words;
    Dice dice(211);
    const qint64 wanted = settings.items(fullSamples, 300);
    std::vector<double> samples, handles, tags, emoji;
    double found = 0;
    const auto sample = [&](std::vector<double> &kind, auto &&question) {
        const Stopwatch watch;
        found += question() > 0;
        kind.push_back(watch.seconds() * 1e3);
        samples.push_back(kind.back());
    };
    store::CompletionQuery query;
    take(reader->complete(query));
    { // the reader attaches an outbox, which is made by whoever writes first
        base::SeededRandom random(6);
        take(store::Outbox::open(settings.scratch + QStringLiteral("/directory-outbox.db"), random));
    }
    const Stopwatch all;
    while (qint64(samples.size()) < wanted) {
        query.place = places.at(qsizetype(dice.below(quint64(places.size()))));
        const QString name = drawName(people.at(qsizetype(dice.below(quint64(people.size())))), dice);
        const QString tag = QString::fromUtf8(words.word(100 + dice.below(200)));
        query.what = store::CompletionQuery::Handles;
        for (qsizetype end = 0; end <= name.size(); ++end) {
            query.typed = name.left(end);
            sample(handles, [&] { return take(reader->complete(query)).size(); });
        }
        query.what = store::CompletionQuery::Tags;
        for (qsizetype end = 0; end <= tag.size(); ++end) {
            query.typed = tag.left(end);
            sample(tags, [&] { return take(reader->complete(query)).size(); });
        }
        const QString sign = text::emojiAt(int(dice.below(quint64(text::emojiCount()))), dice.chance(0.5)).name;
        for (qsizetype end = 2; end <= qMin<qsizetype>(sign.size(), 12); ++end)
            sample(emoji, [&] { return text::findEmoji(sign.left(end), 8).size(); });
    }
    std::vector<double> large;
    const auto directory = take(store::Reader::open(makeDirectory(settings, words, dice, settings.items(80'000, 2'000)),
                                                    settings.scratch + QStringLiteral("/directory-outbox.db")));
    const QList<store::PersonCard> many = take(directory->people({}, 2'000));
    query.place = model::ScopeId::directory();
    query.what = store::CompletionQuery::Handles;
    while (qint64(large.size()) < wanted / 4) {
        const QString name = drawName(many.at(qsizetype(dice.below(quint64(many.size())))), dice);
        for (qsizetype end = 0; end <= name.size(); ++end) {
            query.typed = name.left(end);
            sample(large, [&] { return take(directory->complete(query)).size(); });
        }
    }
    const double count = double(samples.size());
    Outcome outcome;
    outcome.value = percentile(samples, 0.99);
    outcome.unit = QStringLiteral("ms p99");
    outcome.also = {{QStringLiteral("p50_ms"), median(samples)},
                    {QStringLiteral("max_ms"), percentile(samples, 1)},
                    {QStringLiteral("p99_handles_ms"), percentile(handles, 0.99)},
                    {QStringLiteral("p99_handles_80k_ms"), percentile(large, 0.99)},
                    {QStringLiteral("p99_tags_ms"), percentile(tags, 0.99)},
                    {QStringLiteral("p99_emoji_ms"), percentile(emoji, 0.99)},
                    {QStringLiteral("found_part"), found / count},
                    {QStringLiteral("cpu_ms"), all.spent().cpuS * 1e3 / count},
                    {QStringLiteral("samples"), count}};
    outcome.met = outcome.value <= 16;
    return outcome;
}

} // namespace parvis::bench

#include "store/relevance.h"

#include "store/database.h"
#include "store/fts_tokenizer.h"

#include <sqlite3.h>

#include <cmath>
#include <vector>

namespace parvis::store {

namespace {

constexpr double k1 = 1.2;
constexpr double b = 0.75;
constexpr double least = 1e-6; // a word that is in most texts tells nothing, but its absence would be worse
constexpr qint64 enough = 20'000;
constexpr int bodyColumn = 0;
constexpr int allColumns = -1; // lengths are those of all columns, as FTS5's bm25 has them

// How many rows have one phrase.
struct Count {
    qint64 rows = 0;
    sqlite3_int64 first = 0;
    sqlite3_int64 last = 0;

    static int step(const Fts5ExtensionApi *api, Fts5Context *row, void *data)
    {
        auto *count = static_cast<Count *>(data);
        count->last = api->xRowid(row);
        // Rows below zero are of crowded seconds (text_index.h): their rowids tell nothing about time.
        if (count->rows == 0 || (count->first < 0 && count->last >= 0))
            count->first = count->last;
        return ++count->rows >= enough ? SQLITE_DONE : SQLITE_OK;
    }

    double estimate(sqlite3_int64 newest, double all) const
    {
        if (rows < enough)
            return double(rows);
        const bool measurable = first >= 0 && last > first && newest > last;
        const double guess = measurable ? double(rows) * double(newest - first) / double(last - first) : double(rows);
        return std::min(guess, all);
    }
};

struct Weights {
    double averageLength = 1;
    std::vector<double> rarity; // of each phrase
    std::vector<double> found;  // scratch
};

int prepare(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_int64 newest, Weights *&out)
{
    out = static_cast<Weights *>(api->xGetAuxdata(fts, 0));
    if (out)
        return SQLITE_OK;
    auto weights = std::make_unique<Weights>();
    sqlite3_int64 rows = 0;
    sqlite3_int64 tokens = 0;
    int code = api->xRowCount(fts, &rows);
    if (code == SQLITE_OK)
        code = api->xColumnTotalSize(fts, allColumns, &tokens);
    if (rows > 0)
        weights->averageLength = std::max(1.0, double(tokens) / double(rows));
    for (int i = 0; code == SQLITE_OK && i < api->xPhraseCount(fts); ++i) {
        Count count;
        code = api->xQueryPhrase(fts, i, &count, Count::step);
        if (code == SQLITE_DONE)
            code = SQLITE_OK;
        const double n = count.estimate(newest, double(rows));
        weights->rarity.push_back(std::max(least, std::log((double(rows) - n + 0.5) / (n + 0.5))));
    }
    weights->found.resize(weights->rarity.size());
    if (code != SQLITE_OK)
        return code;
    out = weights.release();
    return api->xSetAuxdata(fts, out, [](void *data) { delete static_cast<Weights *>(data); });
}

void relevance(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *result, int values, sqlite3_value **value)
{
    Weights *weights = nullptr;
    int matches = 0;
    int length = 0;
    int code = prepare(api, fts, values > 0 ? sqlite3_value_int64(value[0]) : 0, weights);
    if (code == SQLITE_OK)
        code = api->xInstCount(fts, &matches);
    if (code == SQLITE_OK)
        code = api->xColumnSize(fts, allColumns, &length);
    if (code == SQLITE_OK)
        std::fill(weights->found.begin(), weights->found.end(), 0.0);
    for (int i = 0; code == SQLITE_OK && i < matches; ++i) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        code = api->xInst(fts, i, &phrase, &column, &offset);
        if (code == SQLITE_OK && column == bodyColumn)
            weights->found[size_t(phrase)] += 1;
    }
    if (code != SQLITE_OK) {
        sqlite3_result_error_code(result, code);
        return;
    }
    double score = 0;
    for (size_t i = 0; i < weights->found.size(); ++i) {
        const double n = weights->found[i];
        score += weights->rarity[i] * n * (k1 + 1) / (n + k1 * (1 - b + b * length / weights->averageLength));
    }
    sqlite3_result_double(result, -score);
}

} // namespace

void registerRelevance(Database &db)
{
    fts5_api *api = ftsApi(db);
    if (!api || api->xCreateFunction(api, "relevance", nullptr, relevance, nullptr) != SQLITE_OK)
        throw Failure{{base::ErrorKind::Storage, QStringLiteral("cache.open"),
                       QStringLiteral("This SQLite was built without FTS5. Install one that has it.")}};
}

} // namespace parvis::store

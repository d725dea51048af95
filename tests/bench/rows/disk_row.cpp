#include "bench/prepared.h"
#include "bench/rows/rows.h"

#include "model/entities.h"
#include "store/cache_connection.h"

#include <QFileInfo>

// The cache's file against the plain bytes of what it holds: every column of every row, 8 bytes an integer or time, 1 a
// yes or no, 16 an id, a text or list its own length, what is absent nothing.

namespace parvis::bench {

namespace {

QByteArray plainBytesSql(model::Kind kind)
{
    QByteArray sum = "8 + 8 + 16"; // rev, order, id
    model::withKind(kind, [&](auto tag) {
        using S = decltype(tag);
        model::forEachField<S>([&](const auto &field) {
            using T = std::decay_t<decltype(std::declval<S>().*(field.member))>;
            constexpr model::FieldType type = model::fieldTypeOf<T>();
            if constexpr (type == model::FieldType::Bool)
                sum += " + 1";
            else if constexpr (type == model::FieldType::Integer || type == model::FieldType::Time)
                sum += " + 8";
            else
                sum += QByteArray(" + coalesce(length(CAST(") + field.name + " AS BLOB)), 0)";
        });
    });
    return "SELECT count(*), coalesce(sum(" + sum + "), 0) FROM \"" + model::toString(kind).toUtf8() + '"';
}

} // namespace

Outcome measureDiskRow(const Settings &settings)
{
    const QString path = preparedProfile(settings, settings.items(million, 20'000)) + QStringLiteral("/cache.db");
    const auto db = take(store::openCacheConnection(path, {.readOnly = true}));
    double rows = 0;
    double plain = 0;
    double text = 0;
    take(store::guarded([&] {
        for (const model::Kind kind : model::allKinds) {
            auto read = db->prepare(plainBytesSql(kind));
            if (read.step()) {
                rows += double(read.integer(0));
                plain += double(read.integer(1));
            }
        }
        text = double(db->scalar("SELECT sum(length(block)) FROM words_data"));
    }));
    const double file = double(QFileInfo(path).size());
    Outcome outcome;
    outcome.value = file / rows;
    outcome.unit = QStringLiteral("B/item");
    outcome.floor = plain / rows;
    outcome.ratio = outcome.low = outcome.high = file / plain;
    outcome.pairs = 1;
    outcome.also = {{QStringLiteral("full_text"), text / rows},
                    {QStringLiteral("rows"), rows},
                    {QStringLiteral("file_mb"), file / 1e6}};
    outcome.met = *outcome.ratio <= 2;
    return outcome;
}

} // namespace parvis::bench

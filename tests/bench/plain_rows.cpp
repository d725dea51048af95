#include "bench/plain_rows.h"

#include "protocol/limits.h"
#include "protocol/value_codec.h"
#include "store/text_index.h"

#include <algorithm>

namespace parvis::bench {

using namespace model;

namespace {

// As core/server cuts its answers.
constexpr qint64 batchBytes = protocol::maxBatchPackedBytes - 64 * 1024;

template<class T>
Cell cellOf(const T &value)
{
    constexpr FieldType type = fieldTypeOf<T>();
    if constexpr (type == FieldType::Bool) {
        return {Cell::Integer, true, qint64(value), {}};
    } else if constexpr (type == FieldType::Integer) {
        return {Cell::Integer, false, qint64(value), {}};
    } else if constexpr (type == FieldType::Time) {
        return {Cell::Integer, false, value.us, {}};
    } else if constexpr (type == FieldType::Text) {
        return {Cell::Text, false, 0, value.toUtf8()};
    } else if constexpr (type == FieldType::Id) {
        const FieldValue field = toValue(value);
        const Uuid &id = std::get<Uuid>(field);
        return id.isNull() ? Cell{} : Cell{Cell::Blob, false, 0, id.view().toByteArray()};
    } else {
        if (value.isEmpty())
            return {};
        protocol::CborWriter out;
        protocol::writeValue(out, toValue(value));
        return {Cell::Blob, false, 0, out.take()};
    }
}

} // namespace

PlainRow plainRow(Kind kind, const Uuid &id, qint64 rev, qint64 order, const Entity &entity)
{
    PlainRow row{kind, id, rev, order, {}, -1};
    std::visit(
        [&](const auto &each) {
            using S = std::decay_t<decltype(each)>;
            forEachField<S>([&](const auto &field) {
                if (QByteArrayView(field.name) == "body" && (S::kind == Kind::Post || S::kind == Kind::Comment))
                    row.body = int(row.fields.size());
                row.fields.push_back(cellOf(each.*(field.member)));
            });
        },
        entity);
    return row;
}

void Chunk::arrange()
{
    std::sort(rows.begin(), rows.end(), [](const PlainRow &a, const PlainRow &b) { return a.order < b.order; });
    qint64 last = 0;
    for (PlainRow &row : rows) {
        if (!row.hasBody())
            continue;
        const qint64 cell = store::cellOf(row.order);
        row.textRow = cell == last ? store::crowdedRow(row.order) : cell;
        last = cell;
    }
}

std::vector<PersonId> makePeopleIds(int count)
{
    Dice dice(11);
    std::vector<PersonId> people;
    for (int i = 0; i < count; ++i)
        people.push_back(PersonId(dice.uuidAt(Corpus::startUs - 1)));
    return people;
}

std::vector<Chunk> makeChunks(qint64 count, quint64 seed)
{
    struct Encoded {
        Item item;
        QByteArray payload;
    };
    Corpus corpus(1, makePeopleIds(300), seed);
    std::vector<Encoded> all;
    all.reserve(size_t(count));
    for (qint64 i = 0; i < count; ++i) {
        Item item = corpus.next();
        QByteArray payload = protocol::encodeEntity(item.entity);
        all.push_back({std::move(item), std::move(payload)});
    }
    std::vector<Chunk> chunks;
    qint64 rev = count;
    while (rev > 0) {
        Chunk chunk;
        chunk.hi = rev;
        std::vector<protocol::WireRow> wires;
        qint64 bytes = 0;
        while (rev > 0 && qint64(wires.size()) < protocol::maxWindowRows) {
            const Encoded &each = all[size_t(rev - 1)];
            if (!wires.empty() && bytes + each.payload.size() > batchBytes)
                break;
            bytes += each.payload.size();
            wires.push_back({qint64(each.item.kind), each.item.id, rev, each.item.order, false, each.payload});
            chunk.rows.push_back(plainRow(each.item.kind, each.item.id, rev, each.item.order, each.item.entity));
            --rev;
        }
        chunk.lo = rev;
        chunk.packed = protocol::packBatch(wires);
        chunk.arrange();
        chunks.push_back(std::move(chunk));
    }
    return chunks;
}

} // namespace parvis::bench

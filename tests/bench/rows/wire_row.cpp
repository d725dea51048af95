#include "bench/plain_rows.h"
#include "bench/rows/rows.h"

#include "protocol/codec.h"

#include <zstd.h>

// Bytes that a synced row takes on the wire, head of its message included, against the columns alone under zstd 3.

namespace parvis::bench {

namespace {

qint64 squeezed(const QByteArray &plain)
{
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    return qint64(ZSTD_compress(packed.data(), size_t(packed.size()), plain.constData(), size_t(plain.size()), 3));
}

void appendInteger(QByteArray &out, qint64 value)
{
    out.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void appendCell(QByteArray &out, const Cell &cell)
{
    if (cell.type != Cell::Integer)
        out += cell.bytes;
    else if (cell.isBool)
        out.append(char(cell.integer));
    else
        appendInteger(out, cell.integer);
}

// Row after row: the values of its columns and nothing else, not even their lengths.
QByteArray byRow(const std::vector<PlainRow> &rows)
{
    QByteArray out;
    for (const PlainRow &row : rows) {
        out += row.id.view();
        appendInteger(out, row.rev);
        appendInteger(out, row.order);
        for (const Cell &cell : row.fields)
            appendCell(out, cell);
    }
    return out;
}

// Column after column, which packs better.
QByteArray byColumn(const std::vector<PlainRow> &rows)
{
    QByteArray out;
    for (const PlainRow &row : rows)
        out += row.id.view();
    for (const PlainRow &row : rows)
        appendInteger(out, row.rev);
    for (const PlainRow &row : rows)
        appendInteger(out, row.order);
    for (const model::Kind kind : {model::Kind::Post, model::Kind::Comment, model::Kind::Reaction}) {
        for (size_t at = 0; at < size_t(model::numberOfFields(kind)); ++at) {
            for (const PlainRow &row : rows) {
                if (row.kind == kind)
                    appendCell(out, row.fields[at]);
            }
        }
    }
    return out;
}

} // namespace

Outcome measureWireRow(const Settings &settings)
{
    const qint64 rows = settings.items(200'000, 5'000);
    const std::vector<Chunk> chunks = makeChunks(rows);
    qint64 wire = 0;
    qint64 rowWise = 0;
    qint64 columnWise = 0;
    for (const Chunk &chunk : chunks) {
        protocol::Rows message;
        message.req = 1;
        message.scope = model::ScopeId::group(model::GroupId(chunk.rows.front().id));
        message.epoch = model::EpochId(chunk.rows.front().id);
        message.view = model::ViewId(chunk.rows.front().id);
        message.lo = chunk.lo;
        message.hi = chunk.hi;
        message.asOf = message.d = rows;
        message.timeLo = Corpus::startUs;
        message.batch = chunk.packed;
        wire += protocol::encode(message).size();
        rowWise += squeezed(byRow(chunk.rows));
        columnWise += squeezed(byColumn(chunk.rows));
    }
    Outcome outcome;
    outcome.value = double(wire) / double(rows);
    outcome.unit = QStringLiteral("B/row");
    outcome.floor = double(rowWise) / double(rows);
    outcome.ratio = outcome.low = outcome.high = double(wire) / double(rowWise);
    outcome.pairs = 1;
    outcome.also = {{QStringLiteral("floor_by_column"), double(columnWise) / double(rows)},
                    {QStringLiteral("ratio_by_column"), double(wire) / double(columnWise)},
                    {QStringLiteral("rows_per_batch"), double(rows) / double(chunks.size())}};
    outcome.met = *outcome.ratio <= 1.15;
    return outcome;
}

} // namespace parvis::bench

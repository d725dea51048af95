#pragma once

#include "base/result.h"
#include "model/operation.h"
#include "model/row.h"
#include "protocol/cbor.h"

#include <vector>

namespace parvis::protocol {

// A row as it travels and as the server keeps it: the entity stays encoded until somebody needs its fields.
// `kind` may be one that this build does not know. The payload is a CBOR array of the fields in the order of the kind's
// description, then a map of fields by number that the encoder did not know; empty for a tombstone.
struct WireRow {
    qint64 kind = 0;
    base::Uuid id;
    qint64 rev = 0;
    qint64 order = 0;
    bool deleted = false;
    QByteArrayView payload;
};

QByteArray encodeEntity(const model::Entity &entity, QByteArrayView unknown = {});

struct DecodedEntity {
    model::Entity entity;
    QByteArray unknown; // CBOR map, or empty if there is none
};
// Error Protocol if the bytes are not a payload of that kind. Fields after the last known one go to `unknown`.
base::Result<DecodedEntity> decodeEntity(model::Kind kind, QByteArrayView payload);

// Rows sent together: packed with zstd when that is smaller. Compressed once, shared by every receiver.
QByteArray packBatch(const std::vector<WireRow> &rows);

// Owns the unpacked bytes that its rows look into.
class Batch {
public:
    static base::Result<Batch> unpack(QByteArrayView packed);
    const std::vector<WireRow> &rows() const { return m_rows; }

private:
    QByteArray m_bytes;
    std::vector<WireRow> m_rows;
};

// An operation as stored in the outbox and sent: a CBOR map by small integers. Decoding checks the size limits of
// limits.h and the types of all fields that this build knows.
QByteArray encodeOperation(const model::Operation &op);
base::Result<model::Operation> decodeOperation(QByteArrayView bytes);

} // namespace parvis::protocol

#pragma once

#include "model/field.h"
#include "protocol/cbor.h"

namespace parvis::protocol {

// One field's value on the wire: bool, integer (enumerations, times), text, 16 bytes (none: null), arrays of those;
// versions are arrays [body, until].
void writeValue(CborWriter &out, const model::FieldValue &value);
model::FieldValue readValue(CborReader &in, model::FieldType type); // faults the reader on another type

} // namespace parvis::protocol

#pragma once

#include "model/entities.h"

namespace parvis::model {

// One entity as the server holds it now. A deleted one is a tombstone: same id, a rev of its own, no entity.
struct Row {
    Kind kind = Kind::Post;
    Uuid id;
    qint64 rev = 0;   // the scope's number at the row's last change, from 1
    qint64 order = 0; // stamped once by the server: the feed's order, unique in the company (design, "Order")
    bool deleted = false;
    Entity entity;      // of `kind`; empty when deleted
    QByteArray unknown; // CBOR map of the fields that this build does not know; kept and sent back

    bool operator==(const Row &) const = default;
};

} // namespace parvis::model

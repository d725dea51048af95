#pragma once

#include "base/result.h"
#include "protocol/messages.h"

#include <vector>

namespace parvis::protocol {

QByteArray encode(const Message &message); // one record; records can be joined into a frame
void append(QByteArray &frame, const Message &message);

// All records of a frame, in order; those of unknown type are left out. Error Protocol if anything is malformed or
// above a limit: nothing of the frame may then be used.
base::Result<std::vector<Message>> decode(QByteArrayView frame);

QString nameOf(const Message &message);

// A `rows` record made once for many receivers: only its head, which names the receiver's view, differs.
struct SharedRows {
    qint64 pairs = 0; // in `tail`
    QByteArray tail;
};
SharedRows share(const Rows &rows); // `req` must be 0; `view` is ignored
QByteArray headFor(const SharedRows &shared, ViewId view); // head + tail is the record

} // namespace parvis::protocol

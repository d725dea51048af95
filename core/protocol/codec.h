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

} // namespace parvis::protocol

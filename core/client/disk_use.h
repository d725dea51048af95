#pragma once

#include <QString>

namespace parvis::client {

// What the folder of one profile takes of the disk, in bytes; folders in it, but that of documents, belong to others.
struct DiskUse {
    QString folder;         // absolute
    qint64 cacheBytes = 0;  // what the server can send again
    qint64 outboxBytes = 0; // what it does not have yet
    qint64 otherBytes = 0;  // contents of documents, locks, own words, where the window was

    qint64 total() const { return cacheBytes + outboxBytes + otherBytes; }
    bool operator==(const DiskUse &) const = default;
};

} // namespace parvis::client

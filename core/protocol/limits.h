#pragma once

#include <QtGlobal>

namespace parvis::protocol {

inline constexpr int version = 1;
inline constexpr char subprotocol[] = "parvis.1";

inline constexpr qsizetype maxFrameBytes = 2 * 1024 * 1024;      // one WebSocket message: a sequence of records
inline constexpr qsizetype maxOperationBytes = 256 * 1024;
inline constexpr qsizetype maxBodyBytes = 200'000;               // UTF-8
inline constexpr qsizetype maxBatchPackedBytes = 1024 * 1024;
inline constexpr qsizetype maxBatchBytes = 8 * 1024 * 1024;      // unpacked
inline constexpr int maxDepth = 32;
inline constexpr int maxWindowRows = 10'000;
inline constexpr int maxOperationsAboveDone = 1'000;             // sync rule 22
inline constexpr qsizetype sendCapBytes = 256 * 1024;            // queued to one connection before it gets pokes only
inline constexpr qint64 maxListItems = 100'000;                  // in any array of a record
inline constexpr size_t maxRecords = 50'000;                     // in one frame

} // namespace parvis::protocol

#pragma once

#include "bench/company.h"
#include "bench/row.h"

namespace parvis::bench {

constexpr qint64 million = 1'000'000;

// A server's store with that many posts and comments, made once and kept: the path of server.db.
QString preparedStore(const Settings &settings, qint64 items);

// The profile of the reader after a first sync from that store, its full text merged as after some idle time: a folder
// with cache.db and outbox.db.
QString preparedProfile(const Settings &settings, qint64 items);

} // namespace parvis::bench

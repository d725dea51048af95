#pragma once

#include "store/database.h"

namespace parvis::store {

// Opens a connection to cache.db on which the full text works: FTS5 forgets its tokenizers with the connection, so
// readers and the writer come through here. Read only: the file must exist and be of this build's schema.
base::Result<std::unique_ptr<Database>> openCacheConnection(const QString &path, const OpenOptions &options = {});

} // namespace parvis::store

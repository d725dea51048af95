#pragma once

#include "server/blobs/blob_store.h"
#include "server/row_store.h"

namespace parvis::server {

// Adds to the report: every content against its hash, and every row that names one that is not here or has another size.
// Problems are of the kind "blob".
void checkBlobs(ReadView &view, BlobStore &blobs, CheckReport &report);

} // namespace parvis::server

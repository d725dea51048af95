#pragma once

#include "server/row_store.h"

namespace parvis::server {

// The mark that tells a restored database from one that went on (sync rule 14): a number in the database and the same
// number in DIR/lineage. A database that is put back brings its own number back, but not the file's.

// To be called once when a data folder is opened, before anything is served. If the file is missing or does not fit the
// database, all scopes get new epochs (the answer is true). Then both marks advance, the database first.
base::Result<bool> checkLineage(const QString &dir, RowStore &rows, base::Random &random);

// Advances both marks, so that every copy of the database made before is known for one. The one WriteView must be free.
base::Result<void> advanceLineage(const QString &dir, RowStore &rows);

} // namespace parvis::server

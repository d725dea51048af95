#pragma once

#include "base/result.h"

namespace parvis::server {

// Copies the company in DIR into one tar file, each database as of one instant, also while it is being served (by this
// process or another). The file is written beside and renamed, mode 0600. Error Storage; Conflict: `file` exists.
// Call advanceLineage() after it where the writer is at hand: then this copy is known for one wherever it is put back.
base::Result<void> backup(const QString &dir, const QString &file);

// Makes DIR from such a file; DIR must be missing or empty. Nothing is left behind on failure. The lineage mark is not in
// a backup, so that the next open takes new epochs (sync rule 14). Error Conflict: the folder is in use or not empty;
// Protocol: not a backup, cut short or damaged; Storage.
base::Result<void> restore(const QString &file, const QString &dir);

} // namespace parvis::server

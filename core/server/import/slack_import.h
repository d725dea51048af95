#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "server/import/import_report.h"
#include "server/row_store.h"

namespace parvis::server {

// Takes in the zip that Slack exports. All or nothing: on an error
// nothing may be committed. Errors: Usage (not a readable Slack export; the detail names the file inside and what is
// wrong), Refused (the data folder has no company yet), Storage.
//
// Memory does not grow with the archive but for about 40 bytes a message (times taken, entries of `skipped`).

// In the caller's transaction, for instance the running server's; does not commit. After the commit, give the report to
// registerAccounts(). `accounts` (may be null) is only read here, to recognise people by e-mail.
base::Result<ImportReport> importSlack(const QString &zipFile, WriteView &view, AuthStore *accounts, base::Clock &clock,
                                       base::Random &random);

// Accounts without a password for the people that came in. Repeating it, or the whole import, is harmless.
base::Result<void> registerAccounts(const ImportReport &report, AuthStore &accounts);

// Transaction, commit and accounts in one.
base::Result<ImportReport> importSlack(const QString &zipFile, RowStore &store, AuthStore *accounts, base::Clock &clock,
                                       base::Random &random);

} // namespace parvis::server

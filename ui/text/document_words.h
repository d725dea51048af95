#pragma once

#include "ui/models/backend.h"

// Sentences about documents, folders and files under way.
namespace parvis::ui::words {

QString documentKind(const store::DocumentItem &item); // "Folder", "PDF document", "Picture"
QString shortTime(base::Time then, base::Time now);    // 12 min ago; yesterday; Friday; 3 Mar 2025
QString documentState(const client::DocumentEntry &entry,
                      bool kept); // "✓ on this computer"; of a folder what is said of pins
QString lockedBy(const store::DocumentItem &item, const model::PersonId &me, base::Time now); // empty: it is not
QString version(const store::VersionItem &version);      // "Version 7"; "Your version, not sent yet"
QString items(int count);                                // "12 items"
QString transferState(const client::Transfer &transfer); // "64 % of 2.4 MB"; why it cannot be had
QString documentError(const base::Error &error);         // of a call about documents or files
QString copyProblem(const client::WorkingCopy &copy); // why what is saved there cannot become a version; empty: it can
// What a screen reader says of a row.
QString sentence(const client::DocumentEntry &entry, bool kept, base::Time now);

} // namespace parvis::ui::words

#pragma once

#include "store/reader.h"

// Sentences about files that go with posts and comments.
namespace parvis::ui::words {

QString fileState(
    const store::AttachmentItem &file); // "✓ on this computer", "↑ sending 64 %"; where it is, or what is wrong
QString fileHint(const store::AttachmentItem &file); // its whole name, size and state, for a tool tip or a menu
QString fileRefusal(const QString &why);             // of an upload, a download or what hangs on one
QString pictureProblem(const QString &why);          // PictureRoom::problem()
QString localProblem(const QString &why);            // client::LocalFile::why
QString moreFiles(int count);
QString filesWith(const QList<store::AttachmentItem> &files); // "2 pictures, 1 file"; empty: none
// What of a post the server does not have yet, although it has its text; empty: nothing.
QString filesWaiting(const QList<store::AttachmentItem> &files);
// One line each, as a list, for the clipboard.
QString filesAsList(const QList<store::AttachmentItem> &files, bool markdown);

} // namespace parvis::ui::words

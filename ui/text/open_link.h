#pragma once

#include "text/links.h"

class QMimeData;
class QWidget;

namespace parvis::ui {

// The one function that opens a link of a text: only what text::judge() allows, and a link that dressed up as another
// only after its real host was shown and agreed to. False if nothing was opened.
bool openLink(const QString &href, QWidget *parent);

// Shows a folder of ours in the desktop's file manager. False if there is none.
bool openFolder(const QString &path);

// Opens a copy of a file in the desktop's program for it. Never a program or script (text::FileKind): false, and nothing is opened.
bool openFile(const QString &path);

// A link as it is dragged out of the window; nullptr if it may not be opened. The caller owns it.
QMimeData *linkData(const QString &href);

// What a tool tip says of a link: its real host, or why it cannot be opened.
QString linkHint(const QString &href);

} // namespace parvis::ui

#pragma once

#include "text/word_diff.h"
#include "ui/theme/theme.h"

class QPlainTextEdit;

namespace parvis::ui {

// At the end of a text: what was added green and underlined, what was removed struck through.
void appendDifference(QPlainTextEdit *edit, const Theme &theme, const QList<text::DiffPiece> &pieces);

} // namespace parvis::ui

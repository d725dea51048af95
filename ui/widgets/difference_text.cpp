#include "ui/widgets/difference_text.h"

#include <QPlainTextEdit>
#include <QTextCursor>

namespace parvis::ui {

void appendDifference(QPlainTextEdit *edit, const Theme &theme, const QList<text::DiffPiece> &pieces)
{
    const Tokens &t = theme.tokens();
    QTextCursor cursor(edit->document());
    cursor.movePosition(QTextCursor::End);
    for (const text::DiffPiece &piece : pieces) {
        QTextCharFormat format;
        format.setFont(theme.font(TextRole::Reading));
        format.setForeground(t.ink);
        if (piece.kind == text::DiffPiece::Added) {
            format.setForeground(t.good);
            format.setFontUnderline(true);
        } else if (piece.kind == text::DiffPiece::Removed) {
            format.setForeground(t.bad);
            format.setFontStrikeOut(true);
        }
        cursor.insertText(piece.text, format);
    }
}

} // namespace parvis::ui

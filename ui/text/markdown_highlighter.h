#pragma once

#include "text/spell_words.h"
#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>

#include <functional>

namespace parvis::ui {

class SpellMarks;

// Shows plain Markdown as what it will be while it is being written, and what is misspelt; the text itself is never touched, nor
// is undo.
class MarkdownHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    // `caret`: where one is writing, -1 if nowhere: a word is judged when it is left.
    MarkdownHighlighter(QTextDocument *document, const Theme &theme, SpellMarks *marks, std::function<int()> caret);

    // The styles at a place of the document: of text::LineStyle; 0 outside.
    static quint16 stylesAt(const QTextBlock &block, int column);
    static bool isInFence(const QTextBlock &block);
    // The misspelt words of a line.
    QList<text::WordSpan> wrongIn(const QTextBlock &block) const;

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat formatOf(quint16 styles) const;
    void drawEmoji(const QString &text);
    void drawWrong(const QString &text, const QList<text::StyledSpan> &styled);

    const Theme &m_theme;
    SpellMarks *m_marks;
    std::function<int()> m_caret;
};

} // namespace parvis::ui

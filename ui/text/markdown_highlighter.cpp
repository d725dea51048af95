#include "ui/text/markdown_highlighter.h"

#include "ui/text/emoji_runs.h"
#include "ui/text/spell_marks.h"

#include <QTextDocument>

namespace parvis::ui {

using text::LineState;

namespace {

// Qt's -1 stands for a block without a state.
LineState stateOf(int blockState)
{
    return blockState == -1 ? 0 : blockState;
}

LineState stateBefore(const QTextBlock &block)
{
    const QTextBlock before = block.previous();
    return before.isValid() ? stateOf(before.userState()) : 0;
}

} // namespace

MarkdownHighlighter::MarkdownHighlighter(QTextDocument *document, const Theme &theme, SpellMarks *marks,
                                         std::function<int()> caret)
    : QSyntaxHighlighter(document), m_theme(theme), m_marks(marks), m_caret(std::move(caret))
{
    connect(marks, &SpellMarks::changed, this, &QSyntaxHighlighter::rehighlight);
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

quint16 MarkdownHighlighter::stylesAt(const QTextBlock &block, int column)
{
    LineState state = stateBefore(block);
    for (const text::StyledSpan &span : text::lineStyles(block.text(), state)) {
        if (column >= span.start && column < span.start + span.length)
            return span.styles;
    }
    return 0;
}

bool MarkdownHighlighter::isInFence(const QTextBlock &block)
{
    return stateBefore(block) != 0 && stateOf(block.userState()) != 0;
}

QTextCharFormat MarkdownHighlighter::formatOf(quint16 styles) const
{
    const Tokens &tokens = m_theme.tokens();
    QTextCharFormat format;
    if (styles & text::QuoteText)
        format.setForeground(tokens.second);
    if (styles & (text::StrongText | text::HeadingText | text::MentionText))
        format.setFontWeight(QFont::DemiBold);
    if (styles & text::EmphasisText)
        format.setFontItalic(true);
    if (styles & text::StruckText)
        format.setFontStrikeOut(true);
    if (styles & text::CodeText) {
        format.setFontFamilies(m_theme.font(TextRole::Code).families());
        format.setBackground(tokens.background);
    }
    if (styles & (text::LinkText | text::MentionText | text::TagText))
        format.setForeground(tokens.accent);
    if (styles & (text::Mark | text::ListMark))
        format.setForeground(tokens.third);
    return format;
}

void MarkdownHighlighter::highlightBlock(const QString &text)
{
    LineState state = stateOf(previousBlockState());
    const QList<text::StyledSpan> styled = text::lineStyles(text, state);
    for (const text::StyledSpan &span : styled)
        setFormat(span.start, span.length, formatOf(span.styles));
    setCurrentBlockState(state);
    drawEmoji(text);
    drawWrong(text, styled);
}

QList<text::WordSpan> MarkdownHighlighter::wrongIn(const QTextBlock &block) const
{
    const QString text = block.text();
    LineState state = stateBefore(block);
    QList<text::WordSpan> words = text::wordsToSpell(text, text::lineStyles(text, state));
    words.removeIf([&](const text::WordSpan &word) { return !m_marks->isWrong(text.mid(word.start, word.length)); });
    return words;
}

void MarkdownHighlighter::drawWrong(const QString &text, const QList<text::StyledSpan> &styled)
{
    // Nobody proofreads a text of forty pages here, and marking it all at once would hold the window up.
    constexpr int maxChecked = 60'000;
    if (!m_marks->speller() || document()->characterCount() > maxChecked)
        return;
    const int caret = m_caret() - currentBlock().position();
    for (const text::WordSpan &word : text::wordsToSpell(text, styled)) {
        const bool beingWritten = caret > word.start && caret <= word.start + word.length;
        if (beingWritten || !m_marks->isWrong(text.mid(word.start, word.length)))
            continue;
        for (int at = word.start; at < word.start + word.length; ++at) {
            QTextCharFormat own = format(at);
            own.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
            own.setUnderlineColor(m_theme.tokens().bad);
            setFormat(at, 1, own);
        }
    }
}

void MarkdownHighlighter::drawEmoji(const QString &text)
{
    for (const EmojiRun &run : emojiRuns(text)) {
        QTextCharFormat own = format(int(run.start));
        own.setFontFamilies({m_theme.emojiFamily()});
        own.setFontWeight(QFont::Normal);
        own.setFontItalic(false);
        setFormat(int(run.start), int(run.length), own);
    }
}

} // namespace parvis::ui
